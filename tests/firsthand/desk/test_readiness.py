from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from db.vocabulary import AttributionFinding, Flag, Stance, SubstanceFinding, WorkState
from firsthand.desk.readiness import Item, Requirement, checklist
from firsthand.states import TRANSITIONS, EvidenceFacts, Facts, transition

S, R = WorkState, Requirement
BARE = Facts(
    statement="In 2025 the state closed 14 bridges.",
    assigned=True,
    substance=None,
    attribution=None,
    evidence=(),
    searched=False,
    blocking_comments=0,
    flags=frozenset(),
    actor_id=2,
    own_work_of=frozenset({1}),
    allow_self_signing=False,
)
SUPPORTING = (EvidenceFacts("e1", Stance.SUPPORTS, placed=True),)
CHECKED = replace(
    BARE, substance=SubstanceFinding.SUPPORTED, attribution=AttributionFinding.CONFIRMED, evidence=SUPPORTING
)


def _items(source: S, target: S, **changes: Any) -> tuple[Item, ...]:
    way = transition(source, target)
    assert way is not None
    return checklist(way, replace(CHECKED, **changes))


def _marks(items: tuple[Item, ...]) -> dict[Requirement | None, bool]:
    return {item.requirement: item.done for item in items}


def test_a_check_that_has_just_begun_lacks_evidence_and_both_findings() -> None:
    way = transition(S.IN_CHECK, S.IN_REVIEW)
    assert way is not None

    marks = _marks(checklist(way, BARE))

    assert marks == {R.EVIDENCE: False, R.SUBSTANCE: False, R.ATTRIBUTION: False, R.PASSAGES: True}


def test_what_is_there_is_ticked_off_where_it_stood() -> None:
    way = transition(S.IN_CHECK, S.IN_REVIEW)
    assert way is not None
    begun, done = checklist(way, BARE), checklist(way, CHECKED)

    assert [item.requirement for item in begun] == [item.requirement for item in done]
    assert all(item.done for item in done)


def test_not_enough_evidence_asks_for_the_search_log_and_supported_does_not() -> None:
    insufficient = _marks(_items(S.IN_CHECK, S.IN_REVIEW, substance=SubstanceFinding.INSUFFICIENT))

    assert insufficient[R.SEARCH] is False
    assert _marks(_items(S.IN_CHECK, S.IN_REVIEW, substance=SubstanceFinding.INSUFFICIENT, searched=True))[R.SEARCH]
    assert R.SEARCH not in _marks(_items(S.IN_CHECK, S.IN_REVIEW))


def test_evidence_that_cannot_carry_the_finding_is_still_to_do() -> None:
    (open_item,) = [
        item for item in _items(S.IN_CHECK, S.IN_REVIEW, substance=SubstanceFinding.CONTRADICTED) if not item.done
    ]

    assert open_item.requirement is R.EVIDENCE
    assert "refutes the claim" in open_item.missing


@pytest.mark.parametrize(
    ("changes", "requirement"),
    [
        ({"flags": frozenset({Flag.ANCHOR_LOST})}, R.PASSAGES),
        ({"blocking_comments": 2}, R.COMMENTS),
        ({"actor_id": 1}, R.SECOND_PERSON),
    ],
)
def test_each_hindrance_of_a_signature_has_its_line(changes: dict[str, Any], requirement: Requirement) -> None:
    assert _marks(_items(S.IN_REVIEW, S.SIGNED_OFF))[requirement] is True
    assert _marks(_items(S.IN_REVIEW, S.SIGNED_OFF, **changes))[requirement] is False


def test_a_re_check_is_logged_first_and_then_goes_piece_by_piece() -> None:
    assert _marks(_items(S.RECHECK, S.SIGNED_OFF)) == {R.RECHECK: False}

    logged = _marks(_items(S.RECHECK, S.SIGNED_OFF, rechecked_by=1, reason="Read again."))
    assert (logged[R.RECHECK], logged[R.LOOKED_AT]) == (True, False)
    assert _marks(_items(S.RECHECK, S.SIGNED_OFF, rechecked_by=1, reason="Read again.", looked_at=frozenset({"e1"})))[
        R.LOOKED_AT
    ]


def test_only_blocking_flags_stand_in_the_way_of_publishing() -> None:
    assert _marks(_items(S.SIGNED_OFF, S.PUBLISHED, flags=frozenset({Flag.SECONDARY_ONLY}))) == {R.FLAGS: True}
    assert _marks(_items(S.SIGNED_OFF, S.PUBLISHED, flags=frozenset({Flag.QUOTE_DRIFT}))) == {R.FLAGS: False}


@pytest.mark.parametrize("way", TRANSITIONS, ids=lambda way: f"{way.source}-{way.target}")
@pytest.mark.parametrize(
    "facts",
    [BARE, CHECKED, replace(CHECKED, actor_id=1), replace(CHECKED, rechecked_by=1), replace(BARE, statement="")],
)
def test_no_sentence_of_a_guard_is_lost_and_none_is_made_up(way: Any, facts: Facts) -> None:
    missing = [item.missing for item in checklist(way, facts) if not item.done]

    assert set(way.missing(facts)) <= set(missing)
    assert len(missing) == len(set(missing))
    made_up = set(missing) - set(way.missing(facts))
    assert made_up <= {"Add evidence that says where in a source it stands."}
