import sqlite3

import psycopg
import pytest

from db import chain
from tests.db.tampering import raw
from tests.makers import (
    event,
    make_claim,
    make_evidence,
    make_observation,
    make_review,
    make_search,
    make_source,
    make_speaker,
    make_trace,
)

APPEND_ONLY = ["event", "capture", "passage", "review", "search_entry", "observation", "trace"]
NEVER_DELETED = ["document", "claim", "evidence", "speaker"]
REFUSED = (sqlite3.IntegrityError, psycopg.errors.CheckViolation)


@pytest.fixture
def filled(database):
    with database.write() as session:
        claim = make_claim(session, speaker=make_speaker(session))
        source = make_source(session, text="Report: 14 bridges were closed to traffic.")
        make_evidence(session, claim, source)
        make_review(session, claim)
        make_search(session, claim)
        make_observation(session, source)
        make_trace(session, claim)
        chain.append(session, [event(1), event(2)])
    return database


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("deed", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_what_is_append_only_is_not_changed_even_from_the_databases_own_tools(table, deed, filled):
    column = "seq" if table == "event" else "id"
    with raw(filled) as execute, pytest.raises(REFUSED, match=f"{table} is append-only"):
        execute(deed.format(table=table, column=column))


@pytest.mark.parametrize("table", NEVER_DELETED)
def test_what_is_counted_is_never_deleted(table, filled):
    with raw(filled) as execute, pytest.raises(REFUSED, match=f"{table} is never deleted from"):
        execute(f"DELETE FROM {table}")  # noqa: S608


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_on_sqlite_a_row_cannot_be_replaced_by_inserting_it_again(table, recursive, sqlite_database, request):
    request.getfixturevalue("fill_sqlite")
    with raw(sqlite_database) as execute:
        execute(f"PRAGMA recursive_triggers = {recursive}")
        for statement in ("INSERT OR REPLACE INTO", "REPLACE INTO", "INSERT OR IGNORE INTO"):
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
                execute(f"{statement} {table} SELECT * FROM {table} LIMIT 1")  # noqa: S608


@pytest.fixture
def fill_sqlite(sqlite_database):
    with sqlite_database.write() as session:
        claim = make_claim(session)
        source = make_source(session, text="Report: 14 bridges were closed to traffic.")
        make_evidence(session, claim, source)
        make_review(session, claim)
        make_search(session, claim)
        make_observation(session, source)
        make_trace(session, claim)
        chain.append(session, [event(1)])


def test_on_sqlite_an_event_is_not_replaced_through_its_unique_hash(sqlite_database):
    with sqlite_database.write() as session:
        chain.append(session, [event(1), event(2)])
    columns = "at, recorded_at, actor, action, record_type, record_id, previous_hash, hash"
    with raw(sqlite_database) as execute:
        execute("PRAGMA recursive_triggers = OFF")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            execute(
                f"INSERT OR REPLACE INTO event (seq, {columns})"  # noqa: S608
                f" SELECT 3, {columns.replace('actor,', chr(39) + 'forged' + chr(39) + ',')} FROM event WHERE seq = 2"
            )
        assert execute("SELECT seq, actor FROM event ORDER BY seq").fetchall() == [
            (1, "mara@example.org"),
            (2, "mara@example.org"),
        ]


@pytest.mark.parametrize("table", [*APPEND_ONLY, *NEVER_DELETED])
def test_on_postgresql_a_table_is_not_emptied(table, postgresql_database):
    with raw(postgresql_database) as execute, pytest.raises(psycopg.errors.CheckViolation):
        execute(f"TRUNCATE {table} CASCADE")


def test_on_postgresql_a_session_in_replication_mode_does_not_walk_past_the_guards(postgresql_database):
    with postgresql_database.write() as session:
        chain.append(session, [event(1)])
    with raw(postgresql_database) as execute:
        execute("SET session_replication_role = replica")
        for deed in ("UPDATE event SET actor = 'forged'", "DELETE FROM event", "TRUNCATE event"):
            with pytest.raises(psycopg.errors.CheckViolation, match="event is append-only"):
                execute(deed)
