"""Periods in an address: ``2024-08-05..2024-08-11``, open at either end; months and years stand for all their days."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from db.rows import Period

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_BETWEEN = ".."


def written(period: Period) -> str:
    """Write a period as an address holds it."""
    first, last = (day.isoformat() if day else "" for day in (period.first, period.last))
    return first if first and first == last else f"{first}{_BETWEEN}{last}"


def read(words: str) -> Period | None:
    """Read a period; None where the words are not one, or where it ends before it begins."""
    head, between, tail = words.strip().partition(_BETWEEN)
    first, last = _days(head), _days(tail if between else head)
    if (head and first is None) or (tail and last is None) or (first is None and last is None):
        return None
    period = Period(first[0] if first else None, last[1] if last else None)
    return None if period.first and period.last and period.last < period.first else period


def _days(words: str) -> tuple[dt.date, dt.date] | None:
    """Tell the first and the last day of a date of any precision."""
    found = _DATE.fullmatch(words.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = dt.date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        last_month = month or 12
        return first, dt.date(first.year, last_month, calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        return None
