"""Numbers in a text, as data: value, unit, scale and period, with the place they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.counting.figure_units import UnitRead, hedge_before, money_before, period_after, unit_after
from firsthand.claims.counting.no_figures import is_label, is_part_of_a_name, is_year, score_end
from firsthand.claims.counting.number_words import STARTS, Number, read_digits, read_spelt
from firsthand.claims.dates import date_places
from firsthand.text.spans import Span, first_overlap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal


class Figure(NamedTuple):
    """A number as written: ``value`` has the scale worked in («3.5 million» is 3500000, scale 1000000).

    ``unit`` is «%», a currency code or the word that is counted; ``period`` what it is counted over («year»).
    ``hedge`` holds the words that make it approximate («about»). A range is two figures with one unit; a share of a
    whole («a third of», «three in ten») has its value as a fraction and no unit.
    """

    span: Span
    words: str
    value: Decimal
    scale: int
    unit: str | None
    period: str | None
    hedge: str | None


_WORD = re.compile(r"\w+")
_RANGE = re.compile(r"\s?[-–—]\s?|[  ](?:to|and|or)[  ]")
_FROM = re.compile(r"\b(?:from|between)[  ](?:(?:about|around|roughly)[  ])?$", re.IGNORECASE)
_CLOSE_SIGNS = frozenset("-−+.,:/’'")
_MINUS = re.compile(r"(?:^|[\s(])[-−+]$|\bminus[  ]$", re.IGNORECASE)
_MINUS_WITHIN = 7
_FROM_WITHIN = 24
_LONGEST_SIGN = 12
_SHARE_DIGITS = 6


def find_figures(text: str) -> list[Figure]:
    """Return the figures of ``text`` in order. Numbers that are part of a date, a name or a score are left out."""
    return list(figures_apart_from(text, date_places(text)))


def figures_apart_from(text: str, dates: Sequence[Span]) -> Iterator[Figure]:
    """Yield the figures of a text whose dates, in order, are known; none lies in one of them."""
    end = 0
    for word in _WORD.finditer(text):
        at = word.start()
        if at < end or not (word.group()[0].isdecimal() or word.group().lower() in STARTS):
            continue
        inside = first_overlap(dates, Span(at, word.end()))
        if inside is not None:
            end = max(end, dates[inside].end)
            continue
        read, end = _read(text, at, word.end())
        yield from read


class _Found(NamedTuple):
    """A number with its unit, not yet a figure."""

    start: int
    number: Number
    unit: UnitRead | None
    money: bool = False

    @property
    def end(self) -> int:
        return self.unit.end if self.unit else self.number.end


def _read(text: str, at: int, after: int) -> tuple[list[Figure], int]:
    """Return the figure that begins at ``at``, or the two of a range, and where to read on."""
    found = _number(text, at)
    if found is None:
        return [], after
    score = score_end(text, at, found.number.end) if text[at].isdecimal() else None
    if score is not None:
        return [], score
    high = _upper_end(text, found)
    if high:
        low = found._replace(number=_scaled_like(found.number, high.number))
        return [_figure(text, low, high.unit), _figure(text, high, high.unit)], high.end
    if _is_no_figure(text, at, found):
        return [], max(after, found.number.end)
    return [_figure(text, found, found.unit)], found.end


def _number(text: str, at: int, *, joined: bool = False) -> _Found | None:
    """Read the number whose first digit or word is at ``at``; ``joined`` to another one by a dash."""
    if not text[at : at + 1].isdecimal():
        number = read_spelt(text, at)
        return _Found(at, number, None if number.share else unit_after(text, number.end)) if number else None
    money = money_before(text, at)
    minus = None if money else _MINUS.search(text[max(0, at - _MINUS_WITHIN) : at])
    if not (money or minus or joined) and text[at - 1 : at] in _CLOSE_SIGNS:
        return None
    number = read_digits(text, at)
    if number is None:
        return None
    if minus and minus.group().strip(" (") != "+":
        number = number._replace(value=-number.value)
    unit = None if number.share else unit_after(text, number.end)
    if money:
        return _Found(money.end, number, UnitRead(money.name, number.end), money=True)
    if is_part_of_a_name(text, at, number) and not (unit and unit.end > number.end and unit.measure):
        return None
    signed = at - len(minus.group().lstrip(" (\n\t")) if minus else at
    return _Found(signed, number, unit)


def _upper_end(text: str, low: _Found) -> _Found | None:
    """Return the second number of a range: «5-10 people», «between $5 and $10 million», «two or three»."""
    if (low.unit and not low.money) or low.number.share:
        return None
    sign = _RANGE.match(text, low.number.end)
    word = _WORD.search(text, sign.end(), sign.end() + _LONGEST_SIGN) if sign else None
    if sign is None or word is None or text[sign.end() : word.start()].strip("$€£¥₹USAC"):
        return None
    between = sign.group().strip()
    opened = _FROM.search(text[max(0, low.start - _FROM_WITHIN) : low.start])
    if between == "and" and not opened:
        return None
    high = _number(text, word.start(), joined=True)
    if high is None or high.number.share:
        return None
    counted = high.unit is not None or high.number.scale > 1
    if opened and between in {"and", "to"}:
        return high
    rises = low.number.value < high.number.value or high.number.scale > low.number.scale
    return high if rises and counted else None


def _scaled_like(low: Number, high: Number) -> Number:
    """Give the lower end of «1 to 2 million» the scale of the upper one."""
    if low.scale == 1 < high.scale and low.value < high.value:
        return low._replace(scale=high.scale)
    return low


def _is_no_figure(text: str, at: int, found: _Found) -> bool:
    """Whether the number is only a word («one of them»), part of a name or label, or a year."""
    number, unit = found.number, found.unit
    if number.scale > 1 or number.share or found.money or (unit and unit.measure):
        return False
    if number.bare:
        return True
    if not text[at].isdecimal():
        return False
    counts = unit is not None
    return is_year(text, at, number.end, counts=counts) or is_label(text, at, counts=counts)


def _figure(text: str, found: _Found, unit: UnitRead | None) -> Figure:
    hedge = hedge_before(text, found.start)
    span = Span(hedge.end if hedge else found.start, found.end)
    number = found.number
    value = number.value * number.scale
    if number.share:
        value = round(value, _SHARE_DIGITS)
    whole = value.to_integral_value()
    return Figure(
        span=span,
        words=span.of(text),
        value=whole if whole == value else value,
        scale=number.scale,
        unit=unit.name if unit else None,
        period=period_after(text, unit.end if unit else found.end),
        hedge=hedge.name if hedge else None,
    )
