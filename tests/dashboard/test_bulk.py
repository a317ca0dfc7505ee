"""One deed on many claims: tried out, done, undone, on both databases; and the bar that asks for it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import data
from dashboard.actions import bulk
from dashboard.data import queue
from dashboard.outcome import BulkResult
from dashboard.wish import Bulk, BulkDeed
from db.queries import claims, history
from db.rows import ClaimFilter, EventFilter, EventRow
from db.session import Database
from db.vocabulary import ClaimType, NotForUsReason, WorkState
from firsthand import desk as door
from firsthand.verification import verify
from tests.dashboard.desks import CHECKER, Desk

_S = WorkState
AWAY = Bulk(BulkDeed.NOT_FOR_US, reason=NotForUsReason.TRIVIAL, why="Not today")


@pytest.fixture(params=["sqlite", "postgresql"])
def record(
    request: pytest.FixtureRequest, sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Database]:
    """The dashboard's record on each database in turn."""
    url = ""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_database").url.render_as_string(hide_password=False)
    else:
        shutil.copy(sqlite_template, tmp_path / "record.sqlite")
    monkeypatch.setenv("FIRSTHAND_HOME", str(tmp_path))
    monkeypatch.setenv("FIRSTHAND_DATABASE_URL", url)
    monkeypatch.setenv("FIRSTHAND_USER", CHECKER)
    data.forget()
    yield data.database()
    data.forget()


def _add(desk: Desk, count: int) -> dict[int, int]:
    """Add open claims; tells each number with its version."""
    numbers = [
        desk.do(door.add_claim, door.NewClaim(desk.article_id, desk.capture_id, 0, 12, f"Claim {n}.", ClaimType.EVENT))
        for n in range(count)
    ]
    return {number: desk.claim(number).version for number in numbers}


def _states(desk: Desk, numbers: dict[int, int]) -> set[WorkState]:
    return {desk.claim(number).work_state for number in numbers}


def _events(desk: Desk) -> tuple[EventRow, ...]:
    with desk.record.read() as session:
        return history.page(session, EventFilter(), size=50).rows


def test_a_preview_says_what_would_change_and_keeps_nothing(desk: Desk) -> None:
    seen = {**_add(desk, 3), 9999: 1}
    seen[next(iter(seen))] += 1  # somebody who saw a version that is not there
    before, heads = _events(desk), desk.record.checkpoints.read()

    told = bulk.preview(data.me(), seen, AWAY)

    assert len(told.changed) == 2
    assert {number for number, _ in told.refused} == {next(iter(seen)), 9999}
    assert all(sentence.startswith("FH-") or "FH-" in sentence for _, sentence in told.refused)
    assert _events(desk) == before
    assert desk.record.checkpoints.read() == heads
    assert desk.claim(next(iter(seen))).work_state is _S.OPEN
    assert verify(desk.record).sound


def test_what_is_done_is_what_was_previewed_and_the_reason_is_on_every_claim(desk: Desk) -> None:
    seen = _add(desk, 3)
    told = bulk.preview(data.me(), seen, AWAY)

    done = bulk.change(data.me(), seen, AWAY)

    assert [former.claim_id for former in done.changed] == [former.claim_id for former in told.changed]
    assert _states(desk, seen) == {_S.NOT_FOR_US}
    assert [event.why for event in _events(desk)[:3]] == ["Not today"] * 3


def test_what_somebody_else_changed_meanwhile_is_left_and_named(desk: Desk) -> None:
    seen = _add(desk, 2)
    first, second = seen
    desk.do(door.edit_claim, first, seen[first], {"statement": "Another statement."})

    done = bulk.change(data.me(), seen, AWAY)

    assert [former.claim_id for former in done.changed] == [second]
    ((number, sentence),) = done.refused
    assert number == first
    assert "changed by" in sentence
    assert desk.claim(first).statement == "Another statement."


def test_undo_opens_what_was_turned_away_and_the_history_tells_it(desk: Desk) -> None:
    seen = _add(desk, 2)
    done = bulk.change(data.me(), seen, AWAY)

    back = bulk.undo(data.me(), AWAY.deed, done.changed)

    assert len(back.changed) == 2
    assert _states(desk, seen) == {_S.OPEN}
    assert all("Undone" in (event.why or "") for event in _events(desk)[:2])
    assert verify(desk.record).sound


