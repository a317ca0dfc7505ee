"""Faults at every point where a save touches the disk: each write, fsync, rename, statement and commit in turn."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event

from db.session import Database


class Crashed(BaseException):
    """The process is gone: nothing after this point is run but what unwinding does."""


class Faults:
    """Counts the points of a save, and fails at one of them."""

    def __init__(self, fail_at: int | None = None, *, crash: bool = False) -> None:
        self.points: list[str] = []
        self._fail_at = fail_at
        self._crash = crash

    def reach(self, name: str, error: Callable[[], Exception]) -> None:
        """Come to a point, and perhaps not beyond it."""
        self.points.append(name)
        if len(self.points) - 1 == self._fail_at:
            raise Crashed if self._crash else error()

    @contextlib.contextmanager
    def planted(self, database: Database) -> Iterator[Faults]:
        """Watch over the disk and the database for the time of one save."""
        driver: type[Exception] = sqlite3.OperationalError if database.is_sqlite else psycopg.OperationalError

        def disk() -> Exception:
            return OSError(errno.EIO, os.strerror(errno.EIO))

        def refused() -> Exception:
            return driver("disk I/O error")

        def before_statement(*_: object) -> None:
            self.reach("statement", refused)

        writer = database._writer
        really_commit = writer.dialect.do_commit

        def commit(connection: Any) -> None:
            self.reach("commit", refused)
            really_commit(connection)
            self.reach("committed", refused)  # the answer got lost

        event.listen(writer, "before_cursor_execute", before_statement)
        with pytest.MonkeyPatch.context() as patch:
            for where, name in (
                (os, "fsync"),
                (os, "write"),
                (tempfile, "mkstemp"),
                (Path, "replace"),
                (Path, "mkdir"),
            ):
                patch.setattr(where, name, self._watched(name, getattr(where, name), disk))
            patch.setattr(writer.dialect, "do_commit", commit)
            patch.setattr(os, "fdopen", self._opened(os.fdopen, disk))
            try:
                yield self
            finally:
                event.remove(writer, "before_cursor_execute", before_statement)

    def _watched(self, name: str, real: Callable[..., Any], error: Callable[[], Exception]) -> Callable[..., Any]:
        def reached(*args: Any, **named: Any) -> Any:
            self.reach(name, error)
            return real(*args, **named)

        return reached

    def _opened(self, real: Callable[..., Any], error: Callable[[], Exception]) -> Callable[..., Any]:
        @contextlib.contextmanager
        def opened(*args: Any, **named: Any) -> Iterator[Any]:
            with real(*args, **named) as file:
                write = file.write

                class Watched:
                    def __getattr__(inner, attribute: str) -> Any:  # noqa: N805
                        return getattr(file, attribute)

                    @staticmethod
                    def write(data: bytes) -> int:
                        self._half(write, data, error)
                        return len(data)

                yield Watched()

        return opened

    def _half(self, write: Callable[[bytes], int], data: bytes, error: Callable[[], Exception]) -> None:
        """A write that fails has come halfway."""
        write(data[: len(data) // 2])
        self.reach("write", error)
        write(data[len(data) // 2 :])
