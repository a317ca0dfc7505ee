"""What a figure is reckoned over and out of, read from the words beside it: period, year, base, things, change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.evidence.units import PERIODS, UNITS
from firsthand.evidence.words import Word, words_of
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.evidence.numerals import Numerals

_LONGEST_BASE = 2  # words
_REACH = 4  # words between a figure and its period: «5 million tonnes of coal and peat a year»
_NEAR = 6  # words between a figure and what tells whose year is meant
_STOPS = ".,;:?!()"
_YEAR_DIGITS = 4
_YEARS = range(1500, 2101)
_EACH = words("a an per each every pro par por al в")
_OVER = words("over within across during über innerhalb binnen sur durante за")
_OF = words("of among der des de от")
_DETERMINERS = words("all the its our their these those this los las les")
_FUNCTION_WORDS = words(
    """
    of and or in on at to for the a an is are was were be by from with who that than but as per will would had has have
    it he she they we this which after before since if when while said not more less times over under
    """
)
_TO_YEAR = words("in for during of im für en para в")
_FISCAL = words("fiscal financial fy haushaltsjahr geschäftsjahr rechnungsjahr exercice ejercicio")
_CALENDAR = words("calendar kalenderjahr civile natural")
_CHANGES = words(
    """
    rise rises rose risen rising grow grows grew grown growing increase increases increased increasing climb climbed
    jump jumped up raise raised fall falls fell fallen falling drop drops dropped decline declined decrease decreased
    cut cuts reduce reduced reduction down shrink shrank sink sank lower lowered stieg steigt gestiegen wuchs fiel
    """
)
_BY_OR_TO = {"by": "by", "to": "to", "um": "by", "auf": "to", "на": "by", "до": "to"}


class Sentence:
    """The words of a normalised text, by their place; outside of it are empty ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = words_of(text)

    def key(self, at: int) -> str:
        """Return the key of word ``at``."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def surface(self, at: int) -> str:
        """Return word ``at`` as it is written."""
        return self.text[self.words[at].start : self.words[at].end] if 0 <= at < len(self.words) else ""

    def between(self, at: int) -> str:
        """Return the marks before word ``at``."""
        return self.text[self.words[at - 1].end : self.words[at].start] if 0 < at < len(self.words) else ""

    def ends_before(self, at: int) -> bool:
        """Whether a clause ends before word ``at``."""
        return any(stop in self.between(at) for stop in _STOPS)


def period(sentence: Sentence, numerals: Numerals, at: int) -> str | None:
    """Return what the figure before word ``at`` is counted over: «day», «year», «5 years»."""
    if sentence.key(at) in _OVER:
        numeral = numerals.read(at + 1)
        unit = UNITS.get(sentence.key(numeral.end)) if numeral else None
        if numeral and unit and unit.dimension in {"months", "time"}:
            return f"{numeral.value:f} {unit.name}"
    for index in range(at, min(at + _REACH + 2, len(sentence.words))):
        key = sentence.key(index)
        if sentence.ends_before(index) or key[:1].isdigit():
            return None
        found = PERIODS.get(key)
        adverb = key.endswith(("ly", "annum"))
        each = sentence.key(index - 1) in _EACH or sentence.between(index).strip() == "/"
        if found and (adverb or each):
            return found
    return None


def year(sentence: Sentence, at: int) -> str | None:
    """Return the year that the figure before word ``at`` is said to be of: «$5 billion in 2023», «for fiscal 2023»."""
    for index in range(at, at + _NEAR):
        if sentence.ends_before(index):
            return None
        key = sentence.key(index)
        if is_year(key):
            told = {sentence.key(place) for place in range(at, index)}
            return key if told & (_TO_YEAR | _FISCAL | _CALENDAR) else None
        if key[:1].isdigit():
            return None
    return None


def whose_year(sentence: Sentence, at: int) -> str | None:
    """Return «fiscal» or «calendar» where the words beside the figure at word ``at`` say which year is meant."""
    for step in (1, -1):
        for index in range(at, at + step * (_NEAR + 2), step):
            if index != at and sentence.ends_before(index + (step < 0)):
                break
            key = sentence.key(index)
            if key in _FISCAL or (key.startswith("fy") and key[2:].isdigit()):
                return "fiscal"
            if key in _CALENDAR:
                return "calendar"
    return None


def base(sentence: Sentence, at: int) -> str | None:
    """Return what the share before word ``at`` is a share of."""
    if sentence.key(at) not in _OF:
        return None
    at += 1
    while sentence.key(at) in _DETERMINERS:
        at += 1
    found: list[str] = []
    while (
        len(found) < _LONGEST_BASE
        and sentence.between(at) == " "
        and sentence.key(at).isalpha()
        and sentence.key(at) not in _FUNCTION_WORDS
    ):
        found.append(sentence.surface(at))
        at += 1
    return " ".join(found) or None


def counted(sentence: Sentence, at: int) -> str | None:
    """Return the word for the things that the number before word ``at`` counts."""
    key = sentence.key(at)
    things = key.isalpha() and key not in _FUNCTION_WORDS and sentence.between(at) in {" ", "-"}
    return key if things else None


def change(sentence: Sentence, at: int) -> str | None:
    """Return «by» or «to» where the figure at word ``at`` is how far, or where to, something rose or fell."""
    told = _BY_OR_TO.get(sentence.key(at - 1))
    before = {sentence.key(index) for index in range(at - 1 - _REACH, at - 1)}
    return told if told and before & _CHANGES else None


def is_year(surface: str) -> bool:
    """Whether digits may be a year of the calendar."""
    return surface.isdecimal() and len(surface) == _YEAR_DIGITS and int(surface) in _YEARS
