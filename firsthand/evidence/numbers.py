"""How a figure in a claim stands to a figure in a source, with the working an editor can follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal

from db.vocabulary import NumberComparison
from firsthand.evidence.quantities import Approximation, Quantity, figures
from firsthand.evidence.units import ORDINAL, Unit

__all__ = ["Approximation", "NumberResult", "Quantity", "Unit", "compare_numbers", "compare_quantities", "figures"]

_THOUSANDS = frozenset(Decimal(10) ** power for power in (3, 6, 9, 12, -3, -6, -9, -12))
_ABOUT = Decimal("0.05")  # share by which «about» may miss
_BEYOND = Decimal("0.1")  # share by which «more than» or «nearly» may; further off it is true but misleads
_EXACT_DIGITS = 10  # significant digits of a converted figure that are shown


@dataclass(frozen=True)
class NumberResult:
    """What comparing two figures gave; ``working`` is a sentence for an editor."""

    comparison: NumberComparison
    claim: Quantity | None
    source: Quantity | None
    working: str


def compare_numbers(claim_expression: str, source_expression: str) -> NumberResult:
    """Compare the first figure of each expression. Without a figure on either side they cannot be compared."""
    claim = next(iter(figures(claim_expression)), None)
    source = next(iter(figures(source_expression)), None)
    if claim and source:
        return compare_quantities(claim, source)
    lacking = "neither side has a figure" if not (claim or source) else "the claim has no figure"
    if claim:
        lacking = "the source has no figure"
    return NumberResult(NumberComparison.CANNOT_COMPARE, claim, source, f"There is nothing to compare: {lacking}.")


def compare_quantities(claim: Quantity, source: Quantity) -> NumberResult:
    """Compare two figures: first what they count, then how much.

    The claim may round: the source's figure, converted to the claim's unit where the factor is exact, is rounded to
    the claim's last written digit. «About» may miss by 5 %, «more than» and «nearly» by 10 % on their side.
    """
    comparison, working = _units(claim, source) or _compared(claim, source)
    if (claim.period is None) != (source.period is None):
        side = "claim" if claim.period else "source"
        working += f" Only the {side} counts by the {claim.period or source.period}."
    return NumberResult(comparison, claim, source, working)


_Verdict = tuple[NumberComparison, str]


def _units(claim: Quantity, source: Quantity) -> _Verdict | None:
    """Return the verdict where unit, period or base differ, None where the values decide."""
    sides = f"The claim has «{claim.words}», the source «{source.words}»"
    unlike = _unlike_units(claim, source)
    if unlike:
        return NumberComparison.UNIT_DIFFERS, f"{sides}: {unlike}."
    if claim.period and source.period and claim.period != source.period:
        counted = f"the claim counts by the {claim.period}, the source by the {source.period}"
        return NumberComparison.PERIOD_DIFFERS, f"{sides}: {counted}."
    if claim.base and source.base and _stem(claim.base) != _stem(source.base):
        return NumberComparison.BASE_DIFFERS, f"{sides}: a share of {claim.base} is not a share of {source.base}."
    return None


def _unlike_units(claim: Quantity, source: Quantity) -> str | None:
    """Return why the units make the two figures incomparable, or the same number another amount; else None."""
    if claim.unit is None or source.unit is None:
        if _needs_unit(claim.unit or source.unit):
            return f"the {'claim' if claim.unit is None else 'source'} names no unit"
        return None
    if claim.unit.dimension != source.unit.dimension:
        return None if _dollars(claim.unit, source.unit) else f"{claim.unit.name} are not {source.unit.name}"
    if claim.unit.factor != source.unit.factor and claim.value == source.value != 0:
        converted = f"{_plain(_converted(claim, source).value)} {claim.unit.name}"
        return f"the same number, but {_plain(source.value)} {source.unit.name} are {converted}"
    return None


def _dollars(claim: Unit, source: Unit) -> bool:
    """Whether one side says «dollars» and the other «US dollars», which nothing shows to be different."""
    return {claim.dimension, source.dimension} == {"dollars", "US dollars"}


def _needs_unit(unit: Unit | None) -> bool:
    """Whether a number with this unit is something else than the bare number."""
    return unit is not None and unit.dimension in {"share", "percentage points", ORDINAL.dimension}


def _stem(base: str) -> str:
    return base.partition(" ")[0].removesuffix("s")


def _converted(claim: Quantity, source: Quantity) -> Quantity:
    """Return the source's figure in the claim's unit."""
    if not claim.unit or not source.unit or claim.unit.factor == source.unit.factor:
        return source
    ratio = source.unit.factor / claim.unit.factor
    high = source.high * ratio if source.high is not None else None
    return replace(source, value=source.value * ratio, high=high, step=source.step * ratio)


def _compared(claim: Quantity, source: Quantity) -> _Verdict:
    converted = _converted(claim, source)
    sides = f"The claim has «{claim.words}», the source «{source.words}»"
    if converted is not source and claim.unit:
        sides += f", which is {_plain(converted.value)} {claim.unit.name}"
    if claim.high is not None or converted.high is not None:
        return _ranges(claim, converted, sides)
    same = claim.value == converted.value
    if same and claim.approximation is source.approximation:
        return (
            NumberComparison.EQUAL if converted is source else NumberComparison.EQUAL_AFTER_ROUNDING,
            f"{sides}: the same.",
        )
    meant = _as_meant(claim, converted)
    if meant:
        return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: {meant}."
    if claim.approximation in {Approximation.AS_WRITTEN, Approximation.ABOUT} and _rounds_to(claim, converted.value):
        why = "the same number, but not meant alike" if same else "the same when rounded to the claim's last digit"
        return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: {why}."
    if claim.value and converted.value and converted.value / claim.value in _THOUSANDS:
        return NumberComparison.SCALE_DIFFERS, f"{sides}: {_times(converted.value / claim.value)}."
    return NumberComparison.DIFFERENT, f"{sides}: {_difference(claim.value, converted.value)}."


def _as_meant(claim: Quantity, source: Quantity) -> str | None:
    """Return how an approximate claim is true of the source's value; None where it is not, or only just."""
    bound, value = claim.value, source.value
    if source.approximation not in {Approximation.AS_WRITTEN, Approximation.ABOUT, claim.approximation}:
        return None
    off = abs(value - bound)
    near = off <= _BEYOND * abs(bound)
    verdicts = {
        Approximation.ABOUT: (off <= _ABOUT * abs(bound), "close enough for «about»"),
        Approximation.NEARLY: (near and value < bound, "just under the claim's figure"),
        Approximation.MORE_THAN: (near and value > bound, "just over the claim's figure"),
        Approximation.LESS_THAN: (near and value < bound, "just under the claim's figure"),
        Approximation.AT_LEAST: (near and value >= bound, "not under the claim's figure"),
        Approximation.AT_MOST: (near and value <= bound, "not over the claim's figure"),
    }
    holds, words = verdicts.get(claim.approximation, (False, ""))
    return words if holds else None


