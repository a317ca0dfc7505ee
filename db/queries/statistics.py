"""The figures of the board, from the tallies alone, so that they cost the same on a desk of any size."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, select

from db.models import ClaimTally, Event, FlagTally, RecordTally
from db.queries import articles, claims, history
from db.rows import ArticleRow, BoardFigures, ClaimFilter, ClaimRow, EventFilter, EventRow, Totals
from db.vocabulary import Flag, Tier, VerificationStatus, WorkState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def totals(session: Session) -> Totals:
    """Tell how much there is of everything."""
    counted = dict(session.execute(select(RecordTally.kind, RecordTally.records)).all())
    return Totals(
        articles=counted.get("article", 0),
        claims=int(session.scalar(select(func.sum(ClaimTally.claims))) or 0),
        sources=counted.get("source", 0),
        evidence=counted.get("evidence", 0),
        events=session.scalar(select(func.max(Event.seq))) or 0,
        captures=counted.get("capture", 0),
        speakers=counted.get("speaker", 0),
    )


def board(session: Session, desk_id: int | None) -> BoardFigures:
    """Sum up a desk, or all of them for None: claims by status and by flag, in fixed orders, nothing with zero.

    Checkable claims are those whose type can be settled and that the desk has not turned away.
    """
    settled = and_(ClaimTally.checkable, ClaimTally.work_state != WorkState.NOT_FOR_US.value)
    first_hand = and_(settled, ClaimTally.best_tier == Tier.PRIMARY.value)
    asked = select(
        ClaimTally.work_state,
        ClaimTally.substance_finding,
        func.sum(ClaimTally.claims).label("claims"),
        func.sum(case((settled, ClaimTally.claims), else_=0)).label("checkable"),
        func.sum(case((first_hand, ClaimTally.claims), else_=0)).label("primary"),
    ).group_by(ClaimTally.work_state, ClaimTally.substance_finding)
    flagged = select(FlagTally.flag, func.sum(FlagTally.claims)).group_by(FlagTally.flag)
    if desk_id is not None:
        asked = asked.where(ClaimTally.desk_id == desk_id)
        flagged = flagged.where(FlagTally.desk_id == desk_id)
    groups = session.execute(asked).all()
    statuses: Counter[VerificationStatus] = Counter()
    for group in groups:
        statuses[articles.status_of_group(group.work_state, group.substance_finding)] += int(group.claims)
    flags = {flag: int(carried) for flag, carried in session.execute(flagged)}
    return BoardFigures(
        statuses=articles.in_order(statuses),
        claims=statuses.total(),
        checkable=sum(int(group.checkable) for group in groups),
        checkable_primary=sum(int(group.primary) for group in groups),
        awaiting_sign_off=statuses[VerificationStatus.IN_REVIEW],
        to_recheck=statuses[VerificationStatus.RECHECK],
        flags=tuple((flag, flags[flag.value]) for flag in Flag if flags.get(flag.value)),
    )


def by_article(session: Session, desk_id: int | None, limit: int = 20) -> tuple[ArticleRow, ...]:
    """List the newest articles with their claims by status."""
    return articles.page(session, desk_id=desk_id, size=limit).rows


def oldest_open(session: Session, desk_id: int | None, limit: int = 10) -> tuple[ClaimRow, ...]:
    """List the claims that have been open longest."""
    where = ClaimFilter(desk_id=desk_id, statuses=frozenset({VerificationStatus.OPEN}))
    return claims.page(session, where, order=claims.ClaimOrder.OLDEST_IN_STATE, size=limit).rows


def last_events(session: Session, limit: int = 20) -> tuple[EventRow, ...]:
    """List what happened last."""
    return history.page(session, EventFilter(), size=limit).rows


def newest_event(session: Session) -> int:
    """Tell the number of the newest event, 0 before the first: what is cached is good as long as it stands."""
    return session.scalar(select(func.max(Event.seq))) or 0
