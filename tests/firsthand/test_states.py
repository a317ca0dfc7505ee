from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from db.vocabulary import AttributionFinding, Flag, Role, Stance, SubstanceFinding, WorkState
from firsthand.states import TRANSITIONS, EvidenceFacts, Facts, transition, ways_out

S = WorkState
CHECKER, REVIEWER, EDITOR = Role.CHECKER, Role.REVIEWER, Role.EDITOR

# The table as it was agreed on, each row with its sentence.
ROWS: dict[tuple[S | None, S], tuple[set[Role], str]] = {
    (None, S.DETECTED): (set(), "the machine puts a draft onto the desk, and no person does"),
    (None, S.OPEN): ({CHECKER, EDITOR}, "a checker or an editor marks a claim in the text"),
    (S.DETECTED, S.OPEN): ({CHECKER, EDITOR}, "a checker or an editor takes a draft over"),
    (S.DETECTED, S.NOT_FOR_US): ({CHECKER, EDITOR}, "a checker or an editor turns a draft away"),
    (S.OPEN, S.NOT_FOR_US): ({CHECKER, EDITOR}, "a checker or an editor turns an open claim away"),
    (S.NOT_FOR_US, S.OPEN): ({CHECKER, EDITOR}, "what was turned away by mistake comes back"),
    (S.OPEN, S.DETECTED): ({CHECKER, EDITOR}, "who took a draft over by mistake takes that back"),
    (S.NOT_FOR_US, S.DETECTED): ({CHECKER, EDITOR}, "who turned a draft away by mistake takes that back"),
    (S.OPEN, S.IN_CHECK): ({CHECKER}, "a checker takes an open claim up"),
    (S.RECHECK, S.IN_CHECK): ({CHECKER}, "a checker takes a claim up that has to be looked at again"),
    (S.IN_CHECK, S.ON_HOLD): ({CHECKER}, "a checker sets a claim aside until something comes"),
    (S.ON_HOLD, S.IN_CHECK): ({CHECKER}, "a checker goes on with it"),
    (S.IN_CHECK, S.IN_REVIEW): ({CHECKER}, "a checker hands a finding to a second person"),
    (S.IN_REVIEW, S.IN_CHECK): ({REVIEWER}, "a reviewer sends it back"),
    (S.IN_REVIEW, S.SIGNED_OFF): ({REVIEWER}, "a reviewer signs"),
    (S.SIGNED_OFF, S.PUBLISHED): ({EDITOR}, "an editor publishes"),
    (S.SIGNED_OFF, S.RECHECK): ({EDITOR}, "an editor, or a change, asks for a signed claim to be checked again"),
    (S.PUBLISHED, S.RECHECK): ({EDITOR}, "an editor, or a change, asks for a published claim to be checked again"),
    (S.RECHECK, S.SIGNED_OFF): ({REVIEWER}, "a reviewer signs what somebody else has re-checked"),
    (S.PUBLISHED, S.WITHDRAWN): ({EDITOR}, "an editor withdraws a published claim"),
}
UNDOING = {(S.OPEN, S.DETECTED), (S.NOT_FOR_US, S.DETECTED)}
PAIRS = list(itertools.product([None, *WorkState], WorkState))

READY = Facts(
    statement="In 2025 the state closed 14 bridges.",
    assigned=True,
    substance=SubstanceFinding.SUPPORTED,
    attribution=AttributionFinding.CONFIRMED,
    evidence=(EvidenceFacts("e1", Stance.SUPPORTS, placed=True), EvidenceFacts("e2", Stance.REFUTES, placed=True)),
    searched=True,
    blocking_comments=0,
    flags=frozenset(),
    actor_id=2,
    own_work_of=frozenset({1}),
    allow_self_signing=False,
    reason="because",
    awaiting="the figures",
    awaiting_from="the ministry",
    awaiting_until=dt.date(2026, 4, 1),
    rechecked_by=1,
    looked_at=frozenset({"e1", "e2"}),
    just_judged=True,
)
UNPLACED = (EvidenceFacts("e1", Stance.SUPPORTS, placed=False),)
REFUTING = (EvidenceFacts("e2", Stance.REFUTES, placed=True),)
SUPPORTING = (EvidenceFacts("e1", Stance.SUPPORTS, placed=True),)
CONTEXT = (EvidenceFacts("e3", Stance.CONTEXT, placed=True),)


