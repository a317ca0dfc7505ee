"""What became of an article that was brought, and whether the desk has it already."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from db.queries import arrivals, articles, captures
from db.rows import KnownCapture
from db.session import Database
from firsthand.reading import Incoming, ReadArticle
from firsthand.same_address import names_a_page, spellings
from firsthand.text.feeds import is_feed


class Became(StrEnum):
    """What became of an article that was brought; only ``NEW`` and ``LATER`` changed anything."""

    NEW = "new"
    LATER = "later"
    SAME_BYTES = "same_bytes"
    SAME_TEXT = "same_text"
    SAME_ADDRESS = "same_address"

    @property
    def known(self) -> bool:
        """Whether the desk had it already, so that nothing was written."""
        return self in {Became.SAME_BYTES, Became.SAME_TEXT, Became.SAME_ADDRESS}


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an article, and which one of the desk's it is. ``drafts`` counts its claims where it was known."""

    article_id: int
    capture_id: int
    title: str
    drafts: int
    became: Became
    warnings: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether nothing was written."""
        return self.became.known


def known_already(database: Database, incoming: Incoming) -> TakenIn | None:
    """Find the article that has these bytes, before anybody reads them; the bytes of a feed belong to many."""
    if is_feed(incoming.data):
        return None
    with database.read() as session:
        return _with_bytes(session, incoming.sha256)


def with_key(database: Database, key: str) -> TakenIn | None:
    """Find the article whose capture was recorded under a key."""
    with database.read() as session:
        there = captures.with_uid(session, key)
        return _there(session, KnownCapture(there.document_id, there.id), Became.NEW) if there else None


def found(session: Session, article: ReadArticle, *, again: bool) -> TakenIn | None:
    """Find the article of the desk that this one is: by its bytes, its text, its address."""
    if not article.entry and (there := _with_bytes(session, article.incoming.sha256)):
        return there
    urls = addresses_of(article)
    digest = hashlib.sha256(article.extracted.text.encode()).hexdigest()
    if place := arrivals.with_text(session, digest, urls):
        return _there(session, place, Became.SAME_TEXT)
    if urls and not again and (place := arrivals.at_address(session, urls)):
        return _there(session, place, Became.SAME_ADDRESS)
    return None


def addresses_of(article: ReadArticle) -> tuple[str, ...]:
    """Spell the address of an article in every way; none where it names no page of its own."""
    return spellings(article.url) if article.url and names_a_page(article.url) else ()


def _with_bytes(session: Session, sha256: str) -> TakenIn | None:
    found = articles.find_by_sha256(session, sha256)
    return _there(session, found[0], Became.SAME_BYTES) if found else None


def _there(session: Session, place: KnownCapture, became: Became) -> TakenIn:
    row = articles.get(session, place.document_id)
    return TakenIn(place.document_id, place.capture_id, row.title if row else "", row.claims if row else 0, became)
