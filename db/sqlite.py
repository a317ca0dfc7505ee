"""SQLite as the record needs it: strict, written by one at a time, its log emptied by one at a time."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

BUSY_SECONDS = 30
_CHECKPOINT_BYTES = 8_000_000


def sqlite_engine(url: URL, *, readonly: bool) -> Engine:
    """Make an engine for a local file; there is one connection that writes."""
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        **({} if readonly else {"pool_size": 1, "max_overflow": 0}),
    )
    event.listen(engine, "connect", _query_only if readonly else _careful)
    event.listen(engine, "begin", _begin if readonly else _begin_immediate)
    return engine


def empty_log(path: Path, writer: Engine) -> None:
    """Move the write-ahead log into the database when it has grown, from one connection at a time.

    SQLite before 3.51.3 may damage the log when two connections checkpoint at once, so nobody does it
    automatically and a lock file keeps processes apart.
    """
    log = path.with_name(f"{path.name}-wal")
    try:
        if log.stat().st_size < _CHECKPOINT_BYTES:
            return
    except OSError:
        return
    with _alone(path.with_name(f"{path.name}.checkpoint")) as alone:
        if alone:
            raw = writer.raw_connection()
            try:
                # PASSIVE waits for no reader. The change is kept by now: a failure must not look like one of it.
                with contextlib.suppress(sqlite3.Error):
                    raw.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
            finally:
                raw.close()


@contextlib.contextmanager
def in_turn(path: Path) -> Iterator[None]:
    """Wait for one's turn to write among processes; SQLite itself only polls, and the unlucky wait for seconds.

    The lock goes with the process that holds it, however it ends.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(ImportError, OSError):  # without it, SQLite's own lock still keeps writers apart
            import fcntl  # noqa: PLC0415 - not on Windows

            file = held.enter_context(path.with_name(f"{path.name}.writing").open("a"))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[bool]:
    """Hold a lock file if nobody else does."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where one process is the rule
    except ImportError:
        yield True
        return
    with path.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True


def _careful(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's connection
    """Make SQLite as strict as the record needs it."""
    connection.isolation_level = None  # the driver's own BEGIN would come too late and be deferred
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "recursive_triggers = ON",  # else INSERT OR REPLACE deletes without firing the delete trigger
        "wal_autocheckpoint = 0",
        "cache_size = -32000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _query_only(connection: Any, record: object) -> None:  # noqa: ANN401
    _careful(connection, record)
    connection.execute("PRAGMA query_only = ON")
    # The writer has to trust the schema: before 3.44 SQLite takes full-text tables in triggers for unsafe.
    connection.execute("PRAGMA trusted_schema = OFF")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once: a read that turns into a write loses updates or fails."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
