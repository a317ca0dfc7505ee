"""How a figure in a claim stands to a figure in a source, with the working an editor can follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from db.vocabulary import NumberComparison
from firsthand.evidence.amounts import amount, both, converted, difference, plain, rounds_to
from firsthand.evidence.quantities import Approximation, Quantity, figures
from firsthand.evidence.units import FRACTION, YEAR, Unit
from firsthand.evidence.unlike import Verdict, by_period, unlike

__all__ = ["Approximation", "NumberResult", "Quantity", "Unit", "compare_numbers", "compare_quantities", "figures"]

_THOUSANDS = frozenset(Decimal(10) ** power for power in (3, 6, 9, 12, -3, -6, -9, -12))
_ABOUT = Decimal("0.05")  # share by which «about» may miss
_BEYOND = Decimal("0.2")  # share by which «more than» and its like may; further off it is true but misleads
_NEARLY = Decimal("0.1")


@dataclass(frozen=True)
class NumberResult:
    """What comparing two figures gave; ``working`` is a sentence for an editor."""

    comparison: NumberComparison
    claim: Quantity | None
    source: Quantity | None
    working: str


def compare_numbers(claim_expression: str, source_expression: str) -> NumberResult:
    """Compare the first figure of each expression. Without a figure on either side they cannot be compared."""
    claim, source = _first(claim_expression), _first(source_expression)
    if claim and source:
        return compare_quantities(claim, source)
    lacking = "neither side has a figure" if not (claim or source) else "the claim has no figure"
    if claim:
        lacking = "the source has no figure"
    return NumberResult(NumberComparison.CANNOT_COMPARE, claim, source, f"There is nothing to compare: {lacking}.")


def _first(expression: str) -> Quantity | None:
    """Return the first figure that is no year, or the first year."""
    found = figures(expression)
    return next((figure for figure in found if figure.unit is not YEAR), next(iter(found), None))


def compare_quantities(claim: Quantity, source: Quantity) -> NumberResult:
    """Compare two figures: first what they count and over which time, then how much.

    The claim may round: the source's figure, converted to the claim's unit where the factor is exact, is rounded to
    the claim's last written digit. «About» may miss by 5 %, «nearly» by 10 % and «more than» by 20 % on their side.
    """
    comparison, working = unlike(claim, source) or _compared(claim, source)
    if (claim.period is None) != (source.period is None):
        side = "claim" if claim.period else "source"
        working += f" Only the {side} counts {by_period(claim.period or source.period)}."
    if (claim.whose_year == "fiscal") != (source.whose_year == "fiscal") and comparison in _FAIR:
        working += f" Only the {'claim' if claim.whose_year == 'fiscal' else 'source'} speaks of a fiscal year."
    return NumberResult(comparison, claim, source, working)


_FAIR = (NumberComparison.EQUAL, NumberComparison.EQUAL_AFTER_ROUNDING)


def _compared(claim: Quantity, source: Quantity) -> Verdict:
    """Return the verdict on two figures that count the same."""
    in_unit = converted(claim, source)
    sides = both(claim, source)
    if in_unit is not source:
        sides += _conversion(claim, source, in_unit)
    if claim.high is not None or in_unit.high is not None:
        return _ranges(claim, in_unit, sides)
    if claim.value == in_unit.value and claim.approximation is source.approximation:
        alike = NumberComparison.EQUAL if in_unit is source else NumberComparison.EQUAL_AFTER_ROUNDING
        return alike, f"{sides}: the same."
    meant = _as_meant(claim, in_unit) or _rounded(claim, in_unit)
    if meant:
        return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: {meant}."
    if claim.value and in_unit.value and in_unit.value / claim.value in _THOUSANDS:
        return NumberComparison.SCALE_DIFFERS, f"{sides}: {_times(in_unit.value / claim.value)}."
    true = "true as far as it goes, but " if _on_its_side(claim, in_unit) else ""
    return NumberComparison.DIFFERENT, f"{sides}: {true}{_difference(claim, in_unit)}."


def _conversion(claim: Quantity, source: Quantity, in_unit: Quantity) -> str:
    """Say what the source's figure is in the claim's unit, and a fraction in percent."""
    if FRACTION in {claim.unit, source.unit}:
        part = claim if claim.unit is FRACTION else source
        return f"; {part.words} is {amount(part.value, FRACTION)}"
    return f", which is {amount(in_unit.value, claim.unit)}"


def _rounded(claim: Quantity, source: Quantity) -> str | None:
    """Return how a claim that gives its figure as it is, or «about» it, agrees with the source's by its last digit."""
    if claim.approximation not in {Approximation.AS_WRITTEN, Approximation.ABOUT} or not rounds_to(claim, source.value):
        return None
    same = claim.value == source.value
    return "the same number, but not meant alike" if same else "the same when rounded to the claim's last digit"


def _as_meant(claim: Quantity, source: Quantity) -> str | None:
    """Return how an approximate claim is true of the source's value; None where it is not, or only just."""
    bound, value = claim.value, source.value
    if source.approximation not in {Approximation.AS_WRITTEN, Approximation.ABOUT, claim.approximation}:
        return None
    off = abs(value - bound)
    near = off <= _BEYOND * abs(bound)
    verdicts = {
        Approximation.ABOUT: (off <= _ABOUT * abs(bound), "close enough for «about»"),
        Approximation.NEARLY: (off <= _NEARLY * abs(bound) and value < bound, "just under the claim's figure"),
        Approximation.MORE_THAN: (near and value > bound, "over the claim's figure, and not far"),
        Approximation.LESS_THAN: (near and value < bound, "under the claim's figure, and not far"),
        Approximation.AT_LEAST: (near and value >= bound, "not under the claim's figure"),
        Approximation.AT_MOST: (near and value <= bound, "not over the claim's figure"),
    }
    holds, words = verdicts.get(claim.approximation, (False, ""))
    return words if holds else None


def _on_its_side(claim: Quantity, source: Quantity) -> bool:
    """Whether the source's value lies where «more than» and its like say, however far."""
    if source.approximation is not Approximation.AS_WRITTEN:
        return False
    if claim.approximation in {Approximation.MORE_THAN, Approximation.AT_LEAST}:
        return source.value > claim.value
    return claim.approximation in {Approximation.LESS_THAN, Approximation.AT_MOST} and source.value < claim.value


def _ranges(claim: Quantity, source: Quantity, sides: str) -> Verdict:
    low, high = source.value, source.high if source.high is not None else source.value
    claimed_high = claim.high if claim.high is not None else claim.value
    if (claim.value, claimed_high) == (low, high):
        return NumberComparison.EQUAL, f"{sides}: the same range."
    if source.high is None and claim.value <= low <= claimed_high:
        return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: it lies inside the claim's range."
    if claim.high is None and low <= claim.value <= high:
        return NumberComparison.DIFFERENT, f"{sides}: the claim picks one figure out of the source's range."
    if rounds_to(claim, low) and rounds_to(replace(claim, value=claimed_high), high):
        return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: rounded like the claim's, the range is the same."
    return NumberComparison.DIFFERENT, f"{sides}: the ranges differ."


def _times(ratio: Decimal) -> str:
    side, factor = ("source's", ratio) if ratio > 1 else ("claim's", 1 / ratio)
    return f"the {side} figure is {plain(factor)} times as large"


def _difference(claim: Quantity, source: Quantity) -> str:
    off = claim.value - source.value
    if not off:
        return "they are not meant alike"
    return f"the claim's is {'higher' if off > 0 else 'lower'} by {difference(abs(off), claim.unit)}"
