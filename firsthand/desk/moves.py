"""The one function that applies every transition of a claim's work state, and the deeds that are a transition alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from db.models import Claim
from db.rows import claim_ref
from db.vocabulary import EventAction, NotForUsReason, Role, Withdrawal, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle
from firsthand.desk.people import person_with
from firsthand.desk.readiness import facts_of
from firsthand.desk.record import email_of, find_claim, tell_of
from firsthand.errors import GuardError, InvalidError
from firsthand.states import transition, ways_out

UNSIGNED: dict[str, Any] = {"signed_by_id": None, "signed_at": None, "content_hash": None, "self_signed": False}


def move(  # noqa: PLR0913 - a move has that many sides
    session: Session,
    actor: Actor,
    claim: Claim,
    target: WorkState,
    *,
    why: str = "",
    by_system: bool = False,
    awaiting: tuple[str, str, dt.date | None] = ("", "", None),
    fields: dict[str, Any] | None = None,
    told: dict[str, Any] | None = None,
) -> None:
    """Move a claim to another work state: role, guard, fields, version, event, flags.

    ``fields`` are the columns that belong to the new state, ``told`` what else its event tells. ``by_system`` marks a
    move that follows from something else (an edit after sign-off, a source that changed). Raises ``GuardError``,
    ``NotAllowedError``.
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
        after={"state": target.value, **_told(session, fields or {}), **(told or {})},
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
