"""Sources: the library of what claims are checked against, with filters, and a form to add one by hand."""

from __future__ import annotations

import dataclasses

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.components import document_forms, filters, outcomes, paging, source_filters, source_rows
from dashboard.components.paper import paper
from dashboard.components.work import open_work
from dashboard.data import library
from dashboard.texts import glossary
from dashboard.texts import sources as texts
from db.rows import SourceFilter

outcomes.announce()
st.title(texts.TITLE, help=glossary.of_label(texts.TITLE))
me = data.me()
work = open_work("sources", data.newest_event())
figures = library.figures()
if figures.sources:
    paper(source_rows.library(figures), key="sources-library")
else:
    st.markdown(texts.NONE_YET)

adding = st.expander(
    texts.ADD,
    icon=":material/add:",
    expanded=not figures.sources or "add" in st.query_params.get_all("do"),
    key="adding",
    on_change="rerun",
)
if adding.open:
    with adding:
        entered = document_forms.source_form(work)
    if entered:
        kind, about, text = entered
        brought = actions.Text(text.data, text.name) if text else None
        added = actions.add_source(me, kind, about, brought)
        if added.done and added.ref:
            outcomes.say(added)
            st.switch_page(addresses.SOURCE, query_params={"source": added.ref})
        outcomes.show(added)

with st.container(horizontal=True, vertical_alignment="bottom"):
    words = filters.text_filter(st.container(width=320), texts.SEARCH, key="q", hint=texts.SEARCH_HINT)
    asked = source_filters.narrowing()
    newest_first = source_filters.newest_first()
where = dataclasses.replace(asked, text=words)
page = library.page(where, newest_first=newest_first, after=paging.cursor("sources", (where, newest_first)))
if page.rows:
    paper(source_rows.source_list(page.rows), key="sources-rows")
    paging.pager("sources", page.next, texts.shown(len(page.rows), texts.NEWEST if newest_first else texts.MOST_CLAIMS))
    paging.downloads("sources", source_rows.source_records(page.rows), json_too=True)
elif figures.sources:
    st.caption(texts.NONE_FITS)
if where != SourceFilter():
    filters.start_over(texts.SHOW_ALL, source_filters.EMPTY, key="sources-over")
