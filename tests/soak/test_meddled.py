"""Bar 7: whatever somebody changes behind the desk's back is named, and nothing else ever is."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import shutil
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from db import chain
from db.session import Database
from db.vocabulary import SearchOutcome, WorkState
from firsthand import desk
from firsthand.verification import verify
from tests.firsthand.newsroom import Newsroom
from tests.makers import event
from tests.soak.meddling import Meddler


def _busy(newsroom: Newsroom) -> Newsroom:
    """Give a newsroom some history."""
    for number in range(4):
        newsroom.add_source(f"Report {number}: {number} bridges were closed.")
    for state in (WorkState.PUBLISHED, WorkState.RECHECK, WorkState.IN_REVIEW, WorkState.WITHDRAWN, WorkState.DETECTED):
        claim = newsroom.at(state)
        for outcome in (SearchOutcome.NOTHING, SearchOutcome.FOUND):
            newsroom.do(
                desk.log_search, newsroom.chris, claim.id, place=f"register {state}", query="q", outcome=outcome
            )
    assert verify(newsroom.database).problems == ()
    return newsroom


def _named(database: Database, chance: random.Random) -> None:
    done = Meddler(database, chance).meddle()
    problems = verify(database).problems
    assert any(problem.sentence.startswith(done.named) for problem in problems), f"{done}: {problems}"


def _meddled_on_sqlite(newsroom: Newsroom, folder: Path, times: int) -> None:
    newsroom.database.close()
    for number in range(times):
        copy = folder / "copy"
        shutil.copytree(newsroom.database.folder, copy)
        database = Database(f"sqlite:///{copy / 'record.sqlite'}", copy)
        _named(database, random.Random(number))
        database.close()
        shutil.rmtree(copy)


@pytest.fixture
def postgresql_copies(postgresql_server: str, postgresql_template: str, tmp_path: Path) -> Iterator[Iterator[Database]]:
    """A busy record on PostgreSQL, copied as often as one asks for it."""
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    url = make_url(postgresql_server)

    def created(name: str, template: str, folder: Path) -> Database:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return Database(url.set(database=name).render_as_string(hide_password=False), folder)

    original = tmp_path / "original"
    original.mkdir()
    busy = _busy(Newsroom.opened(created("busy", postgresql_template, original)))
    busy.database.close()

    def copies() -> Generator[Database]:
        for number in itertools.count():
            folder = tmp_path / f"copy-{number}"
            shutil.copytree(original, folder)
            database = created("meddled", "busy", folder)
            try:
                yield database
            finally:
                database.close()

    made = copies()
    yield made
    made.close()
    engine.dispose()


def test_a_few_random_changes_are_named(local_newsroom: Newsroom, tmp_path: Path) -> None:
    _meddled_on_sqlite(_busy(local_newsroom), tmp_path, 60)


def test_a_few_random_changes_on_postgresql_are_named(postgresql_copies: Iterator[Database]) -> None:
    for number, database in enumerate(itertools.islice(postgresql_copies, 8)):
        _named(database, random.Random(number))


@pytest.mark.soak
def test_a_thousand_random_changes_are_named(local_newsroom: Newsroom, tmp_path: Path) -> None:
    _meddled_on_sqlite(_busy(local_newsroom), tmp_path, 1000)


@pytest.mark.soak
def test_two_hundred_random_changes_on_postgresql_are_named(postgresql_copies: Iterator[Database]) -> None:
    for number, database in enumerate(itertools.islice(postgresql_copies, 200)):
        _named(database, random.Random(number))


@pytest.mark.soak
def test_a_million_events_are_walked(database: Database) -> None:
    start = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    for thousand in range(100):
        with database.write() as session:
            at = start + dt.timedelta(seconds=thousand)
            chain.append(session, [event(thousand * 10_000 + number, at=at) for number in range(1, 10_001)])
    begun = time.perf_counter()
    with database.connect() as connection:
        assert list(chain.breaks(connection, database.checkpoints.read())) == []
    print(f"a million events walked in {time.perf_counter() - begun:.1f} s")
