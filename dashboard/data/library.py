"""What the pages on sources show: the library, and how sources hang together."""

from __future__ import annotations

from dashboard.data.lists import PAGE
from dashboard.data.record import ask
from db.queries import sources as _sources
from db.queries.sources import SourceOrder
from db.rows import Impact, LibraryFigures, Network, Paged, SourceFilter, SourceRow, SourceUse

DRAWN = 60
"""As many sources as a picture of relations takes in."""

HELD = 100
"""As many pieces of evidence as a source's page shows."""
_DIGITS = 18  # of the largest number that both databases hold


def figures() -> LibraryFigures:
    """Sum up all sources."""
    return ask(_sources.library)


def page(where: SourceFilter, *, newest_first: bool = False, after: str | None = None) -> Paged[SourceRow]:
    """List sources: those that most claims rest on first, or the newest on file."""
    order = SourceOrder.NEWEST if newest_first else SourceOrder.CLAIMS
    return ask(_sources.page, where, order=order, after=after, size=PAGE)


def network(source_id: int) -> Network:
    """Find everything that stands in a relation to a source, near or far."""
    return ask(_sources.network, (source_id,), limit=DRAWN)


def impact(source_id: int) -> Impact:
    """Sum up what rests on a source."""
    return ask(_sources.impact, source_id)


def uses(source_id: int, passage: str = "") -> tuple[SourceUse, ...]:
    """List what rests on a source, the newest claims first: as many as a page can hold, and the passage asked for."""
    held = ask(_sources.uses, source_id, limit=HELD)
    if len(held) < HELD or not passage.isdecimal() or len(passage) > _DIGITS:
        return held
    asked = ask(_sources.uses, source_id, evidence_id=int(passage))
    return held + tuple(use for use in asked if use not in held)


def signed_uses(source_id: int) -> tuple[SourceUse, ...]:
    """List the signed claims that rest on a source."""
    return ask(_sources.uses, source_id, signed_only=True)
