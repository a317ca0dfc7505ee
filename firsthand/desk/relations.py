"""Relations: how claims stand to claims, and sources to sources."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ClaimRelation, SourceRelation
from db.vocabulary import ClaimRelationKind, EventAction, Role, SourceRelationKind
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle_claims_of
from firsthand.desk.record import find_claim, find_source, tell_of, tell_of_document
from firsthand.errors import InvalidError


def relate_claims(
    session: Session, actor: Actor, claim_id: int, other_id: int, kind: ClaimRelationKind, note: str = ""
) -> ClaimRelation:
    """Tie a claim to another one: «claim KIND other». One that is there already stays as it is."""
    actor.require(Role.CHECKER, Role.EDITOR, to="relate claims")
    claim, other = find_claim(session, claim_id), find_claim(session, other_id)
    if claim is other:
        raise InvalidError("A claim cannot be related to itself.")
    ends = {"claim_id": claim.id, "other_id": other.id, "kind": kind}
    there = session.scalars(select(ClaimRelation).filter_by(**ends)).first()
    if there is not None:
        return there
    relation = ClaimRelation(**ends, **_signature(actor, note))
    session.add(relation)
    after = {"kind": kind.value, "other": other.uid}
    tell_of(session, actor, claim, EventAction.CLAIM_RELATED, why=note, after=after)
    return relation


def relate_sources(
    session: Session, actor: Actor, source_id: int, other_id: int, kind: SourceRelationKind, note: str = ""
) -> SourceRelation:
    """Tie a source to another one, «source KIND other»; claims on either get their flags anew."""
    actor.require(Role.CHECKER, Role.EDITOR, to="relate sources")
    source, other = find_source(session, source_id), find_source(session, other_id)
    if source is other:
        raise InvalidError("A source cannot be related to itself.")
    ends = {"source_id": source.id, "other_id": other.id, "kind": kind}
    there = session.scalars(select(SourceRelation).filter_by(**ends)).first()
    if there is not None:
        return there
    relation = SourceRelation(**ends, **_signature(actor, note))
    session.add(relation)
    after = {"kind": kind.value, "other": other.uid}
    tell_of_document(session, actor, EventAction.SOURCE_RELATED, source, why=note, after=after)
    settle_claims_of(session, actor, source.id, other.id)
    return relation


def _signature(actor: Actor, note: str) -> dict[str, Any]:
    return {"note": note.strip() or None, "added_by_id": actor.id, "added_at": actor.now()}
