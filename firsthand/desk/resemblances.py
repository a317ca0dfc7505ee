"""What a person says of the machine's suggestion that a claim was seen before."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ClaimRelation, Resemblance
from db.rows import claim_ref
from db.vocabulary import ClaimRelationKind, EventAction, ResemblanceDecision, Role
from firsthand.desk.actor import Actor
from firsthand.desk.record import find_claim, tell_of
from firsthand.errors import NotFoundError

_KIND = ClaimRelationKind.REPEATS


def decide_resemblance(
    session: Session, actor: Actor, claim_id: int, other_id: int, decision: ResemblanceDecision
) -> Resemblance:
    """Say that a claim repeats an earlier one, or that it does not, or take back what was said.

    A confirmed suggestion has its relation «repeats» beside it. Whatever follows takes that relation away again, and
    its event tells so; a relation that was there before the confirmation stays. Nothing happens where it stands so
    already, and no finding is ever set.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="compare claims")
    claim, other = find_claim(session, claim_id), find_claim(session, other_id)
    found = session.get(Resemblance, (claim.id, other.id))
    if found is None:
        raise NotFoundError("suggestion", f"that {claim_ref(claim_id)} repeats {claim_ref(other_id)}")
    if found.decision is decision:
        return found
    before = {"other": other.uid, "decision": found.decision.value}
    after = {"other": other.uid, "decision": decision.value}
    removed = _take_relation_away(session, found)
    suggested = decision is ResemblanceDecision.SUGGESTED
    found.decision = decision
    found.decided_by_id = None if suggested else actor.id
    found.decided_at = None if suggested else actor.now()
    added = decision is ResemblanceDecision.CONFIRMED and _relate(session, found)
    if removed:
        before["kind"] = _KIND.value
    if added:
        after["kind"] = _KIND.value
    tell_of(session, actor, claim, EventAction.CLAIM_COMPARED, before=before, after=after)
    return found


def _relate(session: Session, confirmed: Resemblance) -> bool:
    """Put the relation on file; False where somebody has done so before."""
    ends = {"claim_id": confirmed.claim_id, "other_id": confirmed.other_id, "kind": _KIND}
    if session.scalars(select(ClaimRelation).filter_by(**ends)).first() is not None:
        return False
    session.add(ClaimRelation(**ends, added_by_id=confirmed.decided_by_id, added_at=confirmed.decided_at))
    return True


def _take_relation_away(session: Session, found: Resemblance) -> bool:
    """Remove the relation that a confirmation made: the one of the same person and moment."""
    if found.decision is not ResemblanceDecision.CONFIRMED:
        return False
    made = select(ClaimRelation).filter_by(
        claim_id=found.claim_id,
        other_id=found.other_id,
        kind=_KIND,
        added_by_id=found.decided_by_id,
        added_at=found.decided_at,
    )
    relation = session.scalars(made).first()
    if relation is not None:
        session.delete(relation)
    return relation is not None
