import shutil

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import db.models  # noqa: F401 - makes the tables known
from db.base import Base
from db.errors import NewerDatabaseError
from db.migrations.filters import include_name
from db.schema import HEAD, bring_up_to_date, revision_of
from db.session import Database
from tests.db.tampering import raw


def test_the_migrations_make_what_the_models_say(database):
    with database._writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": include_name})
        assert compare_metadata(context, Base.metadata) == []


def test_the_record_is_at_the_newest_revision(database):
    with database.connect() as connection:
        assert revision_of(connection) == HEAD


def test_preparing_twice_changes_nothing(database):
    database.prepare()
    with database.connect() as connection:
        assert revision_of(connection) == HEAD


def test_an_empty_postgresql_gets_its_schema(empty_postgresql, tmp_path):
    record = Database(empty_postgresql, tmp_path).prepare()
    with record.connect() as connection:
        assert revision_of(connection) == HEAD
    record.close()


def test_a_record_of_a_newer_version_is_refused_and_left_as_it_was(database, tmp_path):
    with raw(database) as execute:
        execute("UPDATE alembic_version SET version_num = '9999'")
    if database.is_sqlite:
        shutil.copy(database.sqlite_path, tmp_path / "before")
    with pytest.raises(NewerDatabaseError, match="newer version of Firsthand") as caught:
        database.prepare()
    assert caught.value.revision == "9999"
    with database.connect() as connection:
        assert revision_of(connection) == "9999"
    if database.is_sqlite:
        assert database.sqlite_path.read_bytes() == (tmp_path / "before").read_bytes()


def test_a_migration_that_fails_half_way_leaves_nothing(tmp_path, monkeypatch):
    record = Database(f"sqlite:///{tmp_path}/record.sqlite", tmp_path)
    monkeypatch.setattr("alembic.op.execute", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        record.prepare()
    with record.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    monkeypatch.undo()
    record.prepare()
    bring_up_to_date(record._writer)
    record.close()
