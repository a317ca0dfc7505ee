"""Where jobs are kept: a file of their own beside a local record, the schema ``dbos`` beside a team's.

What is kept there is JSON and never an object: a file that somebody hands on cannot run anything. Bytes and texts are
not kept there either, so that it stays small.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError

from db.errors import UnreachableRecordError

if TYPE_CHECKING:
    from dbos import DBOSClient, DBOSPortableJSONSerializer
    from sqlalchemy import URL

    from firsthand.settings import Settings

APPLICATION = "firsthand"
SCHEMA = "dbos"
_TABLE = "workflow_status"
_POOL = 5  # connections of a client; pages ask for moments only


class JobStore:
    """The jobs' database of one home. Nothing is opened, and the library not loaded, before it is used."""

    def __init__(self, settings: Settings) -> None:
        """Name the place."""
        self.home = settings.home
        record = make_url(settings.url)
        self.is_sqlite = record.get_backend_name() == "sqlite"
        self.path = settings.home / "jobs.sqlite"
        self.address: URL = (
            make_url(f"sqlite:///{self.path}") if self.is_sqlite else record.set(drivername="postgresql+psycopg")
        )
        self._client: DBOSClient | None = None
        self._turn = threading.Lock()

    @property
    def url(self) -> str:
        """The address with its password, for the library."""
        return self.address.render_as_string(hide_password=False)

    def reading(self) -> DBOSClient | None:
        """Get the client, or None where nobody has asked for a job yet."""
        return self._client or (self.asking() if self._exists() else None)

    def asking(self) -> DBOSClient:
        """Get the client, and make the jobs' database where there is none; raises ``UnreachableRecordError``."""
        with self._turn:
            if self._client is None:
                self._client = self._opened()
            return self._client

    def close(self) -> None:
        """Let go of every connection."""
        with self._turn:
            if self._client is not None:
                self._client.destroy()
                self._client = None

    def _exists(self) -> bool:
        if self.is_sqlite:
            return self.path.exists() and self.path.stat().st_size > 0
        engine = create_engine(self.address, pool_size=1)
        try:
            return inspect(engine).has_table(_TABLE, schema=SCHEMA)
        except SQLAlchemyError as error:
            raise self._unreachable(error) from error
        finally:
            engine.dispose()

    def _opened(self) -> DBOSClient:
        from dbos import DBOS, DBOSClient  # noqa: PLC0415 - a fifth of a second that most commands need not wait

        quiet()
        self.home.mkdir(parents=True, exist_ok=True)
        try:
            DBOS.migrate(self.url, schema=SCHEMA)
            return DBOSClient(
                system_database_url=self.url,
                dbos_system_schema=SCHEMA,
                serializer=serializer(),
                system_database_pool_size=_POOL,
                application_name=APPLICATION,
                retry_connection_errors=False,
            )
        except SQLAlchemyError as error:
            raise self._unreachable(error) from error

    def _unreachable(self, error: SQLAlchemyError) -> UnreachableRecordError:
        said = (str(error).strip().splitlines() or [""])[0]
        name = self.address.render_as_string(hide_password=True)
        return UnreachableRecordError(f"The jobs at {name} cannot be opened: {said}.")


def serializer() -> DBOSPortableJSONSerializer:
    """Get what writes values down."""
    from dbos import DBOSPortableJSONSerializer  # noqa: PLC0415

    return DBOSPortableJSONSerializer()


def quiet() -> None:
    """Leave the library's remarks to who looks for errors; what happens to a job is told in its own words."""
    log = logging.getLogger("dbos")
    log.setLevel(logging.ERROR)
    log.addFilter(_is_worth_a_line)


def _is_worth_a_line(record: logging.LogRecord) -> bool:
    """Tell whether somebody has to hear of it; that a cancelled job broke off is what was asked for."""
    error = record.exc_info[1] if record.exc_info else None
    return not (error is not None and "cancelled" in str(error))
