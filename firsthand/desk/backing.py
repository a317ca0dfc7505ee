"""What a claim's backing is made of, and the flags that follow from it: every deed that touches a claim ends here."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from db.models import Capture, Claim, ClaimFlag, Document, Evidence, ReplyRequest, SourceRelation
from db.queries import places
from db.vocabulary import CaptureOutcome, ClaimType, ReplyState, SourceRelationKind
from firsthand.desk.actor import Actor
from firsthand.desk.planning import expect_looks
from firsthand.desk.record import find_claim, find_desk
from firsthand.flags import Backing, Piece, best_tier, flags_of


def live_evidence(session: Session, claim_id: int) -> list[Evidence]:
    """List the evidence that stands, oldest first."""
    return list(
        session.scalars(
            select(Evidence)
            .where(Evidence.claim_id == claim_id, Evidence.withdrawn_at.is_(None))
            .order_by(Evidence.id)
            .execution_options(populate_existing=False)
        )
    )


def settle(session: Session, actor: Actor, claim: Claim) -> None:
    """Recompute a claim's flags and its best tier; every deed that touches a claim ends here.

    What the claim rests on is planned to be looked at again, as its state wants it.
    """
    session.flush()
    evidence = live_evidence(session, claim.id)
    expect_looks(session, actor, claim, evidence)
    backing = backing_of(session, actor, claim, evidence)
    claim.best_tier = best_tier(backing)
    wanted = flags_of(backing)
    there = set(session.scalars(select(ClaimFlag.flag).where(ClaimFlag.claim_id == claim.id)))
    if there - wanted:
        session.execute(delete(ClaimFlag).where(ClaimFlag.claim_id == claim.id, ClaimFlag.flag.in_(there - wanted)))
    if wanted - there:
        session.execute(
            insert(ClaimFlag),
            [{"claim_id": claim.id, "flag": flag, "desk_id": claim.desk_id} for flag in sorted(wanted - there)],
        )
    session.flush()


def backing_of(session: Session, actor: Actor, claim: Claim, evidence: Sequence[Evidence] | None = None) -> Backing:
    """Gather what the flags are computed from; ``evidence`` is what stands, where it has been read already."""
    evidence = live_evidence(session, claim.id) if evidence is None else evidence
    sources = {piece.source_id for piece in evidence}
    dates = select(Document.id, Document.published).where(Document.id.in_(sources))
    published = dict(session.execute(dates).all())
    outcomes = _last_outcomes(session, sources)
    captured = set(
        session.scalars(
            select(Capture.document_id).where(
                Capture.document_id.in_(sources), Capture.outcome == CaptureOutcome.COMPLETE
            )
        )
    )
    origins = _origins(session, sources)
    standing = places.standing_of(session, claim.id, [piece.id for piece in evidence])
    unsettled = {place: found.health for place, found in standing.items() if not found.settled}
    article_date = session.scalar(select(Document.published).where(Document.id == claim.article_id))
    said = claim.claim_type is ClaimType.QUOTE or claim.speaker_as_named is not None
    return Backing(
        state=claim.work_state,
        origin=claim.origin,
        checkable=claim.checkable,
        substance=claim.substance_finding,
        attribution=claim.attribution_finding,
        date=(claim.said_on if said else None) or article_date,
        pieces=tuple(
            Piece(
                aspect=piece.aspect,
                stance=piece.stance,
                tier=piece.tier,
                origin=origins[piece.source_id],
                placed=piece.passage.capture_id is not None or piece.passage.locator is not None,
                captured=piece.source_id in captured,
                grade=piece.grade,
                numbers=piece.number_comparison,
                published=published[piece.source_id],
                last_outcome=outcomes.get(piece.source_id),
                anchor=unsettled.get(piece.id),
            )
            for piece in evidence
        ),
        replies_awaited=session.scalar(
            select(func.count()).where(ReplyRequest.claim_id == claim.id, ReplyRequest.state == ReplyState.AWAITED)
        )
        or 0,
        self_signed=claim.self_signed,
        signed_on=claim.signed_at.date() if claim.signed_at else None,
        stale_after_days=find_desk(session, claim.desk_id).stale_after_days,
        today=actor.now().date(),
        own_words=unsettled.get(None),
    )


def _last_outcomes(session: Session, sources: set[int]) -> dict[int, CaptureOutcome]:
    newest = select(func.max(Capture.id)).where(Capture.document_id.in_(sources)).group_by(Capture.document_id)
    rows = session.execute(select(Capture.document_id, Capture.outcome).where(Capture.id.in_(newest)))
    found = dict(rows.all())
    for source_id in [number for number, outcome in found.items() if outcome is CaptureOutcome.GONE]:
        if places.is_back(session, source_id):
            found[source_id] = CaptureOutcome.COMPLETE
    return found


def _origins(session: Session, sources: set[int]) -> dict[int, int]:
    """Give every source the smallest number among those that go back to one another, following relations to the end."""
    kinds = [kind for kind in SourceRelationKind if kind.same_origin]
    group = {source: source for source in sources}
    frontier = set(sources)
    links: set[tuple[int, int]] = set()
    while frontier:
        found = session.execute(
            select(SourceRelation.source_id, SourceRelation.other_id).where(
                SourceRelation.kind.in_(kinds),
                SourceRelation.source_id.in_(frontier) | SourceRelation.other_id.in_(frontier),
            )
        ).all()
        fresh = {(one, other) for one, other in found} - links
        links |= fresh
        frontier = {end for link in fresh for end in link} - group.keys()
        group.update((source, source) for source in frontier)
    changed = True
    while changed:
        changed = False
        for one, other in links:
            least = min(group[one], group[other])
            changed |= group[one] != least or group[other] != least
            group[one] = group[other] = least
    return group


def settle_claims_of(session: Session, actor: Actor, *source_ids: int) -> None:
    """Bring the flags of every claim that rests on these sources up to date."""
    claims = session.scalars(
        select(Evidence.claim_id).where(Evidence.source_id.in_(source_ids), Evidence.withdrawn_at.is_(None)).distinct()
    ).all()
    for claim_id in claims:
        settle(session, actor, find_claim(session, claim_id))
