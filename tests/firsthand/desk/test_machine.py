"""Thirty random lives of a desk, and three bugs that have to come out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import text

from db.vocabulary import WorkState
from firsthand import states
from firsthand.desk import claims, evidence, findings, moves
from firsthand.desk.record import find_claim
from tests.firsthand.desk.desk_machine import DeskMachine
from tests.firsthand.newsroom import Newsroom, Opener

CALM = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def lives(examples: int, steps: int, **more: Any) -> settings:
    """How many lives of how many steps; the same ones every time."""
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=CALM,
        **more,
    )


def run(open_newsroom: Opener, given: settings) -> None:
    run_state_machine_as_test(lambda: DeskMachine(open_newsroom), settings=given)


def test_whatever_is_done_the_desk_keeps_its_rules(life_on_sqlite: Opener) -> None:
    run(life_on_sqlite, lives(30, 30))


def test_whatever_is_done_on_postgresql_the_desk_keeps_its_rules(life_on_postgresql: Opener) -> None:
    run(life_on_postgresql, lives(4, 30))


def _without_versions(monkeypatch: pytest.MonkeyPatch, opened: Opener) -> Opener:
    def blind(session: Any, claim_id: int, _seen: int | None = None) -> Any:
        return find_claim(session, claim_id)

    for module in (claims, evidence, findings, moves):
        monkeypatch.setattr(module, "find_claim", blind)
    return opened


def _without_four_eyes(monkeypatch: pytest.MonkeyPatch, opened: Opener) -> Opener:
    ends = (WorkState.IN_REVIEW, WorkState.SIGNED_OFF)
    row = states.transition(*ends)
    assert row is not None
    careless = states.Transition(*ends, row.roles, lambda _: ())
    monkeypatch.setitem(states._BY_ENDS, ends, careless)
    return opened


def _without_an_event(monkeypatch: pytest.MonkeyPatch, opened: Opener) -> Opener:
    monkeypatch.setattr(evidence, "tell_of", lambda *_, **__: None)
    return opened


def _without_a_tally(_: pytest.MonkeyPatch, opened: Opener) -> Opener:
    def miscounting() -> Newsroom:
        newsroom = opened()
        with newsroom.database.write() as session:
            session.execute(text("DROP TRIGGER claim_tally_update"))
        return newsroom

    return miscounting


PLANTED = {
    "the version that was seen is not looked at": _without_versions,
    "the signature does not ask for a second person": _without_four_eyes,
    "evidence leaves no event": _without_an_event,
    "a tally is not kept": _without_a_tally,
}


@pytest.mark.parametrize("bug", PLANTED)
def test_a_planted_bug_is_found(bug: str, life_on_sqlite: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = PLANTED[bug](monkeypatch, life_on_sqlite)
    with pytest.raises(AssertionError):
        run(opened, lives(200, 30, phases=[Phase.generate]))
