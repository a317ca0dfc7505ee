"""Dates in a text, resolved against the day of publication where they are relative."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.calendar_days import published_on
from firsthand.claims.date_reading import resolve
from firsthand.claims.date_scanning import scan
from firsthand.claims.date_tense import tense_at
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from firsthand.claims.calendar_days import Days


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
    for read in scan(text):
        span = Span(read.start, read.end)
        edtf = resolve(read.parts, published, partial(tense_at, text, span))
        yield DateMention(span, span.of(text), edtf, _precision(edtf))


def _precision(edtf: str | None) -> Precision | None:
    return {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(edtf)] if edtf else None
