"""The flags: what is missing or wrong in a claim's backing right now, computed from the facts and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

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

_AGREEING = {NumberComparison.EQUAL, NumberComparison.EQUAL_AFTER_ROUNDING, NumberComparison.CANNOT_COMPARE}
_POOR = {Tier.TERTIARY, Tier.DERIVED, Tier.UNKNOWN}
_UNFLAGGED = {WorkState.NOT_FOR_US, WorkState.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Piece:
    """One live piece of evidence. ``origin`` is the same for sources that go back to one another.

    ``anchor`` is what became of its passage on the newest capture that was looked at; None before there was a later
    one, and after a person has kept what was captured before.
    """

    aspect: Aspect
    stance: Stance
    tier: Tier
    origin: int
    placed: bool
    captured: bool
    grade: MatchGrade | None
    numbers: NumberComparison | None
    published: str | None
    last_outcome: CaptureOutcome | None
    anchor: AnchorHealth | None = None

    @property
    def decides(self) -> bool:
        """Whether it speaks for or against the claim, rather than around it."""
        return self.stance is not Stance.CONTEXT


@dataclass(frozen=True, slots=True)
class Backing:
    """A claim's backing: ``date`` is the claim's own date (EDTF), ``today`` the day on which the flags are asked.

    ``own_words`` is what became of the claim's words in its article, as ``anchor`` is of a passage.
    """

    state: WorkState
    origin: ClaimOrigin
    checkable: bool
    substance: SubstanceFinding | None
    attribution: AttributionFinding | None
    date: str | None
    pieces: tuple[Piece, ...]
    replies_awaited: int
    self_signed: bool
    signed_on: dt.date | None
    stale_after_days: int
    today: dt.date
    own_words: AnchorHealth | None = None


def best_tier(backing: Backing) -> Tier | None:
    """Tell how near to the first hand the deciding evidence comes; None where nothing decides."""
    return min((piece.tier for piece in backing.pieces if piece.decides), key=lambda t: t.distance, default=None)


def flags_of(backing: Backing) -> frozenset[Flag]:
    """Compute every flag of a claim."""
    if backing.state in _UNFLAGGED:
        return frozenset()
    if backing.state is WorkState.DETECTED:
        return frozenset({Flag.MACHINE_ONLY} if backing.origin is ClaimOrigin.MACHINE else ())
    return frozenset((*_of_sources(backing), *_of_words(backing), *_of_places(backing), *_of_work(backing)))


def _of_sources(backing: Backing) -> Iterator[Flag]:
    deciding = [piece for piece in backing.pieces if piece.decides]
    settled_without = backing.substance is not None and not backing.substance.determinate
    if backing.checkable and not backing.pieces and not settled_without:
        yield Flag.NEEDS_SOURCE
    if deciding and all(piece.tier is not Tier.PRIMARY for piece in deciding):
        yield Flag.SECONDARY_ONLY
        if len({piece.origin for piece in deciding}) == 1:
            yield Flag.SINGLE_ORIGIN
        if all(piece.tier in _POOR for piece in deciding):
            yield Flag.BETTER_SOURCE_NEEDED
    if any(not piece.captured for piece in backing.pieces):
        yield Flag.NOT_CAPTURED
    if any(piece.captured and not piece.placed for piece in backing.pieces):
        yield Flag.NO_LOCATOR
    if any(piece.last_outcome is CaptureOutcome.GONE for piece in backing.pieces):
        yield Flag.DEAD_LINK
    if any(
        piece.aspect is Aspect.SUBSTANCE and piece.decides and is_after(piece.published, backing.date)
        for piece in backing.pieces
    ):
        yield Flag.AFTER_CLAIM_DATE


def _of_words(backing: Backing) -> Iterator[Flag]:
    supporting = [piece for piece in backing.pieces if piece.stance is Stance.SUPPORTS]
    claims_support = backing.substance in {SubstanceFinding.SUPPORTED, SubstanceFinding.MOSTLY_SUPPORTED}
    graded = [piece.grade for piece in supporting if piece.aspect is Aspect.ATTRIBUTION and piece.grade is not None]
    as_quoted = backing.attribution in {None, AttributionFinding.CONFIRMED}
    if (claims_support and backing.pieces and not supporting) or (
        as_quoted and graded and all(grade in {MatchGrade.ABSENT, MatchGrade.ELSEWHERE} for grade in graded)
    ):
        yield Flag.FAILED_VERIFICATION
    if as_quoted and MatchGrade.NEAR in graded and not any(grade.faithful for grade in graded):
        yield Flag.QUOTE_DRIFT
    if any(piece.numbers is not None and piece.numbers not in _AGREEING for piece in supporting):
        yield Flag.NUMBER_MISMATCH


def _of_places(backing: Backing) -> Iterator[Flag]:
    """A passage that is gone is a loss; words that stand in several places, or an edited article, are a doubt."""
    passages = {piece.anchor for piece in backing.pieces}
    if AnchorHealth.LOST in passages:
        yield Flag.ANCHOR_LOST
    if AnchorHealth.AMBIGUOUS in passages or backing.own_words in {AnchorHealth.LOST, AnchorHealth.AMBIGUOUS}:
        yield Flag.CHANGED_SINCE_CHECK


def _of_work(backing: Backing) -> Iterator[Flag]:
    if backing.replies_awaited:
        yield Flag.AWAITING_REPLY
    if backing.self_signed:
        yield Flag.SELF_SIGNED
    if (
        backing.state.signed
        and backing.signed_on is not None
        and (backing.today - backing.signed_on).days > backing.stale_after_days
    ):
        yield Flag.STALE


def is_after(later: str | None, earlier: str | None) -> bool:
    """Tell whether one EDTF date lies wholly after another; unknown or overlapping dates do not."""
    if not later or not earlier:
        return False
    shared = min(len(later), len(earlier))
    return later[:shared] > earlier[:shared]
