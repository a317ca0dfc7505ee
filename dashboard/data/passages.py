"""Words in captured texts: where they stand, and how they compare with a claim."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.data.record import captured_text
from db.rows import ClaimFile, EvidenceRow
from firsthand.evidence.alignment import Beside
from firsthand.evidence.comparison import Comparison, compare, speak_differently
from firsthand.evidence.passages import find_passage, locator

_AROUND = 90  # characters shown around a found place
_BESIDE = 240  # characters in which a quotation may be cut


class Found(NamedTuple):
    """A place in a captured text where words that somebody pasted stand."""

    start: int
    end: int
    before: str
    words: str
    after: str
    locator: str


@lru_cache(maxsize=256)
def _compared(
    quote: str | None, literal: str, passage: str, beside: Beside, speaker: str | None, *, translated: bool
) -> Comparison:
    return compare(quote, literal, passage, beside=beside, speaker=speaker, translated=translated)


def comparison(file: ClaimFile, piece: EvidenceRow) -> Comparison:
    """Compare a claim's quoted words and figures with a passage, and look at what stands beside it."""
    claim, article = file.claim, file.article
    translated = speak_differently(article.language, piece.source_language)
    speaker = claim.speaker or claim.speaker_as_named
    return _compared(claim.quoted_words, claim.literal, piece.exact, _beside(piece), speaker, translated=translated)


def _beside(piece: EvidenceRow) -> Beside:
    if piece.capture_id is None or piece.start is None or piece.end is None:
        return Beside(piece.prefix, piece.suffix)
    whole = captured_text(piece.capture_id)
    return Beside(whole[max(0, piece.start - _BESIDE) : piece.start], whole[piece.end : piece.end + _BESIDE])


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
