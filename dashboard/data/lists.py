"""What lists and pages show, read from the record: frozen rows, one page at a time."""

from __future__ import annotations

from dashboard.data.record import ask
from db.queries import articles as _articles
from db.queries import claims as _claims
from db.queries import history as _history
from db.queries import people as _people
from db.queries import sources as _sources
from db.queries.claims import ClaimOrder
from db.rows import (
    ArticleRow,
    CaptureRow,
    ClaimFile,
    ClaimFilter,
    ClaimRow,
    DeskRow,
    EventFilter,
    EventRow,
    Paged,
    SourceFilter,
    SourceRow,
    SourceUse,
)
from db.vocabulary import RecordType
from firsthand import workspace

PAGE = 50


def desks() -> tuple[DeskRow, ...]:
    """List the desks."""
    return ask(_people.desks)


def main_desk() -> DeskRow:
    """Find the desk that takes articles in."""
    return ask(workspace.main_desk)


def claims(where: ClaimFilter, after: str | None = None) -> Paged[ClaimRow]:
    """List claims: newest first, or in the order of the text where one article is asked for."""
    order = ClaimOrder.TEXT_ORDER if where.article_id is not None and not where.text else ClaimOrder.NEWEST
    return ask(_claims.page, where, order=order, after=after, size=PAGE)


def claim_count(where: ClaimFilter) -> int:
    """Count claims, up to ten thousand."""
    return ask(_claims.count, where)


def claims_of(article_id: int) -> tuple[ClaimRow, ...]:
    """List the claims of an article in the order of its text."""
    return ask(_claims.of_article, article_id)


def claim_file(claim_id: int) -> ClaimFile | None:
    """Collect everything on one claim."""
    return ask(_claims.file, claim_id)


def articles(desk_id: int | None, text: str, after: str | None = None) -> Paged[ArticleRow]:
    """List articles, newest first, or the best matches of a text."""
    return ask(_articles.page, desk_id=desk_id, text=text, after=after, size=PAGE)


def article(article_id: int) -> ArticleRow | None:
    """Find an article."""
    return ask(_articles.get, article_id)


def captures(document_id: int) -> tuple[CaptureRow, ...]:
    """List the captures of an article or a source, newest first."""
    return ask(_articles.captures, document_id)


def sources(where: SourceFilter, after: str | None = None) -> Paged[SourceRow]:
    """List sources, those that most claims rest on first."""
    return ask(_sources.page, where, after=after, size=PAGE)


def source(source_id: int) -> SourceRow | None:
    """Find a source."""
    return ask(_sources.get, source_id)


def source_choices(words: str, limit: int = 20) -> tuple[SourceRow, ...]:
    """Offer sources to pick from."""
    return ask(_sources.choices, words, limit)


def source_uses(source_id: int) -> tuple[SourceUse, ...]:
    """List what rests on a source."""
    return ask(_sources.uses, source_id)


def history(where: EventFilter, after: str | None = None, size: int = PAGE) -> Paged[EventRow]:
    """List events, the newest first."""
    return ask(_history.page, where, after=after, size=size)


def history_of(record_type: RecordType, record_id: int, size: int = 20) -> tuple[EventRow, ...]:
    """List the newest events of one record."""
    return history(EventFilter(record_type=record_type, record_id=record_id), size=size).rows


def actors() -> tuple[str, ...]:
    """List everybody who ever did anything."""
    return ask(_history.actors)


def readable_capture(document_id: int) -> CaptureRow | None:
    """Find the newest capture of a document that has a text."""
    return next((capture for capture in captures(document_id) if capture.characters), None)
