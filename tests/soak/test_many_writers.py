"""Bars 8 and 9: many processes on one record lose nothing, and every conflict is shown."""

from __future__ import annotations

import statistics
from collections import Counter

import pytest
from sqlalchemy import select

from db.models import Claim, Event
from db.vocabulary import EventAction, WorkState
from firsthand import desk
from firsthand.verification import verify
from tests.firsthand.newsroom import Newsroom
from tests.soak.writers import Place, Told, count_up, fill_in_forms, together


def _claims(newsroom: Newsroom, count: int, statement: str) -> tuple[int, ...]:
    numbers = []
    for _ in range(count):
        claim = newsroom.at(WorkState.OPEN)
        newsroom.on(claim, desk.edit_claim, newsroom.chris, {"statement": statement})
        numbers.append(claim.id)
    return tuple(numbers)


def counted(newsroom: Newsroom, processes: int, seconds: float) -> str:
    """Let processes count claims up; nothing is lost, nobody fails. Tells the figures."""
    place = Place.of(newsroom, _claims(newsroom, 20, "0"))
    told = together(count_up, place, processes, seconds)
    assert [one.error for one in told] == [""] * processes
    kept = Counter(number for one in told for number in one.kept)
    for number in place.claims:
        claim = newsroom.claim(number)
        assert int(claim.statement) == kept[str(number)]
    assert verify(newsroom.database).problems == ()
    return _figures(told, seconds)


def _figures(told: list[Told], seconds: float) -> str:
    took = sorted(second for one in told for second in one.seconds)
    late = took[int(len(took) * 0.99)]
    return (
        f"{len(told)} processes: {len(took) / seconds:.0f} writes/s, median {statistics.median(took) * 1000:.0f} ms,"
        f" p99 {late * 1000:.0f} ms, longest {took[-1] * 1000:.0f} ms"
    )


def forms(newsroom: Newsroom, reviewers: int, seconds: float) -> str:
    """Let reviewers fill in forms on ten claims; what was saved is there, and each refusal was told."""
    place = Place.of(newsroom, _claims(newsroom, 10, "Start"))
    begun = {number: newsroom.claim(number).version for number in place.claims}
    told = together(fill_in_forms, place, reviewers, seconds)
    assert [one.error for one in told] == [""] * reviewers
    kept = [line.split(" ") for one in told for line in one.kept]
    for number in place.claims:
        claim = newsroom.claim(number)
        tokens = [token for claim_id, token in kept if int(claim_id) == number]
        assert sorted(claim.statement.split()[1:]) == sorted(tokens)
        assert claim.version == begun[number] + len(tokens)
    assert all(seen < current for one in told for seen, current in one.conflicts)
    _each_edit_follows_from_the_last(newsroom, place.claims)
    assert verify(newsroom.database).problems == ()
    return f"{reviewers} reviewers: {len(kept)} saved, {sum(len(one.conflicts) for one in told)} conflicts shown"


def _each_edit_follows_from_the_last(newsroom: Newsroom, claims: tuple[int, ...]) -> None:
    last: dict[int, object] = {}
    with newsroom.database.read() as session:
        asked = select(Event).where(Event.action == EventAction.CLAIM_CHANGED, Event.record_id.in_(claims))
        for event in session.scalars(asked.order_by(Event.seq)):
            assert event.before is not None
            assert event.after is not None
            assert event.before["statement"] == last.get(event.record_id, event.before["statement"])
            last[event.record_id] = event.after["statement"]
        for number in claims:
            assert session.get_one(Claim, number).statement == last[number]


def test_a_few_processes_lose_nothing(newsroom: Newsroom) -> None:
    counted(newsroom, 3, 1)


def test_a_few_reviewers_see_every_conflict(newsroom: Newsroom) -> None:
    forms(newsroom, 3, 1)


@pytest.mark.soak
@pytest.mark.parametrize("processes", [8, 20])
def test_many_processes_lose_nothing(newsroom: Newsroom, processes: int) -> None:
    print(counted(newsroom, processes, 20))


@pytest.mark.soak
def test_eight_reviewers_on_ten_claims_see_every_conflict(newsroom: Newsroom) -> None:
    print(forms(newsroom, 8, 20))
