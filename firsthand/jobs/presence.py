"""Who is at work. A worker holds a lock that goes with it, however it ends, so that no live one is taken for dead.

A local record has one worker: a file lock in the home. A team's has as many as it likes, each with a number and an
advisory lock of that number in PostgreSQL; who gets a worker's lock knows that it is gone, and may take up its work.
"""

from __future__ import annotations

import contextlib
import itertools
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from firsthand.jobs.store import JobStore

LOCKS = 0x46484A42
"""The space of advisory locks that workers hold, with their own number as the second key."""
_PREFIX = "worker-"
_LOCAL = "worker-of-this-home"
_AGAIN = 0.2  # seconds between two tries to get the home's lock
_TRIES = 3  # before it counts as taken: who only counts workers holds the lock for a moment, too


class Seat(Protocol):
    """A worker's place. ``executor_id`` is its name in the jobs' database."""

    executor_id: str

    def held(self) -> bool:
        """Tell whether the place is still this worker's; one that lost it has to stop."""

    def is_gone(self, executor_id: str) -> bool:
        """Tell whether another worker is gone for good."""

    def leave(self) -> None:
        """Give the place up."""


class _HomeSeat:
    """The only worker's place at a local record."""

    executor_id = _LOCAL

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def held(self) -> bool:
        return True

    def is_gone(self, executor_id: str) -> bool:
        return executor_id != self.executor_id  # there is one place, and it is taken

    def leave(self) -> None:
        self._file.close()


class _TeamSeat:
    """One of several workers' places at a team's record."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._turn = threading.Lock()
        while self._connection is None:
            number = secrets.randbelow(2**31)
            self._connection = self._taken(number)
        self.number = number
        self.executor_id = f"{_PREFIX}{number}"

    def held(self) -> bool:
        """Tell whether the lock's connection lives; one that broke is made anew, unless another took the lock."""
        with self._turn:
            try:
                if self._connection is not None:
                    self._connection.execute(text("SELECT 1"))
                    return True
            except SQLAlchemyError:
                self._let_go()
            with contextlib.suppress(SQLAlchemyError):
                self._connection = self._taken(self.number)
            return self._connection is not None

    def is_gone(self, executor_id: str) -> bool:
        number = executor_id.removeprefix(_PREFIX)
        if executor_id == self.executor_id:
            return False
        if not (executor_id.startswith(_PREFIX) and number.isdigit()):
            return True
        held = self._taken(int(number))
        if held is not None:
            held.close()
        return held is not None

    def leave(self) -> None:
        with self._turn:
            self._let_go()
        self._engine.dispose()

    def _let_go(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(SQLAlchemyError):  # broken already
                self._connection.close()
            self._connection = None

    def _taken(self, number: int) -> Connection | None:
        """Take a number's lock on a connection of its own; None where it is held."""
        connection = self._engine.connect()
        try:
            if connection.execute(
                text("SELECT pg_try_advisory_lock(:locks, :number)"), {"locks": LOCKS, "number": number}
            ).scalar():
                return connection
        except BaseException:
            connection.close()
            raise
        connection.close()
        return None


def take_seat(
    store: JobStore, stop: threading.Event, *, wait: bool = True, on_wait: Callable[[], None] = lambda: None
) -> Seat | None:
    """Take a worker's place; None where the only one is taken, without ``wait`` soon, else when told to ``stop``.

    ``on_wait`` is called once where there is waiting to be done.
    """
    if not store.is_sqlite:
        return _TeamSeat(_locks(store))
    store.home.mkdir(parents=True, exist_ok=True)
    for tried in itertools.count(1):
        if file := _alone(_lock_file(store)):
            return _HomeSeat(file)
        if tried == _TRIES and not wait:
            break
        if tried == _TRIES:
            on_wait()
        if stop.wait(_AGAIN):
            break
    return None


def workers_at(store: JobStore) -> int:
    """Count the workers at work."""
    if store.is_sqlite:
        path = _lock_file(store)
        if not path.exists():
            return 0
        file = _alone(path)
        if file is not None:
            file.close()
        return int(file is None)
    engine = _locks(store)
    count = text(
        "SELECT count(DISTINCT objid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = :locks"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    try:
        with engine.connect() as connection:
            return int(connection.execute(count, {"locks": LOCKS}).scalar() or 0)
    except SQLAlchemyError:
        return 0
    finally:
        engine.dispose()


def _locks(store: JobStore) -> Engine:
    options = {"connect_timeout": 10}
    return create_engine(store.address, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=options)


def _lock_file(store: JobStore) -> Path:
    return store.home / "jobs.lock"


def _alone(path: Path) -> IO[str] | None:
    """Hold a lock file if nobody else does."""
    file = path.open("a", encoding="ascii")
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where one process is the rule
    except ImportError:
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
