"""How ready a claim is for its next step: the facts that the guards judge by."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Claim, ClaimFlag, Comment, Review, SearchEntry, Source
from db.vocabulary import ReviewKind, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.backing import live_evidence
from firsthand.desk.content import claim_hash
from firsthand.desk.record import find_claim, find_desk
from firsthand.states import EvidenceFacts, Facts, Transition, ways_out


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
