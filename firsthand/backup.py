"""Backups: one folder that holds everything, the same form whichever database the record lives in."""

from __future__ import annotations

import contextlib
import errno
import json
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select, text

from db import chain
from db.base import Base, utc_now
from db.schema import HEAD
from db.session import Database
from firsthand.errors import FirsthandError, StorageFullError
from firsthand.verification import verify

MANIFEST = "manifest.json"
_BATCH = 500


class BackupError(FirsthandError):
    """A backup that cannot be made, or a folder that is not a sound one."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    taken_at: str
    schema: str
    events: int
    head: str
    blobs: int


def back_up(database: Database, folder: Path, progress: Callable[[str], None] = lambda _: None) -> Manifest:
    """Copy the record into a new folder while others go on working, and verify the copy.

    Raises ``BackupError`` where the folder is not empty or the copy does not verify.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BackupError(f"{folder} is not empty: name a new folder for the backup.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        progress("the database")
        _copy_database(database, folder / "record.sqlite")
        progress("captured bytes")
        blobs = _copy_blobs(database, folder)
        copy = Database(f"sqlite:///{(folder / 'record.sqlite').absolute()}", folder.absolute())
        with contextlib.closing(copy):
            with copy.read() as session:
                head = chain.head(session)
            for checkpoint in database.checkpoints.read():
                if checkpoint.count <= head.count:
                    copy.checkpoints.append(checkpoint)
            copy.checkpoints.append(head)
            progress("verifying the copy")
            _require_sound(copy)
    except OSError as error:
        raise (
            StorageFullError(str(folder))
            if error.errno == errno.ENOSPC
            else BackupError(f"The backup could not be written to {folder}: {error.strerror}.")
        ) from error
    manifest = Manifest(utc_now().isoformat(timespec="seconds"), HEAD, head.count, head.hash, blobs)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")
    return manifest


def restore(folder: Path, database: Database, progress: Callable[[str], None] = lambda _: None) -> Manifest:
    """Bring a backup back into an empty record, on either database; raises ``BackupError``."""
    manifest = read_manifest(folder)
    with database.read() as session:
        if chain.head(session).count:
            raise BackupError(f"{database.name} is not empty: restore into a new FIRSTHAND_HOME or database.")
    source = Database(f"sqlite:///{(folder / 'record.sqlite').absolute()}", folder.absolute())
    with contextlib.closing(source):
        progress("verifying the backup")
        _require_sound(source)
        with source.read() as session:
            if chain.head(session) != chain.Head(manifest.events, manifest.head):
                raise BackupError(f"{folder} does not hold the {manifest.events} events that its {MANIFEST} tells of.")
        progress("captured bytes")
        for sha256 in source.blobs.names():
            database.blobs.put(source.blobs.get(sha256))
        progress("the database")
        with source.connect() as old, database.write() as session:
            _copy_rows(old, session.connection())
        for checkpoint in source.checkpoints.read():
            database.checkpoints.append(checkpoint)
    progress("verifying what was restored")
    _require_sound(database)
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """Read what a backup says of itself; raises ``BackupError`` where the folder holds none."""
    try:
        return Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BackupError(f"{folder} holds no finished backup: it has no readable {MANIFEST}.") from error


def _require_sound(database: Database) -> None:
    problems = verify(database).problems
    if problems:
        raise BackupError(f"{database.name} does not verify: {problems[0].sentence} ({len(problems)} in all).")


def _copy_database(database: Database, target: Path) -> None:
    if database.sqlite_path is not None:
        # One step copies one state: the write-ahead log lets others write meanwhile.
        with (
            contextlib.closing(sqlite3.connect(database.sqlite_path)) as old,
            contextlib.closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode = WAL")
        return
    copy = Database(f"sqlite:///{target.absolute()}", target.parent.absolute()).prepare()
    with contextlib.closing(copy), database.connect() as old, copy.write() as session:
        _copy_rows(old, session.connection())


def _copy_rows(old: Connection, new: Connection) -> None:
    """Copy every table in the order of its references; triggers on the other side build tallies and full text."""
    for table in Base.metadata.sorted_tables:
        if table.info.get("by_trigger"):
            continue
        rows = old.execution_options(yield_per=_BATCH).execute(select(table).order_by(*table.primary_key.columns))
        for batch in rows.mappings().partitions():
            new.execute(insert(table), [dict(row) for row in batch])
        if new.dialect.name == "postgresql" and "id" in table.c:
            new.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM {table.name}"  # noqa: S608
                )
            )


def _copy_blobs(database: Database, folder: Path) -> int:
    count = 0
    for sha256 in database.blobs.names():
        source = database.blobs.path(sha256)
        target = folder / "blobs" / sha256[:2] / sha256
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        count += 1
    return count
