"""Documents: articles taken in, sources added by hand, their captures, their relations, and speakers."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Article, Capture, Claim, Document, Reference, Source
from db.rows import Hop
from db.vocabulary import (
    CaptureMethod,
    CaptureOutcome,
    EventAction,
    RecordType,
    Role,
    SourceKind,
)
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle, settle_claims_of
from firsthand.desk.content import capture_digest
from firsthand.desk.record import (
    find_article,
    find_claim,
    find_desk,
    find_source,
    last_actor,
    new_uid,
    row_of,
    tell_of_document,
)
from firsthand.edtf import is_edtf
from firsthand.errors import ConflictError, InvalidError, NotFoundError

_LONGEST_KEY = 2000  # bytes; PostgreSQL indexes no value longer than a third of a page


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """What is known of a document; ``published`` is an EDTF date."""

    title: str
    title_is_description: bool = False
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    note: str | None = None

    def checked(self) -> dict[str, Any]:
        """Tidy the fields up; raises ``InvalidError`` for a missing title, an odd date or address."""
        fields = {
            name: (value.strip() or None) if isinstance(value := getattr(self, name), str) else value
            for name in self.__slots__
        }
        if not fields["title"]:
            raise InvalidError("Give it a title, or describe it in a few words.")
        if fields["published"] and not is_edtf(str(fields["published"])):
            raise InvalidError(f"«{self.published}» is no date: write 2024, 2024-08 or 2024-08-06.")
        if fields["url"] and not str(fields["url"]).lower().startswith(("http://", "https://")):
            raise InvalidError("An address starts with http:// or https://.")
        if fields["url"] and len(str(fields["url"]).encode(errors="replace")) > _LONGEST_KEY:
            raise InvalidError(f"An address has at most {_LONGEST_KEY:,} characters: cut off what follows the «?».")
        return fields


@dataclass(frozen=True, slots=True)
class NewReference:
    """A link found in a capture; the offsets are those of its words in the text, where they could be told."""

    href: str
    words: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class NewCapture:
    """A capture to be recorded; its bytes are in the blob store already, so that no row is ever without them.

    A fetch that brought nothing has no bytes, and its ``reason`` in words. ``uid`` is given by who may have to record
    the same capture twice: the second time it is found, not written.
    """

    method: CaptureMethod
    sha256: str | None
    size: int | None
    media_type: str | None
    text: str | None
    extractor: str | None
    file_name: str | None = None
    url: str | None = None
    outcome: CaptureOutcome = CaptureOutcome.COMPLETE
    reason: str | None = None
    references: tuple[NewReference, ...] = ()
    uid: str | None = None
    status: int | None = None
    declared_type: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    hops: tuple[Hop, ...] = ()
    started_at: dt.datetime | None = None
    retry_at: dt.datetime | None = None


def add_article(session: Session, actor: Actor, desk_id: int, fields: DocumentFields) -> Article:
    """Take an article in."""
    actor.require(Role.CHECKER, Role.EDITOR, to="take articles in")
    article = Article(
        uid=new_uid(),
        desk_id=find_desk(session, desk_id).id,
        created_at=actor.now(),
        created_by_id=actor.id,
        **fields.checked(),
    )
    session.add(article)
    session.flush()
    tell_of_document(
        session, actor, EventAction.ARTICLE_ADDED, article, after={"uid": article.uid, "title": article.title}
    )
    return article


def add_source(session: Session, actor: Actor, kind: SourceKind, fields: DocumentFields) -> Source:
    """Add a source by hand."""
    actor.require(Role.CHECKER, Role.EDITOR, to="add sources")
    source = Source(uid=new_uid(), source_kind=kind, created_at=actor.now(), created_by_id=actor.id, **fields.checked())
    session.add(source)
    session.flush()
    after = {"uid": source.uid, "title": source.title, "kind": kind.value}
    tell_of_document(session, actor, EventAction.SOURCE_ADDED, source, after=after)
    return source


def edit_article(session: Session, actor: Actor, article_id: int, seen: int, fields: DocumentFields) -> Article:
    """Correct what is known of an article; its claims get their flags anew, since its date is theirs."""
    actor.require(Role.CHECKER, Role.EDITOR, to="edit articles")
    article = find_article(session, article_id)
    if article.version != seen:
        raise ConflictError("The article", seen, article.version, last_actor(session, RecordType.ARTICLE, article.id))
    if _changed(session, actor, EventAction.ARTICLE_CHANGED, article, fields.checked()):
        for claim_id in session.scalars(select(Claim.id).where(Claim.article_id == article.id)).all():
            settle(session, actor, find_claim(session, claim_id))
    return article


def edit_source(
    session: Session, actor: Actor, source_id: int, seen: int, kind: SourceKind, fields: DocumentFields
) -> Source:
    """Correct what is known of a source; the claims that rest on it get their flags anew."""
    actor.require(Role.CHECKER, Role.EDITOR, to="edit sources")
    source = find_source(session, source_id)
    if source.version != seen:
        raise ConflictError("The source", seen, source.version, last_actor(session, RecordType.SOURCE, source.id))
    if _changed(session, actor, EventAction.SOURCE_CHANGED, source, {**fields.checked(), "source_kind": kind}):
        settle_claims_of(session, actor, source.id)
    return source


def _changed(
    session: Session, actor: Actor, action: EventAction, document: Article | Source, wanted: dict[str, Any]
) -> bool:
    """Set what differs and tell of it; whether anything did."""
    changed = {name: value for name, value in wanted.items() if getattr(document, name) != value}
    if not changed:
        return False
    before = {name: getattr(document, name) for name in changed}
    for name, value in changed.items():
        setattr(document, name, value)
    document.version += 1
    tell_of_document(session, actor, action, document, before=before, after=changed)
    return True


def record_capture(session: Session, actor: Actor, document: Article | Source, new: NewCapture) -> Capture:
    """Record a capture of a document; the same bytes again are an observation worth keeping, too."""
    if not actor.is_machine:
        actor.require(Role.CHECKER, Role.EDITOR, to="record captures")
    if new.uid is not None and (there := session.scalars(select(Capture).where(Capture.uid == new.uid)).first()):
        return there
    capture = Capture(
        uid=new.uid or new_uid(),
        document_id=document.id,
        method=new.method,
        outcome=new.outcome,
        reason=new.reason,
        sha256=new.sha256,
        size=new.size,
        media_type=new.media_type,
        file_name=new.file_name,
        url=new.url or document.url,
        text=new.text,
        text_sha256=hashlib.sha256(new.text.encode()).hexdigest() if new.text is not None else None,
        extractor=new.extractor,
        taken_at=actor.now(),
        taken_by_id=actor.id,
        status=new.status,
        declared_type=new.declared_type,
        headers={"fields": [list(field) for field in new.headers]} if new.headers else None,
        hops={"hops": [hop._asdict() for hop in new.hops]} if new.hops else None,
        started_at=new.started_at,
        retry_at=new.retry_at,
    )
    session.add(capture)
    session.flush()
    session.add_all(
        Reference(capture_id=capture.id, place=place, **asdict(link)) for place, link in enumerate(new.references)
    )
    action = EventAction.ARTICLE_CAPTURED if isinstance(document, Article) else EventAction.SOURCE_CAPTURED
    after = {
        "outcome": new.outcome.value,
        "sha256": new.sha256,
        "size": new.size,
        "digest": capture_digest(capture, document.uid),
    }
    tell_of_document(session, actor, action, document, why=new.reason, after=after)
    if isinstance(document, Source):
        settle_claims_of(session, actor, document.id)
    return capture


def find_document(session: Session, document_id: int) -> Article | Source:
    """Get an article or a source; raises ``NotFoundError``."""
    document = row_of(session, Document, document_id)
    if not isinstance(document, Article | Source):
        raise NotFoundError("document", document_id)
    return document
