"""Figures in running text: value and precision, unit, period, base, and how exactly they are meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from firsthand.claims.dates import find_dates
from firsthand.evidence import reckoning
from firsthand.evidence.numerals import Numeral, Numerals
from firsthand.evidence.reckoning import Sentence, is_year
from firsthand.evidence.units import ORDINAL, UNITS, YEAR, Unit
from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

_YEAR_DIGITS = 4
_LONGEST_UNIT = 3  # words
_LONGEST_APPROXIMATION = 3  # words


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
    ``year`` is the one it is said to be of, ``whose_year`` «fiscal» or «calendar»; ``change`` is «by» or «to» where it
    tells how far, or where to, something rose or fell.
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
    year: str | None = None
    whose_year: str | None = None
    change: str | None = None


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
_BEFORE_YEARS = words("in since by until from during of after before to and the a its their our his her this last")


def figures(text: str) -> list[Quantity]:
    """Return the figures of ``text`` in order, with spans in ``text``.

    Numbers inside a date and a bare «one» are left out; a year on its own has the unit «calendar year».
    """
    normalised = normalise(text)
    sentence = Sentence(normalised.text)
    reader = _Reader(sentence)
    dates = [mention.span for mention in find_dates(text) if mention.span.length != _YEAR_DIGITS]
    found: list[Quantity] = []
    at = 0
    while at < len(sentence.words):
        reading = reader.figure(at)
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


class _Reader:
    """Reads figures from the words of a normalised text."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._key, self._between = sentence.key, sentence.between
        self._numerals = Numerals(sentence.text, sentence.words)

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
        sentence = self._sentence
        return (
            Quantity(
                "",
                Span(0, 0),
                value,
                step,
                unit,
                high.value if high else None,
                approximation,
                reckoning.period(sentence, self._numerals, after),
                reckoning.base(sentence, after) if unit and unit.dimension == "share" else None,
                reckoning.counted(sentence, after) if unit is None else None,
                reckoning.year(sentence, after),
                reckoning.whose_year(sentence, at),
                reckoning.change(sentence, first),
            ),
            first,
            after,
        )

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
        if not is_year(self._sentence.surface(at)):
            return None
        counted = reckoning.counted(self._sentence, low.end) or ""
        counts = counted.endswith("s") and self._key(at - 1) not in _BEFORE_YEARS
        return None if counts else YEAR

    def _approximation(self, at: int) -> tuple[Approximation, int]:
        for size in range(_LONGEST_APPROXIMATION, 0, -1):
            if at >= size:
                meaning = _APPROXIMATION.get(" ".join(self._key(index) for index in range(at - size, at)))
                if meaning:
                    return meaning, at - size
        return Approximation.AS_WRITTEN, at
