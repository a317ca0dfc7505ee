"""What a date in words means on the day of publication: the coarsest date that is certain, or nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from firsthand.claims.dating.calendar_days import Days, back, month_of, week_of, weekend_of, year_of
from firsthand.claims.dating.date_tense import Tense
from firsthand.claims.dating.date_words import COUNTS, DAYS, FEASTS, MONTHS, SEASONS, month_number
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_HALF_A_YEAR = 6  # months
_SOON = 3  # months: without a verb that tells, a month so near may be meant as the coming one
_AHEAD = frozenset({Tense.AHEAD, Tense.SOON})
_WEEK = dt.timedelta(weeks=1)
_OPEN_AHEAD = words("weekend night evening morning afternoon")  # «the next morning» follows what is told elsewhere
_STEPS = {"last": -1, "this": 0, "next": 1}
_SIDES = {"before": -1, "": 0, "after": 1}
_NAMED = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_MONTHS_OF_YEAR = 12


def resolve(parts: Mapping[str, str | None], published: Days | None, tense: Callable[[], Tense]) -> str | None:
    """Return the date as EDTF level 0; None where it is open or a publication date would be needed.

    ``parts`` are the named groups that the words were read by. Where only a month or year of publication is known, the
    date counts only if it is the same on the first and on the last of its days.
    """
    said = {name: words for name, words in parts.items() if words}
    try:
        if "year" in said:
            return _in_its_year(said, int(said["year"]))
        if published is None:
            return None
        results = {_relative(said, day, tense) for day in {published.first, published.last}}
        return results.pop() if len(results) == 1 else None
    except (ValueError, OverflowError):
        return None


def _in_its_year(said: Mapping[str, str], year: int) -> str | None:
    if "one" in said:
        return _by_numbers(said, year)
    if "season" in said:
        return _season(said["season"], year).edtf
    month = _month(said)
    return _days_of(said, year, month).edtf if month else f"{year:04}"


def _by_numbers(said: Mapping[str, str], year: int) -> str | None:
    """Read «12/03/2023», which is certain only where one number can be no month, or with the full stops of Europe."""
    one, two = int(said["one"]), int(said["two"])
    if said["sign"] == "." or one > len(MONTHS) or one == two:
        return dt.date(year, two, one).isoformat()
    return dt.date(year, one, two).isoformat() if two > len(MONTHS) else f"{year:04}"


def _month(said: Mapping[str, str]) -> int:
    return month_number(said["month"]) if "month" in said else int(said.get("number", 0))


def _days_of(said: Mapping[str, str], year: int, month: int) -> Days:
    if "day" not in said:
        return month_of(year, month)
    first = dt.date(year, month, int(said["day"]))
    return Days(first, first.replace(day=int(said["last"]))) if "last" in said else Days(first, first)


def _relative(said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> str | None:
    days = next((read(said, today, tense) for part, read in _READERS if part in said), None)
    return days.edtf if days else None


def _month_near(said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> Days | None:
    which = said.get("which", "").lower()
    year = _year_of_month(_month(said), which, today, tense)
    return _if_so(_days_of(said, year, _month(said)), today, tense() if not which else None) if year else None


def _if_so(days: Days, today: dt.date, told: Tense | None) -> Days | None:
    """Return the days unless they lie on the other side of today than the verb points, as only another year's can."""
    if told is Tense.AHEAD:
        return days if days.last >= today else None
    return days if days.first <= today or told not in {Tense.PAST, Tense.UNMARKED} else None


def _named(said: Mapping[str, str], today: dt.date, _tense: Callable[[], Tense]) -> Days:
    return _day(today, _NAMED[said["named"].lower()] + _SIDES[said.get("side", "").lower()])


def _ago(said: Mapping[str, str], today: dt.date, _tense: Callable[[], Tense]) -> Days | None:
    written, unit = said.get("count", "0").lower(), said["unit"].lower()
    count = COUNTS.get(written) or int(written)
    return back(today, count, unit) if count and unit != "decade" else None


