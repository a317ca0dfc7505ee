"""The history: events in words, days in the reader's zone, the desk as of a day, the state of the chain."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components import as_of, history_filters
from dashboard.components.history_rows import changes, event_list, who
from dashboard.components.history_values import Run, differing, technical, values
from dashboard.data import past
from dashboard.texts import history as texts
from db.rows import ChainState, EventRow, Names
from db.session import Database
from db.vocabulary import EventAction, RecordType, VerificationStatus
from firsthand import desk as door
from tests.dashboard.desks import Desk, make_desk_of_two
from tests.dashboard.drawn import button, interpreted, links, paper_text, words, words_of

Visit = Callable[..., AppTest]
HOSTILE = " $x$ :red[x] ![](http://x.example/p.png) <script>alert(1)</script> [a](javascript:b) **c**"
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
NAMES = Names(
    {(RecordType.CLAIM, 3): "It is so."},
    {"mara@example.org": "Mara"},
    {"u1": ("FS-000004", "Report")},
)


def an_event(**overrides: Any) -> EventRow:
    fields: dict[str, Any] = {
        "seq": 7,
        "at": NOON,
        "recorded_at": NOON,
        "actor": "mara@example.org",
        "action": EventAction.CLAIM_MOVED,
        "record_type": RecordType.CLAIM,
        "record_id": 3,
        "article_id": 1,
        "why": None,
        "before": {"state": "open"},
        "after": {"state": "in_check"},
        "hash": "f" * 64,
    }
    return EventRow(**{**fields, **overrides})


def told(event: EventRow) -> str:
    return words(event_list([event], names=NAMES))


def test_a_move_is_said_in_one_sentence() -> None:
    assert "Mara moved the claim from «open» to «in check»It is so." in told(an_event())
    assert changes(an_event()) is None


def test_every_action_has_a_sentence() -> None:
    assert set(texts.DEEDS) == set(EventAction)


def test_a_machine_is_called_what_it_is_and_a_stranger_by_their_address() -> None:
    assert (who("firsthand"), who("ann@example.org", NAMES)) == ("Firsthand itself", "ann@example.org")


def test_codes_people_and_records_are_named() -> None:
    event = an_event(
        action=EventAction.EVIDENCE_ADDED,
        before=None,
        after={"evidence": "u9", "source": "u1", "tier": "primary", "note": None, "uid": "u8", "odd_field": [1, {}]},
    )
    found = {value.name: value for value in values(event, NAMES)}
    assert found["source"].after == "FS-000004  Report"
    assert found["source"].ref == "FS-000004"
    assert (found["tier"].after, found["note"].after) == ("primary", "nothing")
    assert found["odd field"].after == "1, {}"
    assert "uid" not in found
    assert technical(event) == [("uid", "u8")]


@pytest.mark.parametrize("value", [None, "", 0, 1.5, True, [], {}, ["x"], {"a": [1]}, "no such state", "x" * 5000])
def test_whatever_an_event_holds_can_be_shown(value: object) -> None:
    shown = told(an_event(action=EventAction.CLAIM_CHANGED, before={"state": value}, after={"state": "other"}))
    assert len(shown) < 2000


def test_what_was_there_stands_beside_what_came_after_with_the_words_that_differ() -> None:
    before, after = "In 2025 the state closed 14 bridges.", "In 2025 the state closed 12 old bridges."
    node = changes(an_event(action=EventAction.CLAIM_CHANGED, before={"statement": before}, after={"statement": after}))
    drawn = json.dumps(node)
    assert '{"tag": "del", "children": ["14"]}' in drawn
    assert '{"tag": "ins", "children": ["12 old"]}' in drawn
    assert '"Before"' in drawn


def test_short_texts_and_texts_with_nothing_in_common_are_not_taken_apart() -> None:
    assert differing("open", "closed") is None
    assert differing("one two three four five six", "sieben acht neun zehn elf zwölf") is None
    assert differing("word " * 500, "word " * 501) is None
    assert differing("the same words, all of them here", "the same words, all of them there") == (
        (Run("the same words, all of them", differs=False), Run("here", differs=True)),
        (Run("the same words, all of them", differs=False), Run("there", differs=True)),
    )


def test_a_reason_that_is_the_note_is_not_said_twice() -> None:
    event = an_event(action=EventAction.FINDINGS_SET, why="Read it.", before=None, after={"note": "Read it."})
    assert told(event).count("Read it.") == 1


def test_a_day_begins_and_ends_in_the_readers_zone() -> None:
    berlin, day = ZoneInfo("Europe/Berlin"), dt.date(2025, 3, 30)  # 23 hours long
    assert history_filters.begins(day, berlin).isoformat() == "2025-03-29T23:00:00+00:00"
    assert as_of.end_of(day, berlin).isoformat() == "2025-03-30T21:59:59.999999+00:00"
    assert history_filters.begins(dt.date.min, berlin).date() == dt.date.min
    assert as_of.end_of(dt.date.max, berlin).date() == dt.date.max


@pytest.mark.parametrize(("name", "called"), [("Asia/Tokyo", "Asia/Tokyo"), (None, "UTC"), ("../etc/passwd", "UTC")])
def test_a_zone_that_is_none_is_utc(name: str | None, called: str) -> None:
    assert history_filters.zone(name).name == called


def test_two_days_are_compared_in_the_fixed_order() -> None:
    then = ((VerificationStatus.OPEN, 4), (VerificationStatus.SUPPORTED, 1))
    now = ((VerificationStatus.SUPPORTED, 3), (VerificationStatus.WITHDRAWN, 1))
    assert as_of.standings(then, now) == [
        (VerificationStatus.SUPPORTED, 1, 3),
        (VerificationStatus.OPEN, 4, 0),
        (VerificationStatus.WITHDRAWN, 0, 1),
    ]
    shown = words(as_of.table(dt.date(2025, 1, 31), then, now, None))
    assert "+2" in shown
    assert "\N{MINUS SIGN}4" in shown
    assert "all claims54" in shown


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (ChainState(585, "h", 9, agrees=True), "585 events, each chained to the one before; the newest checkpoint"),
        (ChainState(1, "h", 0, None), "1 event. There is no checkpoint"),
        (ChainState(1200, "h", 9, agrees=False), "does not agree"),
    ],
)
def test_the_chain_is_said_in_words(state: ChainState, said: str) -> None:
    assert said in texts.chain(state)


@pytest.mark.usefixtures("record")
def test_the_history_of_an_empty_desk_begins_with_its_making(visit: Visit) -> None:
    app = visit("history")
    assert not app.exception
    assert "set up the desk" in paper_text(app)


def test_a_typical_history_names_people_and_records(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    app = visit("history")
    shown = paper_text(app)
    assert not app.exception
    assert "Mara moved the claim from «open» to «in check»" in shown
    assert f"claim?claim=FH-{desk.claim_id:06d}" in links(app)
    assert "each chained to the one before" in words_of(app)


@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ({"by": "Tom (tom@example.org)"}, "Tom reviewed the claim", "took in"),
        ({"did": "claim moved"}, "moved the claim", "took in"),
        ({"of": "FS-000002"}, "added the source", "moved the claim"),
        ({"of": "fp-1"}, "Nothing has happened that fits", "moved the claim"),
        ({"from": "2099-01-01"}, "Nothing has happened that fits", "moved the claim"),
        ({"to": "2001-01-01"}, "Nothing has happened that fits", "moved the claim"),
        ({"from": "2099-12-31", "to": "2001-01-01"}, "Nothing has happened that fits", "moved the claim"),
        ({"from": "9999-12-31", "to": "yesterday"}, "set up the desk", "Nothing has happened that fits"),
        ({"after": "3"}, "Everything that happened after event 3", "set up the desk"),
        ({"after": "9" * 30}, "set up the desk", "Everything that happened after"),
        ({"after": "x"}, "set up the desk", "Everything that happened after"),
    ],
)
def test_the_filters_of_the_history_live_in_the_address(
    desk: Desk, visit: Visit, query: dict[str, str], there: str, gone: str
) -> None:
    desk.send_to_review()
    desk.do_as(desk.reviewer, door.send_back, desk.claim_id, desk.version(), "Look again.")
    shown = words_of(visit("history", **query))
    assert there in shown
    assert gone not in shown


def test_the_history_of_one_desk_leaves_the_others_out(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        door.add_desk(session, door.Actor.machine("maker"), "other", "Another desk")
    assert "took in the article" in paper_text(visit("history", desk="demo"))
    assert "Nothing has happened that fits" in words_of(visit("history", desk="other"))


def test_the_desk_as_of_a_day_stands_beside_the_desk_now(desk: Desk, visit: Visit) -> None:
    desk.take_up()
    today = visit("history", asof=dt.datetime.now(tz=dt.UTC).date().isoformat())
    assert not today.exception
    assert "in check11no change" in paper_text(today)
    before = visit("history", asof="2001-01-01")
    assert "in check01+1" in paper_text(before)
    assert "claims?status=in+check" in links(before)
    assert "There was no claim on file then" in words_of(before)
    assert "That day has not come yet" in words_of(visit("history", asof="2099-01-01"))


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("asked", ["yesterday", "9999-12-31", "0001-01-01"])
def test_an_odd_day_does_no_harm(visit: Visit, asked: str) -> None:
    assert not visit("history", asof=asked).exception


def test_the_whole_chain_is_checked_on_request(desk: Desk, visit: Visit) -> None:
    desk.sign()
    app = button(visit("history"), "Check the whole chain now").click().run()
    assert not app.exception
    assert "Everything is as it was written" in app.status[0].label
    assert app.status[0].state == "complete"


def test_what_the_check_finds_is_named(desk: Desk, visit: Visit) -> None:
    with desk.record.write() as session:
        session.connection().exec_driver_sql("DROP TRIGGER event_no_update")
        session.connection().exec_driver_sql("UPDATE event SET why = 'another' WHERE seq = 3")
    app = button(visit("history"), "Check the whole chain now").click().run()
    assert "One thing is not as written" in app.status[0].label
    assert "event 3: changed after it was written" in paper_text(app)


def test_the_chain_without_a_checkpoint_says_so(desk: Desk) -> None:
    assert past.chain().agrees is True
    desk.record.checkpoints.path.unlink()
    desk.take_up()
    desk.record.checkpoints.path.unlink()
    assert past.chain().agrees is None


def test_hostile_words_stay_words(record: Database, visit: Visit) -> None:
    made = make_desk_of_two(record, foreign=HOSTILE, named=" $x$ <script> **c**")
    made.do(door.edit_claim, made.claim_id, made.version(), {"statement": f"Other.{HOSTILE}"}, f"why{HOSTILE}")
    app = visit("history")
    assert not app.exception
    for kind, text in interpreted(app):
        for payload in ("$x$", ":red[x]", "![](", "<script>", "[a](", "**c**"):
            assert payload not in text, (kind, text)
    assert HOSTILE.strip() in paper_text(app)
