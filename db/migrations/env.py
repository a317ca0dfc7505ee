"""Alembic's entry: runs the migrations on the connection that ``db.schema`` hands over."""

from __future__ import annotations

from alembic import context

import db.models  # noqa: F401 - makes the tables known
from db.base import Base
from db.migrations.filters import include_name

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=include_name,
    render_as_batch=True,
    compare_type=False,
)
with context.begin_transaction():
    context.run_migrations()
