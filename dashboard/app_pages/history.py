"""History: everything that happened, newest first, with what was there before and after."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard import data, tables
from dashboard.components import filters, history_rows, outcomes, paging
from dashboard.components.paper import paper
from db.rows import EventFilter, parse_ref
from db.vocabulary import EventAction, RecordType

RECORDS = {"FH": RecordType.CLAIM, "FA": RecordType.ARTICLE, "FS": RecordType.SOURCE}

outcomes.announce()
st.title("History")
st.caption("Every change, who made it and when. Events are only ever added, and each is chained to the one before.")
first = st.columns(3)
actor = filters.choice_filter(first[0], "Person", data.actors(), key="by")
actions = filters.words_filter(first[1], "Action", EventAction, key="did")
record = filters.text_filter(first[2], "Record", key="of", hint="FH-000001, FA-000001 or FS-000001")
second = st.columns(3)
since = second[0].date_input("From (UTC)", value=None, key="from", bind="query-params")
until = second[1].date_input("To, that day included (UTC)", value=None, key="to", bind="query-params")

kind = RECORDS.get(record[:2].upper())
record_id = parse_ref(record, record[:2].upper()) if kind else None
if record and record_id is None:
    st.warning("A record is named by its short id, such as FH-000001. This one is not read.", icon=":material/help:")
midnight = dt.time(tzinfo=dt.UTC)
where = EventFilter(
    actor=actor,
    actions=actions,
    record_type=kind if record_id is not None else None,
    record_id=record_id,
    since=dt.datetime.combine(since, midnight) if since else None,
    until=dt.datetime.combine(until + dt.timedelta(days=1), midnight) if until else None,
)
page = data.history(where, paging.cursor("history", where))
if not page.rows:
    st.markdown("**Nothing has happened that fits.** Choose other filters, or look at everything.")
    empty: dict[str, object] = {"by": None, "did": [], "of": "", "from": None, "to": None}
    filters.start_over("Show the whole history", empty, key="history-over")
    st.stop()
paper(history_rows.event_list(page.rows), key="history-rows")
paging.pager("history", page.next, f"{len(page.rows)} events, newest first")
paging.downloads("history", tables.event_records(page.rows), json_too=True)
