"""All reads of the dashboard, and its only cache.

What is cached is keyed by the record, its newest event and what was asked, so that it can never be stale and never
needs clearing: whatever changes the record leaves an event.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

import streamlit as st
from sqlalchemy.orm import Session

from db.errors import FirsthandError
from db.queries import articles as _articles
from db.queries import claims as _claims
from db.queries import history as _history
from db.queries import people as _people
from db.queries import sources as _sources
from db.queries import statistics as _statistics
from db.queries.claims import ClaimOrder
from db.rows import (
    ArticleRow,
    BoardFigures,
    CaptureRow,
    ClaimFile,
    ClaimFilter,
    ClaimRow,
    DeskRow,
    EventFilter,
    EventRow,
    Paged,
    SourceFilter,
    SourceRelationRow,
    SourceRow,
    SourceUse,
    UserRow,
)
from db.session import Database
from db.vocabulary import RecordType
from firsthand import workspace
from firsthand.evidence.comparison import Comparison, compare
from firsthand.evidence.passages import find_passage, locator
from firsthand.settings import Settings, load_settings

RecordProblem = FirsthandError
"""What goes wrong with the record as a whole; its message says what to do."""

PAGE = 50
ACTING_AS = "acting_as"
_AROUND = 90  # characters shown around a found place

P = ParamSpec("P")
R = TypeVar("R")


class Found(NamedTuple):
    """A place in a captured text where words that somebody pasted stand."""

    start: int
    end: int
    before: str
    words: str
    after: str
    locator: str


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """Read the environment, once for the whole server."""
    return load_settings()


@st.cache_resource(show_spinner=False)
def database() -> Database:
    """Open the record, once for the whole server."""
    return workspace.open_record(settings())


def newest_event() -> int:
    """Tell the number of the newest event."""
    with database().read() as session:
        return _statistics.newest_event(session)


def _ask(query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Ask the record, or answer from memory where nothing has happened since."""
    record = database()
    answer: R = _answers(record.url, newest_event(), query, args, tuple(sorted(kwargs.items())))
    return answer


@lru_cache(maxsize=1024)
def _answers(
    _url: object, _newest: int, query: Callable[..., Any], args: tuple[Any, ...], options: tuple[tuple[str, Any], ...]
) -> Any:  # noqa: ANN401 - whatever frozen rows the query returns
    with database().read() as session:
        return query(session, *args, **dict(options))


@lru_cache(maxsize=32)
def _texts(_url: object, capture_id: int) -> str | None:
    """Keep a few captured texts at hand; a capture never changes, and its text may be large."""
    with database().read() as session:
        return _articles.text(session, capture_id)


def forget() -> None:
    """Let go of the record and everything read from it; for a server, or a test, that turns to another record."""
    database().close()
    database.clear()
    settings.clear()
    _answers.cache_clear()
    _texts.cache_clear()
    _compared.cache_clear()


def is_demo() -> bool:
    """Tell whether this is the sample record, where one may act as anybody."""
    return _ask(workspace.is_demo)


def users() -> tuple[UserRow, ...]:
    """List everybody who may do something."""
    return tuple(user for user in _ask(_people.users) if not user.disabled)


def me() -> UserRow:
    """Tell who is working: the person of the settings, or in the sample record whoever was chosen there."""
    if is_demo():
        people = {user.email: user for user in users() if user.roles}
        chosen = people.get(st.session_state.get(ACTING_AS, ""))
        if chosen or people:
            return chosen or next(iter(people.values()))
    known = _ask(_people.user_by_email, settings().user)
    return known if known and not known.disabled else workspace.person(database(), settings().user)


def desks() -> tuple[DeskRow, ...]:
    """List the desks."""
    return _ask(_people.desks)


def main_desk() -> DeskRow:
    """Find the desk that takes articles in."""
    return _ask(workspace.main_desk)


def board(desk_id: int | None) -> BoardFigures:
    """Sum up a desk, or all of them."""
    return _ask(_statistics.board, desk_id)


