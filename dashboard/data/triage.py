"""An article's drafts as somebody goes through them, the words around each, and how many the desk has kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.data import resemblances
from dashboard.data.lists import claims_of
from dashboard.data.record import ask, captured_text, database
from db.queries import drafts as _drafts
from db.queries.drafts import Waiting
from db.rows import BoardFilter, ClaimRow, DraftCount, Paged, ResemblanceRow
from db.vocabulary import ClaimOrigin, ResemblanceDecision, WorkState
from firsthand.text.segmentation import paragraphs
from firsthand.text.spans import Span

__all__ = ["Around", "Waiting", "around", "drafts", "earlier", "precision", "precision_by_week", "waiting"]

_WIDE = 700  # characters shown on either side of a draft's words


class Around(NamedTuple):
    """What stands around a draft's words in their paragraph; ``cut`` tells whether that goes on beyond each end.

    ``paragraph`` is where the paragraph begins: the same for drafts that stand in one.
    """

    before: str
    after: str
    cut: tuple[bool, bool]
    paragraph: int


def drafts(article_id: int) -> tuple[ClaimRow, ...]:
    """List what the machine drafted of an article, in the order of the text, with what was split off from it.

    A part whose split was undone is left out: it was never a draft of the machine's.
    """
    return tuple(claim for claim in claims_of(article_id) if claim.drafted_by is not None and not _undone(claim))


def _undone(claim: ClaimRow) -> bool:
    return claim.origin is ClaimOrigin.PERSON and claim.work_state is WorkState.NOT_FOR_US


def earlier(rows: Sequence[ClaimRow]) -> dict[int, tuple[tuple[ResemblanceRow, tuple[str, ...]], ...]]:
    """List for each draft the earlier claims that may say the same, those that were dismissed left out.

    Each with what differs, in words.
    """
    found = resemblances.of_claims(tuple(row.id for row in rows))
    return {
        row.id: tuple(
            (other, resemblances.differing(row, other))
            for other in found.get(row.id, ())
            if other.decision is not ResemblanceDecision.DISMISSED
        )
        for row in rows
    }


def precision(article_id: int) -> tuple[DraftCount, ...]:
    """Count an article's drafts by what drafted them and by their fate."""
    return ask(_drafts.of_article, article_id)


def precision_by_week(where: BoardFilter) -> tuple[DraftCount, ...]:
    """Count drafts by the week in which they came, by what drafted them and by their fate."""
    return ask(_drafts.by_week, where)


def waiting(after: str | None = None) -> Paged[Waiting]:
    """List the articles with drafts that nobody has judged, the newest first."""
    return ask(_drafts.articles_waiting, after)


def around(draft: ClaimRow) -> Around:
    """Read what stands around a draft's words."""
    return _around(database().name, draft.capture_id, draft.start, draft.end)


@lru_cache(maxsize=4096)
def _around(url: object, capture_id: int, start: int, end: int) -> Around:
    """Find the paragraph that words stand in, or the paragraphs that they reach over; a capture never changes."""
    text = captured_text(capture_id)
    touched = [part for part in _paragraphs(url, capture_id) if part.start < end and start < part.end]
    begin, stop = (min(start, touched[0].start), max(end, touched[-1].end)) if touched else (start, end)
    first, last = max(begin, start - _WIDE), min(stop, end + _WIDE)
    return Around(text[first:start], text[end:last], (first > begin, last < stop), begin)


@lru_cache(maxsize=32)
def _paragraphs(_url: object, capture_id: int) -> tuple[Span, ...]:
    return tuple(paragraphs(captured_text(capture_id)))
