"""How sources stand to one another: relations, the network they make, and which go back to one origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select, union_all
from sqlalchemy.orm import aliased

from db.models import Document, SourceRelation
from db.queries.source_rows import of_ids
from db.rows import Network, SourceRelationRow
from db.vocabulary import SourceRelationKind

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

EVERY_KIND = frozenset(SourceRelationKind)
SAME_ORIGIN = frozenset(kind for kind in SourceRelationKind if kind.same_origin)
_FARTHEST = 50  # steps to an origin; a longer chain of copies is beyond what a hint in a list has to count
_MOST = 2000  # sources looked at for such a hint


def relations(session: Session, source_id: int) -> tuple[SourceRelationRow, ...]:
    """List the relations of a source, from either end, oldest first."""
    ends = union_all(
        select(SourceRelation.id).where(SourceRelation.source_id == source_id),
        select(SourceRelation.id).where(SourceRelation.other_id == source_id),
    ).subquery()
    return _titled(session, select(ends.c.id))


def network(
    session: Session,
    source_ids: Sequence[int],
    *,
    depth: int = 4,
    limit: int = 60,
    kinds: frozenset[SourceRelationKind] = EVERY_KIND,
) -> Network:
    """Find everything that is reached from some sources by relations, in either direction, in at most ``depth`` steps.

    Nearer sources come first, at most ``limit`` in all; the relations are all those of these kinds between the
    sources returned, oldest first. Ids that are no source's are left out.
    """
    reached = _reached(session, source_ids, kinds, depth, limit)
    return Network(of_ids(session, reached), _titled(session, _between(reached, kinds)))


def of_one_origin(session: Session, source_ids: Sequence[int]) -> dict[int, int]:
    """Count for each of some sources how many go back to the same origin, itself included."""
    reached = _reached(session, source_ids, SAME_ORIGIN, _FARTHEST, _MOST)
    if len(reached) == len(source_ids) == 1:
        return dict.fromkeys(reached, 1)
    inside = _between(reached, SAME_ORIGIN).with_only_columns(SourceRelation.source_id, SourceRelation.other_id)
    group = grouped(reached, [(one, other) for one, other in session.execute(inside)])
    sizes = Counter(group.values())
    return {source_id: sizes[group[source_id]] for source_id in source_ids}


def grouped(members: Iterable[int], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Give every member the smallest number among those that links connect it with."""
    leader = {member: member for member in members}

    def find(member: int) -> int:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for one, other in links:
        least, most = sorted((find(one), find(other)))
        leader[most] = least
    return {member: find(member) for member in leader}


def _reached(
    session: Session, source_ids: Sequence[int], kinds: frozenset[SourceRelationKind], depth: int, limit: int
) -> list[int]:
    """Walk outwards step by step; every source is met once, so that circles do no harm."""
    reached = dict.fromkeys(source_ids[:limit])
    frontier = list(reached)
    for _ in range(depth):
        if not frontier or len(reached) >= limit:
            break
        frontier = [end for end in _neighbours(session, frontier, kinds, limit) if end not in reached]
        reached.update(dict.fromkeys(frontier[: limit - len(reached)]))
    return list(reached)


def _neighbours(
    session: Session, source_ids: Sequence[int], kinds: frozenset[SourceRelationKind], limit: int
) -> list[int]:
    """List the sources one step away, by number, and no more than could be taken in."""
    steps = ((SourceRelation.source_id, SourceRelation.other_id), (SourceRelation.other_id, SourceRelation.source_id))
    ends = union_all(
        *(
            select(there.label("end")).where(here.in_(source_ids), SourceRelation.kind.in_(sorted(kinds)))
            for here, there in steps
        )
    ).subquery()
    # Every one that is known already may come up again, so room is left for all of those.
    return list(session.scalars(select(ends.c.end).distinct().order_by(ends.c.end).limit(2 * limit)))


def _between(source_ids: Sequence[int], kinds: frozenset[SourceRelationKind]) -> Select[int]:
    return select(SourceRelation.id).where(
        SourceRelation.source_id.in_(source_ids),
        SourceRelation.other_id.in_(source_ids),
        SourceRelation.kind.in_(sorted(kinds)),
    )


def _titled(session: Session, ids: Select[int]) -> tuple[SourceRelationRow, ...]:
    source, other = aliased(Document, name="source"), aliased(Document, name="other")
    asked = (
        select(
            SourceRelation.id,
            SourceRelation.source_id,
            source.title.label("source_title"),
            SourceRelation.other_id,
            other.title.label("other_title"),
            SourceRelation.kind,
            SourceRelation.note,
        )
        .join(source, source.id == SourceRelation.source_id)
        .join(other, other.id == SourceRelation.other_id)
        .where(SourceRelation.id.in_(ids))
        .order_by(SourceRelation.id)
    )
    return tuple(SourceRelationRow(**row._mapping) for row in session.execute(asked))  # noqa: SLF001
