from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import (
    AnchorHealth,
    Aspect,
    AttributionFinding,
    CaptureOutcome,
    ClaimOrigin,
    Flag,
    MatchGrade,
    NumberComparison,
    Stance,
    SubstanceFinding,
    Tier,
    WorkState,
)
from firsthand.flags import Backing, Piece, best_tier, flags_of, is_after

PIECE = Piece(
    aspect=Aspect.SUBSTANCE,
    stance=Stance.SUPPORTS,
    tier=Tier.PRIMARY,
    origin=1,
    placed=True,
    captured=True,
    grade=None,
    numbers=None,
    published="2024-07",
    last_outcome=CaptureOutcome.COMPLETE,
)
QUOTE = replace(PIECE, aspect=Aspect.ATTRIBUTION, grade=MatchGrade.EXACT)
SECONDARY = replace(PIECE, tier=Tier.SECONDARY)
CLEAN = Backing(
    state=WorkState.IN_CHECK,
    origin=ClaimOrigin.PERSON,
    checkable=True,
    substance=SubstanceFinding.SUPPORTED,
    attribution=AttributionFinding.CONFIRMED,
    date="2024-08",
    pieces=(PIECE,),
    replies_awaited=0,
    self_signed=False,
    signed_on=None,
    stale_after_days=365,
    today=dt.date(2026, 3, 2),
)
SIGNED = replace(CLEAN, state=WorkState.SIGNED_OFF, signed_on=dt.date(2025, 3, 1))

