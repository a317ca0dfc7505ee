"""The database: how it is opened, read and written, on SQLite and on PostgreSQL.

Whoever opens a session commits it; everybody else takes ``session`` as first argument and may flush.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.orm import Session

from db.blobs import BlobStore
from db.chain import HEAD_KEY, Head, head
from db.checkpoints import Checkpoints
from db.errors import RecordError, StorageFullError, UnreachableRecordError
from db.fair_lock import FairLock
from db.schema import bring_up_to_date
from db.sqlite import BUSY_SECONDS, empty_log, in_turn, sqlite_engine

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

_log = logging.getLogger(__name__)

# One number for "somebody is writing", in PostgreSQL's space of advisory locks: events form one chain.
WRITE_LOCK = 0x46485752
# A statement prepared for any values is planned for none: words of a search differ in frequency by a million.
_CONNECT = {"connect_timeout": 10, "prepare_threshold": None}


class Database:
    """One record: its database, and beside it the captured bytes and the checkpoints.

    ``url`` is an SQLAlchemy address; ``folder`` holds blobs and checkpoints.
    """

    def __init__(self, url: str, folder: Path) -> None:
        """Connect lazily: nothing is opened before it is used."""
        try:
            self.url: URL = make_url(url)
        except ArgumentError as error:
            raise UnreachableRecordError(
                "The database address cannot be read. It looks like sqlite:////folder/record.sqlite or"
                " postgresql+psycopg://user:password@host/database."
            ) from error
        if self.url.drivername in {"postgresql", "postgres"}:
            self.url = self.url.set(drivername="postgresql+psycopg")
        if self.url.get_backend_name() not in {"sqlite", "postgresql"}:
            raise UnreachableRecordError(
                f"Firsthand keeps its record in SQLite or PostgreSQL, not in {self.url.get_backend_name()}."
            )
        self.folder = folder
        self.blobs = BlobStore(folder / "blobs")
        self.checkpoints = Checkpoints(folder / "checkpoints.txt")
        self._turn = FairLock()
        self.sqlite_path = Path(self.url.database) if self.is_sqlite and self.url.database else None
        self._reader = self._engine(readonly=True)
        self._writer = self._engine(readonly=False)

    @property
    def is_sqlite(self) -> bool:
        """Whether the record is a local file."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def name(self) -> str:
        """The address without its password."""
        return self.url.render_as_string(hide_password=True)

    def prepare(self) -> Database:
        """Create or migrate the schema where needed; raises ``RecordError`` with what to do."""
        with self._explained():
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                if self.sqlite_path is not None:
                    self.sqlite_path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise UnreachableRecordError(
                    f"The folder {self.folder} cannot be used: {error.strerror}. Set FIRSTHAND_HOME to another one."
                ) from error
            with self._turn:
                bring_up_to_date(self._writer)
        return self

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """Open a session that sees one unchanging state of the record and cannot change it."""
        with self._explained(), Session(self._reader) as session:
            yield session

    @contextlib.contextmanager
    def write(self) -> Iterator[Session]:
        """Open a transaction that is alone in writing, commit it at the end, or undo all of it on any error."""
        with self._explained(), self._turn, in_turn(self.sqlite_path) if self.sqlite_path else contextlib.nullcontext():
            with Session(self._writer, expire_on_commit=False) as session, session.begin():
                if not self.is_sqlite:
                    session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITE_LOCK})
                yield session
                # Asked of the record itself: events of a savepoint that was undone are not in it.
                newest = head(session) if HEAD_KEY in session.info else None
            if newest is not None:
                self._remember(newest)
            if self.sqlite_path:
                empty_log(self.sqlite_path, self._writer)

    @contextlib.contextmanager
    def connect(self) -> Iterator[Connection]:
        """Open a bare reading connection, for walking over many rows."""
        with self._explained(), self._reader.connect() as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self._reader.dispose()
        self._writer.dispose()

    def _engine(self, *, readonly: bool) -> Engine:
        if self.is_sqlite:
            return sqlite_engine(self.url, readonly=readonly)
        options: dict[str, Any] = {"pool_pre_ping": True, "connect_args": dict(_CONNECT)}
        if readonly:
            options["execution_options"] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        return create_engine(self.url, **options)

    def _remember(self, newest: Head) -> None:
        """Write a checkpoint; the change is kept by now, so a failure here must not look like one of the change."""
        try:
            self.checkpoints.append(newest)
        except OSError as error:
            _log.warning("The checkpoint %s could not be written to %s: %s", newest.count, self.folder, error.strerror)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn a driver's failure into a sentence that says what to do."""
        try:
            yield
        except DBAPIError as error:
            raise _explain(error, self.name) from error


def _explain(error: DBAPIError, name: str) -> RecordError:
    said = str(error.orig)
    if "disk is full" in said or getattr(error.orig, "sqlstate", None) == "53100" or "disk I/O error" in said:
        return StorageFullError(name)
    if "locked" in said:
        return RecordError(f"The record {name} was busy for {BUSY_SECONDS} seconds. Try again in a moment.")
    if "file is not a database" in said or "malformed" in said:
        return RecordError(f"{name} is damaged or not a Firsthand record. Restore it from a backup.")
    if isinstance(error, OperationalError):
        return UnreachableRecordError(f"The record {name} cannot be opened: {said.strip().splitlines()[0]}.")
    return RecordError(f"The record refused the change: {said.strip().splitlines()[0]}.")
