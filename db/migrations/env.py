"""Alembic's entry: runs the migrations on the connection that ``db.schema`` hands over."""

from __future__ import annotations

from alembic import context

import db.models  # noqa: F401 - makes the tables known
from db.base import Base

OURS_ALONE = {"claim_search", "note_search", "document_search", "capture_search"}


def include_name(name: str | None, kind: str, parents: object) -> bool:  # noqa: ARG001
    """Leave out what one database has alone: full-text tables on SQLite, tsvector columns and indexes on PostgreSQL."""
    if kind == "table" and name is not None:
        return not any(name == ours or name.startswith(f"{ours}_") for ours in OURS_ALONE)
    return not (kind == "column" and name == "search") and not (kind == "index" and str(name).endswith("_search"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=include_name,
    render_as_batch=True,
    compare_type=False,
)
with context.begin_transaction():
    context.run_migrations()