def _named(pair: tuple[S | None, S]) -> str:
    return f"{pair[0] or 'new'}-{pair[1]}"


@pytest.mark.parametrize("pair", PAIRS, ids=_named)
def test_the_table_has_the_rows_that_were_agreed_on_and_no_others(pair: tuple[S | None, S]) -> None:
    row = transition(*pair)
    assert (row is not None) == (pair in ROWS)
    if row is not None:
        roles, sentence = ROWS[pair]
        assert row.roles == roles, sentence


def test_each_row_stands_there_once() -> None:
    assert len(TRANSITIONS) == len({(row.source, row.target) for row in TRANSITIONS}) == len(ROWS)


@pytest.mark.parametrize("pair", ROWS, ids=_named)
def test_a_claim_that_has_everything_may_go_every_way_of_the_table(pair: tuple[S | None, S]) -> None:
    row = transition(*pair)
    assert row is not None
    assert row.missing(READY) == ()


def test_a_machine_moves_nothing_but_what_follows_from_something_else() -> None:
    by_system = {(row.source, row.target) for row in TRANSITIONS if row.by_system}
    assert by_system == {(None, S.DETECTED), (S.SIGNED_OFF, S.RECHECK), (S.PUBLISHED, S.RECHECK)}


@pytest.mark.parametrize("state", WorkState)
def test_the_ways_out_of_a_state_are_the_rows_that_begin_there_but_for_taking_back(state: S) -> None:
    steps = ROWS.keys() - UNDOING
    assert {row.target for row in ways_out(state)} == {target for source, target in steps if source is state}


def test_only_the_rows_back_to_being_a_draft_take_something_back() -> None:
    assert {(row.source, row.target) for row in TRANSITIONS if row.undoes} == UNDOING


def test_nothing_leads_out_of_withdrawn() -> None:
    assert ways_out(S.WITHDRAWN) == ()


def test_administrators_and_readers_move_nothing() -> None:
    assert not {Role.ADMINISTRATOR, Role.READER} & {role for row in TRANSITIONS for role in row.roles}


STATEMENT = "Write the claim's statement so that it stands on its own."
REASON = "Give a reason."
EVIDENCE = "Add evidence that says where in a source it stands."
TOO_LATE = "Something else has happened to it since it was a draft, so this can no longer be undone."
SECOND = "Ask a second person: you checked or last edited this claim yourself."