def _ranges(claim: Quantity, source: Quantity, sides: str) -> _Verdict:
    low, high = source.value, source.high if source.high is not None else source.value
    claimed_high = claim.high if claim.high is not None else claim.value
    if (claim.value, claimed_high) == (low, high):
        return NumberComparison.EQUAL, f"{sides}: the same range."
    if source.high is None and claim.value <= low <= claimed_high:
        return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: it lies inside the claim's range."
    if claim.high is None and low <= claim.value <= high:
        return NumberComparison.DIFFERENT, f"{sides}: the claim picks one figure out of the source's range."
    if _rounds_to(claim, low) and _rounds_to(replace(claim, value=claimed_high), high):
        return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: rounded like the claim's, the range is the same."
    return NumberComparison.DIFFERENT, f"{sides}: the ranges differ."


def _rounds_to(claim: Quantity, value: Decimal) -> bool:
    """Whether the claim's value is what ``value`` rounds to; a five in the middle may go either way."""
    return 2 * abs(value - claim.value) <= claim.step


def _times(ratio: Decimal) -> str:
    side, factor = ("source's", ratio) if ratio > 1 else ("claim's", 1 / ratio)
    return f"the {side} figure is {_plain(factor)} times as large"


def _difference(claim: Decimal, source: Decimal) -> str:
    off = claim - source
    return (
        f"the claim's is {'higher' if off > 0 else 'lower'} by {_plain(abs(off))}"
        if off
        else "they are not meant alike"
    )


def _plain(value: Decimal) -> str:
    """Return the number with its thousands parted, without an exponent or trailing zeros."""
    text = f"{Context(prec=max(_EXACT_DIGITS, value.adjusted() + 1)).plus(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
