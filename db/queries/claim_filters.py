"""Which claims a filter asks for, as conditions and as ranges of an index."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, exists, func, select

from db.models import Claim, ClaimFlag, ClaimTally, Evidence, FlagTally
from db.queries.statuses import at_place, places, with_status
from db.vocabulary import Flag, VerificationStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from db.rows import ClaimFilter

# A flag on fewer claims than this is where to begin; one on more is looked up claim by claim.
RARE = 5000


def conditions(session: Session, where: ClaimFilter) -> list[ColumnElement[bool]]:
    """Select the claims that a filter asks for, apart from its statuses and its text; all flags have to be there."""
    equal = {
        Claim.desk_id: where.desk_id,
        Claim.article_id: where.article_id,
        Claim.speaker_id: where.speaker_id,
        Claim.assignee_id: where.assignee_id,
        Claim.checkable: where.checkable,
        Claim.best_tier: where.best_tier,
    }
    asked = [column == value for column, value in equal.items() if value is not None]
    if where.types:
        asked.append(Claim.claim_type.in_(sorted(where.types)))
    if where.source_id is not None:
        resting = select(Evidence.claim_id).where(
            Evidence.source_id == where.source_id, Evidence.withdrawn_at.is_(None)
        )
        asked.append(Claim.id.in_(resting))
    rarest = rare_flag(session, where)
    for flag in sorted(where.flags):
        if flag is rarest:
            asked.append(Claim.id.in_(select(ClaimFlag.claim_id).where(ClaimFlag.flag == flag)))
        else:
            asked.append(exists().where(ClaimFlag.claim_id == Claim.id, ClaimFlag.flag == flag))
    return asked


def branches(session: Session, where: ClaimFilter) -> list[list[ColumnElement[bool]]]:
    """Split a filter into parts that share no claim, each of them one range of an index in the order of the list.

    A filter that is narrow by itself stays whole: its few claims are sorted faster than twenty ranges are merged.
    """
    asked = conditions(session, where)
    narrow = (where.article_id, where.source_id, where.speaker_id)
    if any(value is not None for value in narrow) or rare_flag(session, where) is not None:
        return [[*asked, with_status(where.statuses)]] if where.statuses else [asked]
    if where.desk_id is None and where.assignee_id is None and not where.statuses:
        return [asked]
    return [[at_place(place), *asked] for place in places(where.statuses)]


def rare_flag(session: Session, where: ClaimFilter) -> Flag | None:
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
    return rarest if carried.get(rarest.value, 0) < RARE else None


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
    wanted = set(itertools.chain.from_iterable(_tally_keys(where.statuses)))
    return sum(claims for state, finding, claims in groups if (state, finding) in wanted or (state, None) in wanted)


def _tally_keys(statuses: frozenset[VerificationStatus]) -> list[list[tuple[str, str | None]]]:
    return [[(place.work_state.value, place.substance_finding)] for place in places(statuses)]
