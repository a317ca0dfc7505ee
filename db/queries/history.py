"""The history: events, newest first; the desk as it was; how the chain stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, text, union_all

from db.chain import GENESIS, head
from db.models import Article, Event
from db.queries import cursors
from db.queries.past import as_of
from db.rows import ChainState, EventFilter, EventRow, Paged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from db.chain import Head

__all__ = ["actors", "as_of", "chain_state", "page"]

LARGEST_PAGE = 500
# A span of time with fewer events than this is where to begin; in a longer one the newest are soon found by walking.
_FEW = 5000
_ORDER = "history"

_ROWS = select(
    Event.seq,
    Event.at,
    Event.recorded_at,
    Event.actor,
    Event.action,
    Event.record_type,
    Event.record_id,
    Event.article_id,
    Event.why,
    Event.before,
    Event.after,
    Event.hash,
)

# Each step jumps to the next name along the index, instead of reading three million events for a dozen names.
_ACTORS = text(
    "WITH RECURSIVE known (actor) AS ("
    "SELECT min(actor) FROM event"
    " UNION ALL SELECT (SELECT min(event.actor) FROM event WHERE event.actor > known.actor) FROM known"
    " WHERE known.actor IS NOT NULL"
    ") SELECT actor FROM known WHERE actor IS NOT NULL"
)


def page(session: Session, where: EventFilter, *, after: str | None = None, size: int = 50) -> Paged[EventRow]:
    """List events, those recorded last first."""
    size = max(1, min(size, LARGEST_PAGE))
    asked = _conditions(session, where)
    begin = cursors.read(after, _ORDER, int)
    if begin is not None:
        asked.append(Event.seq < begin[0])
    seqs = session.scalars(_seqs(where, asked, size + 1)).all()
    rows = session.execute(_ROWS.where(Event.seq.in_(seqs[:size])).order_by(Event.seq.desc()))
    return Paged(
        tuple(EventRow(**row._mapping) for row in rows),  # noqa: SLF001 - SQLAlchemy's public name
        cursors.write(_ORDER, seqs[size - 1]) if len(seqs) > size else None,
    )


def actors(session: Session) -> tuple[str, ...]:
    """List everybody, person or machine, who did anything, by name."""
    return tuple(session.scalars(_ACTORS))


def chain_state(session: Session, checkpoints: Iterable[Head]) -> ChainState:
    """Tell how long the chain is, and whether it still holds what the last checkpoint outside the database remembers.

    One look at one event; «firsthand verify» walks along all of them. Give the checkpoints of the record, unread: an
    event that is written meanwhile must not be missed in an older view of the record.
    """
    remembered = list(checkpoints)
    count, digest = head(session)
    if not remembered:
        return ChainState(count, digest, 0, None)
    last = remembered[-1]
    found = session.scalar(select(Event.hash).where(Event.seq == last.count)) if last.count else GENESIS
    return ChainState(count, digest, len(remembered), found == last.hash)


def _conditions(session: Session, where: EventFilter) -> list[ColumnElement[bool]]:
    equal = {
        Event.actor: where.actor,
        Event.record_type: where.record_type,
        Event.record_id: where.record_id,
        Event.article_id: where.article_id,
    }
    asked = [column == value for column, value in equal.items() if value is not None]
    if where.after is not None:
        asked.append(Event.seq > where.after)
    if where.desk_id is not None:
        articles = select(Article.id).where(Article.desk_id == where.desk_id)
        asked.append(Event.article_id.in_(articles))
    span = []
    if where.since is not None:
        span.append(Event.at >= where.since)
    if where.until is not None:
        span.append(Event.at <= where.until)
    if span:
        some = select(literal(1)).select_from(Event).where(*span).limit(_FEW).subquery()
        few = (session.scalar(select(func.count()).select_from(some)) or 0) < _FEW
        asked.extend([Event.seq.in_(select(Event.seq).where(*span))] if few else span)
    return asked


def _seqs(where: EventFilter, asked: list[ColumnElement[bool]], limit: int) -> Select[*tuple[Any, ...]]:
    """Find the numbers of one page's events: each action is one range of an index, so their first ones are merged."""
    if not where.actions or where.record_id is not None or where.article_id is not None:
        some = [Event.action.in_(sorted(where.actions))] if where.actions else []
        return select(Event.seq).where(*asked, *some).order_by(Event.seq.desc()).limit(limit)
    parts = [
        select(
            select(Event.seq).where(Event.action == action, *asked).order_by(Event.seq.desc()).limit(limit).subquery()
        )
        for action in sorted(where.actions)
    ]
    merged = union_all(*parts).subquery()
    return select(merged.c.seq).order_by(merged.c.seq.desc()).limit(limit)
