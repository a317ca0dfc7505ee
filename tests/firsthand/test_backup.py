from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from db import chain
from db.base import Base
from db.models import Event
from db.session import Database
from db.vocabulary import WorkState
from firsthand.backup import MANIFEST, BackupError, back_up, read_manifest, restore
from firsthand.verification import verify
from tests.db.recounting import differences
from tests.db.tampering import unguarded
from tests.firsthand.newsroom import Newsroom


def _filled(newsroom: Newsroom) -> Newsroom:
    for state in (WorkState.PUBLISHED, WorkState.RECHECK, WorkState.DETECTED):
        newsroom.at(state)
    return newsroom


def _rows(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row but those that triggers keep, which hold a nought for what once was there."""
    kept = {table.name for table in Base.metadata.sorted_tables if table.info.get("by_trigger")}
    return {name: rows for name, rows in Newsroom(database).everything().items() if name not in kept}


@pytest.fixture(params=["local", "team"])
def filled(request: pytest.FixtureRequest) -> Newsroom:
    """A newsroom with some claims on each database; on PostgreSQL others have worked in it."""
    found: Newsroom = request.getfixturevalue(f"{request.param}_newsroom")
    return _filled(found)


def test_a_backup_restores_to_the_same_rows_on_either_database(
    filled: Newsroom, database: Database, tmp_path: Path
) -> None:
    manifest = back_up(filled.database, tmp_path / "backup")
    assert restore(tmp_path / "backup", database) == manifest
    assert _rows(database) == _rows(filled.database)
    with database.read() as session:
        assert chain.head(session) == chain.Head(manifest.events, manifest.head)
        assert differences(session) == {}
    assert verify(database).problems == ()
    assert set(database.blobs.names()) == set(filled.database.blobs.names())


def test_the_desk_goes_on_in_a_restored_record(local_newsroom: Newsroom, database: Database, tmp_path: Path) -> None:
    back_up(_filled(local_newsroom).database, tmp_path / "backup")
    restore(tmp_path / "backup", database)
    going_on = local_newsroom.copied(database)
    going_on.at(WorkState.PUBLISHED)
    assert verify(database).sound


def test_a_backup_is_a_record_of_its_own(filled: Newsroom, tmp_path: Path) -> None:
    folder = tmp_path / "backup"
    manifest = back_up(filled.database, folder)
    copy = Database(f"sqlite:///{folder / 'record.sqlite'}", folder)
    assert verify(copy).head == manifest.head
    copy.close()
    assert read_manifest(folder) == manifest


def test_a_folder_with_something_in_it_is_left_alone(local_newsroom: Newsroom, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(BackupError, match="is not empty: name a new folder"):
        back_up(local_newsroom.database, tmp_path)
    with pytest.raises(BackupError, match="is not empty"):
        back_up(local_newsroom.database, tmp_path / "letter.txt")
    assert [path.name for path in tmp_path.iterdir() if path.name != "newsroom"] == ["letter.txt"]


def test_an_unsound_record_gives_no_finished_backup(local_newsroom: Newsroom, tmp_path: Path) -> None:
    with unguarded(local_newsroom.database) as execute:
        execute("UPDATE event SET why = 'x' WHERE seq = 3")
    with pytest.raises(BackupError, match="event 3: changed after it was written"):
        back_up(local_newsroom.database, tmp_path / "backup")
    assert not (tmp_path / "backup" / MANIFEST).exists()
    with pytest.raises(BackupError, match="holds no finished backup"):
        read_manifest(tmp_path / "backup")


def test_nothing_is_restored_over_work(local_newsroom: Newsroom, tmp_path: Path) -> None:
    back_up(local_newsroom.database, tmp_path / "backup")
    before = local_newsroom.everything()
    with pytest.raises(BackupError, match="is not empty: restore into a new"):
        restore(tmp_path / "backup", local_newsroom.database)
    assert local_newsroom.everything() == before


def _damage_event(folder: Path) -> None:
    with sqlite3.connect(folder / "record.sqlite") as connection:
        connection.execute("DROP TRIGGER event_no_update")
        connection.execute("UPDATE event SET why = 'x' WHERE seq = 3")


def _damage_bytes(folder: Path) -> None:
    next(folder.glob("blobs/*/*")).write_bytes(b"x")


def _lose_bytes(folder: Path) -> None:
    next(folder.glob("blobs/*/*")).unlink()


def _cut_tail(folder: Path) -> None:
    with sqlite3.connect(folder / "record.sqlite") as connection:
        connection.execute("DROP TRIGGER event_no_delete")
        connection.execute("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")


def _cut_tail_and_checkpoints(folder: Path) -> None:
    _cut_tail(folder)
    (folder / "checkpoints.txt").unlink()


def _break_manifest(folder: Path) -> None:
    (folder / MANIFEST).write_text("{}")


@pytest.mark.parametrize(
    "damage", [_damage_event, _damage_bytes, _lose_bytes, _cut_tail, _cut_tail_and_checkpoints, _break_manifest]
)
def test_a_damaged_backup_is_not_restored(
    damage: object, local_newsroom: Newsroom, sqlite_database: Database, tmp_path: Path
) -> None:
    back_up(_filled(local_newsroom).database, tmp_path / "backup")
    damage(tmp_path / "backup")  # type: ignore[operator]
    with pytest.raises(BackupError):
        restore(tmp_path / "backup", sqlite_database)
    with sqlite_database.read() as session:
        assert session.get(Event, 1) is None


def test_a_manifest_says_what_there_is(local_newsroom: Newsroom, tmp_path: Path) -> None:
    back_up(local_newsroom.database, tmp_path / "backup")
    said = json.loads((tmp_path / "backup" / MANIFEST).read_text())
    assert said.keys() == {"taken_at", "schema", "events", "head", "blobs"}
    assert (said["events"], said["blobs"]) == (len(local_newsroom.events()), 2)
