"""The short lists of claims that a search for claims begins with, such as those on a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from db.models import Claim, ClaimDeed, ClaimFlag, Deed, Document, Evidence, FlagTally
from db.queries.claim_filters import conditions, narrowest
from db.queries.periods import in_days, touching
from db.vocabulary import DocumentType, Flag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from db.rows import ClaimFilter

# A list of claims with fewer than this many is where to begin; a longer one is looked up claim by claim: a page of
# those is full soon. Counting goes through all of them, and so begins with a list more often.
RARE = 5000
RARE_FOR_COUNTING = 100_000
_DEEDS = 5  # times as long a list of signings or reopenings: no index to walk along tells of them


class Leader(NamedTuple):
    """A short list of claims to begin with, such as those on a source or those that carry a rare flag.

    The index that it is found by has it by the claims' numbers (``by_number``), or else it may be a range of the index
    of one of the claims' own columns (``along``). It counts as short up to ``worth`` times the usual length.
    """

    column: Any  # of claims' numbers; a descriptor, which a checker would take for the number itself
    among: Sequence[ColumnElement[bool]]
    stands_for: str
    flag: Flag | None = None
    beside: type[Document] | None = None
    by_number: bool = False
    along: InstrumentedAttribute[Any] | None = None
    worth: int = 1

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
        return self.claims.where(*self._tested(asked))

    def conditions(self, asked: Sequence[ColumnElement[bool]]) -> list[ColumnElement[bool]]:
        """Select from the list's own table, where nothing is beside it, those that meet conditions on the claim."""
        return [*self.among, *self._tested(asked)]

    def _tested(self, asked: Sequence[ColumnElement[bool]]) -> list[ColumnElement[bool]]:
        claim = select(literal(1)).select_from(Claim).where(Claim.id == self.column, *asked)
        return [claim.correlate(self.column.class_).exists()] if asked else []


def leader(session: Session, where: ClaimFilter, rare: int | None = None) -> Leader | None:
    """Find a list to begin with: a source's claims, those with a rare flag, those of a period that holds few.

    Where an article, a speaker or an assignee leaves few claims anyway, periods are looked up claim by claim. Who
    counts (``rare`` is given then) goes through a period however many it holds: there is no other end to come to.
    """
    if where.source_id is not None:
        return Leader(Evidence.claim_id, (Evidence.source_id == where.source_id, _LIVE), "source_id", by_number=True)
    flag = _rare_flag(session, where, RARE if rare is None else rare)
    if flag is not None:
        return Leader(ClaimFlag.claim_id, (ClaimFlag.flag == flag,), "flags", flag, by_number=True)
    if narrowest(where) is not None:
        return None
    return next((found for found in _of_periods(where) if rare is not None or _has_few(session, found)), None)


def selected(session: Session, where: ClaimFilter, rare: int | None = None) -> list[ColumnElement[bool]]:
    """Select the claims that a filter asks for, apart from its text, beginning with a short list where there is one."""
    first = leader(session, where, rare)
    asked = conditions(session, where, first, by=_one(narrowest(where)))
    return asked if first is None else [Claim.id.in_(first.led(asked))]


_LIVE = Evidence.withdrawn_at.is_(None)
_FIRST = aliased(Claim, name="first_claim")


def _of_periods(where: ClaimFilter) -> Iterator[Leader]:
    """List what could lead among the periods, likely short ones first; each has an index of its own."""
    for deed, period, name in ((Deed.REOPENED, where.reopened, "reopened"), (Deed.SIGNED_OFF, where.signed, "signed")):
        if period is not None:
            done = (ClaimDeed.deed == deed.value, *in_days(ClaimDeed.at, period))
            yield Leader(ClaimDeed.claim_id, done, name, worth=_DEEDS)
    if where.came is not None:
        yield Leader(_FIRST.id, in_days(_FIRST.created_at, where.came), "came", along=Claim.created_at)
    if where.said is not None:
        yield Leader(_FIRST.id, (touching(_FIRST.said_on, where.said),), "said", along=Claim.said_on)
    if where.dated is not None:
        dated = touching(Document.published, where.dated, Document.type == DocumentType.SOURCE)
        yield Leader(Evidence.claim_id, (dated, _LIVE), "dated", beside=Document)


def _has_few(session: Session, first: Leader) -> bool:
    short = RARE * first.worth
    some = first.claims.limit(short).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) < short


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


def _one(column: InstrumentedAttribute[Any] | None) -> list[InstrumentedAttribute[Any]] | None:
    return None if column is None else [column]
