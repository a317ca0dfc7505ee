"""Words in captured texts: where they stand, and how they compare with a claim."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.data.record import captured_text
from db.rows import ClaimRow
from firsthand.evidence.comparison import Comparison, compare
from firsthand.evidence.passages import find_passage, locator

_AROUND = 90  # characters shown around a found place


class Found(NamedTuple):
    """A place in a captured text where words that somebody pasted stand."""

    start: int
    end: int
    before: str
    words: str
    after: str
    locator: str


@lru_cache(maxsize=256)
def _compared(quote: str | None, literal: str, passage: str) -> Comparison:
    return compare(quote, literal, passage)


def comparison(claim: ClaimRow, passage: str) -> Comparison:
    """Compare a claim's quoted words and figures with a passage."""
    return _compared(claim.quoted_words, claim.literal, passage)


def places(capture_id: int, words: str) -> tuple[Found, ...]:
    """Find the words that somebody pasted in a captured text."""
    whole = captured_text(capture_id)
    return tuple(
        Found(
            span.start,
            span.end,
            whole[max(0, span.start - _AROUND) : span.start],
            whole[span.start : span.end],
            whole[span.end : span.end + _AROUND],
            locator(whole, span),
        )
        for span in find_passage(whole, words)
    )
