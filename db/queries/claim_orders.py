"""How lists of claims are ordered, in terms of columns; each order goes along an index and can begin anywhere."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, tuple_, union_all

from db.models import AgeTally, Claim, Speaker
from db.models.tally import WAITING
from db.queries.claim_filters import conditions, narrowest, unindexed
from db.queries.claim_leaders import leader
from db.queries.periods import in_days, monday
from db.queries.statuses import Place, at_place, places
from db.rows import Period
from db.vocabulary import VerificationStatus, WorkState

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from db.rows import ClaimFilter

Conditions = list[ColumnElement[bool]]


class ClaimOrder(StrEnum):
    """How a list of claims is ordered.

    NEWEST goes by when claims came onto this record; within a period of coming or waiting, by the moment that the
    period is about. ARTICLE goes through the articles, the newest first, each in the order of its text; SPEAKER
    through the speakers by name, each one's newest claims first, and ends with claims of no speaker; STATE through the
    verification statuses in their order, within each those first that have waited longest.
    """

    NEWEST = "newest"
    OLDEST_IN_STATE = "oldest_in_state"
    TEXT_ORDER = "text_order"
    ARTICLE = "article"
    SPEAKER = "speaker"
    STATE = "state"


class Key(NamedTuple):
    """A column that a list is sorted by."""

    column: Any
    descending: bool = False

    @property
    def sorting(self) -> ColumnElement[Any]:
        """The column with its direction."""
        sorting: ColumnElement[Any] = self.column.desc() if self.descending else self.column
        return sorting


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """A part of a list that comes before all later ones: its sort key, which ends with the claim's number.

    ``branches`` are conditions that share no claim, each of them one range of an index in the order of the list. Where
    they leave few claims, ``sorting`` sorts these, whatever index has them in order. A list that the claims are found
    by may hold one of them more than once (``repeats``).
    """

    name: str
    key: tuple[Key, ...]
    branches: tuple[Conditions, ...]
    sorting: tuple[ColumnElement[Any], ...]
    by_speaker: bool = False
    repeats: bool = False

    @property
    def types(self) -> tuple[type[Any], ...]:
        """What a cursor into this section holds."""
        return tuple(key.column.type.python_type for key in self.key)

    def first(self, begin: Sequence[int | dt.datetime] | None, limit: int) -> Select[*tuple[Any, ...]]:
        """Select the keys of the first claims beyond ``begin``: the first of each branch, then the first of those."""
        parts = []
        for branch in self.branches:
            part = select(*(key.column.label(f"key_{n}") for n, key in enumerate(self.key))).where(*branch)
            if self.by_speaker:
                part = part.join(Speaker, Speaker.id == Claim.speaker_id)
            if begin is not None:
                part = part.where(_beyond(self._sorted_by, self._values(begin)))
            if self.repeats:
                part = part.distinct()
            parts.append(part.order_by(*self.sorting).limit(limit))
        if len(parts) == 1:
            return parts[0]
        merged = union_all(*(select(part.subquery()) for part in parts)).subquery()
        columns = [Key(column, key.descending) for column, key in zip(merged.c, self.key, strict=True)]
        return select(merged).order_by(*(key.sorting for key in columns)).limit(limit)

    @property
    def _sorted_by(self) -> tuple[Key, ...]:
        return (Key(Speaker.name), *self.key) if self.by_speaker else self.key

    def _values(self, begin: Sequence[int | dt.datetime]) -> list[Any]:
        values: list[Any] = [literal(value, key.column.type) for value, key in zip(begin, self.key, strict=True)]
        if self.by_speaker:  # a name may be long, and not everybody's to read in an address
            values.insert(0, select(Speaker.name).where(Speaker.id == begin[0]).scalar_subquery())
        return values


def sections(session: Session, where: ClaimFilter, order: ClaimOrder) -> list[Section]:
    """Lay out a list: its parts in their order."""
    first, narrow = leader(session, where), narrowest(where)
    few = first is not None or narrow is not None
    key = _key(where, order)
    name = ".".join((order, *(part.column.key for part in key)))
    if first is not None and first.by_number and key is _NEWEST:
        numbers = (Key(first.column, descending=True),)
        branch = first.conditions(conditions(session, where, first))
        return [Section(name, numbers, (branch,), tuple(part.sorting for part in numbers), repeats=True)]

    def asked(where: ClaimFilter, *by: InstrumentedAttribute[Any]) -> Conditions:
        """Look claims up by the narrowest column, or else walk along the key with no help but ``by``."""
        met = conditions(session, where, first, by=[narrow] if narrow is not None else by, along=key[0].column)
        return met if first is None else [Claim.id.in_(first.led(met))]

    def section(name: str, branches: Iterable[Conditions], sorted_by: tuple[Key, ...] = key) -> Section:
        columns = (Key(unindexed(session, part.column), part.descending) if few else part for part in sorted_by)
        return Section(name, sorted_by, tuple(branches), tuple(column.sorting for column in columns))

    match order:
        case ClaimOrder.STATE:
            rest = asked(dataclasses.replace(where, statuses=frozenset()), Claim.desk_id)
            since = {} if few else _since(session, where)
            return [
                section(f"{name}.{number}", [[_at(session, place, fixed=few), *rest, *since.get(place.work_state, [])]])
                for number, place in enumerate(_by_status(where.statuses))
            ]
        case ClaimOrder.SPEAKER:
            among = asked(where)
            by_name = (Key(Speaker.name), *key)
            named = dataclasses.replace(section("speaker.named", [among], by_name), key=key, by_speaker=True)
            nobody = section("speaker.nobody", [[Claim.speaker_id.is_(None), *among]], _CAME)
            return [named] if where.speaker_id is not None else [named, nobody]
    if few or not any(key[0].column is column for column in (Claim.id, Claim.state_since)):
        return [section(name, [asked(where)])]
    # Each desk and work state has its claims by these in an index of its own.
    return [section(name, _branches(session, where, key[0].column))]


_NEWEST = (Key(Claim.id, descending=True),)
_CAME = (Key(Claim.created_at, descending=True), Key(Claim.id, descending=True))
_MOVED = (Key(Claim.state_since, descending=True), Key(Claim.id, descending=True))
_SINCE = (Key(Claim.state_since), Key(Claim.id))
_TEXT = (Key(Claim.article_id), Key(Claim.start), Key(Claim.id))
_ARTICLE = (Key(Claim.article_id, descending=True), Key(Claim.start), Key(Claim.id))
_BY_SPEAKER = (Key(Speaker.id), *_CAME)


def _key(where: ClaimFilter, order: ClaimOrder) -> tuple[Key, ...]:
    match order:
        case ClaimOrder.OLDEST_IN_STATE | ClaimOrder.STATE:
            return _SINCE
        case ClaimOrder.SPEAKER:
            return _BY_SPEAKER
        case ClaimOrder.TEXT_ORDER:
            return _TEXT
        case ClaimOrder.ARTICLE:
            return _ARTICLE
    if where.came is not None:
        return _CAME
    return _MOVED if where.waiting is not None else _NEWEST


def _by_status(statuses: frozenset[VerificationStatus]) -> list[Place]:
    """List the places of these statuses, or of all, those of one status side by side."""
    return [
        place
        for status in VerificationStatus
        if status in (statuses or VerificationStatus)
        for place in places({status})
    ]


def _at(session: Session, place: Place, *, fixed: bool) -> ColumnElement[bool]:
    if not fixed:
        return at_place(place)
    return at_place(place, unindexed(session, Claim.work_state), unindexed(session, Claim.substance_finding))


def _branches(session: Session, where: ClaimFilter, along: InstrumentedAttribute[Any]) -> list[Conditions]:
    if where.desk_id is None and not where.statuses and where.waiting is None:
        return [conditions(session, where, None, along=along)]
    rest = conditions(session, dataclasses.replace(where, statuses=frozenset()), None, along=along)
    since = _since(session, where) if along is Claim.state_since else {}
    return [[at_place(place), *rest, *since.get(place.work_state, [])] for place in places(where.statuses)]


def _since(session: Session, where: ClaimFilter) -> dict[WorkState, Conditions]:
    """Bound since when the claims that came in a period wait, so that older ones need not be walked through.

    The tally knows the weeks, of claims that wait for somebody; no other claim is bounded.
    """
    if where.came is None or where.came.first is None:
        return {}
    asked = select(AgeTally.work_state, func.min(AgeTally.since)).where(
        AgeTally.came >= monday(where.came.first).isoformat(), AgeTally.claims > 0
    )
    known = dict(session.execute(asked.group_by(AgeTally.work_state)).all())
    # Where the tally has no claim at all, there is none to be found from any day on.
    begins = {state: dt.date.fromisoformat(known.get(state.value, dt.date.max.isoformat())) for state in WAITING}
    return {state: in_days(Claim.state_since, Period(first=begin)) for state, begin in begins.items()}


def _beyond(key: Sequence[Key], begin: Sequence[Any]) -> ColumnElement[bool]:
    """Select what comes after a row with these values; the first column alone bounds a range of its index."""
    if len({part.descending for part in key}) == 1:
        columns, values = tuple_(*(part.column for part in key)), tuple_(*begin)
        return columns < values if key[0].descending else columns > values
    (column, descending), value = key[0], begin[0]
    not_before, after = (column <= value, column < value) if descending else (column >= value, column > value)
    return and_(not_before, or_(after, _beyond(key[1:], begin[1:])))
