"""Figures in running text: value and precision, unit, period, base, and how exactly they are meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from firsthand.claims.dates import find_dates
from firsthand.evidence.numerals import Numeral, Numerals
from firsthand.evidence.units import ORDINAL, PERIODS, UNITS, YEAR, Unit
from firsthand.evidence.words import Word, words_of
from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEARS = range(1500, 2101)
_YEAR_DIGITS = 4
_LONGEST_UNIT = 3  # words
_LONGEST_APPROXIMATION = 3  # words
_LONGEST_BASE = 2  # words
_REACH = 4  # words between a figure and its period: «5 million tonnes of coal and peat a year»
_STOPS = ".,;:?!()"


class Approximation(StrEnum):
    """How exactly a figure is meant."""

    AS_WRITTEN = "as written"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True)
class Quantity:
    """One figure. ``value`` to ``high`` is a range; ``step`` is what its last digit is worth, its precision.

    ``unit`` is None for a bare count, of whose things ``counted`` holds the word; ``base`` is what a share is of.
    """

    words: str
    span: Span
    value: Decimal
    step: Decimal
    unit: Unit | None = None
    high: Decimal | None = None
    approximation: Approximation = Approximation.AS_WRITTEN
    period: str | None = None
    base: str | None = None
    counted: str | None = None


_APPROXIMATIONS = {
    Approximation.ABOUT: "about around roughly approximately circa some estimated rund etwa environ",
    Approximation.NEARLY: "nearly almost close-to just-under just-below fast presque",
    Approximation.MORE_THAN: "more-than over above upwards-of just-over exceeding mehr-als über plus-de",
    Approximation.LESS_THAN: "less-than fewer-than under below weniger-als moins-de",
    Approximation.AT_LEAST: "at-least no-fewer-than no-less-than not-less-than a-minimum-of mindestens au-moins",
    Approximation.AT_MOST: "at-most up-to no-more-than not-more-than a-maximum-of höchstens bis-zu",
}
_APPROXIMATION = {
    spelling.replace("-", " "): meaning
    for meaning, spellings in _APPROXIMATIONS.items()
    for spelling in spellings.split()
}
_EACH = words("a an per each every pro par")
_OF = words("of among der des")
_BEFORE_YEARS = words("in since by until from during of after before to and the a its their our his her this last")
_DETERMINERS = words("all the its our their these those this")
_FUNCTION_WORDS = words(
    """
    of and or in on at to for the a an is are was were be by from with who that than but as per will would had has have
    it he she they we this which after before since if when while said not more less times over under
    """
)


def figures(text: str) -> list[Quantity]:
    """Return the figures of ``text`` in order, with spans in ``text``.

    Numbers inside a date and a bare «one» are left out; a year on its own has the unit «calendar year».
    """
    normalised = normalise(text)
    sentence = _Sentence(normalised.text)
    dates = [mention.span for mention in find_dates(text) if mention.span.length != _YEAR_DIGITS]
    found: list[Quantity] = []
    at = 0
    while at < len(sentence.words):
        reading = sentence.figure(at)
        if reading is None:
            at += 1
            continue
        quantity, first, at = reading
        span = normalised.original(Span(sentence.words[first].start, sentence.words[at - 1].end))
        if not any(map(span.overlaps, dates)):
            found.append(_placed(quantity, span, text))
    return found


def _placed(quantity: Quantity, span: Span, text: str) -> Quantity:
    return Quantity(**{**vars(quantity), "span": span, "words": span.of(text)})


class _Sentence:
    """Reads figures from the words of a normalised text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = words_of(text)
        self._numerals = Numerals(text, self.words)

    def figure(self, at: int) -> tuple[Quantity, int, int] | None:
        """Return the figure whose first word is ``at``, with its first word and the one after its last."""
        money, start = self._money(at)
        low = self._numerals.read(start)
        if low is None:
            return None
        high, end = self._range(at, low)
        unit, after = (money, end) if money else self._unit(end)
        unit = low.unit or unit or self._year(low, start)
        if low.bare and unit is None:
            return None
        approximation, first = self._approximation(at)
        value, step = low.value, Decimal(1) if unit is YEAR else low.step
        if high and not low.scale and high.scale and low.value < high.value:
            value, step = value * high.scale, step * high.scale
        return (
            Quantity(
                "",
                Span(0, 0),
                value,
                step,
                unit,
                high.value if high else None,
                approximation,
                self._period(after),
                self._base(after) if unit and unit.dimension == "share" else None,
                self._counted(after) if unit is None else None,
            ),
            first,
            after,
        )

    def _key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def _between(self, at: int) -> str:
        """Return the marks before word ``at``."""
        if not 0 < at < len(self.words):
            return ""
        return self.text[self.words[at - 1].end : self.words[at].start]

    def _money(self, at: int) -> tuple[Unit | None, int]:
        if self._key(at) == "us" and self._key(at + 1) == "$" and not self._between(at + 1):
            return UNITS["us$"], at + 2
        sign = self._key(at)
        return (UNITS[sign], at + 1) if sign in {"$", "€", "£", "¥", "₹", "₽"} else (None, at)

    def _range(self, at: int, low: Numeral) -> tuple[Numeral | None, int]:
        """Return the upper end of a range, if there is one, and the word after the range."""
        end = low.end
        joined = self._between(end).strip() == "-" and self._key(end)[:1].isdigit()
        word = self._key(end) in {"to", "bis"} or (self._key(end) == "and" and self._key(at - 1) in {"between", "from"})
        if not joined and not word:
            return None, end
        _, start = self._money(end if joined else end + 1)
        high = self._numerals.read(start)
        return (high, high.end) if high and high.value > low.value / (low.scale or 1) else (None, end)

    def _unit(self, at: int) -> tuple[Unit | None, int]:
        for size in range(_LONGEST_UNIT, 0, -1):
            keys = [self._key(index) for index in range(at, at + size)]
            marks = [self._between(index).strip() for index in range(at, at + size)]
            if all(keys) and not any(mark not in {"", "-"} for mark in marks):
                unit = UNITS.get(" ".join(keys).replace("° ", "°"))
                if unit:
                    return unit, at + size
        return None, at

    def _year(self, low: Numeral, at: int) -> Unit | None:
        if low.ordinal:
            return ORDINAL
        surface = self.text[self.words[at].start : self.words[at].end]
        if not surface.isdecimal() or len(surface) != _YEAR_DIGITS or int(surface) not in _YEARS:
            return None
        counts = (self._counted(low.end) or "").endswith("s") and self._key(at - 1) not in _BEFORE_YEARS
        return None if counts else YEAR

    def _approximation(self, at: int) -> tuple[Approximation, int]:
        for size in range(_LONGEST_APPROXIMATION, 0, -1):
            if at >= size:
                meaning = _APPROXIMATION.get(" ".join(self._key(index) for index in range(at - size, at)))
                if meaning:
                    return meaning, at - size
        return Approximation.AS_WRITTEN, at

    def _period(self, at: int) -> str | None:
        for index in range(at, min(at + _REACH + 2, len(self.words))):
            if any(stop in self._between(index) for stop in _STOPS) or self._key(index)[:1].isdigit():
                return None
            period = PERIODS.get(self._key(index))
            adverb = self._key(index).endswith(("ly", "annum"))
            if period and (adverb or self._key(index - 1) in _EACH or self._between(index).strip() == "/"):
                return period
        return None

    def _base(self, at: int) -> str | None:
        if self._key(at) not in _OF:
            return None
        at += 1
        while self._key(at) in _DETERMINERS:
            at += 1
        base: list[str] = []
        while (
            len(base) < _LONGEST_BASE
            and self._between(at) == " "
            and self._key(at).isalpha()
            and self._key(at) not in _FUNCTION_WORDS
        ):
            base.append(self._key(at))
            at += 1
        return " ".join(base) or None

    def _counted(self, at: int) -> str | None:
        key = self._key(at)
        return key if key.isalpha() and key not in _FUNCTION_WORDS and self._between(at) in {" ", "-"} else None