# Each flag with a sentence: what has to be so for it to be there, and what keeps it away.
Rows = list[tuple[Flag, str, Backing]]
PRESENT: Rows = [
    (Flag.NEEDS_SOURCE, "nothing backs a checkable claim", replace(CLEAN, substance=None, pieces=())),
    (Flag.NEEDS_SOURCE, "a finding about the world has nothing behind it", replace(CLEAN, pieces=())),
    (
        Flag.NO_LOCATOR,
        "a captured source is named, and no place in it",
        replace(CLEAN, pieces=(replace(PIECE, placed=False),)),
    ),
    (
        Flag.SECONDARY_ONLY,
        "the first hand is missing",
        replace(CLEAN, pieces=(SECONDARY, replace(SECONDARY, origin=2))),
    ),
    (Flag.SINGLE_ORIGIN, "two reports go back to one", replace(CLEAN, pieces=(SECONDARY, SECONDARY))),
    (
        Flag.BETTER_SOURCE_NEEDED,
        "an encyclopedia is all there is",
        replace(CLEAN, pieces=(replace(PIECE, tier=Tier.TERTIARY),)),
    ),
    (
        Flag.BETTER_SOURCE_NEEDED,
        "nobody knows how near it is",
        replace(CLEAN, pieces=(replace(PIECE, tier=Tier.UNKNOWN),)),
    ),
    (
        Flag.FAILED_VERIFICATION,
        "the finding says supported and nothing supports",
        replace(CLEAN, pieces=(replace(PIECE, stance=Stance.REFUTES),)),
    ),
    (
        Flag.FAILED_VERIFICATION,
        "the quoted words are in none of the passages",
        replace(CLEAN, pieces=(replace(QUOTE, grade=MatchGrade.ABSENT), replace(QUOTE, grade=MatchGrade.ELSEWHERE))),
    ),
    (
        Flag.QUOTE_DRIFT,
        "the best match differs in a word",
        replace(CLEAN, pieces=(replace(QUOTE, grade=MatchGrade.NEAR),)),
    ),
    (
        Flag.QUOTE_DRIFT,
        "the finding is not set yet",
        replace(CLEAN, attribution=None, pieces=(replace(QUOTE, grade=MatchGrade.NEAR),)),
    ),
    (
        Flag.NUMBER_MISMATCH,
        "a supporting passage has another figure",
        replace(CLEAN, pieces=(replace(PIECE, numbers=NumberComparison.DIFFERENT),)),
    ),
    (
        Flag.NUMBER_MISMATCH,
        "a supporting passage counts thousands",
        replace(CLEAN, pieces=(replace(PIECE, numbers=NumberComparison.SCALE_DIFFERS),)),
    ),
    (
        Flag.AFTER_CLAIM_DATE,
        "the source appeared after the claim was made",
        replace(CLEAN, pieces=(replace(PIECE, published="2024-09-01"),)),
    ),
    (
        Flag.DEAD_LINK,
        "the last fetch found the page gone",
        replace(CLEAN, pieces=(replace(PIECE, last_outcome=CaptureOutcome.GONE),)),
    ),
    (Flag.NOT_CAPTURED, "the source has been cited only", replace(CLEAN, pieces=(replace(PIECE, captured=False),))),
    (Flag.AWAITING_REPLY, "somebody was asked", replace(CLEAN, replies_awaited=1)),
    (Flag.STALE, "it was signed 366 days ago", SIGNED),
    (Flag.SELF_SIGNED, "the checker signed", replace(SIGNED, self_signed=True)),
    (
        Flag.MACHINE_ONLY,
        "no person has taken the draft over",
        replace(CLEAN, state=WorkState.DETECTED, origin=ClaimOrigin.MACHINE),
    ),
    (
        Flag.ANCHOR_LOST,
        "one of two passages is gone",
        replace(CLEAN, pieces=(PIECE, replace(PIECE, anchor=AnchorHealth.LOST))),
    ),
    (
        Flag.ANCHOR_LOST,
        "a passage that only helps to understand is gone",
        replace(CLEAN, pieces=(PIECE, replace(PIECE, stance=Stance.CONTEXT, anchor=AnchorHealth.LOST))),
    ),
    (
        Flag.CHANGED_SINCE_CHECK,
        "a passage stands in several places",
        replace(SIGNED, pieces=(replace(PIECE, anchor=AnchorHealth.AMBIGUOUS),)),
    ),
    (
        Flag.CHANGED_SINCE_CHECK,
        "the article lost the claim's words",
        replace(CLEAN, own_words=AnchorHealth.LOST),
    ),
    (
        Flag.CHANGED_SINCE_CHECK,
        "the article has the claim's words twice",
        replace(CLEAN, own_words=AnchorHealth.AMBIGUOUS),
    ),
]
ABSENT: Rows = [
    (
        Flag.ANCHOR_LOST,
        "a passage that moved is there",
        replace(CLEAN, pieces=(replace(PIECE, anchor=AnchorHealth.MOVED),)),
    ),
    (
        Flag.ANCHOR_LOST,
        "words that stand in several places are not lost",
        replace(CLEAN, pieces=(replace(PIECE, anchor=AnchorHealth.AMBIGUOUS),)),
    ),
    (Flag.ANCHOR_LOST, "an edited article loses no passage", replace(CLEAN, own_words=AnchorHealth.LOST)),
    (
        Flag.ANCHOR_LOST,
        "nobody asks after a claim that was turned away",
        replace(CLEAN, state=WorkState.NOT_FOR_US, pieces=(replace(PIECE, anchor=AnchorHealth.LOST),)),
    ),
    (
        Flag.CHANGED_SINCE_CHECK,
        "everything holds or has moved",
        replace(CLEAN, pieces=(replace(PIECE, anchor=AnchorHealth.HOLDS),), own_words=AnchorHealth.MOVED),
    ),
    (
        Flag.CHANGED_SINCE_CHECK,
        "a lost passage has its own flag",
        replace(CLEAN, pieces=(replace(PIECE, anchor=AnchorHealth.LOST),)),
    ),
    (Flag.NEEDS_SOURCE, "an opinion needs none", replace(CLEAN, checkable=False, pieces=())),
    (
        Flag.NEEDS_SOURCE,
        "«not enough evidence» stands without",
        replace(CLEAN, substance=SubstanceFinding.INSUFFICIENT, pieces=()),
    ),
    (
        Flag.NO_LOCATOR,
        "an uncaptured source has its own flag",
        replace(CLEAN, pieces=(replace(PIECE, placed=False, captured=False),)),
    ),
    (Flag.SECONDARY_ONLY, "one piece is first-hand", replace(CLEAN, pieces=(PIECE, SECONDARY))),
    (
        Flag.SECONDARY_ONLY,
        "context decides nothing",
        replace(CLEAN, pieces=(replace(SECONDARY, stance=Stance.CONTEXT),)),
    ),
    (Flag.SINGLE_ORIGIN, "two origins are two", replace(CLEAN, pieces=(SECONDARY, replace(SECONDARY, origin=2)))),
    (Flag.SINGLE_ORIGIN, "the first hand alone is enough", CLEAN),
    (Flag.BETTER_SOURCE_NEEDED, "a report is good enough for that", replace(CLEAN, pieces=(SECONDARY,))),
    (
        Flag.FAILED_VERIFICATION,
        "the finding says contradicted",
        replace(CLEAN, substance=SubstanceFinding.CONTRADICTED, pieces=(replace(PIECE, stance=Stance.REFUTES),)),
    ),
    (
        Flag.FAILED_VERIFICATION,
        "one of two passages has the words",
        replace(CLEAN, pieces=(QUOTE, replace(QUOTE, grade=MatchGrade.ABSENT))),
    ),
    (
        Flag.FAILED_VERIFICATION,
        "the finding itself says that the words were not found",
        replace(CLEAN, attribution=AttributionFinding.NOT_FOUND, pieces=(replace(QUOTE, grade=MatchGrade.ABSENT),)),
    ),
    (
        Flag.QUOTE_DRIFT,
        "another passage has the very words",
        replace(CLEAN, pieces=(replace(QUOTE, grade=MatchGrade.NEAR), replace(QUOTE, grade=MatchGrade.TYPOGRAPHIC))),
    ),
    (
        Flag.QUOTE_DRIFT,
        "the finding says «in other words»",
        replace(CLEAN, attribution=AttributionFinding.OTHER_WORDS, pieces=(replace(QUOTE, grade=MatchGrade.NEAR),)),
    ),
    (
        Flag.NUMBER_MISMATCH,
        "the figures agree after rounding",
        replace(CLEAN, pieces=(replace(PIECE, numbers=NumberComparison.EQUAL_AFTER_ROUNDING),)),
    ),
    (
        Flag.NUMBER_MISMATCH,
        "figures that cannot be compared do not contradict",
        replace(CLEAN, pieces=(replace(PIECE, numbers=NumberComparison.CANNOT_COMPARE),)),
    ),
    (
        Flag.NUMBER_MISMATCH,
        "a refuting passage ought to differ",
        replace(CLEAN, pieces=(PIECE, replace(PIECE, stance=Stance.REFUTES, numbers=NumberComparison.DIFFERENT))),
    ),
    (
        Flag.AFTER_CLAIM_DATE,
        "the source is of the same month",
        replace(CLEAN, pieces=(replace(PIECE, published="2024-08-31"),)),
    ),
    (Flag.AFTER_CLAIM_DATE, "nobody knows when it appeared", replace(CLEAN, pieces=(replace(PIECE, published=None),))),
    (
        Flag.AFTER_CLAIM_DATE,
        "that somebody said it may be reported later",
        replace(CLEAN, pieces=(replace(QUOTE, published="2025"),)),
    ),
    (
        Flag.DEAD_LINK,
        "a failed fetch is no deletion",
        replace(CLEAN, pieces=(replace(PIECE, last_outcome=CaptureOutcome.UNREACHABLE),)),
    ),
    (Flag.NOT_CAPTURED, "there is a capture", CLEAN),
    (Flag.AWAITING_REPLY, "nobody was asked", CLEAN),
    (Flag.STALE, "it was signed exactly 365 days ago", replace(SIGNED, signed_on=dt.date(2025, 3, 2))),
    (Flag.STALE, "it waits for a re-check already", replace(SIGNED, state=WorkState.RECHECK)),
    (Flag.SELF_SIGNED, "a second person signed", SIGNED),
    (Flag.MACHINE_ONLY, "a person has taken it over", replace(CLEAN, origin=ClaimOrigin.MACHINE)),
    (Flag.MACHINE_ONLY, "a person wrote the draft", replace(CLEAN, state=WorkState.DETECTED)),
]


