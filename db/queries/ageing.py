"""How long claims have been waiting where they are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import AgeTally, Claim
from db.models.tally import WAITING
from db.queries import board_claims
from db.queries.claim_filters import unindexed
from db.queries.periods import WEEK, in_weeks, monday
from db.rows import AgeGroup, BoardFilter, Period
from db.vocabulary import VerificationStatus, WorkState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

# Each group begins so many weeks before this one; what is older than the last of them is a group of its own.
GROUPS = (0, 1, 3, 12)


def ageing(session: Session, where: BoardFilter, today: dt.date) -> tuple[AgeGroup, ...]:
    """Count the claims that wait for somebody, by status and by since when, the newest group of each status first.

    The groups are whole weeks: this week, the last, the two before, the nine before those, and everything older
    (whose period has no beginning, as that of this week has no end). Groups without a claim are left out.
    """
    groups = periods(today)
    counted: Counter[tuple[VerificationStatus, Period]] = Counter()
    for state, week, claims in _from_tally(session, where) if board_claims.tallied(where) else _counted(session, where):
        since = next(group for group in groups if group.first is None or week >= group.first)
        counted[VerificationStatus(state.value), since] += claims
    return tuple(
        AgeGroup(status, group, counted[status, group])
        for status in VerificationStatus
        for group in groups
        if counted[status, group]
    )


def periods(today: dt.date) -> tuple[Period, ...]:
    """Lay out the groups, the newest first, without gap or overlap."""
    begins = [monday(today) - WEEK * back for back in GROUPS]
    ends = [None, *(begin - dt.timedelta(days=1) for begin in begins)]
    return tuple(Period(first, last) for first, last in zip([*begins, None], ends, strict=True))


def _from_tally(session: Session, where: BoardFilter) -> Iterable[tuple[WorkState, dt.date, int]]:
    asked = select(AgeTally.work_state, AgeTally.since, func.sum(AgeTally.claims)).where(
        *in_weeks(AgeTally.came, where.came)
    )
    if where.desk_id is not None:
        asked = asked.where(AgeTally.desk_id == where.desk_id)
    for state, since, claims in session.execute(asked.group_by(AgeTally.work_state, AgeTally.since)):
        yield WorkState(state), dt.date.fromisoformat(since), int(claims)


def _counted(session: Session, where: BoardFilter) -> Iterable[tuple[WorkState, dt.date, int]]:
    asked: Any = select(Claim.work_state, Claim.state_since).where(
        unindexed(session, Claim.work_state).in_(WAITING), *board_claims.conditions(session, where)
    )
    for state, since in session.execute(asked):
        yield state, since.date(), 1
