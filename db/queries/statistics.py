"""The figures of the board. Those of a desk, and of whole weeks, come from tallies: they cost the same at any size."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, and_, case, func, select, type_coerce

from db.models import (
    Claim,
    ClaimFlag,
    ClaimTally,
    Event,
    FlagTally,
    FlagWeekTally,
    RecordTally,
    WeekTally,
)
from db.queries import articles, board_claims, claims, history
from db.queries.ageing import ageing
from db.queries.dates import calendar
from db.queries.first_hand import first_hand_by_article, first_hand_by_speaker
from db.queries.flows import flow
from db.queries.meanwhile import meanwhile
from db.queries.periods import in_weeks
from db.rows import (
    ArticleRow,
    BoardFigures,
    BoardFilter,
    ClaimFilter,
    ClaimRow,
    EventFilter,
    EventRow,
    Totals,
)
from db.vocabulary import Flag, Tier, VerificationStatus, WorkState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

__all__ = [
    "ageing",
    "board",
    "by_article",
    "calendar",
    "first_hand_by_article",
    "first_hand_by_speaker",
    "flow",
    "last_events",
    "meanwhile",
    "newest_event",
    "oldest_open",
    "totals",
]

EVERYTHING = BoardFilter()


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


def board(session: Session, where: BoardFilter = EVERYTHING) -> BoardFigures:
    """Sum up the claims of a filter by status and by flag, in fixed orders, nothing with zero.

    Checkable claims are those whose type can be settled and that the desk has not turned away.
    """
    if board_claims.tallied(where):
        groups = session.execute(_in_weeks(where) if where.came else _in_all(where)).all()
        flags = session.execute(_flagged_in_tallies(where))
    else:
        groups = session.execute(_grouped(Claim, 1, board_claims.conditions(session, where))).all()
        flags = session.execute(_flagged(session, where))
    statuses: Counter[VerificationStatus] = Counter()
    for group in groups:
        statuses[articles.status_of_group(group.work_state, group.substance_finding)] += int(group.claims)
    carried: dict[str, int] = {flag: int(count) for flag, count in flags}
    return BoardFigures(
        statuses=articles.in_order(statuses),
        claims=statuses.total(),
        checkable=sum(int(group.checkable) for group in groups),
        checkable_primary=sum(int(group.primary) for group in groups),
        awaiting_sign_off=statuses[VerificationStatus.IN_REVIEW],
        to_recheck=statuses[VerificationStatus.RECHECK],
        flags=tuple((flag, carried[flag.value]) for flag in Flag if carried.get(flag.value)),
    )


def by_article(session: Session, where: BoardFilter = EVERYTHING, limit: int = 20) -> tuple[ArticleRow, ...]:
    """List the newest articles, those of the filter's claims, with these claims by status.

    An article that is asked for is there in any case. Where neither speaker nor period is asked for, articles without
    a claim are among them.
    """
    if board_claims.of_desk_alone(where):
        return articles.page(session, desk_id=where.desk_id, size=limit).rows
    ids = board_claims.newest_articles(session, where, limit)
    return articles.of_ids(session, ids, board_claims.conditions(session, where))


def oldest_open(session: Session, where: BoardFilter = EVERYTHING, limit: int = 10) -> tuple[ClaimRow, ...]:
    """List the claims that have been open longest."""
    asked = ClaimFilter(
        desk_id=where.desk_id,
        article_id=where.article_id,
        speaker_id=where.speaker_id,
        statuses=frozenset({VerificationStatus.OPEN}),
        came=where.came,
    )
    return claims.page(session, asked, order=claims.ClaimOrder.OLDEST_IN_STATE, size=limit).rows


def last_events(session: Session, limit: int = 20) -> tuple[EventRow, ...]:
    """List what happened last."""
    return history.page(session, EventFilter(), size=limit).rows


def newest_event(session: Session) -> int:
    """Tell the number of the newest event, 0 before the first: what is cached is good as long as it stands."""
    return session.scalar(select(func.max(Event.seq))) or 0


def _grouped(rows: Any, weight: Any, asked: Iterable[Any]) -> Select[*tuple[Any, ...]]:  # noqa: ANN401
    """Count by state and finding, from the claims themselves or from the tally that has the same columns."""
    settled = and_(rows.checkable, rows.work_state != WorkState.NOT_FOR_US.value)
    return _summed(rows, weight, settled, and_(settled, rows.best_tier == Tier.PRIMARY.value)).where(*asked)


def _summed(rows: Any, weight: Any, settled: Any, first_hand: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401
    finding = func.coalesce(type_coerce(rows.substance_finding, String), "")
    return select(
        type_coerce(rows.work_state, String).label("work_state"),
        finding.label("substance_finding"),
        func.sum(weight).label("claims"),
        func.sum(case((settled, weight), else_=0)).label("checkable"),
        func.sum(case((first_hand, weight), else_=0)).label("primary"),
    ).group_by(rows.work_state, finding)


def _in_all(where: BoardFilter) -> Select[*tuple[Any, ...]]:
    return _grouped(ClaimTally, ClaimTally.claims, _of_desk(ClaimTally, where))


def _in_weeks(where: BoardFilter) -> Select[*tuple[Any, ...]]:
    tally = WeekTally
    return _summed(tally, tally.claims, tally.settled, tally.first_hand).where(*_of_desk(tally, where))


def _of_desk(tally: Any, where: BoardFilter) -> list[Any]:  # noqa: ANN401 - any of the tallies by desk
    asked = [] if where.desk_id is None else [tally.desk_id == where.desk_id]
    return [*asked, *in_weeks(tally.came, where.came)] if where.came is not None else asked


def _flagged_in_tallies(where: BoardFilter) -> Select[*tuple[Any, ...]]:
    tally: Any = FlagTally if where.came is None else FlagWeekTally
    return select(tally.flag, func.sum(tally.claims)).where(*_of_desk(tally, where)).group_by(tally.flag)


def _flagged(session: Session, where: BoardFilter) -> Select[*tuple[Any, ...]]:
    flagged = select(ClaimFlag.flag, func.count()).join(Claim, Claim.id == ClaimFlag.claim_id)
    return flagged.where(*board_claims.conditions(session, where)).group_by(ClaimFlag.flag)
