"""Deeds on a claim itself: every move between work states, findings, signatures, edits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from dashboard.actions.attempts import attempt
from dashboard.outcome import Outcome
from dashboard.texts import deeds as texts
from dashboard.wish import Wish
from db.rows import Findings, UserRow
from db.vocabulary import NotForUsReason, Withdrawal, WorkState
from firsthand import desk


def open_claim(person: UserRow, claim_id: int, seen: int, why: str = "") -> Outcome:
    """Take a draft over, or bring a claim back."""
    return attempt(person, lambda s, a: desk.open_claim(s, a, claim_id, seen, why), texts.OPENED, claim_id=claim_id)


def turn_away(person: UserRow, claim_id: int, seen: int, reason: NotForUsReason, why: str = "") -> Outcome:
    """Decide that a claim is not for this desk."""
    return attempt(
        person,
        lambda s, a: desk.turn_away(s, a, claim_id, seen, reason, why),
        texts.TURNED_AWAY,
        claim_id=claim_id,
    )


def take_up(person: UserRow, claim_id: int, seen: int, assignee_id: int | None) -> Outcome:
    """Start checking."""
    return attempt(
        person,
        lambda s, a: desk.take_up(s, a, claim_id, seen, assignee_id),
        texts.TAKEN_UP,
        claim_id=claim_id,
    )


def assign(person: UserRow, claim_id: int, seen: int, assignee_id: int | None) -> Outcome:
    """Give a claim to somebody."""
    return attempt(
        person, lambda s, a: desk.assign(s, a, claim_id, seen, assignee_id), texts.ASSIGNED, claim_id=claim_id
    )


def hold(person: UserRow, claim_id: int, seen: int, *, awaiting: str, from_whom: str, until: dt.date | None) -> Outcome:
    """Set a claim aside until something comes."""
    return attempt(
        person,
        lambda s, a: desk.hold(s, a, claim_id, seen, awaiting=awaiting, from_whom=from_whom, until=until),
        texts.HELD,
        claim_id=claim_id,
    )


def resume(person: UserRow, claim_id: int, seen: int) -> Outcome:
    """Go on with a claim."""
    return attempt(person, lambda s, a: desk.resume(s, a, claim_id, seen), texts.RESUMED, claim_id=claim_id)


def send_to_review(person: UserRow, claim_id: int, seen: int, why: str = "") -> Outcome:
    """Hand a claim to a second person."""
    return attempt(
        person,
        lambda s, a: desk.send_to_review(s, a, claim_id, seen, why),
        texts.HANDED_ON,
        claim_id=claim_id,
    )


def send_back(person: UserRow, claim_id: int, seen: int, why: str) -> Outcome:
    """Return a claim to its checker."""
    return attempt(
        person,
        lambda s, a: desk.send_back(s, a, claim_id, seen, why),
        texts.SENT_BACK,
        claim_id=claim_id,
    )


def publish(person: UserRow, claim_id: int, seen: int, override: str) -> Outcome:
    """Mark a claim as published."""
    return attempt(
        person,
        lambda s, a: desk.publish(s, a, claim_id, seen, override),
        texts.PUBLISHED,
        claim_id=claim_id,
    )


def reopen(person: UserRow, claim_id: int, seen: int, trigger: str) -> Outcome:
    """Ask for a re-check."""
    return attempt(
        person,
        lambda s, a: desk.reopen(s, a, claim_id, seen, trigger),
        texts.REOPENED,
        claim_id=claim_id,
    )


def withdraw(person: UserRow, claim_id: int, seen: int, kind: Withdrawal, why: str) -> Outcome:
    """Take a published claim back."""
    return attempt(
        person,
        lambda s, a: desk.withdraw(s, a, claim_id, seen, kind, why),
        texts.WITHDRAWN,
        claim_id=claim_id,
    )


def set_findings(person: UserRow, claim_id: int, seen: int, findings: Findings) -> Outcome:
    """Record what the checker concludes."""
    return attempt(
        person,
        lambda s, a: desk.set_findings(s, a, claim_id, seen, findings),
        texts.FINDINGS_RECORDED,
        claim_id=claim_id,
    )


def sign_off(person: UserRow, claim_id: int, seen: int, own: Findings, why: str) -> Outcome:
    """Sign with a finding of one's own; another one than the checker's sends the claim back instead."""
    state: list[WorkState] = []
    outcome = attempt(
        person,
        lambda s, a: state.append(desk.sign_off(s, a, claim_id, seen, own, why).work_state),
        texts.SIGNED,
        claim_id=claim_id,
    )
    if outcome.done and state != [WorkState.SIGNED_OFF]:
        return Outcome(
            True,
            texts.DIFFERED,
            changes=outcome.changes,
        )
    return outcome


def log_recheck(person: UserRow, claim_id: int, seen: int, looked_at: Iterable[str], note: str) -> Outcome:
    """Record that each piece of evidence has been looked at again."""
    pieces = tuple(looked_at)
    return attempt(
        person,
        lambda s, a: desk.log_recheck(s, a, claim_id, seen, pieces, note),
        texts.RECHECK_LOGGED,
        claim_id=claim_id,
    )


def edit_claim(person: UserRow, claim_id: int, seen: int, changes: dict[str, object], why: str) -> Outcome:
    """Change what is written about a claim."""
    return attempt(
        person,
        lambda s, a: desk.edit_claim(s, a, claim_id, seen, changes, why),
        texts.EDITED if changes else texts.NOTHING_DIFFERENT,
        claim_id=claim_id,
    )


_S = WorkState
_Move = Callable[[UserRow, int, int, Wish], Outcome]
_MOVES: dict[tuple[WorkState | None, WorkState], _Move] = {
    (None, _S.OPEN): lambda person, claim, seen, wish: open_claim(person, claim, seen, wish.why),
    (None, _S.NOT_FOR_US): lambda person, claim, seen, wish: turn_away(
        person, claim, seen, wish.reason or NotForUsReason.NOT_A_CLAIM, wish.why
    ),
    (_S.ON_HOLD, _S.IN_CHECK): lambda person, claim, seen, _: resume(person, claim, seen),
    (_S.IN_REVIEW, _S.IN_CHECK): lambda person, claim, seen, wish: send_back(person, claim, seen, wish.why),
    (None, _S.IN_CHECK): lambda person, claim, seen, wish: take_up(person, claim, seen, wish.assignee_id),
    (None, _S.ON_HOLD): lambda person, claim, seen, wish: hold(
        person, claim, seen, awaiting=wish.awaiting, from_whom=wish.from_whom, until=wish.until
    ),
    (None, _S.IN_REVIEW): lambda person, claim, seen, wish: send_to_review(person, claim, seen, wish.why),
    (None, _S.PUBLISHED): lambda person, claim, seen, wish: publish(person, claim, seen, wish.why),
    (None, _S.RECHECK): lambda person, claim, seen, wish: reopen(person, claim, seen, wish.why),
    (None, _S.WITHDRAWN): lambda person, claim, seen, wish: withdraw(
        person, claim, seen, wish.kind or Withdrawal.CORRECTION, wish.why
    ),
}


def move(person: UserRow, claim_id: int, seen: int, wish: Wish) -> Outcome:
    """Do what a person wants to happen next; signing has a deed of its own."""
    deed = _MOVES.get((wish.source, wish.target)) or _MOVES[None, wish.target]
    return deed(person, claim_id, seen, wish)
