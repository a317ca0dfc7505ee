"""The one function that applies every transition of a claim's work state, and the deeds that are a transition alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Claim, ClaimFlag, Comment, Review, SearchEntry, Source
from db.rows import claim_ref
from db.vocabulary import EventAction, NotForUsReason, ReviewKind, Role, Withdrawal, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.content import claim_hash
from firsthand.desk.people import person_with
from firsthand.desk.record import email_of, find_claim, find_desk, live_evidence, settle, tell_of
from firsthand.errors import GuardError, InvalidError
from firsthand.states import EvidenceFacts, Facts, Transition, transition, ways_out

UNSIGNED: dict[str, Any] = {"signed_by_id": None, "signed_at": None, "content_hash": None, "self_signed": False}


def move(
    session: Session,
    actor: Actor,
    claim: Claim,
    target: WorkState,
    *,
    why: str = "",
    by_system: bool = False,
    awaiting: tuple[str, str, dt.date | None] = ("", "", None),
    fields: dict[str, Any] | None = None,
) -> None:
    """Move a claim to another work state: role, guard, fields, version, event, flags.

    ``fields`` are the columns that belong to the new state. ``by_system`` marks a move that follows from something
    else (an edit after sign-off, a source that changed). Raises ``GuardError``, ``NotAllowedError``.
    """
    row = transition(claim.work_state, target)
    if row is None:
        ways = ", ".join(way.target.value.replace("_", " ") for way in ways_out(claim.work_state)) or "nowhere"
        raise GuardError(
            f"{claim_ref(claim.id)} is {_words(claim.work_state)} and cannot become {_words(target)};"
            f" from there it can become: {ways}."
        )
    if not (by_system and row.by_system):
        actor.require(*row.roles, to=f"move a claim from {_words(claim.work_state)} to {_words(target)}")
    assigned = claim.assignee_id is not None or bool((fields or {}).get("assignee_id"))
    missing = row.missing(facts_of(session, actor, claim, why=why, assigned=assigned, awaiting=awaiting))
    if missing:
        raise GuardError(f"{claim_ref(claim.id)} is not ready to become {_words(target)}.", missing)
    before = claim.work_state
    for name, value in {**_cleared(target), **(fields or {})}.items():
        setattr(claim, name, value)
    claim.work_state = target
    claim.state_since = actor.now()
    claim.version += 1
    settle(session, actor, claim)
    tell_of(
        session,
        actor,
        claim,
        EventAction.CLAIM_MOVED,
        why=why,
        before={"state": before.value},
        after={"state": target.value, **_told(session, fields or {})},
    )


def _words(state: WorkState) -> str:
    return f"«{state.value.replace('_', ' ')}»"


def _cleared(target: WorkState) -> dict[str, Any]:
    """Empty the columns that belong to states other than the new one."""
    fields: dict[str, Any] = {
        "hold_awaiting": None,
        "hold_from": None,
        "hold_until": None,
        "not_for_us_reason": None,
        "recheck_trigger": None,
        "withdrawal": None,
    }
    if not (target.signed or target is WorkState.WITHDRAWN):
        fields |= UNSIGNED
    return fields


def _told(session: Session, fields: dict[str, Any]) -> dict[str, Any]:
    """Write state fields into an event: people by address, dates as ISO text."""
    told = {}
    for name, value in fields.items():
        if name.endswith("_id"):
            told[name.removesuffix("_id")] = email_of(session, value)
        elif isinstance(value, dt.date):
            told[name] = value.isoformat()
        else:
            told[name] = value
    return told


def facts_of(
    session: Session,
    actor: Actor,
    claim: Claim,
    *,
    why: str = "",
    assigned: bool | None = None,
    awaiting: tuple[str, str, dt.date | None] = ("", "", None),
) -> Facts:
    """Gather what the guards judge by."""
    evidence = live_evidence(session, claim.id)
    addresses = dict(
        session.execute(
            select(Source.id, Source.url).where(Source.id.in_({piece.source_id for piece in evidence}))
        ).all()
    )
    recheck = _recheck(session, claim)
    return Facts(
        statement=claim.statement,
        assigned=claim.assignee_id is not None if assigned is None else assigned,
        substance=claim.substance_finding,
        attribution=claim.attribution_finding,
        evidence=tuple(
            EvidenceFacts(
                piece.uid,
                piece.stance,
                # Before anything is captured, the source's own address is the best place there is.
                placed=bool(piece.passage.capture_id or piece.passage.locator or addresses.get(piece.source_id)),
            )
            for piece in evidence
        ),
        searched=session.scalar(select(SearchEntry.id).where(SearchEntry.claim_id == claim.id).limit(1)) is not None,
        blocking_comments=session.scalar(
            select(func.count()).where(
                Comment.claim_id == claim.id, Comment.blocking.is_(True), Comment.resolved_at.is_(None)
            )
        )
        or 0,
        flags=frozenset(session.scalars(select(ClaimFlag.flag).where(ClaimFlag.claim_id == claim.id))),
        actor_id=actor.id,
        own_work_of=people_behind(session, claim),
        allow_self_signing=find_desk(session, claim.desk_id).allow_self_signing,
        reason=why,
        awaiting=awaiting[0],
        awaiting_from=awaiting[1],
        awaiting_until=awaiting[2],
        rechecked_by=recheck.reviewer_id if recheck else None,
        looked_at=frozenset((recheck.looked_at or {}).get("evidence", ())) if recheck else frozenset(),
    )


def people_behind(session: Session, claim: Claim) -> frozenset[int]:
    """Tell whose work a signature would be on: who checked or re-checked, who edited last, who set the findings."""
    recheck = _recheck(session, claim)
    concluded = session.scalar(
        select(Review.reviewer_id)
        .where(Review.claim_id == claim.id, Review.kind == ReviewKind.FINDINGS)
        .order_by(Review.id.desc())
        .limit(1)
    )
    people = {claim.checker_id, claim.last_editor_id, concluded, recheck.reviewer_id if recheck else None}
    return frozenset(person for person in people if person is not None)


def _recheck(session: Session, claim: Claim) -> Review | None:
    """Find the re-check of the claim as it stands now, if somebody has logged one."""
    if claim.work_state is not WorkState.RECHECK:
        return None
    newest = session.scalars(
        select(Review)
        .where(Review.claim_id == claim.id, Review.kind == ReviewKind.RECHECKED, Review.at >= claim.state_since)
        .order_by(Review.id.desc())
        .limit(1)
    ).first()
    if newest is None or newest.content_hash != claim_hash(claim, live_evidence(session, claim.id)):
        return None
    return newest


def next_steps(session: Session, actor: Actor, claim_id: int) -> tuple[tuple[Transition, tuple[str, ...]], ...]:
    """List every way out of the claim's state with what is still missing for it; empty means that it can be done."""
    claim = find_claim(session, claim_id)
    facts = facts_of(session, actor, claim)
    return tuple((row, row.missing(facts)) for row in ways_out(claim.work_state))


