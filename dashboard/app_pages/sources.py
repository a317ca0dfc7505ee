"""Sources: the list, and a form to add one by hand."""

from __future__ import annotations

import streamlit as st

from dashboard import actions, addresses, data
from dashboard.components import document_forms, document_rows, filters, outcomes, paging
from dashboard.components.paper import paper
from dashboard.components.work import open_work
from db.rows import SourceFilter
from db.vocabulary import SourceKind

outcomes.announce()
st.title("Sources")
me = data.me()
work = open_work("sources", data.newest_event())
any_source = data.sources(SourceFilter()).rows

with st.expander("Add a source", icon=":material/add:", expanded=not any_source):
    if not any_source:
        st.markdown("**There are no sources yet.** Add the document that a claim is to be checked against.")
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
    words = filters.text_filter(st.container(), "Search", key="s", hint="Words of the title or the publisher")
    kinds = filters.words_filter(st.container(), "Kind", SourceKind, key="kind")
    captured = filters.choice_filter(st.container(width=180), "Text", ["captured", "not captured"], key="text")
where = SourceFilter(kinds=kinds, captured=None if captured is None else captured == "captured", text=words)
page = data.sources(where, paging.cursor("sources", where))
if page.rows:
    paper(document_rows.source_list(page.rows), key="sources-rows")
    paging.pager("sources", page.next, f"{len(page.rows)} sources, those that most claims rest on first")
elif any_source:
    st.caption("No source fits all of these filters.")
    filters.start_over("Show all sources", {"s": "", "kind": [], "text": None}, key="sources-over")
