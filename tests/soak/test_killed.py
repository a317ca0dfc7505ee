"""Bar 6: who is killed while saving loses nothing that was acknowledged, and leaves nothing half done."""

from __future__ import annotations

import contextlib
import random
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Capture, Claim
from db.session import Database
from firsthand.verification import verify
from tests.db.recounting import differences
from tests.firsthand.newsroom import Newsroom
from tests.soak.writers import Place, save_until_killed, started


def killed_while_saving(newsroom: Newsroom, times: int) -> int:
    """Kill a saving process that often, each time somewhere else; tells how many changes had been acknowledged."""
    place, chance, acknowledged = Place.of(newsroom), random.Random(6), 0
    for number in range(times):
        told = []
        with started(save_until_killed, place, number) as (process, pipe), contextlib.suppress(EOFError):
            told.append(pipe.recv())
            time.sleep(chance.uniform(0, 0.12))
            process.kill()
            while True:
                told.append(pipe.recv())
        acknowledged += len(told)
        with newsroom.database.read() as session:
            for kind, model in (("claim", Claim), ("capture", Capture)):
                numbers = {number for what, number in told if what == kind}
                kept = set(session.scalars(select(model.id).where(model.id.in_(numbers))))
                assert kept == numbers, f"run {number}: {numbers - kept} acknowledged and lost"
            assert differences(session) == {}
    assert verify(newsroom.database).problems == ()
    _no_dangling_row(newsroom.database)
    return acknowledged


def _no_dangling_row(database: Database) -> None:
    with database.read() as session:
        for capture in session.scalars(select(Capture)):
            assert database.blobs.intact(str(capture.sha256))
    leftovers = [path for path in Path(database.folder / "blobs").rglob("*") if path.suffix == ".tmp"]
    assert all(path.name.startswith(".") for path in leftovers)


def test_a_few_kills_lose_nothing(local_newsroom: Newsroom) -> None:
    assert killed_while_saving(local_newsroom, 3) >= 3


@pytest.mark.soak
def test_three_hundred_kills_lose_nothing_on_sqlite(local_newsroom: Newsroom) -> None:
    print("acknowledged:", killed_while_saving(local_newsroom, 300))


@pytest.mark.soak
def test_a_hundred_kills_lose_nothing_on_postgresql(team_newsroom: Newsroom) -> None:
    print("acknowledged:", killed_while_saving(team_newsroom, 100))
