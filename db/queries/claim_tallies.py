"""How many claims a filter leaves, where the tallies know it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import ClaimTally, FlagTally, WeekTally
from db.queries.periods import in_weeks, whole_weeks
from db.queries.statuses import places

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.rows import ClaimFilter


def tallied(session: Session, where: ClaimFilter) -> int | None:
    """Count the claims of a filter from the tallies; None where the tallies do not know."""
    if not _known_to_tallies(where):
        return None
    if where.flags:
        alone = len(where.flags) == 1 and not where.statuses and where.checkable is None and where.best_tier is None
        if not alone:
            return None
        (flag,) = where.flags
        asked = select(func.sum(FlagTally.claims)).where(FlagTally.flag == flag.value)
        if where.desk_id is not None:
            asked = asked.where(FlagTally.desk_id == where.desk_id)
        return int(session.scalar(asked) or 0)
    tally: Any = ClaimTally if where.came is None else WeekTally
    equal: dict[Any, object] = {tally.desk_id: where.desk_id}
    if where.came is None:
        equal |= {ClaimTally.checkable: where.checkable, ClaimTally.best_tier: where.best_tier}
    groups = session.execute(
        select(tally.work_state, tally.substance_finding, tally.claims).where(
            *(column == value for column, value in equal.items() if value is not None),
            *in_weeks(WeekTally.came, where.came),
        )
    )
    wanted = {(place.work_state.value, place.substance_finding) for place in places(where.statuses)}
    return sum(
        int(claims) for state, finding, claims in groups if (state, finding) in wanted or (state, None) in wanted
    )


def _known_to_tallies(where: ClaimFilter) -> bool:
    beyond = dataclasses.replace(where, desk_id=None, statuses=frozenset(), came=None, text=where.text.strip())
    if where.came is None:
        beyond = dataclasses.replace(beyond, flags=frozenset(), checkable=None, best_tier=None)
    return beyond == type(where)() and whole_weeks(where.came)