def test_undo_gives_each_claim_back_to_whom_it_was_with(desk: Desk) -> None:
    seen = _add(desk, 2)
    first, second = seen
    desk.do(door.assign, first, seen[first], desk.reviewer.id)
    seen[first] += 1
    done = bulk.change(data.me(), seen, Bulk(BulkDeed.GIVE, assignee_id=desk.checker.id))
    assert {desk.claim(number).assignee_id for number in seen} == {desk.checker.id}

    bulk.undo(data.me(), BulkDeed.GIVE, done.changed)

    assert (desk.claim(first).assignee_id, desk.claim(second).assignee_id) == (desk.reviewer.id, None)


def test_undo_leaves_a_claim_that_somebody_went_on_with(desk: Desk) -> None:
    seen = _add(desk, 2)
    done = bulk.change(data.me(), seen, Bulk(BulkDeed.GIVE, assignee_id=desk.checker.id))
    first = done.changed[0]
    desk.do(door.take_up, first.claim_id, first.version)

    back = bulk.undo(data.me(), BulkDeed.GIVE, done.changed)

    assert [number for number, _ in back.refused] == [first.claim_id]
    assert desk.claim(first.claim_id).work_state is _S.IN_CHECK


def test_a_hold_is_undone_by_going_on_and_going_on_by_the_same_hold(desk: Desk) -> None:
    seen = _add(desk, 1)
    (number,) = seen
    me, until = data.me(), dt.date(2026, 4, 1)
    taken = bulk.change(me, seen, Bulk(BulkDeed.TAKE_UP, assignee_id=me.id))
    seen = {number: taken.changed[0].version}
    held = bulk.change(me, seen, Bulk(BulkDeed.HOLD, awaiting="figures", from_whom="the ministry", until=until))
    assert desk.claim(number).work_state is _S.ON_HOLD

    went_on = bulk.change(me, {number: held.changed[0].version}, Bulk(BulkDeed.RESUME))
    bulk.undo(me, BulkDeed.RESUME, went_on.changed)

    claim = desk.claim(number)
    assert (claim.work_state, claim.hold_awaiting, claim.hold_until) == (_S.ON_HOLD, "figures", until)
    bulk.undo(me, BulkDeed.HOLD, [dataclasses.replace(held.changed[0], version=claim.version)])
    assert desk.claim(number).work_state is _S.IN_CHECK


def test_turned_away_again_after_being_brought_back_keeps_its_reason(desk: Desk) -> None:
    seen = _add(desk, 1)
    (number,) = seen
    away = bulk.change(data.me(), seen, AWAY)
    back = bulk.change(data.me(), {number: away.changed[0].version}, Bulk(BulkDeed.BRING_BACK, "It matters"))

    bulk.undo(data.me(), BulkDeed.BRING_BACK, back.changed)

    assert desk.claim(number).not_for_us_reason is NotForUsReason.TRIVIAL


def test_what_is_so_already_is_told_apart(desk: Desk) -> None:
    seen = _add(desk, 2)
    first, second = seen
    desk.do(door.assign, first, seen[first], desk.checker.id)
    seen[first] += 1

    done = bulk.change(data.me(), seen, Bulk(BulkDeed.GIVE, assignee_id=desk.checker.id))

    assert done.unchanged == (first,)
    assert [former.claim_id for former in done.changed] == [second]


@pytest.mark.parametrize(
    ("deed", "start"),
    [
        (Bulk(BulkDeed.KEEP), _S.DETECTED),
        (Bulk(BulkDeed.RETURN, "Not enough"), _S.IN_REVIEW),
        (Bulk(BulkDeed.RECHECK, "New figures"), _S.SIGNED_OFF),
    ],
)
def test_each_deed_leads_where_the_desk_lets_it(desk: Desk, deed: Bulk, start: WorkState) -> None:
    if start is _S.DETECTED:
        with desk.record.read() as session:
            rows = claims.of_article(session, desk.article_id)
        row = next(claim for claim in rows if claim.work_state is start and claim.statement)
    else:
        (desk.send_to_review if start is _S.IN_REVIEW else desk.sign)()
        row = desk.claim()
    person = data.me() if deed.deed is not BulkDeed.RETURN else _reviewer()

    done = bulk.change(person, {row.id: row.version}, deed)

    assert not done.refused
    assert len(done.changed) == 1


def _reviewer():
    return next(user for user in data.users() if user.email != CHECKER)


def test_results_of_batches_add_up() -> None:
    assert BulkResult(unchanged=(1,)) + BulkResult(refused=((2, "No."),)) == BulkResult((), (1,), ((2, "No."),))


def test_everything_that_fits_is_read_with_the_version_it_has_now(desk: Desk) -> None:
    _add(desk, 5)
    where = ClaimFilter(types=frozenset({ClaimType.EVENT}))

    assert len(queue.fitting(where, "newest", 3)) == 3
    assert {row.version for row in queue.fitting(where, "waiting", 1000)} == {1}
