"""A claim against a passage: its quoted words, its figures, and what to look at, for the desk and the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.vocabulary import MatchGrade, NumberComparison
from firsthand.evidence.alignment import ALONE, Alignment, Beside, CautionKind, align_quote
from firsthand.evidence.names import absent_names, named
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

    ``alignment`` is None where the claim quotes nobody, and where the source speaks another language. ``numbers`` has
    one result for each of the claim's figures that the passage has a counterpart for, in the claim's order.
    ``translated`` tells that it does, and ``absent`` are the claim's names that the passage then lacks. ``cautions``
    are sentences on the quoted words, ``warnings`` those with what the grade and the figures say.
    """

    alignment: Alignment | None
    numbers: tuple[NumberResult, ...]
    warnings: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    translated: bool = False
    absent: tuple[str, ...] = ()


def compare(
    claim_quote: str | None,
    claim_literal: str,
    passage: str,
    *,
    beside: Beside = ALONE,
    speaker: str | None = None,
    translated: bool = False,
) -> Comparison:
    """Compare a claim's quoted words and the figures of its literal words with a passage of a source.

    A ``translated`` passage has other words than the claim, so that only figures and names are compared. ``speaker``
    is whose words they are said to be; ``beside`` is what stands around the passage.
    """
    numbers = tuple(_numbers(figures(claim_literal), figures(passage)))
    if translated:
        absent = tuple(name for name in absent_names(claim_literal, passage) if not speaker or name not in speaker)
        return Comparison(None, numbers, tuple(_workings(numbers)), translated=True, absent=absent)
    alignment = align_quote(claim_quote, passage, beside) if claim_quote and claim_quote.strip() else None
    cautions = tuple(_cautions(alignment, speaker)) if alignment else ()
    graded = [_GRADES[alignment.grade]] if alignment and alignment.grade in _GRADES else []
    return Comparison(alignment, numbers, (*graded, *cautions, *_workings(numbers)), cautions)


def speak_differently(article: str | None, source: str | None) -> bool:
    """Whether two language tags (BCP 47) are known to be of two languages."""
    return bool(article and source) and _primary(article) != _primary(source)


def _primary(tag: str | None) -> str:
    return (tag or "").partition("-")[0].casefold()


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


def _cautions(alignment: Alignment, speaker: str | None) -> Iterable[str]:
    """Yield the cautions in words; that the words are those of the claim's own speaker is none."""
    for caution in alignment.warnings:
        if caution.kind is not CautionKind.WHOSE or not (speaker and named(speaker, caution.words)):
            yield caution.words


def _workings(numbers: Iterable[NumberResult]) -> Iterable[str]:
    return (result.working for result in numbers if result.comparison not in _FAIR)