MISSING: list[tuple[S | None, S, dict[str, object], tuple[str, ...]]] = [
    (None, S.OPEN, {"statement": " "}, (STATEMENT,)),
    (S.DETECTED, S.OPEN, {"statement": ""}, (STATEMENT,)),
    (S.DETECTED, S.NOT_FOR_US, {"reason": ""}, (REASON,)),
    (S.OPEN, S.NOT_FOR_US, {"reason": " \n"}, (REASON,)),
    (S.NOT_FOR_US, S.OPEN, {"reason": ""}, (REASON,)),
    (S.OPEN, S.DETECTED, {"just_judged": False}, (TOO_LATE,)),
    (S.NOT_FOR_US, S.DETECTED, {"just_judged": False}, (TOO_LATE,)),
    (S.OPEN, S.IN_CHECK, {"assigned": False}, ("Say who checks it.",)),
    (S.RECHECK, S.IN_CHECK, {"assigned": False}, ("Say who checks it.",)),
    (S.IN_CHECK, S.ON_HOLD, {"awaiting": " "}, ("Say what is awaited.",)),
    (S.IN_CHECK, S.ON_HOLD, {"awaiting_from": ""}, ("Say from whom.",)),
    (S.IN_CHECK, S.ON_HOLD, {"awaiting_until": None}, ("Say until when.",)),
    (
        S.IN_CHECK,
        S.ON_HOLD,
        {"awaiting": "", "awaiting_from": "", "awaiting_until": None},
        ("Say what is awaited.", "Say from whom.", "Say until when."),
    ),
    (S.IN_CHECK, S.IN_REVIEW, {"substance": None}, ("Set the substance finding.",)),
    (S.IN_CHECK, S.IN_REVIEW, {"attribution": None}, ("Set the attribution finding.",)),
    (
        S.IN_CHECK,
        S.IN_REVIEW,
        {"substance": None, "attribution": None, "evidence": ()},
        ("Set the substance finding.", "Set the attribution finding."),
    ),
    (S.IN_CHECK, S.IN_REVIEW, {"evidence": ()}, (EVIDENCE,)),
    (S.IN_CHECK, S.IN_REVIEW, {"evidence": UNPLACED}, (EVIDENCE,)),
    (
        S.IN_CHECK,
        S.IN_REVIEW,
        {"evidence": REFUTING},
        ("Add evidence that supports the claim: the finding says «supported».",),
    ),
    (
        S.IN_CHECK,
        S.IN_REVIEW,
        {"substance": SubstanceFinding.CONTRADICTED, "evidence": SUPPORTING},
        ("Add evidence that refutes the claim: the finding says «contradicted».",),
    ),
    (
        S.IN_CHECK,
        S.IN_REVIEW,
        {"substance": SubstanceFinding.CONFLICTING, "evidence": SUPPORTING},
        ("Add evidence for both sides: the finding says that sources conflict.",),
    ),
    (
        S.IN_CHECK,
        S.IN_REVIEW,
        {"substance": SubstanceFinding.INSUFFICIENT, "searched": False},
        ("Log at least one search: «not enough evidence» has to show where you looked.",),
    ),
    (
        S.IN_CHECK,
        S.IN_REVIEW,
        {"attribution": AttributionFinding.NOT_FOUND, "searched": False},
        ("Log at least one search: «not found» has to show where you looked.",),
    ),
    (
        S.IN_CHECK,
        S.IN_REVIEW,
        {"flags": frozenset({Flag.ANCHOR_LOST})},
        ("A passage is gone from its source: keep what was captured, place it again or withdraw that evidence.",),
    ),
    (S.IN_REVIEW, S.IN_CHECK, {"reason": ""}, (REASON,)),
    (S.IN_REVIEW, S.SIGNED_OFF, {"blocking_comments": 1}, ("Resolve the blocking comments first.",)),
    (S.IN_REVIEW, S.SIGNED_OFF, {"own_work_of": frozenset({1, 2})}, (SECOND,)),
    (
        S.IN_REVIEW,
        S.SIGNED_OFF,
        {"own_work_of": frozenset({2}), "allow_self_signing": True, "reason": " "},
        ("Give a reason for signing your own work.",),
    ),
    (S.IN_REVIEW, S.SIGNED_OFF, {"evidence": ()}, (EVIDENCE,)),
    (S.RECHECK, S.SIGNED_OFF, {"evidence": (), "looked_at": frozenset()}, (EVIDENCE,)),
    (
        S.SIGNED_OFF,
        S.PUBLISHED,
        {"flags": frozenset({Flag.QUOTE_DRIFT, Flag.NEEDS_SOURCE, Flag.STALE}), "reason": ""},
        ("Clear the flags (needs_source, quote_drift), or override them with a reason.",),
    ),
    (S.SIGNED_OFF, S.RECHECK, {"reason": ""}, (REASON,)),
    (S.PUBLISHED, S.RECHECK, {"reason": ""}, (REASON,)),
    (
        S.RECHECK,
        S.SIGNED_OFF,
        {"rechecked_by": None, "looked_at": frozenset(), "reason": ""},
        ("Log the re-check first: somebody has to look at each piece of evidence.",),
    ),
    (
        S.RECHECK,
        S.SIGNED_OFF,
        {"looked_at": frozenset({"e1"})},
        ("Look at each piece of evidence: 1 not looked at yet.",),
    ),
    (S.RECHECK, S.SIGNED_OFF, {"reason": ""}, ("Say in a note what the re-check found.",)),
    (S.RECHECK, S.SIGNED_OFF, {"own_work_of": frozenset({2})}, (SECOND,)),
    (S.PUBLISHED, S.WITHDRAWN, {"reason": ""}, (REASON,)),
]


