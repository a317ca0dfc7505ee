"""Dates as files write them, as EDTF level 0: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

The day is the one written, in the zone it was written in: that is the day the paper bears.
"""

from __future__ import annotations

import re
from datetime import date

from firsthand.text.wordlists import words

_EARLIEST, _LATEST = 1700, 2100
_LONGEST = 80
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])")
_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?=\d{0,6}\b|[TZ+-])")
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_WIDE = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日일])?")
_NAME = r"([^\W\d_]{3,12})"
_DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?[\s/-]+(?:de\s+|of\s+)?{_NAME}\.?,?[\s/-]+(?:de\s+|del\s+)?(\d{{4}})\b"
)
_MONTH_FIRST = re.compile(rf"\b{_NAME}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")
_MONTH_ALONE = re.compile(rf"\b{_NAME}\.?,?\s+(?:de\s+)?(\d{{4}})\b")

_MONTHS = (
    "jan january januar janvier enero janeiro gennaio januari ene gen janv jänner январь января stycznia januára",
    "feb february februar février febrero fevereiro febbraio februari febr févr fev февраль февраля lutego",
    "mar march märz mars marzo março maart mär mrt март марта marca",
    "apr april avril abril aprile avr abr апрель апреля kwietnia",
    "may mai mayo maio maggio mei maj mag май мая maja",
    "jun june juni juin junio junho giugno giu июнь июня czerwca",
    "jul july juli juillet julio julho luglio juil lug июль июля lipca",
    "aug august août agosto augustus augusti ago август августа sierpnia",
    "sep september septembre septiembre setembro settembre sept set сентябрь сентября września",
    "oct october oktober octobre octubre outubro ottobre okt out ott октябрь октября października",
    "nov november novembre noviembre novembro ноябрь ноября listopada",
    "dec december dezember décembre diciembre dezembro dicembre dez déc dic des desember декабрь декабря grudnia",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, start=1) for name in words(names)}
_BESIDE_A_DATE = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.h]\d{2}(?::\d{2})?|at|am|pm|um|uhr|à|a|las|le|el|den|gmt|utc|[ce]e?s?t"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b",
    re.IGNORECASE,
)


def read_date(written: str | None) -> str | None:
    """Return the first date of ``written`` as EDTF, or None where there is none, or only a doubtful one.

    ISO 8601, RFC 822, PDF dates and dates with the month in words are read. «03/04/2024» is doubtful.
    """
    text = (written or "").strip()[:_LONGEST]
    for pattern in (_COMPACT, _WIDE, _SLASHED, _ISO):
        if found := pattern.match(text):
            year, *rest = found.groups()
            return edtf(str(year), *rest)
    return date_in(text)


def date_in(text: str) -> str | None:
    """Return the first date that stands anywhere in ``text`` with its month in words, or in an unmistakable form."""
    text = text[:_LONGEST]
    if found := _DAY_FIRST.search(text):
        return edtf(found[3], _MONTH.get(found[2].lower()), found[1])
    if found := _MONTH_FIRST.search(text):
        return edtf(found[3], _MONTH.get(found[1].lower()), found[2])
    if found := _DOTTED.search(text):
        return edtf(found[3], found[2], found[1])
    if found := re.search(r"\b(\d{4})-(\d{2})-(\d{2})(?!\d)", text) or _WIDE.search(text):
        return edtf(found[1], found[2], found[3])
    if (found := _MONTH_ALONE.search(text)) and found[1].lower() in _MONTH:
        return edtf(found[2], _MONTH[found[1].lower()])
    return None


def is_only_a_date(line: str) -> bool:
    """Whether a line holds a date, perhaps with weekday and time, and nothing else."""
    line = line.strip()
    if len(line) > _LONGEST or date_in(line) is None:
        return False
    rest = _DAY_FIRST.sub("", line, count=1)
    rest = _MONTH_FIRST.sub("", rest, count=1) if rest == line else rest
    rest = _DOTTED.sub("", rest, count=1) if rest == line else rest
    rest = re.sub(r"\d{4}-\d{2}-\d{2}", "", rest, count=1) if rest == line else rest
    return not _BESIDE_A_DATE.sub("", rest).strip(" ,.|•·–—-/()") if rest != line else False


def edtf(year: str, month: str | int | None = None, day: str | int | None = None) -> str | None:
    """Write a date in EDTF; None where there is no such day."""
    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not _EARLIEST <= checked.year <= _LATEST or (day is not None and month is None):
        return None
    return checked.isoformat()[: 10 if day else 7 if month else 4]