def by_article(desk_id: int | None, limit: int = 15) -> tuple[ArticleRow, ...]:
    """List the newest articles with their claims by status."""
    return _ask(_statistics.by_article, desk_id, limit)


def oldest_open(desk_id: int | None, limit: int = 8) -> tuple[ClaimRow, ...]:
    """List the claims that have been open longest."""
    return _ask(_statistics.oldest_open, desk_id, limit)


def claims(where: ClaimFilter, after: str | None = None) -> Paged[ClaimRow]:
    """List claims: newest first, or in the order of the text where one article is asked for."""
    order = ClaimOrder.TEXT_ORDER if where.article_id is not None and not where.text else ClaimOrder.NEWEST
    return _ask(_claims.page, where, order=order, after=after, size=PAGE)


def claim_count(where: ClaimFilter) -> int:
    """Count claims, up to ten thousand."""
    return _ask(_claims.count, where)


def claims_of(article_id: int) -> tuple[ClaimRow, ...]:
    """List the claims of an article in the order of its text."""
    return _ask(_claims.of_article, article_id)


def claim_file(claim_id: int) -> ClaimFile | None:
    """Collect everything on one claim."""
    return _ask(_claims.file, claim_id)


def articles(desk_id: int | None, text: str, after: str | None = None) -> Paged[ArticleRow]:
    """List articles, newest first, or the best matches of a text."""
    return _ask(_articles.page, desk_id=desk_id, text=text, after=after, size=PAGE)


def article(article_id: int) -> ArticleRow | None:
    """Find an article."""
    return _ask(_articles.get, article_id)


def captures(document_id: int) -> tuple[CaptureRow, ...]:
    """List the captures of an article or a source, newest first."""
    return _ask(_articles.captures, document_id)


def text(capture_id: int) -> str:
    """Read a captured text; empty where the capture has none."""
    return _texts(database().url, capture_id) or ""


def sources(where: SourceFilter, after: str | None = None) -> Paged[SourceRow]:
    """List sources, those that most claims rest on first."""
    return _ask(_sources.page, where, after=after, size=PAGE)


def source(source_id: int) -> SourceRow | None:
    """Find a source."""
    return _ask(_sources.get, source_id)


def source_choices(words: str, limit: int = 20) -> tuple[SourceRow, ...]:
    """Offer sources to pick from."""
    return _ask(_sources.choices, words, limit)


def source_uses(source_id: int) -> tuple[SourceUse, ...]:
    """List what rests on a source."""
    return _ask(_sources.uses, source_id)


def source_relations(source_id: int) -> tuple[SourceRelationRow, ...]:
    """List how a source stands to others."""
    return _ask(_sources.relations, source_id)


def history(where: EventFilter, after: str | None = None, size: int = PAGE) -> Paged[EventRow]:
    """List events, the newest first."""
    return _ask(_history.page, where, after=after, size=size)


def history_of(record_type: RecordType, record_id: int, size: int = 20) -> tuple[EventRow, ...]:
    """List the newest events of one record."""
    return history(EventFilter(record_type=record_type, record_id=record_id), size=size).rows


def actors() -> tuple[str, ...]:
    """List everybody who ever did anything."""
    return _ask(_history.actors)


@lru_cache(maxsize=256)
def _compared(quote: str | None, literal: str, passage: str) -> Comparison:
    return compare(quote, literal, passage)


def comparison(claim: ClaimRow, passage: str) -> Comparison:
    """Compare a claim's quoted words and figures with a passage."""
    return _compared(claim.quoted_words, claim.literal, passage)


def places(capture_id: int, words: str) -> tuple[Found, ...]:
    """Find the words that somebody pasted in a captured text."""
    whole = text(capture_id)
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


def readable_capture(document_id: int) -> CaptureRow | None:
    """Find the newest capture of a document that has a text."""
    return next((capture for capture in captures(document_id) if capture.characters), None)
