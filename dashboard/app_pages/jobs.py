"""Jobs: what the machine is doing, what waits and why, what failed and what to do about it; and one job's parts."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard import addresses, data
from dashboard.actions import jobs as deeds
from dashboard.components import empty, filters, job_rows, job_standing, outcomes, paging
from dashboard.data import jobs as read
from dashboard.data import past
from dashboard.texts import glossary
from dashboard.texts import jobs as texts
from db.vocabulary import JobKind, JobState, Role

outcomes.announce()
me = data.me()
asked = addresses.asked_for(st.query_params, "job")
st.title(texts.TITLE, help=glossary.of_label(texts.TITLE))


def one(job_id: str) -> None:
    """Draw one job with its parts."""
    job = read.get(job_id)
    if job is None:
        empty.unknown(job_id, texts.WHAT, texts.EXAMPLE, page=addresses.JOBS, label=texts.ALL_JOBS)
    st.page_link(addresses.JOBS, label=texts.ALL_JOBS, icon=":material/arrow_back:")
    names = past.people([job.asked_by] if job.asked_by else [])
    job_standing.one(job, names, data.begin_run, partial(read.get, job_id), partial(read.parts, job_id))
    parts = read.parts(job_id)
    may_cancel = not job.state.over and bool(me.roles & {Role.CHECKER, Role.EDITOR})
    if may_cancel and st.button(texts.CANCEL, icon=":material/cancel:", help=texts.CANCEL_HELP, key="job-cancel"):
        outcomes.say(deeds.cancel(me, job_id))
        st.rerun()
    paging.downloads("job-parts", job_rows.job_records(parts), json_too=True)


def several() -> None:
    """Draw the jobs, narrowed by state and kind."""
    st.caption(texts.INTRO)
    workers = read.workers()
    if workers:
        st.markdown(texts.workers(workers))
    everything = read.listed()
    if not everything:
        empty.nothing_yet(texts.NONE_YET, page=addresses.SOURCES, label=texts.TO_SOURCES, icon="menu_book")
        return
    if not workers and any(not job.state.over for job in everything):
        st.warning(texts.NO_WORKER, icon=":material/hourglass_empty:")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        states = filters.words_filter(st.container(width=320), texts.STATE, JobState, key="state")
        kinds = filters.words_filter(st.container(width=320), texts.KIND, JobKind, key="kind")
    chosen = [job for job in everything if job.state in (states or JobState) and job.kind in (kinds or JobKind)]
    names = past.people([job.asked_by for job in everything if job.asked_by])
    under_way = {job.id for job in everything if not job.state.over}
    if chosen:
        job_standing.several(chosen, names, under_way, data.begin_run, read.listed)
        st.caption(texts.shown(len(chosen)))
        paging.downloads("jobs", job_rows.job_records(chosen), json_too=True)
    else:
        st.caption(texts.NONE_FITS)
    if states or kinds:
        filters.start_over(texts.SHOW_ALL, {"state": [], "kind": []}, key="jobs-over")


one(asked) if asked else several()
