"""Noting in a claim's search log what looking at a source brought, without anybody having to write it down."""

from __future__ import annotations

from sqlalchemy import select

from db.models import SearchEntry
from db.queries import articles, claims, sources
from db.session import Database
from db.vocabulary import Role, SearchOutcome
from firsthand import desk
from firsthand.desk import Actor
from firsthand.finding.sought import Sought, holding
from firsthand.finding.stations import newest_readable

REFERENCES, LIBRARY = "References of the article", "Captured library"
"""Places of the search log."""


def log_capture(database: Database, actor: Actor, claim_id: int, source_id: int) -> None:
    """Note that a source was opened for a claim: whether it holds the words, or why it could not be read.

    Once for each capture; nothing happens where the person may not log searches, or where nothing was captured.
    """
    if Role.CHECKER not in actor.roles:
        return
    with database.read() as session:
        claim = claims.get(session, claim_id)
        source = next(iter(sources.of_ids(session, [source_id])), None)
        newest = next(iter(articles.captures(session, source_id)), None)
        readable = newest_readable(session, source_id)
        text = articles.text(session, readable.id) if readable else None
    if claim is None or source is None or newest is None:
        return
    held = holding(text, Sought.of(claim)).held if text else False
    outcome = SearchOutcome.FOUND if held else SearchOutcome.NOTHING if text else SearchOutcome.BLOCKED
    note = f"{source.ref}: {_said(outcome, newest.reason)}"
    query = source.url or source.title
    with database.write() as session:
        since = (readable or newest).taken_at
        there = select(SearchEntry.id).where(
            SearchEntry.claim_id == claim_id,
            SearchEntry.place == REFERENCES,
            SearchEntry.query == query,
            SearchEntry.at >= since,
        )
        if session.scalars(there).first() is None:
            desk.log_search(session, actor, claim_id, place=REFERENCES, query=query, outcome=outcome, note=note)


def _said(outcome: SearchOutcome, reason: str | None) -> str:
    match outcome:
        case SearchOutcome.FOUND:
            return "it holds the words"
        case SearchOutcome.NOTHING:
            return "it does not hold the words"
        case SearchOutcome.BLOCKED:
            return reason or "it could not be read"