def _feast(said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> Days | None:
    month, day = FEASTS[said["feast"].lower().replace("’", "'")]
    year = _year_of_month(month, "", today, tense)
    return _if_so(Days(dt.date(year, month, day), dt.date(year, month, day)), today, tense()) if year else None


def _half_of_year(said: Mapping[str, str], today: dt.date, _tense: Callable[[], Tense]) -> Days | None:
    step = _STEPS.get(said["which"].lower())  # «the first half of last year»
    return year_of(today.year + step) if step is not None else None


def _day(today: dt.date, shift: int) -> Days:
    day = today + dt.timedelta(days=shift)
    return Days(day, day)


def _year_of_month(month: int, which: str, today: dt.date, tense: Callable[[], Tense]) -> int | None:
    """Return the year of a month without one; None where it may be this year's or another's."""
    ahead_by = (month - today.month) % _MONTHS_OF_YEAR
    this_year = today.year
    if which:
        certain = {
            "this": this_year,
            "last": this_year - 1 if month >= today.month else None,
            "next": this_year + 1 if month <= today.month else None,
        }
        return certain.get(which)
    told = tense()
    coming, past = this_year + (month < today.month), this_year - (month > today.month)
    if told in _AHEAD:
        return coming if told is Tense.AHEAD or ahead_by <= _HALF_A_YEAR else None
    if told is Tense.UNSURE or (told is Tense.UNMARKED and 0 < ahead_by <= _SOON):
        return None
    return past


def _weekday(said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> Days | None:
    which, weekday = said.get("which", "").lower(), DAYS.index(said["weekday"].lower())
    ago = (today.weekday() - weekday) % len(DAYS)
    last = today - dt.timedelta(days=ago or (len(DAYS) if which == "last" else 0))
    if which == "last":
        return Days(last - _WEEK if 0 < ago <= today.weekday() else last, last)
    coming = last if ago == 0 and which != "next" else last + _WEEK
    if which == "next":
        return Days(coming, coming + _WEEK if weekday > today.weekday() else coming)
    told = tense()
    if told is Tense.UNSURE and not which:
        return None
    ahead = told in _AHEAD or (which == "this" and told is not Tense.PAST)
    return Days(coming, coming) if ahead else Days(last, last)


def _unit(said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> Days | None:
    unit, step = said["of"].lower(), _STEPS.get(said["which"].lower())
    if step is None or (step > 0 and unit in _OPEN_AHEAD):
        return None  # «the same day» as what is said elsewhere
    if unit == "weekend":
        return weekend_of(today, ahead=step == 0 and tense() is not Tense.PAST)
    return _stretch(unit, step, today)


def _weekend(_said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> Days | None:
    told = tense()
    return weekend_of(today, ahead=told in _AHEAD) if told is not Tense.UNSURE else None


def _stretch(unit: str, step: int, today: dt.date) -> Days | None:
    if unit == "week":
        return week_of(today + step * _WEEK)
    if unit == "month":
        return month_of(today.year, today.month + step)
    if unit == "year":
        return year_of(today.year + step)
    if unit == "quarter":
        first = (today.month - 1) // 3 * 3 + 1 + 3 * step
        return Days(month_of(today.year, first).first, month_of(today.year, first + 2).last)
    return _day(today, step) if unit in _OPEN_AHEAD else None


def _season(name: str, year: int) -> Days:
    first = SEASONS[name.lower()]
    return Days(month_of(year, first).first, month_of(year, first + 2).last)


def _season_near(said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> Days | None:
    name, which = said["season"].lower(), said.get("which", "").lower()
    begun = SEASONS[name] <= today.month
    over = SEASONS[name] + 2 < today.month
    if which:
        certain = {
            "this": today.year,
            "last": None if over else today.year - 1,
            "next": today.year + 1 if begun else None,
        }
        year = certain.get(which)
    else:
        told = {Tense.PAST: today.year - (not begun), Tense.AHEAD: today.year + over}
        year = told.get(tense())
    return _season(name, year) if year else None


def _day_of_month(said: Mapping[str, str], today: dt.date, tense: Callable[[], Tense]) -> Days | None:
    """Return «the 14th»: of this month where it can be, else of the one that the verb points to."""
    day, told = int(said["day"]), tense()
    if told in _AHEAD:
        days = month_of(today.year, today.month + (day < today.day))
    elif told is Tense.PAST:
        days = month_of(today.year, today.month - (day > today.day))
    else:
        return None
    return Days(days.first.replace(day=day), days.first.replace(day=day))


# The first part that is there tells how to read the others.
_READERS = (
    ("month", _month_near),
    ("weekday", _weekday),
    ("named", _named),
    ("ago", _ago),
    ("of", _unit),
    ("season", _season_near),
    ("weekend", _weekend),
    ("feast", _feast),
    ("day", _day_of_month),
    ("which", _half_of_year),
)