def open_claim(session: Session, actor: Actor, claim_id: int, seen: int, why: str = "") -> Claim:
    """Take a draft over, or bring back what had been turned away."""
    claim = find_claim(session, claim_id, seen)
    move(session, actor, claim, WorkState.OPEN, why=why)
    return claim


def turn_away(session: Session, actor: Actor, claim_id: int, seen: int, reason: NotForUsReason, why: str = "") -> Claim:
    """Decide that a claim is not for this desk; the reason code alone is reason enough."""
    claim = find_claim(session, claim_id, seen)
    fields: dict[str, Any] = {"not_for_us_reason": reason}
    if not claim.statement:  # a draft may lack one, what the desk has decided on may not
        fields["statement"] = claim.literal
    move(session, actor, claim, WorkState.NOT_FOR_US, why=why or reason.value.replace("_", " "), fields=fields)
    return claim


def take_up(session: Session, actor: Actor, claim_id: int, seen: int, assignee_id: int | None = None) -> Claim:
    """Start checking; without an assignee the actor checks it themselves."""
    claim = find_claim(session, claim_id, seen)
    checker = _checker(session, assignee_id if assignee_id is not None else actor.id)
    move(session, actor, claim, WorkState.IN_CHECK, fields={"assignee_id": checker})
    return claim


def _checker(session: Session, user_id: int | None) -> int | None:
    return None if user_id is None else person_with(session, user_id, Role.CHECKER, "check claims")


def hold(
    session: Session, actor: Actor, claim_id: int, seen: int, *, awaiting: str, from_whom: str, until: dt.date | None
) -> Claim:
    """Set a claim aside until something comes."""
    claim = find_claim(session, claim_id, seen)
    fields = {"hold_awaiting": awaiting.strip(), "hold_from": from_whom.strip(), "hold_until": until}
    move(session, actor, claim, WorkState.ON_HOLD, awaiting=(awaiting, from_whom, until), fields=fields)
    return claim


def resume(session: Session, actor: Actor, claim_id: int, seen: int, why: str = "") -> Claim:
    """Go on with a claim that was on hold."""
    claim = find_claim(session, claim_id, seen)
    if claim.work_state is not WorkState.ON_HOLD:
        raise GuardError(f"{claim_ref(claim_id)} is not on hold.")
    move(session, actor, claim, WorkState.IN_CHECK, why=why)
    return claim


def publish(session: Session, actor: Actor, claim_id: int, seen: int, override: str = "") -> Claim:
    """Mark a signed claim as published; ``override`` is the reason for doing so despite blocking flags."""
    claim = find_claim(session, claim_id, seen)
    move(session, actor, claim, WorkState.PUBLISHED, why=override)
    return claim


def reopen(session: Session, actor: Actor, claim_id: int, seen: int, trigger: str) -> Claim:
    """Ask for a signed claim to be checked again, naming what brought it about."""
    claim = find_claim(session, claim_id, seen)
    move(session, actor, claim, WorkState.RECHECK, why=trigger, fields={"recheck_trigger": trigger.strip()})
    return claim


def withdraw(session: Session, actor: Actor, claim_id: int, seen: int, kind: Withdrawal, why: str) -> Claim:
    """Take a published claim back: correction, clarification, update or retraction."""
    claim = find_claim(session, claim_id, seen)
    move(session, actor, claim, WorkState.WITHDRAWN, why=why, fields={"withdrawal": kind})
    return claim


def require_changeable(claim: Claim) -> None:
    """Make sure that a claim may be edited at all, before anything of it is touched."""
    if claim.work_state is WorkState.WITHDRAWN:
        raise InvalidError(f"{claim_ref(claim.id)} has been withdrawn and stays as it was.")


def unsign(session: Session, actor: Actor, claim: Claim, what: str) -> None:
    """After a change to a signed claim: it has to be looked at again. Does nothing to an unsigned one."""
    if claim.work_state.signed:
        trigger = f"{what} after sign-off"
        move(session, actor, claim, WorkState.RECHECK, why=trigger, by_system=True, fields={"recheck_trigger": trigger})
