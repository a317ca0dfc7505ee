"""What every deed on the desk shares: finding the record, and writing the event."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import chain
from db.base import Base
from db.models import (
    Article,
    Claim,
    Desk,
    Event,
    Source,
    User,
)
from db.rows import claim_ref
from db.vocabulary import EventAction, RecordType
from firsthand.desk.actor import Actor
from firsthand.desk.texts import require_text
from firsthand.errors import ConflictError, NotFoundError

Row = TypeVar("Row", bound=Base)

_HIGHEST = 2**63 - 1


def new_uid() -> str:
    """Make an identity that stays with a record when it travels between desks."""
    return uuid.uuid4().hex


def row_of(session: Session, model: type[Row], record_id: int) -> Row | None:
    """Get a row by its number; None for one that no database gives out, which a driver may refuse to ask for."""
    return session.get(model, record_id) if 0 < record_id <= _HIGHEST else None


def find_claim(session: Session, claim_id: int, seen: int | None = None) -> Claim:
    """Get a claim to be changed; raises ``NotFoundError``, or ``ConflictError`` where ``seen`` is not its version."""
    claim = row_of(session, Claim, claim_id)
    if claim is None:
        raise NotFoundError("claim", claim_ref(claim_id))
    if seen is not None and claim.version != seen:
        raise ConflictError(claim_ref(claim_id), seen, claim.version, last_actor(session, RecordType.CLAIM, claim_id))
    return claim


def find_source(session: Session, source_id: int) -> Source:
    """Get a source; raises ``NotFoundError``."""
    source = row_of(session, Source, source_id)
    if source is None:
        raise NotFoundError("source", f"FS-{source_id:06d}")
    return source


def find_article(session: Session, article_id: int) -> Article:
    """Get an article; raises ``NotFoundError``."""
    article = row_of(session, Article, article_id)
    if article is None:
        raise NotFoundError("article", f"FA-{article_id:06d}")
    return article


def find_desk(session: Session, desk_id: int) -> Desk:
    """Get a desk; raises ``NotFoundError``."""
    desk = row_of(session, Desk, desk_id)
    if desk is None:
        raise NotFoundError("desk", desk_id)
    return desk


def first_desk_id(session: Session) -> int:
    """Tell the desk that events about what all desks share are written under: the oldest; 0 before there is one."""
    return session.scalar(select(func.min(Desk.id))) or 0


def find_user(session: Session, user_id: int) -> User:
    """Get a person; raises ``NotFoundError``."""
    user = row_of(session, User, user_id)
    if user is None:
        raise NotFoundError("person", user_id)
    return user


def email_of(session: Session, user_id: int | None) -> str | None:
    """Name a person the way events do, so that they mean the same on another desk."""
    return None if user_id is None else find_user(session, user_id).email


def tell(  # noqa: PLR0913 - an event has that many sides
    session: Session,
    actor: Actor,
    action: EventAction,
    record_type: RecordType,
    record_id: int,
    *,
    article_id: int | None = None,
    why: str | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write one event into the chain, in the transaction of what it tells."""
    require_text(why, "reason")
    session.flush()
    chain.append(
        session,
        [
            chain.EventDraft(
                at=actor.now(),
                actor_id=actor.id,
                actor=actor.email,
                action=action,
                record_type=record_type,
                record_id=record_id,
                article_id=article_id,
                why=why or None,
                before=before,
                after=after,
            )
        ],
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What happened to a claim, for telling many things at once."""

    claim: Claim
    action: EventAction
    why: str | None = None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


def tell_all(session: Session, actor: Actor, told: Iterable[Told]) -> None:
    """Write events about many claims in one go."""
    told = list(told)
    for one in told:
        require_text(one.why, "reason")
    session.flush()
    chain.append(
        session,
        [
            chain.EventDraft(
                at=actor.now(),
                actor_id=actor.id,
                actor=actor.email,
                action=one.action,
                record_type=RecordType.CLAIM,
                record_id=one.claim.id,
                article_id=one.claim.article_id,
                why=one.why or None,
                before=one.before,
                after=one.after,
            )
            for one in told
        ],
    )


def tell_of(
    session: Session,
    actor: Actor,
    claim: Claim,
    action: EventAction,
    *,
    why: str | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write an event about a claim."""
    tell_all(session, actor, [Told(claim, action, why, before, after)])


def tell_of_document(
    session: Session,
    actor: Actor,
    action: EventAction,
    document: Article | Source,
    *,
    why: str | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write an event about an article or a source."""
    article = isinstance(document, Article)
    tell(
        session,
        actor,
        action,
        RecordType.ARTICLE if article else RecordType.SOURCE,
        document.id,
        article_id=document.id if article else None,
        why=why,
        before=before,
        after=after,
    )


def last_actor(session: Session, record_type: RecordType, record_id: int) -> str | None:
    """Name who changed a record last, as the history knows them."""
    return session.scalar(
        select(Event.actor)
        .where(Event.record_type == record_type, Event.record_id == record_id)
        .order_by(Event.seq.desc())
        .limit(1)
    )


def newest_event_of(session: Session, record_type: RecordType, record_id: int) -> int:
    """Tell the number of the newest event about a record: the version of one that has no column for it."""
    newest = select(func.max(Event.seq)).where(Event.record_type == record_type, Event.record_id == record_id)
    return session.scalar(newest) or 0
