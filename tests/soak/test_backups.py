"""Bar 10: backups taken while others write all verify, and a restored one has the same head, on either database."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from db import chain
from db.session import Database
from db.vocabulary import WorkState
from firsthand import desk
from firsthand.backup import back_up, restore
from firsthand.verification import verify
from tests.db.recounting import differences
from tests.firsthand.newsroom import Newsroom
from tests.soak.writers import Place, Told, count_up, together

Emptied = Callable[[str], Database]


@pytest.fixture
def emptied(postgresql_server: str, tmp_path: Path) -> Iterator[Emptied]:
    """Opens empty records, on either database, as often as it is called."""
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    numbers = itertools.count(1)
    opened: list[Database] = []

    def empty(kind: str) -> Database:
        name = f"restored_{next(numbers)}"
        folder = tmp_path / name
        url = f"sqlite:///{folder / 'record.sqlite'}"
        if kind == "postgresql":
            with engine.connect() as connection:
                connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
                connection.execute(text(f"CREATE DATABASE {name}"))
            url = make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)
        record = Database(url, folder).prepare()
        opened.append(record)
        return record

    yield empty
    for record in opened:
        record.close()
    engine.dispose()


def under_load(newsroom: Newsroom, folder: Path, emptied: Emptied, *, backups: int, seconds: float) -> str:
    """Back up while processes write; each backup verifies, and restores to the head that it names."""
    place = Place.of(newsroom, tuple(_counter(newsroom) for _ in range(5)))
    told: list[Told] = []
    load = threading.Thread(target=lambda: told.extend(together(count_up, place, 3, seconds)))
    load.start()
    manifests = [back_up(newsroom.database, folder / f"backup-{number}") for number in range(backups)]
    busy = load.is_alive()
    load.join()
    assert [one.error for one in told] == [""] * 3
    assert [manifest.events for manifest in manifests] == sorted(manifest.events for manifest in manifests)
    for number, manifest in enumerate(manifests):
        for kind in ("sqlite", "postgresql"):
            record = emptied(kind)
            assert restore(folder / f"backup-{number}", record) == manifest
            with record.read() as session:
                assert chain.head(session) == chain.Head(manifest.events, manifest.head)
                assert differences(session) == {}
            assert verify(record).problems == ()
    took = sorted(second for one in told for second in one.seconds)
    return (
        f"{backups} backups, {'all' if busy else 'not all'} under load, of {manifests[0].events} to"
        f" {manifests[-1].events} events; longest write meanwhile {took[-1] * 1000:.0f} ms"
    )


def _counter(newsroom: Newsroom) -> int:
    claim = newsroom.at(WorkState.OPEN)
    newsroom.on(claim, desk.edit_claim, newsroom.chris, {"statement": "0"})
    return claim.id


def test_a_backup_under_load_verifies_and_restores(newsroom: Newsroom, tmp_path: Path, emptied: Emptied) -> None:
    under_load(newsroom, tmp_path, emptied, backups=1, seconds=1)


@pytest.mark.soak
def test_backups_under_load_all_verify_and_restore(newsroom: Newsroom, tmp_path: Path, emptied: Emptied) -> None:
    print(under_load(newsroom, tmp_path, emptied, backups=8, seconds=20))
