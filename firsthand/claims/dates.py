"""Dates in a text, resolved against the day of publication where they are relative."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import NamedTuple

from firsthand.text.spans import Span


class Precision(StrEnum):
    """How fine a date is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class DateMention(NamedTuple):
    """A date in the words of a text; ``edtf`` (level 0) and ``precision`` are None where it cannot be resolved."""

    span: Span
    words: str
    edtf: str | None
    precision: Precision | None


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_PART = r"(?:(?i:early|mid|late)[ -])?"
_AFTER = (
    "(?:"
    + "|".join(
        rf"(?<=\b(?i:{word}) )"
        for word in (
            "in",
            "since",
            "by",
            "until",
            "from",
            "during",
            "of",
            "after",
            "before",
            "to",
            "last",
            "this",
            "next",
            "and",
        )
    )
    + r"|(?<=[(–]))"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?\b",
        rf"\b{_DAY} (?:of )?{_MONTH},? {_YEAR}\b",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_PART}{_MONTH},? (?:of )?{_YEAR}\b",
        rf"\b{_DAY} (?:of )?{_MONTH}(?!\w)",
        rf"\b{_MONTH} {_DAY}\b(?![.,]?\d)",
        rf"\b(?i:early|mid|late)[ -]{_MONTH}(?!\w)",
        rf"{_AFTER}{_MONTH}(?!\w)",
        rf"{_AFTER}{_PART}{_YEAR}\b",
        r"\b(?P<which>[Ll]ast |[Nn]ext |[Tt]his )?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
        r"\b(?i:(?P<relative>yesterday|today|tonight|tomorrow|(?:last|this|next) (?:week|month|year)))\b",
    )
)
_POINTS_AHEAD = re.compile(r"\b(?:next|until|by) $", re.IGNORECASE)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """Return the dates of ``text`` in order, without overlaps.

    ``published`` is the publication date (EDTF level 0). A weekday is the last one up to then, a month without a year
    the last one up to then, unless the words point ahead.
    """
    today = _day(published)
    matches = [found for pattern in _PATTERNS for found in pattern.finditer(text)]
    matches.sort(key=lambda found: (found.start(), -found.end()))
    mentions: list[DateMention] = []
    for found in matches:
        if mentions and found.start() < mentions[-1].span.end:
            continue
        ahead = _POINTS_AHEAD.search(text, max(0, found.start() - 12), found.start()) is not None
        edtf = _resolve(found.groupdict(), found.group().lower(), today, published, ahead=ahead)
        mentions.append(DateMention(Span(found.start(), found.end()), found.group(), edtf, _precision(edtf)))
    return mentions


def _precision(edtf: str | None) -> Precision | None:
    return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(edtf)] if edtf else None


def _day(published: str | None) -> dt.date | None:
    """Return the last day that the publication date may mean."""
    found = _ISO_DATE.match(published or "")
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 12), found[3]
    try:
        if day:
            return dt.date(year, month, int(day))
        return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def _resolve(
    parts: dict[str, str | None], words: str, today: dt.date | None, published: str | None, *, ahead: bool
) -> str | None:
    year, name, day = parts.get("year"), parts.get("month"), parts.get("day")
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts.get("number") or 0)
    if year:
        return _written(int(year), month, int(day) if day else None) if month else year
    if today is None:
        return None
    if month:
        return _written(_year_of(month, today, ahead=ahead), month, int(day) if day else None)
    if len(published or "") < len("2000-01-01"):
        return _year_only(words, today)
    weekday = parts.get("weekday")
    return _weekday(weekday, (parts.get("which") or "").strip().lower(), today) if weekday else _relative(words, today)


def _written(year: int, month: int, day: int | None) -> str | None:
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _year_of(month: int, today: dt.date, *, ahead: bool) -> int:
    if ahead:
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


def _weekday(name: str, which: str, today: dt.date) -> str:
    back = (today.weekday() - _DAYS.index(name.lower())) % 7
    if which == "next":
        return (today + dt.timedelta(days=7 - back)).isoformat()
    if which == "last" and back == 0:
        back = 7
    return (today - dt.timedelta(days=back)).isoformat()


def _year_only(words: str, today: dt.date) -> str | None:
    shift = {"last year": -1, "this year": 0, "next year": 1}.get(words)
    return f"{today.year + shift:04}" if shift is not None else None


def _relative(words: str, today: dt.date) -> str | None:
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}.get(words)
    if days is not None:
        return (today + dt.timedelta(days=days)).isoformat()
    which, _, unit = words.partition(" ")
    shift = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return _year_only(words, today)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return None  # a week is not a date of level 0
