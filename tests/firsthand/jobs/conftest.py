from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from db.queries import people
from db.rows import UserRow
from db.session import Database
from db.vocabulary import SourceKind
from firsthand import desk
from firsthand.jobs import Jobs
from firsthand.settings import Settings
from firsthand.workspace import person
from tests.firsthand.jobs.working import settings_of

Sources = Callable[[Sequence[str]], list[int]]
ANN = "ann@desk.example"


def adder(database: Database, ann: UserRow) -> Sources:
    def added(urls: Sequence[str]) -> list[int]:
        with database.write() as session:
            return [
                desk.add_source(
                    session,
                    desk.Actor.of(ann),
                    SourceKind.OTHER,
                    desk.DocumentFields(title=url or "A letter", url=url or None),
                ).id
                for url in urls
            ]

    return added


@pytest.fixture
def settings(database: Database) -> Settings:
    return settings_of(database)


@pytest.fixture
def jobs(settings: Settings) -> Iterator[Jobs]:
    """A client."""
    client = Jobs(settings)
    yield client
    client.close()


@pytest.fixture
def ann(database: Database) -> UserRow:
    return person(database, ANN)


@pytest.fixture
def sources(database: Database, ann: UserRow) -> Sources:
    """Add sources at addresses; tells their numbers."""
    return adder(database, ann)


@pytest.fixture
def desk_id(database: Database, ann: UserRow) -> int:
    """A desk to take articles in."""
    with database.write() as session:
        desk.add_desk(session, desk.Actor.of(ann), "news", "News desk")
    with database.read() as session:
        return people.desks(session)[0].id


@pytest.fixture
def local_settings(sqlite_database: Database) -> Settings:
    return settings_of(sqlite_database)


@pytest.fixture
def local_ann(sqlite_database: Database) -> UserRow:
    return person(sqlite_database, ANN)


@pytest.fixture
def local_sources(sqlite_database: Database, local_ann: UserRow) -> Sources:
    return adder(sqlite_database, local_ann)


@pytest.fixture
def team_settings(postgresql_database: Database) -> Settings:
    return settings_of(postgresql_database)


@pytest.fixture
def team_ann(postgresql_database: Database) -> UserRow:
    return person(postgresql_database, ANN)


@pytest.fixture
def team_sources(postgresql_database: Database, team_ann: UserRow) -> Sources:
    return adder(postgresql_database, team_ann)
