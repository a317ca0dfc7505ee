"""Dates in a text, resolved against the day of publication where they are relative."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.dating.calendar_days import published_on
from firsthand.claims.dating.date_reading import resolve
from firsthand.claims.dating.date_scanning import scan
from firsthand.claims.dating.date_tense import tense_at
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from firsthand.claims.dating.calendar_days import Days


_OPEN_PARTS = ("month", "season", "feast")
_SAME_STORY = 250  # characters between a year and what may be told of it


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


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """Return the dates of ``text`` in order, without overlaps. Linear in the length of the text.

    ``published`` is the publication date (EDTF level 0). What stays open after it, or without it, is kept in its words;
    «last week» becomes the month or year that all of its days share. Seasons are those of the north.
    """
    return list(_find(text, published_on(published)))


def date_places(text: str) -> list[Span]:
    """Return where the dates of ``text`` stand, in order, whatever they mean."""
    return [Span(read.start, read.end) for read in scan(text)]


def _find(text: str, published: Days | None) -> Iterator[DateMention]:
    around: DateMention | None = None  # the year that is told of
    for read in scan(text):
        span = Span(read.start, read.end)
        edtf = resolve(read.parts, published, partial(tense_at, text, span))
        mention = DateMention(span, span.of(text), edtf, _precision(edtf))
        if edtf and published and not _says_its_year(read.parts):
            if around and _goes_on(text, around, span) and _may_be_another_year(edtf, str(around.edtf), published):
                mention = mention._replace(edtf=None, precision=None)
        elif edtf:
            around = mention
        yield mention


def _says_its_year(parts: Mapping[str, str | None]) -> bool:
    """Whether the words tell which year they mean, and are no day told from the publication («on Sunday»)."""
    return not any(parts.get(part) for part in _OPEN_PARTS) or bool(parts.get("year") or parts.get("which"))


def _goes_on(text: str, around: DateMention, span: Span) -> bool:
    between = text[around.span.end : span.start]
    return len(between) <= _SAME_STORY and "\n" not in between


def _may_be_another_year(edtf: str, around: str, published: Days) -> bool:
    """Whether a date whose year was told from the publication may be of the year that the words before it speak of.

    «The law passed in 2019. It took effect in January.»
    """
    year, spoken_of = int(edtf[:4]), int(around[:4])
    if spoken_of in {year, published.first.year}:
        return False
    if spoken_of > published.first.year:
        return edtf > published.last.isoformat()[: len(edtf)]
    follows = spoken_of == published.first.year - 1 and len(around) > len("2019")
    return edtf <= published.last.isoformat()[: len(edtf)] and not follows


def _precision(edtf: str | None) -> Precision | None:
    return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(edtf)] if edtf else None
