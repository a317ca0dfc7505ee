"""Dates in words with what they leave to the reader: the year of «late July», the day of «on Sunday»."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.claims.dates import DateMention

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_HAS_YEAR = re.compile(r"\d{4}")
_RESOLVED = re.compile(r"\d{4}(?:-\d\d){0,2}")
_SHORT = re.compile(r"\b(?:days?|nights?|weeks?|weekend)\b", re.IGNORECASE)
_LACKS_ONLY_YEAR = re.compile(
    rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?P<day> \d+(?:st|nd|rd|th)?)?$"
)


def completed(text: str, claim: Span, dates: Sequence[DateMention]) -> Iterator[tuple[Span, str]]:
    """Yield the dates inside ``claim`` that leave something open, with the words that say all of it."""
    first = bisect_left(dates, claim.start, key=lambda mention: mention.span.start)
    for mention in dates[first:]:
        if mention.span.end > claim.end:
            return
        end = mention.span.end
        owns = end + 2 <= claim.end and text[end : end + 2] in {"’s", "'s"} and not text[end + 2 : end + 3].isalnum()
        span = Span(mention.span.start, end + 2 if owns else end)  # «Friday’s (1 July 2016) ruling»
        words = span.of(text)
        if not _RESOLVED.fullmatch(mention.edtf or "") or _HAS_YEAR.search(words):
            continue
        edtf = str(mention.edtf)
        if len(edtf) == len("2024") and _SHORT.search(words):
            continue  # «this week (2024)» tells nobody more
        month = _LACKS_ONLY_YEAR.search(words)
        if month and not owns:
            yield span, f"{words}{',' if month['day'] else ''} {edtf[:4]}"
        else:
            yield span, f"{words} ({_written(edtf)})"


def _written(edtf: str) -> str:
    """Write «27 October 2024», «October 2024» or «2024»."""
    year, *rest = edtf.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"
