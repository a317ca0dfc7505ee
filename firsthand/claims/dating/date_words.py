"""The words that dates are written with, and the regular expressions for what stands behind their first word."""

from __future__ import annotations

import re

from firsthand.text.wordlists import words

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # its first month, in the north
COUNTS = {
    word: count
    for count, spellings in enumerate(
        ("", "a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
    for word in spellings.split()
}
_LONG_MONTHS = "January February March April May June July August September October November December"
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
MONTH_NAMES = words(f"{_LONG_MONTHS} {_SHORT_MONTHS}")
DAY_NAMES = frozenset(day.capitalize() for day in DAYS)
NAMESAKES = words("May April June August March Jan")  # months that people are called, too

# A month or a year on its own is a date only behind one of these.
BEFORE_A_MONTH = words(
    """in since by until till from during of after before to last this next early mid late through and between
    throughout"""
)
BEFORE_A_NAMESAKE = words("in since until till during last this next early mid late throughout between")
BEFORE_A_YEAR = words(
    """in since by until till from during of after before to and between early mid late around year summer spring
    autumn winter fall through throughout"""
)
BEFORE_A_DAY = words("on by until before from since")
NO_YEAR_BEFORE_A_PLURAL = words("of from to by after and before")
NAMED_DAYS = words(
    """black bloody good easter super cyber ash maundy shrove palm fat holy sheffield ruby whit every each most
    alternate"""
)
TITLES_AFTER = words("Times Telegraph Mirror Mail Express Herald Post Tribune Sun Independent World Business")

_MONTH = "(?P<month>" + "|".join(_LONG_MONTHS.split()) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_LAST_DAY = r"(?: ?[-–—/] ?| and | to | or )(?P<last>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_NOT_ON = r"(?![\w]|[.,:]\d|[-–]\d)"  # the number does not go on
_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"

DAY_MONTH = re.compile(rf"{_DAY}(?:{_LAST_DAY})?(?: of)? {_MONTH}(?!\w)(?:(?:,| of)? {_YEAR}{_NOT_ON})?")
MONTH_DAY = re.compile(rf"{_MONTH} {_DAY}(?:{_LAST_DAY})?(?:,? {_YEAR}{_NOT_ON}|{_NOT_ON}(?!th|st|nd|rd))")
MONTH_YEAR = re.compile(rf"{_MONTH},?(?: of)? {_YEAR}{_NOT_ON}")
MONTH = re.compile(rf"{_MONTH}(?!\w)(?![’']s? [A-Z])")
WEEKDAY = re.compile(rf"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b{_PART_OF_DAY}")
BEHIND_A_WEEKDAY = re.compile(r",? (?:the )?(?=\w)")
ISO = re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)-(?P<number>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?(?!\d|-\d)")
NUMERIC = re.compile(r"(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\w/])")
YEAR = re.compile(rf"{_YEAR}{_NOT_ON}")
YEARS = re.compile(r"(?P<year>(?:1[5-9]|20)\d\d)(?:[-–—/](?:1[5-9]\d\d|20\d\d|\d\d)(?![\w-])|s\b)")
CENTURY = re.compile(r"(?:1\d|2[01]|[1-9])(?:th|st|nd|rd)[ -]century\b", re.IGNORECASE)
DAY_OF_THIS_MONTH = re.compile(
    r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=[.,;:!?]|$| (?:and|but|he|she|it|they)\b)"
)

_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
AGO = re.compile(
    rf"(?:(?P<count>{'|'.join(filter(None, COUNTS))}|\d{{1,3}})|(?P<vague>a few|a couple of|several|some|many))[ -]"
    rf"{_UNIT} (?:(?P<ago>ago)|earlier|later|before|afterwards|previously|prior)\b",
    re.IGNORECASE,
)
LONG_AGO = re.compile(r"(?:days|weeks|months|years|decades|centuries) ago\b", re.IGNORECASE)
RELATIVE = re.compile(
    r"(?P<which>last|this|next|the previous|the following|that|the same|the next) "
    r"(?:(?P<of>week|month|year|quarter|decade|century|weekend|day|night|morning|afternoon|evening)\b"
    r"|(?P<season>spring|summer|autumn|fall|winter)\b)",
    re.IGNORECASE,
)
NAMED_DAY = re.compile(rf"(?P<named>yesterday|today|tonight|tomorrow)\b{_PART_OF_DAY}", re.IGNORECASE)
DAY_BEFORE = re.compile(r"(?:the )?day (?P<side>before|after)(?P<of> (?P<named>yesterday|tomorrow))?\b", re.IGNORECASE)
WEEKEND = re.compile(r"(?P<weekend>weekend)\b", re.IGNORECASE)
SEASON = re.compile(rf"(?P<season>spring|summer|autumn|fall|winter)\b(?:(?: of)? {_YEAR}{_NOT_ON})?", re.IGNORECASE)
RECENTLY = re.compile(r"recent (?:days|weeks|months|years|decades)\b", re.IGNORECASE)
QUARTER = re.compile(
    r"(?:(?:first|second|third|fourth|final)[- ](?P<fiscal>fiscal |financial )?(?:quarter|half)|[QH][1-4])"
    rf"(?:,? (?:of )?(?:the )?(?:(?:fiscal|financial) (?:year )?{_YEAR.replace('year', 'business')}"
    rf"|{_YEAR}{_NOT_ON}|(?P<which>last|this|next) year))?"
)
FISCAL = re.compile(r"(?:fiscal|financial) (?:year )?(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?\b|FY ?(?:20)?\d\d\b")
PART = re.compile(
    r"(?:(?P<early>early|mid|late)[ -]|(?:earlier|later|late|early) (?:on )?(?=this|last|next|[A-Z])"
    r"|(?:start|beginning|end|middle|turn|close|first half|second half|height) of )(?:the )?",
    re.IGNORECASE,
)
FEAST = re.compile(r"(?P<feast>Christmas (?:Day|Eve)|New Year[’']s (?:Day|Eve))\b")
FEASTS = {"christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31)}


def month_number(name: str) -> int:
    """Return the number of a month by its name, long or short."""
    return MONTHS.index(name[:3].lower()) + 1
