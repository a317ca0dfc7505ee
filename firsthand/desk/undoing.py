"""Undoing what was done to a draft.

Nothing is erased by it: the former state comes back by events of its own, and only while what is taken back is the last
thing that happened to the claim, and the person's own deed.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Claim, ClaimRelation, Event
from db.rows import claim_ref
from db.vocabulary import ClaimRelationKind, ClaimType, EventAction, NotForUsReason, RecordType, Role, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.bulk import Seen
from firsthand.desk.moves import move, turn_away
from firsthand.desk.record import find_claim, tell_of
from firsthand.desk.standing import TAKES_BACK, standing, was_a_draft
from firsthand.desk.triage import EARLY, change_fields, settle_fields
from firsthand.errors import GuardError

UNDONE = "Undone"
_EDITED = EARLY | {WorkState.NOT_FOR_US}
_NOT_FIELDS = frozenset({"other", "others"})


def undo(session: Session, actor: Actor, claim: Seen, deeds: int = 1) -> Claim:
    """Take back the newest of what was done to a claim in going through the drafts, ``deeds`` times.

    That may be a judgement (it is a draft again), an edit, a merge or a split. Raises ``ConflictError`` where the claim
    was changed since, ``GuardError`` where something else happened to it or to a claim that belongs to the deed.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="undo what was done to a draft")
    found = find_claim(session, claim.claim_id, claim.version)
    for _ in range(deeds):
        _take_back(session, actor, found)
    return found


def _take_back(session: Session, actor: Actor, claim: Claim) -> None:
    event = standing(session, claim.id)
    if event is not None and event.actor_id != actor.id:
        raise GuardError(f"{claim_ref(claim.id)}: what happened to it last was {event.actor}'s deed, not yours.")
    if event is not None and was_a_draft(event) and claim.work_state.value == (event.after or {}).get("state"):
        _back_to_draft(session, actor, claim, event)
        split = standing(session, claim.id)
        if split is not None and split.action is EventAction.CLAIM_SPLIT:
            _unsplit(session, actor, claim, split)
        return
    match event.action if event is not None else None:
        case EventAction.CLAIM_MOVED if event is not None:
            _back(session, actor, claim, event)
        case EventAction.CLAIM_CHANGED if event is not None and claim.work_state in _EDITED:
            _restore(session, actor, claim, event)
        case EventAction.CLAIM_MERGED if event is not None:
            _unmerge(session, actor, claim, event)
        case EventAction.CLAIM_SPLIT if event is not None:
            _unsplit(session, actor, claim, event)
        case _:
            raise GuardError(f"{claim_ref(claim.id)}: there is nothing to undo; something else has happened to it.")


def _back_to_draft(session: Session, actor: Actor, claim: Claim, event: Event) -> None:
    # What is turned away has to say something, so it may have been given a statement.
    filled = {"statement": ""} if "statement" in (event.after or {}) else {}
    move(session, actor, claim, WorkState.DETECTED, why=UNDONE, fields=filled, told=TAKES_BACK)
    claim.state_since = claim.created_at  # it has been waiting all the time
    session.flush()


def _back(session: Session, actor: Actor, claim: Claim, event: Event) -> None:
    """Take back that a claim which was no draft any more was turned away, or brought back."""
    before, after = (event.before or {}).get("state"), (event.after or {}).get("state")
    if (before, after) == (WorkState.OPEN, WorkState.NOT_FOR_US):
        move(session, actor, claim, WorkState.OPEN, why=UNDONE, told=TAKES_BACK)
    elif (before, after) == (WorkState.NOT_FOR_US, WorkState.OPEN):
        fields = {"not_for_us_reason": _former_reason(session, claim.id, event.seq)}
        move(session, actor, claim, WorkState.NOT_FOR_US, why=UNDONE, fields=fields, told=TAKES_BACK)
    else:
        raise GuardError(f"{claim_ref(claim.id)} is being worked on: that is not undone from here.")


def _former_reason(session: Session, claim_id: int, before: int) -> NotForUsReason:
    moved = select(Event.after).where(
        Event.record_type == RecordType.CLAIM, Event.record_id == claim_id, Event.seq < before, Event.after.is_not(None)
    )
    for told in session.scalars(moved.order_by(Event.seq.desc())):
        if told.get("not_for_us_reason"):
            return NotForUsReason(told["not_for_us_reason"])
    return NotForUsReason.NOT_A_CLAIM


def _restore(session: Session, actor: Actor, claim: Claim, event: Event, **told: object) -> None:
    """Set the fields that an event changed to what they were."""
    former = {name: value for name, value in (event.before or {}).items() if name not in _NOT_FIELDS}
    if "claim_type" in former:
        former["claim_type"] = ClaimType(former["claim_type"])
    before = change_fields(claim, former)
    settle_fields(session, actor, claim, before)
    after = {**former, **told, **TAKES_BACK}
    tell_of(session, actor, claim, EventAction.CLAIM_CHANGED, why=UNDONE, before=before, after=after)


def _unmerge(session: Session, actor: Actor, kept: Claim, event: Event) -> None:
    after = event.after or {}
    gone = session.scalars(select(Claim).where(Claim.uid == after.get("other"))).one()
    last = standing(session, gone.id)
    if gone.work_state is not WorkState.NOT_FOR_US or last is None or last.action is not EventAction.CLAIM_MOVED:
        raise GuardError(f"{claim_ref(gone.id)} has been changed since it was merged; bring it back by hand.")
    if "kind" in after:
        ends = {"claim_id": gone.id, "other_id": kept.id, "kind": ClaimRelationKind(after["kind"])}
        for relation in session.scalars(select(ClaimRelation).filter_by(**ends)):
            session.delete(relation)
    _restore(session, actor, kept, event, other=None)
    if was_a_draft(last):
        _back_to_draft(session, actor, gone, last)
    else:
        _back(session, actor, gone, last)


def _unsplit(session: Session, actor: Actor, first: Claim, event: Event) -> None:
    uids = (event.after or {}).get("others", [])
    others = list(session.scalars(select(Claim).where(Claim.uid.in_(uids)).order_by(Claim.id)))
    for other in others:
        last = standing(session, other.id)
        if last is None or last.action is not EventAction.CLAIM_ADDED:
            raise GuardError(f"{claim_ref(other.id)} has been worked on since it was split off; turn it away by hand.")
    _restore(session, actor, first, event, others=[])
    for other in others:
        turn_away(session, actor, other.id, other.version, NotForUsReason.DUPLICATE, UNDONE)