def _ids(rows: Rows) -> list[str]:
    return [f"{flag.value}: {sentence}" for flag, sentence, _ in rows]


@pytest.mark.parametrize(("flag", "sentence", "backing"), PRESENT, ids=_ids(PRESENT))
def test_a_flag_is_there(flag: Flag, sentence: str, backing: Backing) -> None:
    assert flag in flags_of(backing), sentence


@pytest.mark.parametrize(("flag", "sentence", "backing"), ABSENT, ids=_ids(ABSENT))
def test_a_flag_is_not_there(flag: Flag, sentence: str, backing: Backing) -> None:
    assert flag not in flags_of(backing), sentence


def test_every_flag_is_in_both_tables() -> None:
    for rows in (PRESENT, ABSENT):
        assert {flag for flag, _, _ in rows} == set(Flag)


def test_a_claim_with_first_hand_evidence_in_its_place_has_no_flag() -> None:
    assert flags_of(CLEAN) == frozenset()


@pytest.mark.parametrize(
    ("later", "earlier", "after"),
    [
        ("2024-09", "2024-08-31", True),
        ("2025", "2024-12-31", True),
        ("2024-08-02", "2024-08-01", True),
        ("2024-08", "2024-08-01", False),
        ("2024", "2024-08", False),
        ("2024-08-01", "2024-08-01", False),
        ("2023", "2024", False),
        (None, "2024", False),
        ("2024", None, False),
        ("", "2024", False),
    ],
)
def test_a_date_is_after_another_only_where_they_do_not_overlap(
    later: str | None,
    earlier: str | None,
    after: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert is_after(later, earlier) is after


def test_the_best_tier_is_that_of_the_nearest_deciding_piece() -> None:
    pieces = (replace(PIECE, stance=Stance.CONTEXT), replace(PIECE, tier=Tier.DERIVED), SECONDARY)
    assert best_tier(replace(CLEAN, pieces=pieces)) is Tier.SECONDARY
    assert best_tier(replace(CLEAN, pieces=pieces[:1])) is None


dates = st.none() | st.sampled_from(["2023", "2024-08", "2024-08-06", "2025-01-01"])
piece_of = st.builds(
    Piece,
    aspect=st.sampled_from(Aspect),
    stance=st.sampled_from(Stance),
    tier=st.sampled_from(Tier),
    origin=st.integers(1, 3),
    placed=st.booleans(),
    captured=st.booleans(),
    grade=st.none() | st.sampled_from(MatchGrade),
    numbers=st.none() | st.sampled_from(NumberComparison),
    published=dates,
    last_outcome=st.none() | st.sampled_from(CaptureOutcome),
    anchor=st.none() | st.sampled_from(AnchorHealth),
)
backings = st.builds(
    Backing,
    state=st.sampled_from(WorkState),
    origin=st.sampled_from(ClaimOrigin),
    checkable=st.booleans(),
    substance=st.none() | st.sampled_from(SubstanceFinding),
    attribution=st.none() | st.sampled_from(AttributionFinding),
    date=dates,
    pieces=st.lists(piece_of, max_size=4).map(tuple),
    replies_awaited=st.integers(0, 2),
    self_signed=st.booleans(),
    signed_on=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1)),
    stale_after_days=st.integers(1, 3650),
    today=st.just(dt.date(2026, 3, 2)),
    own_words=st.none() | st.sampled_from(AnchorHealth),
)


@given(backings)
def test_the_same_backing_always_has_the_same_flags(backing: Backing) -> None:
    assert flags_of(backing) == flags_of(replace(backing))


@given(backings, st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_does_not_matter(backing: Backing, shuffler: object) -> None:
    pieces = list(backing.pieces)
    shuffler.shuffle(pieces)  # type: ignore[attr-defined]
    assert flags_of(replace(backing, pieces=tuple(pieces))) == flags_of(backing)


@given(backings)
def test_what_the_desk_is_done_with_carries_no_flag(backing: Backing) -> None:
    for state in (WorkState.NOT_FOR_US, WorkState.WITHDRAWN):
        assert flags_of(replace(backing, state=state)) == frozenset()


@given(backings)
def test_a_first_hand_piece_takes_the_flags_of_a_poor_source_away(backing: Backing) -> None:
    better = replace(backing, pieces=(*backing.pieces, PIECE))
    assert not flags_of(better) & {Flag.SECONDARY_ONLY, Flag.SINGLE_ORIGIN, Flag.BETTER_SOURCE_NEEDED}
