from __future__ import annotations

from dashboard import tables
from db.queries import claims, history
from db.rows import ClaimFilter, EventFilter
from tests.dashboard.desks import CLAIMED, Desk


def test_a_claims_record_says_everything_in_words(desk: Desk) -> None:
    with desk.record.read() as session:
        rows = claims.page(session, ClaimFilter()).rows

    record = next(row for row in tables.claim_records(rows) if row["literal words"] == CLAIMED)

    assert record["status"] == "open"
    assert record["type"] == "statistic"
    assert record["flags"] == "needs a source"


def test_an_events_record_keeps_what_was_there_as_json(desk: Desk) -> None:
    desk.take_up()
    with desk.record.read() as session:
        newest = history.page(session, EventFilter()).rows[:1]

    (record,) = tables.event_records(newest)

    assert record["action"] == "claim moved"
    assert record["before"] == '{"state": "open"}'
