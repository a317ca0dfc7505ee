"""What somebody with the database's own tools can do: change rows with the guards switched off."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator

import psycopg

from db.session import Database

Execute = Callable[[str], object]


@contextlib.contextmanager
def raw(database: Database) -> Iterator[Execute]:
    """Open a plain connection to a record, as its own command line would, with all guards on."""
    if database.is_sqlite:
        connection = sqlite3.connect(str(database.sqlite_path), isolation_level=None)
        try:
            yield connection.execute
        finally:
            connection.close()
    else:
        address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            yield connection.execute


@contextlib.contextmanager
def unguarded(database: Database, table: str = "event") -> Iterator[Execute]:
    """Open a plain connection on which the triggers of a table are gone."""
    with raw(database) as execute:
        if database.is_sqlite:
            for deed in ("update", "delete", "replace"):
                execute(f"DROP TRIGGER IF EXISTS {table}_no_{deed}")
        else:
            execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield execute
