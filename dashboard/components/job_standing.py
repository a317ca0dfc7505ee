"""How jobs stand, drawn anew by itself while something is open: one with its parts, or a list of them.

``begin`` begins a run of its own for what is read: a part that is drawn by itself has no other beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard.components import job_rows
from dashboard.components.paper import paper
from dashboard.texts import jobs as texts
from db.rows import JobRow
from db.vocabulary import JobState

EVERY = 3.0  # seconds between two looks while something is open
Names = Mapping[str, str]


def one(
    job: JobRow,
    names: Names,
    begin: Callable[[], None],
    look: Callable[[], JobRow | None],
    parts: Callable[[], Sequence[JobRow]],
) -> None:
    """Draw a job with its parts; the whole page is drawn anew when it ends."""
    open_ = not job.state.over

    @st.fragment(run_every=EVERY if open_ else None)
    def standing() -> None:
        begin()
        now = look()
        if now is None or (open_ and now.state.over):
            st.rerun(scope="app")
        paper(job_rows.job_head(now, names), key="job-head")
        held = parts()
        if held:
            st.subheader(texts.PARTS_LIST)
            paper(job_rows.part_list(held), key="job-parts")
            if any(part.state is JobState.FAILED for part in held):
                st.caption(texts.FAILED_HELP)

    standing()


def several(
    chosen: Sequence[JobRow],
    names: Names,
    under_way: set[str],
    begin: Callable[[], None],
    look: Callable[[], Sequence[JobRow]],
) -> None:
    """Draw a list of jobs; the whole page is drawn anew when one that is ``under_way`` ends."""

    @st.fragment(run_every=EVERY if under_way else None)
    def standing() -> None:
        begin()
        now = {job.id: job for job in look()} if under_way else {}
        if any(job_id not in now or now[job_id].state.over for job_id in under_way):
            st.rerun(scope="app")
        paper(job_rows.job_list([now.get(job.id, job) for job in chosen], names), key="jobs-rows")

    standing()
