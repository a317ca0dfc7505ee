"""All writes of the dashboard: each opens one transaction, asks the desk, and answers with an outcome in words.

No function here draws anything: a page that is stopped halfway must not stop a transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from sqlalchemy.orm import Session

from dashboard.data import database
from dashboard.outcome import Change, Outcome
from db.errors import FirsthandError
from db.models import Claim, Evidence
from db.rows import EvidenceDraft, Findings, UserRow, claim_ref
from db.vocabulary import (
    Aspect,
    ClaimType,
    NotForUsReason,
    SearchOutcome,
    Stance,
    Tier,
    Withdrawal,
    WorkState,
)
from firsthand import desk
from firsthand.errors import ConflictError, Refusal

Deed = Callable[[Session, desk.Actor], object]


def _attempt(person: UserRow, deed: Deed, sentence: str, *, claim_id: int, evidence_id: int | None = None) -> Outcome:
    """Do a deed in one transaction; tell which versions it took the claim, and its evidence, from and to."""
    try:
        with database().write() as session:
            claim = session.get(Claim, claim_id)
            piece = session.get(Evidence, evidence_id) if evidence_id is not None else None
            before = (claim.version if claim else 0, piece.version if piece else 0)
            deed(session, desk.Actor.of(person))
            session.flush()
            changes = [Change(claim_ref(claim_id), before[0], claim.version)] if claim else []
            if piece is not None:
                changes.append(Change(evidence_key(piece.id), before[1], piece.version))
            outcome = Outcome(True, sentence, changes=tuple(changes))
    except FirsthandError as error:
        return refused(error)
    return outcome


def refused(error: FirsthandError) -> Outcome:
    """Turn a refusal, or anything else that went wrong in words, into an outcome."""
    if isinstance(error, Refusal):
        return Outcome(False, error.message, missing=error.missing, conflict=isinstance(error, ConflictError))
    return Outcome(False, str(error))


def evidence_key(evidence_id: int) -> str:
    """Name a piece of evidence among the records whose versions a page keeps."""
    return f"evidence {evidence_id}"


def open_claim(person: UserRow, claim_id: int, seen: int, why: str = "") -> Outcome:
    """Take a draft over, or bring a claim back."""
    return _attempt(
        person, lambda s, a: desk.open_claim(s, a, claim_id, seen, why), "The claim is open.", claim_id=claim_id
    )


def turn_away(person: UserRow, claim_id: int, seen: int, reason: NotForUsReason, why: str = "") -> Outcome:
    """Decide that a claim is not for this desk."""
    return _attempt(
        person,
        lambda s, a: desk.turn_away(s, a, claim_id, seen, reason, why),
        "The claim is marked as not for us.",
        claim_id=claim_id,
    )


def take_up(person: UserRow, claim_id: int, seen: int, assignee_id: int | None) -> Outcome:
    """Start checking."""
    return _attempt(
        person,
        lambda s, a: desk.take_up(s, a, claim_id, seen, assignee_id),
        "The claim is being checked.",
        claim_id=claim_id,
    )


def assign(person: UserRow, claim_id: int, seen: int, assignee_id: int | None) -> Outcome:
    """Give a claim to somebody."""
    return _attempt(
        person, lambda s, a: desk.assign(s, a, claim_id, seen, assignee_id), "Assigned.", claim_id=claim_id
    )


def hold(
    person: UserRow, claim_id: int, seen: int, *, awaiting: str, from_whom: str, until: dt.date | None
) -> Outcome:
    """Set a claim aside until something comes."""
    return _attempt(
        person,
        lambda s, a: desk.hold(s, a, claim_id, seen, awaiting=awaiting, from_whom=from_whom, until=until),
        "The claim is on hold.",
        claim_id=claim_id,
    )


def resume(person: UserRow, claim_id: int, seen: int) -> Outcome:
    """Go on with a claim."""
    return _attempt(
        person, lambda s, a: desk.resume(s, a, claim_id, seen), "The claim is being checked again.", claim_id=claim_id
    )


def send_to_review(person: UserRow, claim_id: int, seen: int, why: str = "") -> Outcome:
    """Hand a claim to a second person."""
    return _attempt(
        person,
        lambda s, a: desk.send_to_review(s, a, claim_id, seen, why),
        "The claim waits for a second person.",
        claim_id=claim_id,
    )


def send_back(person: UserRow, claim_id: int, seen: int, why: str) -> Outcome:
    """Return a claim to its checker."""
    return _attempt(
        person,
        lambda s, a: desk.send_back(s, a, claim_id, seen, why),
        "The claim is back with its checker.",
        claim_id=claim_id,
    )


def publish(person: UserRow, claim_id: int, seen: int, override: str) -> Outcome:
    """Mark a claim as published."""
    return _attempt(
        person,
        lambda s, a: desk.publish(s, a, claim_id, seen, override),
        "The claim is marked as published.",
        claim_id=claim_id,
    )


def reopen(person: UserRow, claim_id: int, seen: int, trigger: str) -> Outcome:
    """Ask for a re-check."""
    return _attempt(
        person,
        lambda s, a: desk.reopen(s, a, claim_id, seen, trigger),
        "The claim is to be re-checked.",
        claim_id=claim_id,
    )


def withdraw(person: UserRow, claim_id: int, seen: int, kind: Withdrawal, why: str) -> Outcome:
    """Take a published claim back."""
    return _attempt(
        person,
        lambda s, a: desk.withdraw(s, a, claim_id, seen, kind, why),
        "The claim is withdrawn.",
        claim_id=claim_id,
    )


def set_findings(person: UserRow, claim_id: int, seen: int, findings: Findings) -> Outcome:
    """Record what the checker concludes."""
    return _attempt(
        person,
        lambda s, a: desk.set_findings(s, a, claim_id, seen, findings),
        "The findings are recorded.",
        claim_id=claim_id,
    )


def sign_off(person: UserRow, claim_id: int, seen: int, own: Findings, why: str) -> Outcome:
    """Sign with a finding of one's own; another one than the checker's sends the claim back instead."""
    state: list[WorkState] = []
    outcome = _attempt(
        person,
        lambda s, a: state.append(desk.sign_off(s, a, claim_id, seen, own, why).work_state),
        "Signed: your findings and the checker's agree.",
        claim_id=claim_id,
    )
    if outcome.done and state != [WorkState.SIGNED_OFF]:
        return Outcome(
            True,
            "Your findings differ from the checker's, so the claim went back to be checked again, with your note.",
            changes=outcome.changes,
        )
    return outcome


def log_recheck(person: UserRow, claim_id: int, seen: int, looked_at: Iterable[str], note: str) -> Outcome:
    """Record that each piece of evidence has been looked at again."""
    pieces = tuple(looked_at)
    return _attempt(
        person,
        lambda s, a: desk.log_recheck(s, a, claim_id, seen, pieces, note),
        "The re-check is logged; a second person can sign it now.",
        claim_id=claim_id,
    )


def edit_claim(person: UserRow, claim_id: int, seen: int, changes: dict[str, object], why: str) -> Outcome:
    """Change what is written about a claim."""
    return _attempt(
        person,
        lambda s, a: desk.edit_claim(s, a, claim_id, seen, changes, why),
        "The claim is changed." if changes else "Nothing was different, so nothing was changed.",
        claim_id=claim_id,
    )


def add_evidence(person: UserRow, claim_id: int, seen: int, draft: EvidenceDraft) -> Outcome:
    """Put a passage forward."""
    return _attempt(
        person,
        lambda s, a: desk.add_evidence(s, a, claim_id, seen, draft),
        "The evidence is added.",
        claim_id=claim_id,
    )


def change_evidence(  # noqa: PLR0913 - a judgement has that many sides
    person: UserRow,
    claim_id: int,
    evidence_id: int,
    seen: int,
    *,
    aspect: Aspect,
    stance: Stance,
    tier: Tier,
    note: str,
) -> Outcome:
    """Judge a piece of evidence anew; ``seen`` is the version of the evidence."""
    return _attempt(
        person,
        lambda s, a: desk.change_evidence(s, a, evidence_id, seen, aspect=aspect, stance=stance, tier=tier, note=note),
        "The evidence is changed.",
        claim_id=claim_id,
        evidence_id=evidence_id,
    )


def withdraw_evidence(person: UserRow, claim_id: int, evidence_id: int, seen: int, why: str) -> Outcome:
    """Take a piece of evidence off a claim; ``seen`` is the version of the evidence."""
    return _attempt(
        person,
        lambda s, a: desk.withdraw_evidence(s, a, evidence_id, seen, why),
        "The evidence is withdrawn; it stays on file with your reason.",
        claim_id=claim_id,
        evidence_id=evidence_id,
    )


def log_search(
    person: UserRow, claim_id: int, *, place: str, query: str, outcome: SearchOutcome, note: str
) -> Outcome:
    """Note a search for a source."""
    return _attempt(
        person,
        lambda s, a: desk.log_search(s, a, claim_id, place=place, query=query, outcome=outcome, note=note),
        "The search is logged.",
        claim_id=claim_id,
    )


def request_reply(person: UserRow, claim_id: int, *, addressee: str, question: str, due: dt.date | None) -> Outcome:
    """Note that somebody has been asked."""
    return _attempt(
        person,
        lambda s, a: desk.request_reply(s, a, claim_id, addressee=addressee, question=question, due=due),
        "The request is noted; the claim is flagged until it is settled.",
        claim_id=claim_id,
    )


def settle_reply(person: UserRow, claim_id: int, request_id: int, answer: str | None) -> Outcome:
    """Note the answer, or that none came."""
    return _attempt(
        person, lambda s, a: desk.settle_reply(s, a, request_id, answer), "The request is settled.", claim_id=claim_id
    )


def comment(person: UserRow, claim_id: int, body: str, *, blocking: bool) -> Outcome:
    """Remark on a claim."""
    return _attempt(
        person,
        lambda s, a: desk.comment(s, a, claim_id, body, blocking=blocking),
        "The comment is added.",
        claim_id=claim_id,
    )


def resolve_comment(person: UserRow, claim_id: int, comment_id: int) -> Outcome:
    """Close a comment."""
    return _attempt(
        person, lambda s, a: desk.resolve_comment(s, a, comment_id), "The comment is resolved.", claim_id=claim_id
    )


def add_claim(person: UserRow, article_id: int, capture_id: int, words: str, statement: str, kind: ClaimType) -> Outcome:
    """Add a claim by words of the article's text, which have to stand there once and in exactly this form."""
    from dashboard.data import places  # noqa: PLC0415
    raise NotImplementedError
