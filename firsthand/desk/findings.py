"""Findings and signatures: what the checker concludes, and what a second person makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from db.models import Claim, Review
from db.rows import Findings, claim_ref
from db.vocabulary import EventAction, ReviewKind, Role, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.backing import live_evidence
from firsthand.desk.claims import touch
from firsthand.desk.content import claim_hash, review_digest
from firsthand.desk.moves import move, unsign
from firsthand.desk.readiness import people_behind
from firsthand.desk.record import find_claim, tell_of
from firsthand.errors import GuardError, InvalidError

_WORKED_ON = {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW, WorkState.RECHECK}


def set_findings(session: Session, actor: Actor, claim_id: int, seen: int, findings: Findings) -> Claim:
    """Record what the checker concludes. On a signed claim this takes the signature away."""
    actor.require(Role.CHECKER, to="set findings")
    claim = find_claim(session, claim_id, seen)
    if claim.work_state not in _WORKED_ON and not claim.work_state.signed:
        raise GuardError(f"{claim_ref(claim_id)} is not being checked.", ("Take it up first.",))
    note = findings.note.strip()
    if not note:
        raise InvalidError("Say in a note what the finding rests on.")
    after = _told(findings)
    before = _told(_findings_of(claim)) if claim.substance_finding or claim.attribution_finding else None
    if before == after:
        return claim
    claim.substance_finding = findings.substance
    claim.attribution_finding = findings.attribution
    claim.confidence = findings.confidence
    claim.finding_note = note
    touch(session, actor, claim)
    review = _review(session, actor, claim, ReviewKind.FINDINGS, findings)
    after["digest"] = review_digest(review, claim.uid, actor.email)
    tell_of(session, actor, claim, EventAction.FINDINGS_SET, why=note, before=before, after=after)
    unsign(session, actor, claim, "finding changed")
    return claim


def send_to_review(session: Session, actor: Actor, claim_id: int, seen: int, why: str = "") -> Claim:
    """Hand a checked claim to a second person."""
    claim = find_claim(session, claim_id, seen)
    move(session, actor, claim, WorkState.IN_REVIEW, why=why, fields={"checker_id": actor.id})
    return claim


def send_back(session: Session, actor: Actor, claim_id: int, seen: int, why: str) -> Claim:
    """Return a claim to its checker with a reason."""
    claim = find_claim(session, claim_id, seen)
    if claim.work_state is not WorkState.IN_REVIEW:
        raise GuardError(f"{claim_ref(claim_id)} is not in review.")
    move(session, actor, claim, WorkState.IN_CHECK, why=why)
    _tell_review(session, actor, claim, ReviewKind.SENT_BACK, None, why)
    return claim


def sign_off(session: Session, actor: Actor, claim_id: int, seen: int, own: Findings, why: str = "") -> Claim:
    """Sign with a finding of one's own; a different one sends the claim back to its checker instead.

    Look at the work state of what is returned. ``why`` is needed for signing one's own work, where the desk allows
    that at all, and as the note of a re-check.
    """
    claim = find_claim(session, claim_id, seen)
    actor.require(Role.REVIEWER, to="sign claims off")
    if claim.work_state not in {WorkState.IN_REVIEW, WorkState.RECHECK}:
        raise GuardError(f"{claim_ref(claim_id)} is not waiting for a signature.")
    agreed = (own.substance, own.attribution) == (claim.substance_finding, claim.attribution_finding)
    if not agreed:
        return _disagree(session, actor, claim, own)
    from_recheck = claim.work_state is WorkState.RECHECK
    signed = actor.now()
    fields: dict[str, Any] = {
        "signed_by_id": actor.id,
        "signed_at": signed,
        "content_hash": claim_hash(claim, live_evidence(session, claim.id)),
        "self_signed": actor.id in people_behind(session, claim),
    }
    note = why or own.note
    # A signature is told by its review; the move tells the state.
    move(session, actor, claim, WorkState.SIGNED_OFF, why=note if from_recheck else why, fields=fields)
    _tell_review(session, actor, claim, ReviewKind.SIGNED_OFF, own, note)
    return claim


def _disagree(session: Session, actor: Actor, claim: Claim, own: Findings) -> Claim:
    theirs = f"{own.substance.value.replace('_', ' ')}, {own.attribution.value.replace('_', ' ')}"
    why = f"The reviewer found otherwise: {theirs}. {own.note}".strip()
    if claim.work_state is WorkState.RECHECK:
        raise GuardError(
            f"{claim_ref(claim.id)} cannot be signed again with another finding.", ("Take it up and check it anew.",)
        )
    move(session, actor, claim, WorkState.IN_CHECK, why=why)
    _tell_review(session, actor, claim, ReviewKind.SENT_BACK, own, own.note)
    return claim


def log_recheck(session: Session, actor: Actor, claim_id: int, seen: int, looked_at: Iterable[str], note: str) -> Claim:
    """Record that each piece of evidence (by uid) of a claim to be re-checked has been looked at again."""
    actor.require(Role.CHECKER, to="re-check claims")
    claim = find_claim(session, claim_id, seen)
    if claim.work_state is not WorkState.RECHECK:
        raise GuardError(f"{claim_ref(claim_id)} is not to be re-checked.")
    if not note.strip():
        raise InvalidError("Say in a note what the re-check found.")
    live = {piece.uid for piece in live_evidence(session, claim.id)}
    seen_pieces = sorted(set(looked_at))
    if live - set(seen_pieces):
        raise GuardError(
            "The re-check is not complete.", (f"{len(live - set(seen_pieces))} pieces of evidence not looked at.",)
        )
    claim.checker_id = actor.id
    session.flush()
    _tell_review(
        session,
        actor,
        claim,
        ReviewKind.RECHECKED,
        _findings_of(claim),
        note,
        {"evidence": seen_pieces},
        EventAction.RECHECK_LOGGED,
    )
    return claim


def _findings_of(claim: Claim) -> Findings | None:
    if claim.substance_finding is None or claim.attribution_finding is None:
        return None
    return Findings(claim.substance_finding, claim.attribution_finding, claim.finding_note or "", claim.confidence)


def _told(findings: Findings | None) -> dict[str, Any]:
    if findings is None:
        return {}
    return {
        "substance": findings.substance.value,
        "attribution": findings.attribution.value,
        "confidence": findings.confidence.value if findings.confidence else None,
        "note": findings.note.strip(),
    }


def _tell_review(
    session: Session,
    actor: Actor,
    claim: Claim,
    kind: ReviewKind,
    findings: Findings | None,
    note: str,
    looked_at: dict[str, Any] | None = None,
    action: EventAction = EventAction.REVIEW_GIVEN,
) -> None:
    review = _review(session, actor, claim, kind, findings, note=note, looked_at=looked_at)
    after = {"review": kind.value, **_told(findings), "digest": review_digest(review, claim.uid, actor.email)}
    tell_of(session, actor, claim, action, why=note, after=after)


def _review(
    session: Session,
    actor: Actor,
    claim: Claim,
    kind: ReviewKind,
    findings: Findings | None,
    *,
    note: str | None = None,
    looked_at: dict[str, Any] | None = None,
) -> Review:
    reviewer = actor.require(Role.CHECKER, Role.REVIEWER, to="give a judgement")
    review = Review(
        claim_id=claim.id,
        reviewer_id=reviewer,
        kind=kind,
        substance_finding=findings.substance if findings else None,
        attribution_finding=findings.attribution if findings else None,
        confidence=findings.confidence if findings else None,
        note=(note if note is not None else findings.note if findings else "").strip() or None,
        looked_at=looked_at,
        claim_version=claim.version,
        content_hash=claim_hash(claim, live_evidence(session, claim.id)),
        at=actor.now(),
    )
    session.add(review)
    session.flush()
    return review
