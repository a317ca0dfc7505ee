"""Finds the words of dates in a text, word by word: what may begin with a word is looked up by that word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.dating import date_words as forms
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator


class DateRead(NamedTuple):
    """Words read as a date: where they begin and end, and their parts by the names that ``date_words`` gives them."""

    start: int
    end: int
    parts: dict[str, str | None]


_WORD = re.compile(r"\w+")
_WORD_BEHIND = re.compile(r"([\w’']+)[  (–-]$")
_WORD_BEHIND_WITHIN = 16
_SIGNS_BEHIND = frozenset("(–")
_BEHIND_WITHIN = 30
_YEAR_FOLLOWS = re.compile(r"(?: (?:to|until|till|and|or) | ?[-–—] ?)(?:early |mid-|late )?")
_PLURAL_FOLLOWS = re.compile(r" (?:[a-z]+s|people|men|women|children)\b")
_CALLED = re.compile(
    r"\b(?!(?:In|On|By|Since|Until|Last|This|Next|From|Early|Late|During|The)\b)[A-Z][a-z]+\.? "
    r"(May|April|June|August|March|Jan)\b(?! ?\d)"
    r"|\b(May|April|June|August|Jan)(?:[’']s? | (?:said|told|says)\b| [A-Z][a-z])"
)
_FALL_OF = re.compile(r" (?:of|in|from|to|by)\b")
_ANY_DAY = words("a an one another any some the that same following previous preceding first second third fourth")
_OF_ANOTHER_TIME = re.compile(
    r" (?:in|of) (?:(?:early|late|mid)[ -])?(?:\d|(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b)"
    r"| of (?:last|this|next|that|the)\b|(?: a)? week\b|,? \w+ (?:weeks|months|years) (?:ago|earlier|later)\b"
)
_NO_DATE_BEHIND = frozenset("$€£,./")
_PARTS = words("early mid late earlier later start beginning end middle turn close height first second")
_WHICH = words("last this next")
_BEFORE_THE_WEEKEND = words("at over on during this the")
_BEFORE_A_SEASON = words("in since until during by over early late")
_BY_FIRST_WORD: dict[str, tuple[re.Pattern[str], ...]] = {
    **dict.fromkeys(words("yesterday today tonight tomorrow"), (forms.NAMED_DAY,)),
    **dict.fromkeys((word for word in forms.COUNTS if word), (forms.AGO,)),
    **dict.fromkeys(words("several some many"), (forms.AGO,)),
    **dict.fromkeys(words("days weeks months years decades centuries"), (forms.LONG_AGO,)),
    **dict.fromkeys(words("first second third fourth final q1 q2 q3 q4 h1 h2"), (forms.QUARTER,)),
    **dict.fromkeys(words("last this next that"), (forms.RELATIVE,)),
    **dict.fromkeys(words("fiscal financial fy fy20 fy21 fy22 fy23 fy24 fy25 fy26 fy27"), (forms.FISCAL,)),
    **dict.fromkeys(words("christmas new"), (forms.FEAST,)),
    "the": (forms.DAY_BEFORE, forms.RELATIVE),
    "day": (forms.DAY_BEFORE,),
    "weekend": (forms.WEEKEND,),
    "recent": (forms.RECENTLY,),
}


def scan(text: str) -> Iterator[DateRead]:
    """Yield the dates of a text in order, without overlaps."""
    scanner = _Scanner(text)
    end = 0
    for word in _WORD.finditer(text):
        if word.start() >= end:
            read = scanner.read(word.group(), word.start())
            if read:
                end = read.end
                yield read


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._called = {name for found in _CALLED.finditer(text) for name in found.groups() if name}

    def read(self, word: str, at: int, *, part: bool = False) -> DateRead | None:
        """Read the date that begins with ``word``; as the ``part`` of «early …» a month or year may stand alone."""
        if word[0].isdigit():
            return self._digits(at, part=part)
        if word in forms.MONTH_NAMES:
            return self._month(word, at, part=part)
        if word in forms.DAY_NAMES:
            return self._weekday(at)
        return self._in_words(word.lower(), at, part=part)

    def _in_words(self, low: str, at: int, *, part: bool) -> DateRead | None:
        for pattern in _BY_FIRST_WORD.get(low, ()):
            read = self._matched(pattern, at)
            if read and self._holds(read, low):
                return read
        if low in _PARTS and not part:
            return self._part(at)
        if low in _WHICH:
            return self._which(at, low)
        return self._season(low, at, part=part) if low in forms.SEASONS else None

    def _matched(self, pattern: re.Pattern[str], at: int) -> DateRead | None:
        found = pattern.match(self._text, at)
        return DateRead(at, found.end(), found.groupdict()) if found else None

    def _behind(self, at: int) -> tuple[str, str]:
        """Return the word right before and the one before that, as written; «(» counts as a word."""
        behind = self._text[max(0, at - _BEHIND_WITHIN) : at]
        if behind[-1:] in _SIGNS_BEHIND:
            return behind[-1:], ""
        one = _WORD_BEHIND.search(behind[-_WORD_BEHIND_WITHIN:])
        if not one:
            return "", ""
        two = _WORD_BEHIND.search(behind[: len(behind) - len(one[0])][-_WORD_BEHIND_WITHIN:])
        return one[1], two[1] if two else ""

    def _holds(self, read: DateRead, low: str) -> bool:
        """Whether the words mean a time where they stand: not «USA Today», «the weekend paper», «a goal last half»."""
        before, further = self._behind(read.start)
        if low in {"today", "tomorrow"}:
            return not (self._text[read.start].isupper() and before[:1].isalnum())
        if low == "weekend":
            return before.lower() in {"the", "bank"} and further.lower() in _BEFORE_THE_WEEKEND
        if low in {"first", "second", "final"} and "half" in self._text[read.start : read.end]:
            return bool(read.parts.get("year") or read.parts.get("which"))
        if low in {"last", "this", "next"}:
            return (read.parts.get("of") or "").lower() not in {"day", "decade", "century"}
        return True

    def _digits(self, at: int, *, part: bool) -> DateRead | None:
        if self._text[at - 1 : at] in _NO_DATE_BEHIND:
            return None
        for pattern in (forms.ISO, forms.NUMERIC, forms.AGO, forms.CENTURY):
            read = self._matched(pattern, at)
            if read:
                return read
        read = self._matched(forms.DAY_MONTH, at)
        return self._with_later_year(read) if read else self._year(at, part=part)

    def _year(self, at: int, *, part: bool) -> DateRead | None:
        before, further = (word.lower() for word in self._behind(at))
        timed = part or before in forms.BEFORE_A_YEAR
        years = self._matched(forms.YEARS, at)
        if years:
            decade = self._text[years.end - 1] == "s"
            return years._replace(parts={}) if decade or timed or before == "the" else None
        year = self._matched(forms.YEAR, at)
        if year and (timed or before in {"(", "–"}):
            counts = before in forms.NO_YEAR_BEFORE_A_PLURAL and _PLURAL_FOLLOWS.match(self._text, year.end)
            return None if counts else year
        if before == "the" and further in forms.BEFORE_A_DAY:
            return self._matched(forms.DAY_OF_THIS_MONTH, at)
        return None

    def _month(self, word: str, at: int, *, part: bool) -> DateRead | None:
        for pattern in (forms.MONTH_YEAR, forms.MONTH_DAY):
            read = self._matched(pattern, at)
            if read:
                return self._with_later_year(read)
        before = self._behind(at)[0].lower()
        called = word in self._called
        known = part or before in (forms.BEFORE_A_NAMESAKE if called else forms.BEFORE_A_MONTH) or before in {"(", "–"}
        read = self._matched(forms.MONTH, at) if known else None
        return self._with_later_year(read) if read else None

    def _with_later_year(self, read: DateRead) -> DateRead:
        """Give a date without a year the year of the one that it is joined to: «from 12 March to 4 April 2023»."""
        if read.parts.get("year"):
            return read
        joined = _YEAR_FOLLOWS.match(self._text, read.end)
        if not joined:
            return read
        for pattern in (forms.DAY_MONTH, forms.MONTH_DAY, forms.MONTH_YEAR):
            later = pattern.match(self._text, joined.end())
            if later and later["year"]:
                wraps = forms.month_number(later["month"]) < forms.month_number(read.parts["month"] or "")
                return read._replace(parts=read.parts | {"year": str(int(later["year"]) - wraps)})
        return read

    def _weekday(self, at: int) -> DateRead | None:
        read = self._matched(forms.WEEKDAY, at)
        if read is None or self._behind(at)[0].lower() in forms.NAMED_DAYS:
            return None
        following = _WORD.match(self._text, read.end + 1)
        if following and following.group() in forms.TITLES_AFTER:
            return None
        dated = self._with_day(read)
        if dated is read and (self._behind(at)[0].lower() in _ANY_DAY or _OF_ANOTHER_TIME.match(self._text, read.end)):
            return read._replace(parts={})
        return dated

    def _with_day(self, weekday: DateRead) -> DateRead:
        """Return the date that a weekday stands before: «Sunday, 4 August»."""
        joined = forms.BEHIND_A_WEEKDAY.match(self._text, weekday.end)
        for pattern in (forms.DAY_MONTH, forms.MONTH_DAY) if joined else ():
            date = pattern.match(self._text, joined.end()) if joined else None
            if date:
                return self._with_later_year(DateRead(weekday.start, date.end(), date.groupdict()))
        return weekday

    def _part(self, at: int) -> DateRead | None:
        opening = forms.PART.match(self._text, at)
        word = _WORD.match(self._text, opening.end()) if opening else None
        read = self.read(word.group(), word.start(), part=True) if word else None
        if read is None or read.parts.get("ago") or (read.parts.get("named") and not read.parts.get("which")):
            return None
        return read._replace(start=at)

    def _which(self, at: int, low: str) -> DateRead | None:
        """Read «last May», «next Monday»."""
        following = at + len(low) + 1
        weekday = self._matched(forms.WEEKDAY, following)
        if weekday:
            return weekday._replace(start=at, parts=weekday.parts | {"which": low})
        month = self._matched(forms.MONTH, following)
        if month and not self._matched(forms.MONTH_YEAR, following) and not self._matched(forms.MONTH_DAY, following):
            return month._replace(start=at, parts=month.parts | {"which": low})
        return None

    def _season(self, low: str, at: int, *, part: bool) -> DateRead | None:
        read = self._matched(forms.SEASON, at)
        if read is None or read.parts.get("year"):
            return read
        before, further = (word.lower() for word in self._behind(at))
        timed = part or before in _BEFORE_A_SEASON or (before == "the" and further in _BEFORE_A_SEASON)
        if low == "fall" and (before != "the" or _FALL_OF.match(self._text, read.end)):
            return None
        return read if timed else None
