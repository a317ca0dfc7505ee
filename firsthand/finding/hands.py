"""Where the first hand of a claim may be: its article's references, then the desk's captured library.

Outside services are a matter of their own (``firsthand.finding.outside``): they are asked by a click only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Capture
from db.queries import articles, claims, references, sources
from db.rows import ReferenceRow, SourceRow
from db.vocabulary import MatchGrade, Tier
from firsthand import library_search
from firsthand.finding.onward import Lead, Whose, weighed
from firsthand.finding.sought import Sought
from firsthand.finding.stations import article_page, newest_readable, whose_pages
from firsthand.same_address import spellings
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["FoundHand", "Place", "library", "newest_capture", "references_of", "suggestions"]

_LIBRARY = 8  # sources of the library that are suggested
_QUOTED_HERE = "the quoted words stand here"


class Place(StrEnum):
    """Where a suggestion comes from."""

    REFERENCE = "reference"
    LIBRARY = "library"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class FoundHand:
    """A document that may be the first hand of a claim, and why.

    ``source_id`` is None for an address that is no source of the desk yet, ``capture_id`` for what has no text on
    file; ``failed`` is why the newest try to capture it brought none. ``words`` are those of the reference. ``span``
    is a place in the capture's text, with its ``grade`` where the quoted words were found.
    """

    place: Place
    title: str
    url: str | None
    why: str
    score: float
    source_id: int | None = None
    capture_id: int | None = None
    publisher: str | None = None
    tier: Tier = Tier.UNKNOWN
    words: str = ""
    reference_id: int | None = None
    tied: bool = False
    failed: str | None = None
    grade: MatchGrade | None = None
    span: Span | None = None


def suggestions(session: Session, claim_id: int) -> tuple[FoundHand, ...]:
    """List what the desk itself has: references first, then sources of the library that are none of them."""
    pointed = references_of(session, claim_id)
    known = {one.source_id for one in pointed} - {None}
    return (*pointed, *(one for one in library(session, claim_id) if one.source_id not in known))


def references_of(session: Session, claim_id: int) -> tuple[FoundHand, ...]:
    """List the references of the claim's article: those tied to sources first, then those nearest to the claim.

    Each page once; what cannot be a source, such as a button for sharing, is left out.
    """
    claim = claims.get(session, claim_id)
    page = article_page(session, claim) if claim else None
    if claim is None or page is None:
        return ()
    whose = whose_pages(session)
    rows = {row.href: row for row in reversed(references.of_article(session, claim.article_id))}
    worth = weighed(page, Sought.of(claim), whose)
    at = references.sources_at(session, [spelt for lead in worth for spelt in spellings(lead.url)])
    found: dict[object, FoundHand] = {}
    for lead in worth:
        number = lead.source_id or next((at[spelt] for spelt in spellings(lead.url) if spelt in at), None)
        key = number or min(spellings(lead.url))
        if key not in found:
            found[key] = _pointed(session, lead, rows[lead.url], number, whose)
    return tuple(sorted(found.values(), key=lambda one: (not one.tied, -one.score)))


def _pointed(session: Session, lead: Lead, row: ReferenceRow, number: int | None, whose: Whose) -> FoundHand:
    source = next(iter(sources.of_ids(session, [number])), None) if number is not None else None
    publisher = whose(lead.url)
    readable, failed = _captured(session, number)
    return FoundHand(
        Place.REFERENCE,
        source.title if source else row.words.strip() or lead.url,
        lead.url,
        lead.why,
        lead.weight,
        source_id=number,
        capture_id=readable,
        publisher=publisher.name if publisher else (source.publisher if source else None),
        tier=publisher.tier if publisher else Tier.UNKNOWN,
        words=row.words,
        reference_id=row.id,
        tied=row.source_id is not None,
        failed=failed,
    )


def _captured(session: Session, source_id: int | None) -> tuple[int | None, str | None]:
    """Tell a source's newest capture with a text, or why the newest try brought none."""
    if source_id is None:
        return None, None
    readable = newest_readable(session, source_id)
    if readable is not None:
        return readable.id, None
    newest = next(iter(articles.captures(session, source_id)), None)
    return None, (newest.reason or newest.outcome.value.replace("_", " ")) if newest else None


def newest_capture(session: Session) -> int:
    """Tell the number of the newest capture; while it stays, the library has not changed."""
    return session.scalar(select(func.max(Capture.id))) or 0


def library(session: Session, claim_id: int) -> tuple[FoundHand, ...]:
    """Search the captured library: for the quoted words, then for the statement with its speaker, date and figures."""
    claim = claims.get(session, claim_id)
    if claim is None:
        return ()
    sought, found = Sought.of(claim), dict[int, FoundHand]()
    for quote in library_search.find_quotation(session, sought.quote, limit=_LIBRARY) if sought.quote else ():
        held = _held(quote.capture_id, _QUOTED_HERE, 1.0, quote.span, quote.grade)
        found.setdefault(quote.document_id, held)
    told = library_search.search(
        session, statement=sought.statement, speaker=sought.speaker, date=claim.said_on, limit=_LIBRARY
    )
    for other in told:
        found.setdefault(other.document_id, _held(other.capture_id, "; ".join(other.why), other.score, other.span))
    rows = {row.id: row for row in sources.of_ids(session, list(found))}
    whose = whose_pages(session)
    named = (_named(one, rows[number], whose) for number, one in found.items() if number in rows)
    return tuple(named)[:_LIBRARY]


def _held(capture_id: int, why: str, score: float, span: Span | None, grade: MatchGrade | None = None) -> FoundHand:
    return FoundHand(Place.LIBRARY, "", None, why, score, capture_id=capture_id, span=span, grade=grade)


def _named(found: FoundHand, source: SourceRow, whose: Whose) -> FoundHand:
    publisher = whose(source.url) if source.url else None
    return replace(
        found,
        title=source.title,
        url=source.url,
        source_id=source.id,
        publisher=publisher.name if publisher else source.publisher,
        tier=publisher.tier if publisher else Tier.UNKNOWN,
    )
