"""Which schema this code needs, and how the database gets there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from db.errors import NewerDatabaseError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine

HEAD = "0006"
MIGRATIONS = Path(__file__).with_name("migrations")
# One number for "somebody is changing the schema", in PostgreSQL's space of advisory locks.
SCHEMA_LOCK = 0x46485343


def alembic_config() -> Config:
    """Configure Alembic without a file: the migrations lie beside this module."""
    from alembic.config import Config  # noqa: PLC0415 - a tenth of a second that most commands do not need

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def revision_of(connection: Connection) -> str | None:
    """Tell the schema revision that a database is at, or None for one without a schema."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def bring_up_to_date(engine: Engine) -> None:
    """Create or migrate the schema; raises ``NewerDatabaseError`` where the database is ahead of this code."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": SCHEMA_LOCK})
        current = revision_of(connection)
        if current == HEAD:
            return
        from alembic import command  # noqa: PLC0415
        from alembic.script import ScriptDirectory  # noqa: PLC0415

        config = alembic_config()
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if current is not None and current not in known:
            raise NewerDatabaseError(current)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
