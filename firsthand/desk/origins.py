"""What sources are copies of: the machine suggests it, a person decides, and may take the decision back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import OriginSuggestion, Source, SourceRelation
from db.rows import document_ref
from db.vocabulary import DocumentType, EventAction, ResemblanceDecision, Role, SourceKind, SourceRelationKind
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle_claims_of
from firsthand.desk.documents import DocumentFields, add_source
from firsthand.desk.record import find_source, row_of, tell_of_document
from firsthand.errors import NotFoundError
from firsthand.origins import Sign
from firsthand.same_address import spellings

_D = ResemblanceDecision
_LONGEST_ADDRESS = 2000  # bytes, as for a source's own


def suggest_origins(session: Session, actor: Actor, source_id: int, signs: Sequence[Sign]) -> int:
    """Put the machine's signs of a source's origin on file; tells how many are new.

    What was suggested before, whatever became of it, and what a relation on file says already is not suggested again.
    """
    source = find_source(session, source_id)
    new = 0
    for sign in signs:
        draft = _draft(session, source, sign)
        if draft is None or _there(session, draft) or _related(session, draft):
            continue
        session.add(OriginSuggestion(**draft, why=sign.why, found_at=actor.now()))
        session.flush()
        new += 1
    return new


def decide_origin(
    session: Session, actor: Actor, suggestion_id: int, decision: ResemblanceDecision
) -> OriginSuggestion:
    """Say that a source is such a copy, or that it is not, or take back what was said.

    A confirmed suggestion has its relation beside it, and the claims on either source get their flags anew; an origin
    that is no source of the desk's yet becomes one. Whatever follows takes that relation away again; one that was on
    file before stays. Nothing happens where it stands so already.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="say what sources are copies of")
    found = row_of(session, OriginSuggestion, suggestion_id)
    if found is None:
        raise NotFoundError("suggestion", suggestion_id)
    if found.decision is decision:
        return found
    source = find_source(session, found.source_id)
    before = _told(session, found)
    removed = _take_relation_away(session, found)
    suggested = decision is _D.SUGGESTED
    if decision is _D.CONFIRMED and found.other_id is None:
        found.other_id = _origin(session, actor, found)
    found.decision = decision
    found.decided_by_id = None if suggested else actor.id
    found.decided_at = None if suggested else actor.now()
    if decision is _D.CONFIRMED:
        _relate(session, found)
    after = _told(session, found)
    tell_of_document(session, actor, EventAction.ORIGIN_DECIDED, source, why=found.why, before=before, after=after)
    if found.other_id is not None and (removed or decision is _D.CONFIRMED):
        settle_claims_of(session, actor, found.source_id, found.other_id)
    return found


def _draft(session: Session, source: Source, sign: Sign) -> dict[str, Any] | None:
    """Say a sign in the record's terms; None for one that leads back to the source itself, or nowhere."""
    url = sign.other_url
    if url is not None and len(url.encode(errors="replace")) > _LONGEST_ADDRESS:
        url = None
    other_id = sign.other_id if sign.other_id is not None else _at(session, url)
    if other_id == source.id or (other_id is None and not url and not sign.other_name):
        return None
    ends = (other_id, source.id) if sign.turned and other_id is not None else (source.id, other_id)
    name = sign.other_name or None
    return {"source_id": ends[0], "other_id": ends[1], "other_url": url, "other_name": name, "kind": sign.kind}


def _at(session: Session, url: str | None) -> int | None:
    """Find the source at an address, however it is spelt."""
    if url is None:
        return None
    asked = select(Source.id).where(Source.url.in_(spellings(url))).order_by(Source.id).limit(1)
    return session.scalars(asked).first()


def _there(session: Session, draft: dict[str, Any]) -> bool:
    """Whether the same was suggested before, of the same source, address or name."""
    asked = select(OriginSuggestion).where(OriginSuggestion.source_id == draft["source_id"])
    for known in session.scalars(asked):
        if draft["other_id"] is not None and known.other_id == draft["other_id"]:
            return True
        if draft["other_url"] is not None and known.other_url == draft["other_url"]:
            return True
        names = {known.other_name, draft["other_name"]}
        if len(names) == 1 and None not in names and not (known.other_url or draft["other_url"]):
            return True
    if draft["other_id"] is None:
        return False
    # The same two the other way round are one question.
    turned = select(OriginSuggestion.id).filter_by(source_id=draft["other_id"], other_id=draft["source_id"])
    return session.scalars(turned).first() is not None


def _related(session: Session, draft: dict[str, Any]) -> bool:
    """Whether a relation of one origin between the two is on file, in either direction."""
    ends = (draft["source_id"], draft["other_id"])
    asked = select(SourceRelation.kind).where(
        (SourceRelation.source_id.in_(ends)) & (SourceRelation.other_id.in_(ends))
    )
    return ends[1] is not None and any(kind.same_origin for kind in session.scalars(asked))


def _origin(session: Session, actor: Actor, found: OriginSuggestion) -> int:
    """Find the source that a suggestion names by its address, or make one of the address or the name."""
    there = _at(session, found.other_url)
    if there is not None:
        return there
    title = found.other_url or found.other_name or ""
    described = DocumentFields(
        title if found.other_url else f"{title}, original of {document_ref(DocumentType.SOURCE, found.source_id)}",
        title_is_description=True,
        publisher=found.other_name,
        url=found.other_url,
    )
    return add_source(session, actor, SourceKind.OTHER, described).id


def _ends(found: OriginSuggestion) -> dict[str, Any]:
    """Name the ends of the relation: an original is archived as its copy, though the copy is what was looked at."""
    turned = found.kind is SourceRelationKind.ARCHIVED_AS
    source_id, other_id = (found.other_id, found.source_id) if turned else (found.source_id, found.other_id)
    return {"source_id": source_id, "other_id": other_id, "kind": found.kind}


def _relate(session: Session, found: OriginSuggestion) -> None:
    if session.scalars(select(SourceRelation).filter_by(**_ends(found))).first() is None:
        signed = {"added_by_id": found.decided_by_id, "added_at": found.decided_at}
        session.add(SourceRelation(**_ends(found), note=found.why, **signed))


def _take_relation_away(session: Session, found: OriginSuggestion) -> bool:
    """Remove the relation that a confirmation made: the one of the same person and moment."""
    if found.decision is not _D.CONFIRMED:
        return False
    made = select(SourceRelation).filter_by(**_ends(found), added_by_id=found.decided_by_id, added_at=found.decided_at)
    relation = session.scalars(made).first()
    if relation is not None:
        session.delete(relation)
        session.flush()
    return relation is not None


def _told(session: Session, found: OriginSuggestion) -> dict[str, Any]:
    """Tell how a suggestion stands, for the history: the other source by its lasting identity, else as written."""
    other = find_source(session, found.other_id).uid if found.other_id is not None else None
    named = {"other": other, "url": found.other_url, "name": found.other_name}
    return {
        "decision": found.decision.value,
        "kind": found.kind.value,
        **{key: value for key, value in named.items() if value},
    }
