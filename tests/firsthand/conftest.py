from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from db.session import Database
from tests.firsthand.newsroom import Newsroom, Opener

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def local_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """One newsroom on SQLite, which all others are copied from."""
    folder = tmp_path_factory.mktemp("newsroom")
    shutil.copy(sqlite_template, folder / "record.sqlite")
    newsroom = Newsroom.opened(Database(f"sqlite:///{folder / 'record.sqlite'}", folder))
    newsroom.database.close()
    return newsroom


@pytest.fixture
def local_newsroom(local_template: Newsroom, tmp_path: Path) -> Iterator[Newsroom]:
    """A newsroom of one's own on SQLite, for rules that no database can change."""
    folder = tmp_path / "newsroom"
    shutil.copytree(local_template.database.folder, folder)
    database = Database(f"sqlite:///{folder / 'record.sqlite'}", folder)
    yield local_template.copied(database)
    database.close()


@pytest.fixture(scope="session")
def team_newsroom(
    postgresql_server: str, postgresql_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Newsroom]:
    """One newsroom on PostgreSQL that all tests share, each with claims of its own: a new database takes its time."""
    name = f"newsroom_{next(_numbers)}"
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {postgresql_template}"))
    engine.dispose()
    url = make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)
    database = Database(url, tmp_path_factory.mktemp("newsroom"))
    yield Newsroom.opened(database)
    database.close()


@pytest.fixture(params=["local", "team"])
def newsroom(request: pytest.FixtureRequest) -> Newsroom:
    """A desk with its people, an article and a source, on each database in turn; on PostgreSQL others were here."""
    found: Newsroom = request.getfixturevalue(f"{request.param}_newsroom")
    return found


@pytest.fixture
def life_on_sqlite(local_template: Newsroom, tmp_path: Path) -> Opener:
    """Opens a newsroom of its own, on SQLite, as often as it is called."""

    def opened() -> Newsroom:
        folder = tmp_path / f"life-{next(_numbers)}"
        shutil.copytree(local_template.database.folder, folder)
        return local_template.copied(Database(f"sqlite:///{folder / 'record.sqlite'}", folder))

    return opened


@pytest.fixture
def life_on_postgresql(postgresql_server: str, postgresql_template: str, tmp_path: Path) -> Iterator[Opener]:
    """Opens a newsroom of its own, on PostgreSQL, as often as it is called."""
    engine = create_engine(postgresql_server, isolation_level="AUTOCOMMIT")
    names: list[str] = []

    def dropped() -> None:
        """Let go of the last one: hundreds of databases side by side take up the whole disk."""
        with engine.connect() as connection:
            while names:
                connection.execute(text(f"DROP DATABASE {names.pop()} WITH (FORCE)"))

    def opened() -> Newsroom:
        dropped()
        names.append(f"life_{next(_numbers)}")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {names[-1]} TEMPLATE {postgresql_template}"))
        folder = tmp_path / names[-1]
        folder.mkdir()
        url = make_url(postgresql_server).set(database=names[-1]).render_as_string(hide_password=False)
        return Newsroom.opened(Database(url, folder))

    yield opened
    dropped()
    engine.dispose()


@pytest.fixture
def firsthand(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command in a home of its own; the answer has returncode, stdout, stderr."""

    def run(*words: str, user: str = "ann", **more: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("FIRSTHAND_")}
        return subprocess.run(
            [sys.executable, "-m", "firsthand", *map(str, words)],
            env={**kept, "FIRSTHAND_HOME": str(tmp_path / "home"), "FIRSTHAND_USER": user, **more},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