@pytest.mark.parametrize(
    ("source", "target", "lacking", "sentences"),
    MISSING,
    ids=[f"{source or 'new'}-{target}-{'-'.join(lacking)}" for source, target, lacking, _ in MISSING],
)
def test_a_guard_says_what_is_missing(
    source: S | None, target: S, lacking: dict[str, object], sentences: tuple[str, ...]
) -> None:
    row = transition(source, target)
    assert row is not None
    assert row.missing(replace(READY, **lacking)) == sentences  # type: ignore[arg-type]


def test_every_row_with_a_guard_has_been_tried_without_what_it_asks_for() -> None:
    unguarded = {(None, S.DETECTED), (S.ON_HOLD, S.IN_CHECK)}
    assert {(source, target) for source, target, _, _ in MISSING} == ROWS.keys() - unguarded


FREE: list[tuple[str, S, S, dict[str, object]]] = [
    (
        "«not enough evidence» stands without evidence once somebody has searched",
        S.IN_CHECK,
        S.IN_REVIEW,
        {
            "substance": SubstanceFinding.INSUFFICIENT,
            "attribution": AttributionFinding.NO_SPEAKER,
            "evidence": (),
        },
    ),
    (
        "«not checkable» needs neither evidence nor a search",
        S.IN_CHECK,
        S.IN_REVIEW,
        {
            "substance": SubstanceFinding.NOT_CHECKABLE,
            "attribution": AttributionFinding.NO_SPEAKER,
            "evidence": (),
            "searched": False,
        },
    ),
    (
        "«misleading» may rest on context alone",
        S.IN_CHECK,
        S.IN_REVIEW,
        {"substance": SubstanceFinding.MISLEADING, "evidence": CONTEXT},
    ),
    (
        "a desk may allow people to sign their own work, with a reason",
        S.IN_REVIEW,
        S.SIGNED_OFF,
        {"own_work_of": frozenset({2}), "allow_self_signing": True},
    ),
    (
        "blocking flags may be overridden with a reason",
        S.SIGNED_OFF,
        S.PUBLISHED,
        {"flags": frozenset({Flag.FAILED_VERIFICATION})},
    ),
    (
        "flags that do not block need no reason",
        S.SIGNED_OFF,
        S.PUBLISHED,
        {"flags": frozenset(flag for flag in Flag if not flag.blocks_publishing), "reason": ""},
    ),
    ("a draft is taken over without an assignee", S.DETECTED, S.OPEN, {"assigned": False, "reason": ""}),
    ("going on needs no reason", S.ON_HOLD, S.IN_CHECK, {"reason": ""}),
]


@pytest.mark.parametrize(("source", "target", "facts"), [row[1:] for row in FREE], ids=[row[0] for row in FREE])
def test_a_guard_asks_for_no_more_than_it_has_to(source: S, target: S, facts: dict[str, object]) -> None:
    row = transition(source, target)
    assert row is not None
    assert row.missing(replace(READY, **facts)) == ()  # type: ignore[arg-type]


def test_only_a_person_can_be_at_odds_with_their_own_work() -> None:
    assert not replace(READY, actor_id=None, own_work_of=frozenset()).own_work
    assert replace(READY, actor_id=1).own_work
