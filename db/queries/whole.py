"""Whole rows as they are stored, for copying a desk or a part of it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select
from sqlalchemy.orm import Session

_CHUNK = 500  # SQLite takes at most 32,766 values in a statement; small chunks also keep memory flat


def rows(session: Session, table: Table, *conditions: ColumnElement[bool]) -> Iterator[Mapping[str, Any]]:
    """Stream a table's rows in the order of their key."""
    statement = (
        select(table).where(*conditions).order_by(*table.primary_key.columns).execution_options(yield_per=_CHUNK)
    )
    for row in session.execute(statement):
        yield row._asdict()


def rows_with(session: Session, table: Table, column: str, values: Sequence[object]) -> Iterator[Mapping[str, Any]]:
    """Stream the rows whose ``column`` is one of ``values``, whose number may be large; in the order of the values."""
    for start in range(0, len(values), _CHUNK):
        yield from rows(session, table, table.c[column].in_(values[start : start + _CHUNK]))


def highest(session: Session, table: Table) -> int:
    """Tell the highest number given out in a table so far."""
    return session.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0


def present(session: Session, table: Table, column: str, values: Sequence[str]) -> dict[str, int]:
    """Tell which of these keys are there already, with their numbers."""
    found: dict[str, int] = {}
    for start in range(0, len(values), _CHUNK):
        chunk = values[start : start + _CHUNK]
        found |= dict(session.execute(select(table.c[column], table.c.id).where(table.c[column].in_(chunk))).all())
    return found
