"""Taking in: bytes become a capture, a capture's text becomes drafts; and the same for the text of a source."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from db.models import Article, Source
from db.queries import articles
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome
from firsthand import desk
from firsthand.claims.drafting import DRAFTER, DraftClaim, draft_claims
from firsthand.desk.record import find_article, find_source
from firsthand.text.extraction import ExtractedArticle, extract

# More than any article has; a dump of sentences must not flood the desk.
MOST_DRAFTS = 1000
_MACHINE = desk.Actor.machine(DRAFTER)


@dataclass(frozen=True, slots=True)
class Known:
    """What the person who brings a text knows of it; it goes before what the text says of itself."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """Bytes on their way onto the desk."""

    data: bytes
    method: CaptureMethod
    file_name: str | None = None
    media_type: str | None = None
    url: str | None = None
    known: Known = field(default_factory=Known)


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an article; ``known`` where the desk had the same bytes already and nothing was written."""

    article_id: int
    capture_id: int
    title: str
    drafts: int
    known: bool
    warnings: tuple[str, ...] = ()


def take_in(database: Database, actor: desk.Actor, desk_id: int, incoming: Incoming) -> TakenIn:
    """Capture an article and draft its claims, all or nothing; raises ``UnreadableText`` for what is no text."""
    sha256 = hashlib.sha256(incoming.data).hexdigest()
    with database.read() as session:
        there = _already(session, sha256)
    if there is not None:
        return there
    read = _read(incoming)
    drafts, warnings = _worth_keeping(
        draft_claims(
            read.text,
            published=incoming.known.published or read.published,
            author=incoming.known.author or read.author,
        )
    )
    database.blobs.put(incoming.data)
    with database.write() as session:
        there = _already(session, sha256)  # somebody may have been faster
        if there is not None:
            return there
        article = desk.add_article(session, actor, desk_id, _fields(read, incoming))
        capture = desk.record_capture(session, actor, article, _capture(read, incoming, sha256))
        desk.add_drafts(session, replace(_MACHINE, clock=actor.clock), _claims(article, capture.id, drafts))
        return TakenIn(
            article.id, capture.id, article.title, len(drafts), known=False, warnings=read.warnings + warnings
        )


def capture_source(database: Database, actor: desk.Actor, source_id: int, incoming: Incoming) -> int:
    """Record the text of a source; tells the capture's number. Raises ``UnreadableText``, ``NotFoundError``."""
    return _capture_again(database, actor, lambda session: find_source(session, source_id), incoming)


def capture_article(database: Database, actor: desk.Actor, article_id: int, incoming: Incoming) -> int:
    """Record a later version of an article's text; its claims stay with the text that they were made in.

    Tells the capture's number. Raises ``UnreadableText``, ``NotFoundError``.
    """
    return _capture_again(database, actor, lambda session: find_article(session, article_id), incoming)


def _capture_again(
    database: Database, actor: desk.Actor, find: Callable[[Session], Article | Source], incoming: Incoming
) -> int:
    read = _read(incoming)
    sha256 = database.blobs.put(incoming.data)
    with database.write() as session:
        return desk.record_capture(session, actor, find(session), _capture(read, incoming, sha256)).id


def _already(session: Session, sha256: str) -> TakenIn | None:
    for place in articles.find_by_sha256(session, sha256):
        article = articles.get(session, place.document_id)
        if article is not None:
            return TakenIn(article.id, place.capture_id, article.title, article.claims, known=True)
    return None


def _worth_keeping(drafts: list[DraftClaim]) -> tuple[list[DraftClaim], tuple[str, ...]]:
    """Leave out what is said again in the same words, and of a flood keep the drafts most worth checking."""
    once = list({draft.statement: draft for draft in reversed(drafts)}.values())[::-1]
    if len(once) <= MOST_DRAFTS:
        return once, ()
    best = sorted(once, key=lambda draft: -draft.score)[:MOST_DRAFTS]
    warning = f"{len(once)} sentences looked like claims; only the {MOST_DRAFTS} most worth checking were drafted."
    return sorted(best, key=lambda draft: draft.span), (warning,)


def _read(incoming: Incoming) -> ExtractedArticle:
    return extract(incoming.data, filename=incoming.file_name, media_type=incoming.media_type, url=incoming.url)


def _fields(read: ExtractedArticle, incoming: Incoming) -> desk.DocumentFields:
    known = incoming.known
    title = known.title or read.title
    return desk.DocumentFields(
        title=title or _described(read.text),
        title_is_description=title is None,
        author=known.author or read.author,
        publisher=known.publisher or read.publisher,
        url=incoming.url or read.canonical_url,
        published=known.published or read.published,
        language=known.language or read.language,
    )


def _described(text: str, words: int = 12) -> str:
    """Describe a text without a title by how it begins."""
    start = text.split(maxsplit=words)[:words]
    return f"«{' '.join(start)[:200]} …»"


def _capture(read: ExtractedArticle, incoming: Incoming, sha256: str) -> desk.NewCapture:
    return desk.NewCapture(
        method=incoming.method,
        sha256=sha256,
        size=len(incoming.data),
        media_type=incoming.media_type or mimetypes.guess_type(incoming.file_name or "")[0] or "text/plain",
        text=read.text,
        extractor=read.extractor,
        file_name=incoming.file_name,
        url=incoming.url,
        outcome=CaptureOutcome.COMPLETE,
    )


def _claims(article: Article, capture_id: int, drafts: list[DraftClaim]) -> list[desk.NewClaim]:
    return [
        desk.NewClaim(
            article_id=article.id,
            capture_id=capture_id,
            start=draft.span.start,
            end=draft.span.end,
            statement=draft.statement,
            claim_type=draft.claim_type,
            checkable=draft.checkable,
            speaker_as_named=draft.speaker,
            cue=draft.cue,
            quoted_words=draft.quoted_words,
            said_on=draft.said_on,
            said_on_text=draft.said_on_text,
            draft_reason=draft.reason,
        )
        for draft in drafts
    ]
