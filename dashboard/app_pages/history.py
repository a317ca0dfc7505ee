"""History: everything that happened, newest first; the desk as of a day; the state of the chain."""

from __future__ import annotations

import streamlit as st

from dashboard import addresses, data, tables
from dashboard.components import as_of, filters, history_chain, history_filters, history_rows, outcomes, paging
from dashboard.components.paper import element, link, paper, span
from dashboard.data import past
from dashboard.texts import glossary
from dashboard.texts import history as texts

outcomes.announce()
st.title(texts.TITLE, help=glossary.meaning("event"))
history_chain.state(past.chain(), past.check)
here = history_filters.zone(st.context.timezone)
actors = data.actors()
where, desk = history_filters.narrowed(actors, past.people(actors), data.desks(), here)

fold = st.expander(
    texts.AS_OF, icon=":material/event:", expanded="asof" in st.query_params, key="asof-fold", on_change="rerun"
)
if fold.open:
    with fold:
        day = history_filters.day(texts.AS_OF_DAY, "asof")
        if day:
            then = past.as_of(as_of.end_of(day, here.info), where.desk_id)
            paper(as_of.table(day, then, past.now(where.desk_id), desk.slug if desk else None), key="asof-table")
        st.caption(as_of.remark(day, here.info, any_then=bool(day and then)))

with st.container():
    if where.after is not None:
        everything = link(texts.SHOW_BEFORE, addresses.href(addresses.HISTORY))
        paper(element("div", span(f"{texts.SINCE} {where.after:,}"), everything, style="tags"), key="history-since")
page = data.history(where, paging.cursor("history", where))
if page.rows:
    paper(
        history_rows.event_list(page.rows, names=past.names(page.rows, titles=where.record_id is None)),
        key="history-rows",
    )
    paging.pager("history", page.next, texts.shown(len(page.rows)))
    paging.downloads("history", tables.event_records(page.rows), json_too=True)
else:
    st.markdown(texts.NOTHING)
    filters.start_over(texts.SHOW_ALL, history_filters.EMPTY, "after", key="history-over")
