"""Which claims a filter asks for, as conditions and as ranges of an index."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, UnaryExpression, and_, exists, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.sql.operators import custom_op

from db.models import Claim, ClaimDeed, ClaimFlag, ClaimTally, Deed, Document, Evidence, FlagTally, WeekTally
from db.queries.periods import in_days, in_weeks, touching, whole_weeks
from db.queries.statuses import places, with_status
from db.vocabulary import DocumentType, Flag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from db.rows import ClaimFilter

# A list of claims with fewer than this many is where to begin; a longer one is looked up claim by claim: a page of
# those is full soon. Counting goes through all of them, and so begins with a list more often.
RARE = 5000
RARE_FOR_COUNTING = 100_000


class Leader(NamedTuple):
    """A short list of claims to begin with, such as those on a source or those that carry a rare flag."""

    column: Any  # of claims' numbers; a descriptor, which a checker would take for the number itself
    among: Sequence[ColumnElement[bool]]
    stands_for: str
    flag: Flag | None = None
    beside: type[Document] | None = None

    @property
    def claims(self) -> Select[tuple[int]]:
        """The list itself, in which a claim may be more than once."""
        listed: Select[tuple[int]] = select(self.column)
        if self.beside is not None:
            listed = listed.join(self.beside, self.beside.id == Evidence.source_id)
        return listed.where(*self.among)

    def led(self, asked: Sequence[ColumnElement[bool]]) -> Select[tuple[int]]:
        """Select those of the list that meet conditions on the claim, tested one by one.

        Next to any other condition, SQLite would rather walk through a desk.
        """
        ids = self.claims
        if asked:
            claim = select(literal(1)).select_from(Claim).where(Claim.id == self.column, *asked)
            ids = ids.where(claim.correlate(self.column.class_).exists())
        return ids


def leader(session: Session, where: ClaimFilter, rare: int | None = None) -> Leader | None:
    """Find a list to begin with: a source's claims, those with a rare flag, those of a period that holds few.

    Where an article, a speaker or an assignee leaves few claims anyway, periods are looked up claim by claim. Who
    counts (``rare`` is given then) goes through a period however many it holds: there is no other end to come to.
    """
    if where.source_id is not None:
        return Leader(Evidence.claim_id, (Evidence.source_id == where.source_id, _LIVE), "source_id")
    flag = _rare_flag(session, where, RARE if rare is None else rare)
    if flag is not None:
        return Leader(ClaimFlag.claim_id, (ClaimFlag.flag == flag,), "flags", flag)
    if narrowest(where) is not None:
        return None
    return next((found for found in _of_periods(where) if rare is not None or _has_few(session, found)), None)


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


def selected(session: Session, where: ClaimFilter, rare: int | None = None) -> list[ColumnElement[bool]]:
    """Select the claims that a filter asks for, apart from its text, beginning with a short list where there is one."""
    first = leader(session, where, rare)
    asked = conditions(session, where, first, by=_one(narrowest(where)))
    return asked if first is None else [Claim.id.in_(first.led(asked))]


def narrowest(where: ClaimFilter) -> InstrumentedAttribute[Any] | None:
    """Name the column that leaves so few claims by itself that they are sorted faster than ranges are merged."""
    narrow = (Claim.article_id, Claim.speaker_id, Claim.assignee_id)
    return next((column for column in narrow if _equal(where)[column] is not None), None)


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


def _one(column: InstrumentedAttribute[Any] | None) -> list[InstrumentedAttribute[Any]] | None:
    return None if column is None else [column]


_LIVE = Evidence.withdrawn_at.is_(None)
_FIRST = aliased(Claim, name="first_claim")


def _of_periods(where: ClaimFilter) -> Iterator[Leader]:
    """List what could lead among the periods, likely short ones first; each has an index of its own."""
    for deed, period, name in ((Deed.REOPENED, where.reopened, "reopened"), (Deed.SIGNED_OFF, where.signed, "signed")):
        if period is not None:
            yield Leader(ClaimDeed.claim_id, (ClaimDeed.deed == deed.value, *in_days(ClaimDeed.at, period)), name)
    if where.came is not None:
        yield Leader(_FIRST.id, in_days(_FIRST.created_at, where.came), "came")
    if where.said is not None:
        yield Leader(_FIRST.id, (touching(_FIRST.said_on, where.said),), "said")
    if where.dated is not None:
        dated = (Document.type == DocumentType.SOURCE, touching(Document.published, where.dated), _LIVE)
        yield Leader(Evidence.claim_id, dated, "dated", beside=Document)


def _has_few(session: Session, first: Leader) -> bool:
    some = first.claims.limit(RARE).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) < RARE


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


def _rare_flag(session: Session, where: ClaimFilter, rare: int) -> Flag | None:
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


def _known_to_tallies(where: ClaimFilter) -> bool:
    beyond = dataclasses.replace(where, desk_id=None, statuses=frozenset(), came=None, text=where.text.strip())
    if where.came is None:
        beyond = dataclasses.replace(beyond, flags=frozenset(), checkable=None, best_tier=None)
    return beyond == type(where)() and whole_weeks(where.came)
