from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from db.queries import people
from db.session import Database
from db.vocabulary import Role
from firsthand import desk
from firsthand.errors import FirsthandError, InvalidError, NotAllowedError
from firsthand.sample import load_sample
from firsthand.settings import Settings
from firsthand.workspace import is_demo, main_desk, open_record, person
from tests.firsthand.newsroom import Newsroom


def _settings(home: Path) -> Settings:
    return Settings(home=home, database_url="", user="me", address="localhost", port=8501)


def test_a_new_record_has_a_desk_and_opening_it_again_adds_none(tmp_path: Path) -> None:
    for _ in range(2):
        record = open_record(_settings(tmp_path / "home"))
        with record.read() as session:
            assert [row.slug for row in people.desks(session)] == ["desk"]
        record.close()


def test_a_record_that_a_case_will_fill_has_none(tmp_path: Path) -> None:
    record = open_record(_settings(tmp_path), with_desk=False)
    with record.read() as session:
        assert people.desks(session) == ()
    record.close()


def test_the_first_person_may_everything_and_later_ones_work(sqlite_database: Database) -> None:
    first = person(sqlite_database, " Me@Example.org ")
    assert (first.email, first.roles) == ("me@example.org", frozenset(Role))
    second = person(sqlite_database, "you")
    assert second.roles == {Role.CHECKER, Role.REVIEWER, Role.EDITOR}
    assert person(sqlite_database, "ME@example.org").id == first.id


def test_on_a_teams_record_only_the_first_comes_by_themselves(postgresql_database: Database) -> None:
    assert Role.ADMINISTRATOR in person(postgresql_database, "ada").roles
    with pytest.raises(NotAllowedError, match="Ask an administrator to run «firsthand people add mallory»"):
        person(postgresql_database, "mallory")


def test_a_disabled_person_does_not_come_in(local_newsroom: Newsroom) -> None:
    local_newsroom.do(desk.set_roles, local_newsroom.ada, local_newsroom.rea.id, [Role.READER], disabled=True)
    with pytest.raises(NotAllowedError, match="is no longer on this desk"):
        person(local_newsroom.database, "rea@desk.example")


@pytest.mark.parametrize("login", ["", "  ", "two words"])
def test_a_login_that_is_none_is_refused(sqlite_database: Database, login: str) -> None:
    with pytest.raises((InvalidError, FirsthandError)):
        person(sqlite_database, login)
    with sqlite_database.read() as session:
        assert people.users(session) == ()


def test_the_main_desk_is_the_newest_whatever_its_name(sqlite_database: Database) -> None:
    with sqlite_database.write() as session:
        for slug, name in (("z", "Zoo"), ("a", "Art")):
            desk.add_desk(session, desk.SYSTEM, slug, name)
    with sqlite_database.read() as session:
        assert main_desk(session).slug == "a"


def test_a_record_with_the_sample_is_a_demonstration(sqlite_database: Database) -> None:
    with sqlite_database.read() as session:
        assert not is_demo(session)
    load_sample(sqlite_database)
    with sqlite_database.read() as session:
        assert is_demo(session)


def test_settings_name_the_file_in_the_home_folder(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    assert settings.url == f"sqlite:///{tmp_path / 'record.sqlite'}"
    assert replace(settings, database_url="postgresql://x/y").url == "postgresql://x/y"
