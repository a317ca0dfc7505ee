"""The publishers that sources name, and what the desk thinks of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Publisher, Source
from db.queries import cursors
from db.rows import KnownPublisher, NamedPublisher, Paged, PublisherRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

LARGEST_PAGE = 500
_ORDER = "publishers by sources"


def own(session: Session) -> tuple[KnownPublisher, ...]:
    """List every publisher that the desk itself has an entry for, by name."""
    return tuple(
        KnownPublisher(
            name=row.name,
            kind=row.kind,
            country=row.country,
            tier=row.tier,
            hosts=tuple((row.hosts or {}).get("hosts", ())),
            note=row.note,
            own=True,
        )
        for row in session.scalars(select(Publisher).order_by(Publisher.name))
    )


def named(session: Session, text: str = "", *, after: str | None = None, size: int = 50) -> Paged[NamedPublisher]:
    """List the publishers that sources name, whose name contains ``text``: those that most sources name first."""
    size = max(1, min(size, LARGEST_PAGE))
    found_at = cursors.read(after, _ORDER, int)
    begin = found_at[0] if found_at and isinstance(found_at[0], int) and found_at[0] > 0 else 0
    counted = select(Source.publisher.label("name"), func.count().label("sources")).where(Source.publisher != "")
    if text.strip():
        counted = counted.where(Source.publisher.icontains(text.strip(), autoescape=True))
    groups = counted.group_by(Source.publisher).subquery()
    # A name is too long and too foreign for a cursor; the few that are named often do not move much between two pages.
    asked = (
        select(groups.c.name, groups.c.sources, Publisher.id, Publisher.tier, Publisher.note, Publisher.version)
        .outerjoin(Publisher, Publisher.name == groups.c.name)
        .order_by(groups.c.sources.desc(), groups.c.name)
        .offset(begin)
        .limit(size + 1)
    )
    rows = session.execute(asked).all()
    found = tuple(
        NamedPublisher(
            row.name,
            row.sources,
            PublisherRow(row.id, row.name, row.tier, row.note, row.version) if row.id is not None else None,
        )
        for row in rows[:size]
    )
    return Paged(found, cursors.write(_ORDER, begin + size) if len(rows) > size else None)


def judged(session: Session) -> dict[str, PublisherRow]:
    """List what the desk has noted of publishers by their names."""
    asked = select(Publisher.id, Publisher.name, Publisher.tier, Publisher.note, Publisher.version)
    return {row.name: PublisherRow(*row) for row in session.execute(asked)}


def sources_of(session: Session) -> dict[str, int]:
    """Count the sources that name each publisher."""
    counted = select(Source.publisher, func.count()).where(Source.publisher != "").group_by(Source.publisher)
    return {name: sources for name, sources in session.execute(counted) if name}
