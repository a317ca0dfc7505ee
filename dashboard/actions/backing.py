"""Deeds around a claim: its evidence, the search log, requests for a reply, comments."""

from __future__ import annotations

import datetime as dt

from dashboard.actions.attempts import attempt
from dashboard.outcome import Outcome
from dashboard.texts import deeds as texts
from dashboard.wish import Around, Related, Remark, Reply, Request, Resolved, Search
from db.rows import EvidenceDraft, UserRow, parse_ref
from db.vocabulary import Aspect, ClaimRelationKind, SearchOutcome, Stance, Tier
from firsthand import desk


def add_evidence(person: UserRow, claim_id: int, seen: int, draft: EvidenceDraft) -> Outcome:
    """Put a passage forward."""
    return attempt(
        person,
        lambda s, a: desk.add_evidence(s, a, claim_id, seen, draft),
        texts.EVIDENCE_ADDED,
        claim_id=claim_id,
    )


def change_evidence(
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
    return attempt(
        person,
        lambda s, a: desk.change_evidence(s, a, evidence_id, seen, aspect=aspect, stance=stance, tier=tier, note=note),
        texts.EVIDENCE_CHANGED,
        claim_id=claim_id,
        evidence_id=evidence_id,
    )


def withdraw_evidence(person: UserRow, claim_id: int, evidence_id: int, seen: int, why: str) -> Outcome:
    """Take a piece of evidence off a claim; ``seen`` is the version of the evidence."""
    return attempt(
        person,
        lambda s, a: desk.withdraw_evidence(s, a, evidence_id, seen, why),
        texts.EVIDENCE_WITHDRAWN,
        claim_id=claim_id,
        evidence_id=evidence_id,
    )


def log_search(person: UserRow, claim_id: int, *, place: str, query: str, outcome: SearchOutcome, note: str) -> Outcome:
    """Note a search for a source."""
    return attempt(
        person,
        lambda s, a: desk.log_search(s, a, claim_id, place=place, query=query, outcome=outcome, note=note),
        texts.SEARCH_LOGGED,
        claim_id=claim_id,
    )


def request_reply(person: UserRow, claim_id: int, *, addressee: str, question: str, due: dt.date | None) -> Outcome:
    """Note that somebody has been asked."""
    return attempt(
        person,
        lambda s, a: desk.request_reply(s, a, claim_id, addressee=addressee, question=question, due=due),
        texts.REQUEST_NOTED,
        claim_id=claim_id,
    )


def settle_reply(person: UserRow, claim_id: int, request_id: int, answer: str | None) -> Outcome:
    """Note the answer, or that none came."""
    return attempt(
        person, lambda s, a: desk.settle_reply(s, a, request_id, answer), texts.REQUEST_SETTLED, claim_id=claim_id
    )


def comment(person: UserRow, claim_id: int, body: str, *, blocking: bool) -> Outcome:
    """Remark on a claim."""
    return attempt(
        person,
        lambda s, a: desk.comment(s, a, claim_id, body, blocking=blocking),
        texts.COMMENT_ADDED,
        claim_id=claim_id,
    )


def resolve_comment(person: UserRow, claim_id: int, comment_id: int) -> Outcome:
    """Close a comment."""
    return attempt(
        person, lambda s, a: desk.resolve_comment(s, a, comment_id), texts.COMMENT_RESOLVED, claim_id=claim_id
    )


def relate(person: UserRow, claim_id: int, other: str, kind: ClaimRelationKind, note: str) -> Outcome:
    """Tie a claim to another one, which is named by its short id."""
    other_id = parse_ref(other, "FH")
    if other_id is None:
        return Outcome(False, texts.NO_CLAIM_ID)
    return attempt(
        person,
        lambda s, a: desk.relate_claims(s, a, claim_id, other_id, kind, note),
        texts.RELATED,
        claim_id=claim_id,
    )


def surround(person: UserRow, claim_id: int, act: Around) -> Outcome:
    """Do what a person entered around a claim."""
    match act:
        case Search():
            return log_search(person, claim_id, place=act.place, query=act.query, outcome=act.outcome, note=act.note)
        case Request():
            return request_reply(person, claim_id, addressee=act.addressee, question=act.question, due=act.due)
        case Reply():
            return settle_reply(person, claim_id, act.request_id, act.answer)
        case Remark():
            return comment(person, claim_id, act.body, blocking=act.blocking)
        case Resolved():
            return resolve_comment(person, claim_id, act.comment_id)
        case Related():
            return relate(person, claim_id, act.other, act.kind, act.note)
