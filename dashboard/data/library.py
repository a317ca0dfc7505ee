"""What the pages on sources show: the library, and how sources hang together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dashboard.data.lists import PAGE
from dashboard.data.record import ask
from db.queries import publishers as _publishers
from db.queries import sources as _sources
from db.queries.sources import SourceOrder
from db.rows import Impact, LibraryFigures, Network, Paged, SourceFilter, SourceRow, SourceUse
from db.vocabulary import CaptureOutcome, PublisherKind
from firsthand.publishers import registry

DRAWN = 60
"""As many sources as a picture of relations takes in."""

HELD = 100
"""As many pieces of evidence as are marked in a source's text."""
READ = 1000
"""As many pieces of evidence as a list of what rests on a source has."""
LARGEST_BULK = 1000
"""As many sources as one bulk deed asks for."""
LATELY = 30
"""As many days as «lately» goes back."""
_DIGITS = 18  # of the largest number that both databases hold


def figures() -> LibraryFigures:
    """Sum up all sources."""
    return ask(_sources.library)


def page(where: SourceFilter, *, newest_first: bool = False, after: str | None = None) -> Paged[SourceRow]:
    """List sources: those that most claims rest on first, or the newest on file."""
    order = SourceOrder.NEWEST if newest_first else SourceOrder.CLAIMS
    return ask(_sources.page, where, order=order, after=after, size=PAGE)


def without_text(where: SourceFilter) -> tuple[int, ...]:
    """List the sources among those on view that have an address and no text, as many as one bulk deed takes."""
    if where.captured or where.outcomes == {CaptureOutcome.COMPLETE}:
        return ()
    return ask(_sources.numbers, replace(where, captured=False, addressed=True), LARGEST_BULK)


def at_an_address(where: SourceFilter) -> tuple[int, ...]:
    """List the sources among those on view that have an address, as many as one bulk deed takes."""
    return ask(_sources.numbers, replace(where, addressed=True), LARGEST_BULK)


def lately() -> dt.date:
    """Tell the first day of «lately»."""
    return dt.datetime.now(dt.UTC).date() - dt.timedelta(days=LATELY)


def publishers_of(kinds: frozenset[PublisherKind]) -> frozenset[str]:
    """Name the publishers of some kinds, those of the registry and those of the desk."""
    known = (*registry(), *ask(_publishers.own))
    return frozenset(publisher.name for publisher in known if publisher.kind in kinds)


def network(source_id: int) -> Network:
    """Find everything that stands in a relation to a source, near or far."""
    return ask(_sources.network, (source_id,), limit=DRAWN)


def impact(source_id: int) -> Impact:
    """Sum up what rests on a source."""
    return ask(_sources.impact, source_id)


def uses(source_id: int, passage: str = "") -> tuple[SourceUse, ...]:
    """List what is marked in a source's text: of the newest claims as much as it holds, and the one asked for."""
    held = resting_on(source_id)[:HELD]
    if len(held) < HELD or not passage.isdecimal() or len(passage) > _DIGITS:
        return held
    asked = ask(_sources.uses, source_id, evidence_id=int(passage))
    return held + tuple(use for use in asked if use not in held)


def resting_on(source_id: int, capture_id: int | None = None) -> tuple[SourceUse, ...]:
    """List what rests on a source, or on one capture of it, the newest claims first: at most ``READ`` pieces."""
    return ask(_sources.uses, source_id, limit=READ, capture_id=capture_id)


def signed_uses(source_id: int) -> tuple[SourceUse, ...]:
    """List the signed claims that rest on a source."""
    return ask(_sources.uses, source_id, signed_only=True)
