"""Why two figures count different things: their units, what they are shares of, the time they are counted over."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from db.vocabulary import NumberComparison
from firsthand.evidence.amounts import amount, both, converted, rounds_to
from firsthand.evidence.units import ORDINAL, YEAR, Unit

if TYPE_CHECKING:
    from firsthand.evidence.quantities import Quantity

_PER_DAY = Decimal("0.01")  # share by which a year of 365 days may miss one that was counted
# Days of a period; a month is a twelfth of a year, whose leap days are left to the tolerance.
_DAYS = {
    "hour": Decimal(1) / 24,
    "day": Decimal(1),
    "week": Decimal(7),
    "month": Decimal(365) / 12,
    "quarter": Decimal(365) / 4,
    "year": Decimal(365),
    "decade": Decimal(3650),
}

_CHANGED = {"by": "says by how much it changed", "to": "says what it changed to"}

Verdict = tuple[NumberComparison, str]


def unlike(claim: Quantity, source: Quantity) -> Verdict | None:
    """Return the verdict where unit, period or base differ, None where the values decide."""
    sides = both(claim, source)
    why = _unlike_units(claim, source)
    if why:
        return NumberComparison.UNIT_DIFFERS, f"{sides}: {why}."
    if claim.base and source.base and _stem(claim.base) != _stem(source.base):
        return NumberComparison.BASE_DIFFERS, f"{sides}: a share of {claim.base} is not a share of {source.base}."
    if claim.change and source.change and claim.change != source.change:
        told = f"the claim {_CHANGED[claim.change]}, the source {_CHANGED[source.change]}"
        return NumberComparison.BASE_DIFFERS, f"{sides}: {told}."
    return _periods(claim, source, sides)


def _periods(claim: Quantity, source: Quantity, sides: str) -> Verdict | None:
    """Return the verdict where the time is another: a day and a year, 2022 and 2023, two kinds of year."""
    if claim.period and source.period and claim.period != source.period:
        counted = f"the claim counts {by_period(claim.period)}, the source {by_period(source.period)}"
        if claim.period not in _DAYS or source.period not in _DAYS:
            return NumberComparison.PERIOD_DIFFERS, f"{sides}: {counted}."
        value = converted(claim, source).value * _DAYS[claim.period] / _DAYS[source.period]
        counted += f", which makes {amount(value, claim.unit)} {by_period(claim.period)}"
        if claim.high is None and (rounds_to(claim, value) or abs(value - claim.value) <= _PER_DAY * abs(claim.value)):
            return NumberComparison.EQUAL_AFTER_ROUNDING, f"{sides}: {counted}, the same."
        return NumberComparison.PERIOD_DIFFERS, f"{sides}: {counted}."
    if claim.year and source.year and claim.year != source.year:
        counted = f"the claim speaks of {claim.year}, the source of {source.year}"
        return NumberComparison.PERIOD_DIFFERS, f"{sides}: {counted}."
    if {claim.whose_year, source.whose_year} == {"fiscal", "calendar"}:
        counted = f"the claim counts by the {claim.whose_year} year, the source by the {source.whose_year} year"
        return NumberComparison.PERIOD_DIFFERS, f"{sides}: {counted}."
    return None


def by_period(period: str | None) -> str:
    """Say what is counted over: «by the year», «over 5 years»."""
    return f"over {period}" if period and period[0].isdigit() else f"by the {period}"


def _unlike_units(claim: Quantity, source: Quantity) -> str | None:
    """Return why the units make the two figures incomparable, or the same number another amount; else None."""
    if claim.unit is None or source.unit is None:
        if _needs_unit(claim.unit or source.unit):
            return f"the {'claim' if claim.unit is None else 'source'} names no unit"
        return None
    if claim.unit.dimension != source.unit.dimension:
        if YEAR in {claim.unit, source.unit}:
            return "a calendar year is no amount"
        return None if _dollars(claim.unit, source.unit) else f"{claim.unit.name} are not {source.unit.name}"
    if claim.unit.factor != source.unit.factor and claim.value == source.value != 0:
        same = amount(converted(claim, source).value, claim.unit)
        return f"the same number, but {amount(source.value, source.unit)} are {same}"
    return None


def _dollars(claim: Unit, source: Unit) -> bool:
    """Whether one side says «dollars» and the other «US dollars», which nothing shows to be different."""
    return {claim.dimension, source.dimension} == {"dollars", "US dollars"}


def _needs_unit(unit: Unit | None) -> bool:
    """Whether a number with this unit is something else than the bare number."""
    return unit is not None and unit.dimension in {"share", "percentage points", ORDINAL.dimension}


def _stem(base: str) -> str:
    return base.partition(" ")[0].casefold().removesuffix("s")
