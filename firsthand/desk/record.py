"""What every deed on the desk shares: finding the record, writing the event, bringing flags up to date."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from db import chain
from db.base import Base
from db.models import (
    Article,
    Capture,
    Claim,
    ClaimFlag,
    Desk,
    Document,
    Event,
    Evidence,
    ReplyRequest,
    Source,
    SourceRelation,
    User,
)
from db.rows import claim_ref
from db.vocabulary import CaptureOutcome, ClaimType, EventAction, RecordType, ReplyState, SourceRelationKind
from firsthand.desk.actor import Actor
from firsthand.desk.texts import require_text
from firsthand.errors import ConflictError, NotFoundError
from firsthand.flags import Backing, Piece, best_tier, flags_of

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


def live_evidence(session: Session, claim_id: int) -> list[Evidence]:
    """List the evidence that stands, oldest first."""
    return list(
        session.scalars(
            select(Evidence)
            .where(Evidence.claim_id == claim_id, Evidence.withdrawn_at.is_(None))
            .order_by(Evidence.id)
            .execution_options(populate_existing=False)
        )
    )


def settle(session: Session, actor: Actor, claim: Claim) -> None:
    """Recompute a claim's flags and its best tier; every deed that touches a claim ends here."""
    session.flush()
    backing = backing_of(session, actor, claim)
    claim.best_tier = best_tier(backing)
    wanted = flags_of(backing)
    there = set(session.scalars(select(ClaimFlag.flag).where(ClaimFlag.claim_id == claim.id)))
    if there - wanted:
        session.execute(delete(ClaimFlag).where(ClaimFlag.claim_id == claim.id, ClaimFlag.flag.in_(there - wanted)))
    if wanted - there:
        session.execute(
            insert(ClaimFlag),
            [{"claim_id": claim.id, "flag": flag, "desk_id": claim.desk_id} for flag in sorted(wanted - there)],
        )
    session.flush()


def backing_of(session: Session, actor: Actor, claim: Claim) -> Backing:
    """Gather what the flags are computed from."""
    evidence = live_evidence(session, claim.id)
    sources = {piece.source_id for piece in evidence}
    dates = select(Document.id, Document.published).where(Document.id.in_(sources))
    published = dict(session.execute(dates).all())
    outcomes = _last_outcomes(session, sources)
    captured = set(
        session.scalars(
            select(Capture.document_id).where(
                Capture.document_id.in_(sources), Capture.outcome == CaptureOutcome.COMPLETE
            )
        )
    )
    origins = _origins(session, sources)
    article_date = session.scalar(select(Document.published).where(Document.id == claim.article_id))
    said = claim.claim_type is ClaimType.QUOTE or claim.speaker_as_named is not None
    return Backing(
        state=claim.work_state,
        origin=claim.origin,
        checkable=claim.checkable,
        substance=claim.substance_finding,
        attribution=claim.attribution_finding,
        date=(claim.said_on if said else None) or article_date,
        pieces=tuple(
            Piece(
                aspect=piece.aspect,
                stance=piece.stance,
                tier=piece.tier,
                origin=origins[piece.source_id],
                placed=piece.passage.capture_id is not None or piece.passage.locator is not None,
                captured=piece.source_id in captured,
                grade=piece.grade,
                numbers=piece.number_comparison,
                published=published[piece.source_id],
                last_outcome=outcomes.get(piece.source_id),
            )
            for piece in evidence
        ),
        replies_awaited=session.scalar(
            select(func.count()).where(ReplyRequest.claim_id == claim.id, ReplyRequest.state == ReplyState.AWAITED)
        )
        or 0,
        self_signed=claim.self_signed,
        signed_on=claim.signed_at.date() if claim.signed_at else None,
        stale_after_days=find_desk(session, claim.desk_id).stale_after_days,
        today=actor.now().date(),
    )


def _last_outcomes(session: Session, sources: set[int]) -> dict[int, CaptureOutcome]:
    newest = select(func.max(Capture.id)).where(Capture.document_id.in_(sources)).group_by(Capture.document_id)
    rows = session.execute(select(Capture.document_id, Capture.outcome).where(Capture.id.in_(newest)))
    return dict(rows.all())


def _origins(session: Session, sources: set[int]) -> dict[int, int]:
    """Give every source the smallest number among those that go back to one another, following relations to the end."""
    kinds = [kind for kind in SourceRelationKind if kind.same_origin]
    group = {source: source for source in sources}
    frontier = set(sources)
    links: set[tuple[int, int]] = set()
    while frontier:
        found = session.execute(
            select(SourceRelation.source_id, SourceRelation.other_id).where(
                SourceRelation.kind.in_(kinds),
                SourceRelation.source_id.in_(frontier) | SourceRelation.other_id.in_(frontier),
            )
        ).all()
        fresh = {(one, other) for one, other in found} - links
        links |= fresh
        frontier = {end for link in fresh for end in link} - group.keys()
        group.update((source, source) for source in frontier)
    changed = True
    while changed:
        changed = False
        for one, other in links:
            least = min(group[one], group[other])
            changed |= group[one] != least or group[other] != least
            group[one] = group[other] = least
    return group


def last_actor(session: Session, record_type: RecordType, record_id: int) -> str | None:
    """Name who changed a record last, as the history knows them."""
    return session.scalar(
        select(Event.actor)
        .where(Event.record_type == record_type, Event.record_id == record_id)
        .order_by(Event.seq.desc())
        .limit(1)
    )
