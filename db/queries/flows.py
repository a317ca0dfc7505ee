"""How claims flow through the desk, week by week."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import Claim, ClaimDeed, Deed, FlowTally, WeekTally
from db.queries import board_claims
from db.queries.periods import WEEK, in_days, in_weeks, monday
from db.rows import BoardFilter, Period, WeekFlow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

Counts = Counter[dt.date]


def flow(session: Session, where: BoardFilter, today: dt.date, weeks: int = 12) -> tuple[WeekFlow, ...]:
    """Count week by week, oldest first and without gaps, what came in, was signed off and was reopened.

    The last of the ``weeks`` is the one that ``today`` lies in. A claim that was signed off twice counts twice.
    """
    mondays = [monday(today) - WEEK * back for back in reversed(range(weeks))]
    span = Period(mondays[0], mondays[-1] + dt.timedelta(days=6))
    count = _from_tallies if board_claims.tallied(where) else _from_claims
    came_in, signed_off, reopened = count(session, where, span)
    return tuple(WeekFlow(day, came_in[day], signed_off[day], reopened[day]) for day in mondays)


def _from_tallies(session: Session, where: BoardFilter, span: Period) -> tuple[Counts, Counts, Counts]:
    def counted(tally: Any, week: Any, *asked: Any) -> Counts:  # noqa: ANN401 - a tally and a column of it
        desk = [] if where.desk_id is None else [tally.desk_id == where.desk_id]
        whole = [*desk, *in_weeks(tally.came, where.came), *in_weeks(week, span), *asked]
        rows = session.execute(select(week, func.sum(tally.claims)).where(*whole).group_by(week))
        return Counter({dt.date.fromisoformat(day): int(claims) for day, claims in rows})

    return (
        counted(WeekTally, WeekTally.came),
        counted(FlowTally, FlowTally.week, FlowTally.deed == Deed.SIGNED_OFF.value),
        counted(FlowTally, FlowTally.week, FlowTally.deed == Deed.REOPENED.value),
    )


def _from_claims(session: Session, where: BoardFilter, span: Period) -> tuple[Counts, Counts, Counts]:
    asked = board_claims.conditions(session, where)
    came_in = select(Claim.created_at).where(*asked, *in_days(Claim.created_at, span))

    def done(deed: Deed) -> Counts:
        of_claim = select(ClaimDeed.at).where(ClaimDeed.claim_id.in_(select(Claim.id).where(*asked)))
        return _by_week(session.scalars(of_claim.where(ClaimDeed.deed == deed.value, *in_days(ClaimDeed.at, span))))

    return _by_week(session.scalars(came_in)), done(Deed.SIGNED_OFF), done(Deed.REOPENED)


def _by_week(moments: Iterable[dt.datetime]) -> Counts:
    return Counter(monday(moment.date()) for moment in moments)
