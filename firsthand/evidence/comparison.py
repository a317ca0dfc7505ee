"""A claim against a passage: its quoted words, its figures, and what to look at, for the desk and the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.vocabulary import MatchGrade, NumberComparison
from firsthand.evidence.alignment import Alignment, align_quote
from firsthand.evidence.numbers import NumberResult, Quantity, compare_quantities, figures
from firsthand.evidence.units import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FAIR = (NumberComparison.EQUAL, NumberComparison.EQUAL_AFTER_ROUNDING)
_CLOSEST = (
    *_FAIR,
    NumberComparison.BASE_DIFFERS,
    NumberComparison.PERIOD_DIFFERS,
    NumberComparison.SCALE_DIFFERS,
    NumberComparison.UNIT_DIFFERS,
    NumberComparison.DIFFERENT,
    NumberComparison.CANNOT_COMPARE,
)
_GRADES = {
    MatchGrade.NEAR: "The quoted words differ from the passage.",
    MatchGrade.ABSENT: "The quoted words are not in the passage.",
    MatchGrade.AMBIGUOUS: "The quoted words stand in several places of the passage.",
}


@dataclass(frozen=True)
class Comparison:
    """What comparing a claim with a passage gave.

    ``alignment`` is None where the claim quotes nobody. ``numbers`` has one result for each of the claim's figures
    that the passage has a counterpart for, in the claim's order. ``warnings`` are sentences.
    """

    alignment: Alignment | None
    numbers: tuple[NumberResult, ...]
    warnings: tuple[str, ...]


def compare(claim_quote: str | None, claim_literal: str, passage: str) -> Comparison:
    """Compare a claim's quoted words and the figures of its literal words with a passage of a source."""
    alignment = align_quote(claim_quote, passage) if claim_quote and claim_quote.strip() else None
    numbers = tuple(_numbers(figures(claim_literal), figures(passage)))
    return Comparison(alignment, numbers, tuple(_warnings(alignment, numbers)))


def _numbers(claimed: Sequence[Quantity], found: Sequence[Quantity]) -> Iterable[NumberResult]:
    """Yield, for each figure of the claim, the comparison with the passage's figure that comes closest to it.

    Years are left to the reader: a claim and its source name many, and seldom the same ones.
    """
    for claim in claimed:
        if claim.unit is YEAR:
            continue
        results = [compare_quantities(claim, source) for source in found if _counterparts(claim, source)]
        if results:
            yield min(results, key=lambda result: _CLOSEST.index(result.comparison))


def _counterparts(claim: Quantity, source: Quantity) -> bool:
    """Whether two figures may mean the same thing: one dimension, or one number; bare counts of the same things."""
    if source.unit is YEAR:
        return False
    if claim.unit and source.unit:
        return claim.unit.dimension == source.unit.dimension or claim.value == source.value
    if claim.value == source.value:
        return True
    return claim.unit is source.unit and bool(claim.counted) and _stem(claim.counted) == _stem(source.counted)


def _stem(counted: str | None) -> str:
    return (counted or "").removesuffix("s")


def _warnings(alignment: Alignment | None, numbers: Iterable[NumberResult]) -> Iterable[str]:
    if alignment and alignment.grade in _GRADES:
        yield _GRADES[alignment.grade]
    if alignment:
        yield from (caution.words for caution in alignment.warnings)
    yield from (result.working for result in numbers if result.comparison not in _FAIR)
