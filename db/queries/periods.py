"""Periods in terms of columns: days, weeks as the tallies have them, and EDTF dates that touch a period."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, or_
from sqlalchemy.orm import InstrumentedAttribute

from db.rows import Period

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)


def monday(day: dt.date) -> dt.date:
    """Find the first day of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def in_days(column: Any, period: Period) -> list[ColumnElement[bool]]:  # noqa: ANN401 - a column, or an expression of one
    """Select the moments of a period."""
    asked: list[ColumnElement[bool]] = []
    if period.first is not None:
        asked.append(column >= _midnight(period.first))
    if period.last is not None and period.last < dt.date.max:
        asked.append(column < _midnight(period.last + _DAY))
    return asked


def whole_weeks(period: Period | None) -> bool:
    """Tell whether a period begins on a Monday and ends on a Sunday, as far as it begins and ends at all."""
    return period is None or (
        (period.first is None or period.first == monday(period.first))
        and (period.last is None or period.last.weekday() == 6)  # noqa: PLR2004 - Sunday
    )


def in_weeks(column: InstrumentedAttribute[str], period: Period | None) -> list[ColumnElement[bool]]:
    """Select the weeks, written as the dates of their Mondays, of a period of whole weeks."""
    asked: list[ColumnElement[bool]] = []
    if period is not None and period.first is not None:
        asked.append(column >= period.first.isoformat())
    if period is not None and period.last is not None:
        asked.append(column <= period.last.isoformat())
    return asked


def touching(column: Any, period: Period, *before: ColumnElement[bool]) -> ColumnElement[bool]:  # noqa: ANN401
    """Select the EDTF dates that have a day in common with a period: ranges of an index.

    ``before`` are conditions on the columns that stand before the date's in the index: SQLite finds a range of several
    columns only where all of them are asked for together.

    The dates sort as text, a year before its months and a month before its days. So those that touch a period lie
    between its ends, but for the month and the year in which it begins.
    """
    last = None if period.last is None else period.last.isoformat()
    if period.first is None:
        return and_(*before, column.is_not(None) if last is None else column <= last)
    first = period.first.isoformat()
    if last is not None and first > last:
        return false()
    within = column >= first if last is None else column.between(first, last)
    return or_(and_(*before, within), and_(*before, column.in_((first[:4], first[:7]))))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
