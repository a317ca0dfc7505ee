"""Stretches of days, and the coarsest date that holds all of one: how «last week» becomes a month."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS_OF_YEAR = 12
_DAYS_OF_WEEK = 7
_SATURDAY = 5


class Days(NamedTuple):
    """The days from ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date

    @property
    def edtf(self) -> str | None:
        """The finest EDTF level 0 date that holds every one of the days, None where they lie in two years."""
        if self.first == self.last:
            return self.first.isoformat()
        if self.first.year != self.last.year:
            return None
        year = f"{self.first.year:04}"
        return f"{year}-{self.first.month:02}" if self.first.month == self.last.month else year


def published_on(published: str | None) -> Days | None:
    """Return the days that a publication date (EDTF level 0) may mean."""
    found = _ISO_DATE.match(published or "")
    if not found:
        return None
    try:
        if found[3]:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
            return Days(day, day)
        return month_of(int(found[1]), int(found[2])) if found[2] else year_of(int(found[1]))
    except (ValueError, OverflowError):
        return None


def month_of(year: int, month: int) -> Days:
    """Return the days of a month; months before the first and after the twelfth fall into other years."""
    year, month = year + (month - 1) // _MONTHS_OF_YEAR, (month - 1) % _MONTHS_OF_YEAR + 1
    following = dt.date(year + month // _MONTHS_OF_YEAR, month % _MONTHS_OF_YEAR + 1, 1)
    return Days(dt.date(year, month, 1), following - dt.timedelta(days=1))


def year_of(year: int) -> Days:
    """Return the days of a year."""
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))


def week_of(day: dt.date) -> Days:
    """Return the week of a day, Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    return Days(monday, monday + dt.timedelta(days=_DAYS_OF_WEEK - 1))


def weekend_of(day: dt.date, *, ahead: bool) -> Days:
    """Return the weekend that a day lies in, else the one before, or after where the words point ``ahead``."""
    saturday = week_of(day).first + dt.timedelta(days=_SATURDAY)
    if day < saturday and not ahead:
        saturday -= dt.timedelta(days=_DAYS_OF_WEEK)
    return Days(saturday, saturday + dt.timedelta(days=1))


def back(day: dt.date, count: int, unit: str) -> Days:
    """Return what «``count`` units ago» means on a day: a day, the days about it, a month or a year."""
    if unit == "day":
        that = day - dt.timedelta(days=count)
        return Days(that, that)
    if unit == "week":
        that, slack = day - dt.timedelta(weeks=count), dt.timedelta(days=_DAYS_OF_WEEK // 2)
        return Days(that - slack, that + slack)
    if unit == "month":
        return month_of(day.year, day.month - count)
    return year_of(day.year - count)
