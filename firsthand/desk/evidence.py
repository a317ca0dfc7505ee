"""Evidence: passages put forward on claims, changed and withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Capture, Claim, Evidence, Passage
from db.rows import EvidenceDraft
from db.vocabulary import Aspect, EventAction, RecordType, Role, Stance, Tier, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.claims import touch
from firsthand.desk.measuring import measure
from firsthand.desk.moves import require_changeable, unsign
from firsthand.desk.record import find_claim, find_source, last_actor, new_uid, row_of, tell_of
from firsthand.desk.texts import require_text
from firsthand.errors import ConflictError, GuardError, InvalidError, NotFoundError
from firsthand.evidence.passages import locator
from firsthand.evidence.passages import select as select_passage
from firsthand.text.spans import Span

_NOT_YET = {WorkState.DETECTED, WorkState.NOT_FOR_US}


def add_evidence(session: Session, actor: Actor, claim_id: int, seen: int, draft: EvidenceDraft) -> Evidence:
    """Put a passage forward on a claim.

    With a capture, the words and what stands around them are cut from the frozen text, whatever the draft says of
    them, and so is the locator unless the draft names one. Without a capture all is taken as typed and the claim is
    flagged ``not_captured``.
    """
    actor.require(Role.CHECKER, to="add evidence")
    claim = find_claim(session, claim_id, seen)
    if claim.work_state in _NOT_YET:
        raise GuardError("Evidence goes to claims that the desk has taken on.", ("Open the claim first.",))
    require_changeable(claim)
    source = find_source(session, draft.source_id)
    require_text(draft.locator, "locator")
    draft = _cut(session, draft) if draft.capture_id is not None else _typed(draft)
    measured = measure(session, claim, source, draft.exact)
    evidence = Evidence(
        uid=new_uid(),
        claim_id=claim.id,
        source_id=source.id,
        passage=_passage(session, draft),
        aspect=draft.aspect,
        stance=draft.stance,
        tier=draft.tier,
        grade=measured.grade,
        number_comparison=measured.numbers,
        note=(draft.note or "").strip() or None,
        added_by_id=actor.id,
        added_at=actor.now(),
    )
    session.add(evidence)
    touch(session, actor, claim)
    after = {"evidence": evidence.uid, "source": source.uid, "exact": draft.exact, **_judgement(evidence)}
    tell_of(session, actor, claim, EventAction.EVIDENCE_ADDED, after=after)
    unsign(session, actor, claim, "evidence added")
    return evidence


def change_evidence(  # noqa: PLR0913
    session: Session,
    actor: Actor,
    evidence_id: int,
    seen: int,
    *,
    aspect: Aspect,
    stance: Stance,
    tier: Tier,
    note: str,
    why: str = "",
) -> Evidence:
    """Judge a piece of evidence anew; its passage stays. ``seen`` is the version of the evidence."""
    actor.require(Role.CHECKER, to="change evidence")
    evidence, claim = find_evidence(session, evidence_id, seen)
    before = _judgement(evidence)
    evidence.aspect, evidence.stance, evidence.tier, evidence.note = aspect, stance, tier, note.strip() or None
    after = _judgement(evidence)
    if before == after:
        return evidence
    evidence.version += 1
    touch(session, actor, claim)
    changed = {name: value for name, value in after.items() if before[name] != value}
    tell_of(
        session,
        actor,
        claim,
        EventAction.EVIDENCE_CHANGED,
        why=why,
        before={"evidence": evidence.uid, **{name: before[name] for name in changed}},
        after={"evidence": evidence.uid, **changed},
    )
    unsign(session, actor, claim, "evidence changed")
    return evidence


def withdraw_evidence(session: Session, actor: Actor, evidence_id: int, seen: int, why: str) -> Evidence:
    """Take a piece of evidence off a claim; it stays on file with the reason."""
    actor.require(Role.CHECKER, to="withdraw evidence")
    evidence, claim = find_evidence(session, evidence_id, seen)
    if not why.strip():
        raise InvalidError("Give a reason for withdrawing the evidence.")
    evidence.withdrawn_at = actor.now()
    evidence.withdrawn_why = why.strip()
    evidence.version += 1
    touch(session, actor, claim)
    tell_of(session, actor, claim, EventAction.EVIDENCE_WITHDRAWN, why=why, before={"evidence": evidence.uid})
    unsign(session, actor, claim, "evidence withdrawn")
    return evidence


def find_evidence(session: Session, evidence_id: int, seen: int) -> tuple[Evidence, Claim]:
    """Get a live piece of evidence to be changed, and its claim; raises as ``find_claim``, and for a withdrawn one."""
    evidence = row_of(session, Evidence, evidence_id)
    if evidence is None:
        raise NotFoundError("evidence", evidence_id)
    if evidence.version != seen:
        changed_by = last_actor(session, RecordType.CLAIM, evidence.claim_id)
        raise ConflictError("The evidence", seen, evidence.version, changed_by)
    if evidence.withdrawn_at is not None:
        raise GuardError("This evidence has been withdrawn; put the passage forward again instead.")
    claim = find_claim(session, evidence.claim_id)
    require_changeable(claim)
    return evidence, claim


def _judgement(evidence: Evidence) -> dict[str, Any]:
    return {
        "aspect": evidence.aspect.value,
        "stance": evidence.stance.value,
        "tier": evidence.tier.value,
        "note": evidence.note,
    }


def _cut(session: Session, draft: EvidenceDraft) -> EvidenceDraft:
    capture = session.execute(
        select(Capture.document_id, Capture.text).where(Capture.id == draft.capture_id)
    ).one_or_none()
    if capture is None or capture.document_id != draft.source_id or capture.text is None:
        raise InvalidError("The passage has to lie in a captured text of its own source.")
    start, end = draft.start, draft.end
    if start is None or end is None or not 0 <= start < end <= len(capture.text):
        raise InvalidError("The passage lies outside the captured text: choose its words again.")
    chosen = select_passage(capture.text, Span(start, end))
    return replace(
        draft,
        exact=chosen.exact,
        prefix=chosen.prefix,
        suffix=chosen.suffix,
        locator=(draft.locator or "").strip() or locator(capture.text, Span(start, end)),
    )


def _typed(draft: EvidenceDraft) -> EvidenceDraft:
    exact = draft.exact.strip()
    if not exact:
        raise InvalidError("Quote the words of the source that count.")
    require_text(exact, "quotation")
    return replace(draft, exact=exact, start=None, end=None, locator=(draft.locator or "").strip() or None)


def _passage(session: Session, draft: EvidenceDraft) -> Passage:
    """Find the passage if it has been put forward before, or make it."""
    there = session.scalars(
        select(Passage).where(
            Passage.source_id == draft.source_id,
            Passage.capture_id.is_not_distinct_from(draft.capture_id),
            Passage.start.is_not_distinct_from(draft.start),
            Passage.end.is_not_distinct_from(draft.end),
            Passage.exact == draft.exact,
            Passage.locator.is_not_distinct_from(draft.locator),
        )
    ).first()
    return there or Passage(
        source_id=draft.source_id,
        capture_id=draft.capture_id,
        start=draft.start,
        end=draft.end,
        exact=draft.exact,
        prefix=draft.prefix,
        suffix=draft.suffix,
        locator=draft.locator,
    )
