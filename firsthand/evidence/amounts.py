"""Amounts in words, as an editor would write them in a sentence."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING

from firsthand.evidence.units import FRACTION, PERCENT, Unit

if TYPE_CHECKING:
    from firsthand.evidence.quantities import Quantity

_DIGITS = 10  # significant digits shown at most
_CONVERTED_DIGITS = 4  # of a converted amount
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def as_written(quantity: Quantity) -> str:
    """Return a figure with the things it counts, as it stands in its text: «14 bridges»."""
    things = f" {quantity.counted}" if quantity.counted and quantity.unit is None else ""
    return f"«{quantity.words}{things}»"


def both(claim: Quantity, source: Quantity) -> str:
    """Begin a working: both figures as they are written."""
    return f"The claim has {as_written(claim)}, the source {as_written(source)}"


def amount(value: Decimal, unit: Unit | None) -> str:
    """Return a value with its unit and a scale word: «400 million euros», «50 percent», «2.5»."""
    if unit is FRACTION:
        value, unit = value / PERCENT.factor, PERCENT
    scale, word = next(((scale, word) for scale, word in _SCALES if abs(value) >= scale), (1, ""))
    short = value / scale
    # Four digits, but never fewer than stand before the point.
    rounded = Context(prec=max(_CONVERTED_DIGITS, short.adjusted() + 1)).plus(short)
    return " ".join(filter(None, (plain(rounded), word, unit.name if unit else "")))


def difference(value: Decimal, unit: Unit | None) -> str:
    """Return the difference of two values: of two shares, it is counted in percentage points."""
    if unit is not None and unit.dimension == "share":
        return f"{plain(value * unit.factor / PERCENT.factor)} percentage points"
    return amount(value, unit)


def plain(value: Decimal) -> str:
    """Return the number with its thousands parted, without an exponent or trailing zeros."""
    text = f"{Context(prec=max(_DIGITS, value.adjusted() + 1)).plus(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def converted(claim: Quantity, source: Quantity) -> Quantity:
    """Return the source's figure in the claim's unit."""
    if not claim.unit or not source.unit or claim.unit.factor == source.unit.factor:
        return source
    ratio = source.unit.factor / claim.unit.factor
    high = source.high * ratio if source.high is not None else None
    return replace(source, value=source.value * ratio, high=high, step=source.step * ratio)


def rounds_to(claim: Quantity, value: Decimal) -> bool:
    """Whether the claim's value is what ``value`` rounds to; a five in the middle may go either way."""
    return 2 * abs(value - claim.value) <= claim.step
