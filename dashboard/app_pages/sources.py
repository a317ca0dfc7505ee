"""Sources: the library of what claims are checked against, with filters, and the ways to add and fetch some."""

from __future__ import annotations

import dataclasses

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.actions import addressing
from dashboard.actions import jobs as having
from dashboard.components import (
    asked_for,
    filters,
    job_line,
    outcomes,
    paging,
    source_adding,
    source_bulk,
    source_filters,
    source_list,
    source_rows,
)
from dashboard.components.paper import paper
from dashboard.components.work import open_work
from dashboard.data import captured, jobs, library
from dashboard.texts import glossary
from dashboard.texts import sources as texts
from db.rows import SourceFilter
from db.vocabulary import Role

outcomes.announce()
st.title(texts.TITLE, help=glossary.of_label(texts.TITLE))
me = data.me()
may_change = bool(me.roles & {Role.CHECKER, Role.EDITOR})
work = open_work("sources", data.newest_event())
figures = library.figures()
if figures.sources:
    paper(source_rows.library(figures), key="sources-library")
else:
    st.markdown(texts.NONE_YET)

asked_for.draw("sources", captured.progress)
pasted = source_adding.by_addresses(work, first=not figures.sources)
if pasted:
    asked_for.settle("sources", addressing.add_sources(me, pasted.words), work)
entered = source_adding.by_hand(work)
if entered:
    kind, about, text = entered
    added = actions.add_source(me, kind, about, actions.Text(text.data, text.name) if text else None)
    if added.done and added.ref:
        outcomes.say(added)
        st.switch_page(addresses.SOURCE, query_params={"source": added.ref})
    outcomes.show(added)

with st.container(horizontal=True, vertical_alignment="bottom"):
    words = filters.text_filter(st.container(width=320), texts.SEARCH, key="q", hint=texts.SEARCH_HINT)
    narrowed = source_filters.narrowing(library.lately(), library.publishers_of)
    newest_first = source_filters.newest_first()
where = dataclasses.replace(narrowed, text=words)
page = library.page(where, newest_first=newest_first, after=paging.cursor("sources", (where, newest_first)))


def capture_one(number: int) -> None:
    """Have one source of the list fetched."""
    outcomes.say(having.capture(me, [number]))


for job in source_bulk.of_sources(jobs.open_jobs()):
    job_line.draw(job, jobs.get)
if page.rows:
    wish = source_bulk.bulk(library.without_text(where), library.at_an_address(where)) if may_change else None
    if wish:
        outcomes.settle((having.capture if wish.capture else having.watch)(me, wish.numbers), work, source_bulk.FORM)
    source_list.source_list(page.rows, capture_one, may_capture=may_change)
    paging.pager("sources", page.next, texts.shown(len(page.rows), texts.NEWEST if newest_first else texts.MOST_CLAIMS))
    paging.downloads("sources", source_rows.source_records(page.rows), json_too=True)
elif figures.sources:
    st.caption(texts.NONE_FITS)
if where != SourceFilter():
    filters.start_over(texts.SHOW_ALL, source_filters.EMPTY, key="sources-over")
