"""Which claims a filter asks for, as conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, UnaryExpression, and_, exists
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.sql.operators import custom_op

from db.models import Claim, ClaimDeed, ClaimFlag, Deed, Document, Evidence
from db.queries.periods import in_days, touching
from db.queries.statuses import with_status
from db.vocabulary import ClaimOrigin, DraftFate, WorkState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from db.queries.claim_leaders import Leader
    from db.rows import ClaimFilter

_JUDGED = (WorkState.DETECTED, WorkState.NOT_FOR_US)
_OF_FATE = {
    DraftFate.WAITING: (WorkState.DETECTED,),
    DraftFate.TURNED_AWAY: (WorkState.NOT_FOR_US,),
    DraftFate.KEPT: tuple(state for state in WorkState if state not in _JUDGED),
}


def conditions(
    session: Session,
    where: ClaimFilter,
    first: Leader | None,
    *,
    by: Sequence[InstrumentedAttribute[Any]] | None = None,
    along: InstrumentedAttribute[Any] | None = None,
) -> list[ColumnElement[bool]]:
    """Select the claims that a filter asks for, apart from its text and from what its leader stands for.

    ``by`` are the columns by which the claims may be looked up (None: any), ``along`` the one that they are read in the
    order of. SQLite, which keeps no statistics here, would often rather take another one.
    """

    def equal(column: InstrumentedAttribute[Any]) -> Any:  # noqa: ANN401 - a column, or an expression of it
        return column if by is None or any(column is one for one in by) else unindexed(session, column)

    def ranged(column: InstrumentedAttribute[Any]) -> Any:  # noqa: ANN401
        return column if column is along else unindexed(session, column)

    asked = [equal(column) == value for column, value in _equal(where).items() if value is not None]
    if where.unassigned:
        asked.append(equal(Claim.assignee_id).is_(None))
    if where.types:
        asked.append(Claim.claim_type.in_(sorted(where.types)))
    if where.attributions:
        asked.append(Claim.attribution_finding.in_(sorted(where.attributions)))
    if where.draft is not None:
        asked += [Claim.origin == ClaimOrigin.MACHINE, unindexed(session, Claim.work_state).in_(_OF_FATE[where.draft])]
    for flag in sorted(where.flags):
        if first is None or flag is not first.flag:
            carried = aliased(ClaimFlag)
            asked.append(exists().where(carried.claim_id == Claim.id, carried.flag == flag))
    if where.statuses:
        asked.append(with_status(where.statuses, equal(Claim.work_state), equal(Claim.substance_finding)))
    stands_for = first.stands_for if first else ""
    return [*asked, *(met for name, met in _periods(where, ranged) if name != stands_for)]


def unindexed(session: Session, column: InstrumentedAttribute[Any]) -> Any:  # noqa: ANN401
    """Keep SQLite from looking rows up, or sorting them, by a column; PostgreSQL knows by itself when not to."""
    if session.get_bind().dialect.name != "sqlite":
        return column
    return UnaryExpression(column.expression, operator=custom_op("+"), type_=column.type)


def narrowest(where: ClaimFilter) -> InstrumentedAttribute[Any] | None:
    """Name the column that leaves so few claims by itself that they are sorted faster than ranges are merged."""
    narrow = (Claim.article_id, Claim.speaker_id, Claim.assignee_id)
    return next((column for column in narrow if _equal(where)[column] is not None), None)


def _periods(
    where: ClaimFilter, ranged: Callable[[InstrumentedAttribute[Any]], Any]
) -> Iterator[tuple[str, ColumnElement[bool]]]:
    """Select by the periods of a filter, each with its name."""
    if where.came is not None:
        yield "came", and_(True, *in_days(ranged(Claim.created_at), where.came))
    if where.waiting is not None:
        yield "waiting", and_(True, *in_days(ranged(Claim.state_since), where.waiting))
    for deed, period, name in ((Deed.SIGNED_OFF, where.signed, "signed"), (Deed.REOPENED, where.reopened, "reopened")):
        if period is not None:
            done = aliased(ClaimDeed)
            yield (
                name,
                exists().where(done.claim_id == Claim.id, done.deed == deed.value, *in_days(done.at, period)),
            )
    if where.said is not None:
        yield "said", touching(ranged(Claim.said_on), where.said)
    if where.dated is not None:
        piece, source = aliased(Evidence), aliased(Document)
        yield (
            "dated",
            exists().where(
                piece.claim_id == Claim.id,
                piece.withdrawn_at.is_(None),
                source.id == piece.source_id,
                touching(source.published, where.dated),
            ),
        )


def _equal(where: ClaimFilter) -> dict[InstrumentedAttribute[Any], object]:
    return {
        Claim.desk_id: where.desk_id,
        Claim.article_id: where.article_id,
        Claim.speaker_id: where.speaker_id,
        Claim.assignee_id: where.assignee_id,
        Claim.checkable: where.checkable,
        Claim.best_tier: where.best_tier,
    }
