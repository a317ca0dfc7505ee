"""Which claims a filter asks for, as conditions and as ranges of an index."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, and_, exists, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.models import Claim, ClaimFlag, ClaimTally, Evidence, FlagTally
from db.queries.statuses import at_place, places, with_status
from db.vocabulary import Flag

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.rows import ClaimFilter

# A flag on fewer claims than this is where to begin; one on more is looked up claim by claim: a page of those is
# full soon. Counting goes through all of them, and so begins with a flag more often.
RARE = 5000
RARE_FOR_COUNTING = 100_000


def conditions(session: Session, where: ClaimFilter, rare: int = RARE) -> list[ColumnElement[bool]]:
    """Select the claims that a filter asks for, apart from its text; all flags have to be there."""
    leader = _leader(session, where, rare)
    asked = [column == value for column, value in _equal(where).items() if value is not None]
    if where.types:
        asked.append(Claim.claim_type.in_(sorted(where.types)))
    for flag in sorted(where.flags):
        if leader is None or flag is not leader.flag:
            carried = aliased(ClaimFlag)
            asked.append(exists().where(carried.claim_id == Claim.id, carried.flag == flag))
    if where.statuses:
        asked.append(with_status(where.statuses))
    return asked if leader is None else [_led_by(leader, asked)]


def branches(session: Session, where: ClaimFilter) -> list[list[ColumnElement[bool]]]:
    """Split a filter into parts that share no claim, each of them one range of an index in the order of the list.

    A filter that is narrow by itself stays whole: its few claims are sorted faster than twenty ranges are merged.
    """
    narrow = (where.article_id, where.source_id, where.speaker_id)
    wide = where.desk_id is None and where.assignee_id is None and not where.statuses
    if wide or any(value is not None for value in narrow) or rare_flag(session, where) is not None:
        return [conditions(session, where)]
    rest = conditions(session, dataclasses.replace(where, statuses=frozenset()))
    return [[at_place(place), *rest] for place in places(where.statuses)]


class _Leader(NamedTuple):
    """A short list of claims to begin with: those on a source, or those that carry a rare flag."""

    model: type[Evidence | ClaimFlag]
    among: ColumnElement[bool]
    flag: Flag | None = None


def _leader(session: Session, where: ClaimFilter, rare: int) -> _Leader | None:
    if where.source_id is not None:
        live = and_(Evidence.source_id == where.source_id, Evidence.withdrawn_at.is_(None))
        return _Leader(Evidence, live)
    flag = rare_flag(session, where, rare)
    return None if flag is None else _Leader(ClaimFlag, ClaimFlag.flag == flag, flag)


def _led_by(leader: _Leader, asked: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Test the claims of the list one by one: next to any other condition, SQLite would rather walk through a desk."""
    ids = select(leader.model.claim_id).where(leader.among)
    if asked:
        claim = select(literal(1)).select_from(Claim).where(Claim.id == leader.model.claim_id, *asked)
        ids = ids.where(claim.correlate(leader.model).exists())
    return Claim.id.in_(ids)


def _equal(where: ClaimFilter) -> dict[InstrumentedAttribute[Any], object]:
    return {
        Claim.desk_id: where.desk_id,
        Claim.article_id: where.article_id,
        Claim.speaker_id: where.speaker_id,
        Claim.assignee_id: where.assignee_id,
        Claim.checkable: where.checkable,
        Claim.best_tier: where.best_tier,
    }


def rare_flag(session: Session, where: ClaimFilter, rare: int = RARE) -> Flag | None:
    """Find the flag of a filter that fewest claims carry, if those are few enough to begin with."""
    if not where.flags:
        return None
    rows = session.execute(
        select(FlagTally.flag, func.sum(FlagTally.claims))
        .where(FlagTally.flag.in_(where.flags))
        .group_by(FlagTally.flag)
    )
    carried = {flag: int(claims) for flag, claims in rows}
    rarest = min(sorted(where.flags), key=lambda flag: carried.get(flag.value, 0))
    return rarest if carried.get(rarest.value, 0) < rare else None


def tallied(session: Session, where: ClaimFilter) -> int | None:
    """Count the claims of a filter from the tallies; None where the tallies do not know."""
    beyond = (where.article_id, where.source_id, where.speaker_id, where.assignee_id)
    if any(value is not None for value in beyond) or where.types or where.text.strip():
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
    equal = {
        ClaimTally.desk_id: where.desk_id,
        ClaimTally.checkable: where.checkable,
        ClaimTally.best_tier: where.best_tier,
    }
    groups = session.execute(
        select(ClaimTally.work_state, ClaimTally.substance_finding, ClaimTally.claims).where(
            *(column == value for column, value in equal.items() if value is not None)
        )
    )
    wanted = {(place.work_state.value, place.substance_finding) for place in places(where.statuses)}
    return sum(claims for state, finding, claims in groups if (state, finding) in wanted or (state, None) in wanted)
