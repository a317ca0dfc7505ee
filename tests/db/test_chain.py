import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import chain
from db.base import canonical_json
from db.chain import GENESIS, Head
from db.session import Database
from tests.db.tampering import unguarded
from tests.makers import event

COPY = (
    "INSERT INTO event (seq, at, recorded_at, actor, action, record_type, record_id, previous_hash, hash)"
    " SELECT {seq}, at, recorded_at, actor, action, record_type, record_id, '{previous}', hash"
    " FROM event WHERE seq = {of}"
)


@pytest.fixture
def five(database):
    """A record of five events, written in three transactions."""
    for numbers in ((1, 2), (3,), (4, 5)):
        with database.write() as session:
            chain.append(
                session,
                [event(number, why="Wie „vereinbart“ \\ \x7f\u2028" if number == 3 else None) for number in numbers],
            )
    return database


def told(database):
    with database.connect() as connection:
        return [found.sentence for found in chain.breaks(connection, database.checkpoints.read())]


def test_a_chain_that_nobody_touched_holds(five):
    assert told(five) == []
    with five.read() as session:
        head = chain.head(session)
    assert head.count == 5
    assert five.checkpoints.read()[-1] == head
    assert [checkpoint.count for checkpoint in five.checkpoints.read()] == [2, 3, 5]


def test_an_empty_record_holds(database):
    assert told(database) == []
    with database.read() as session:
        assert chain.head(session) == Head(0, GENESIS)
    with database.connect() as connection:
        assert chain.count_events(connection) == 0


COLUMNS = {
    "at": "'2026-03-02T12:00:09.000000+00:00'",
    "recorded_at": "'2026-03-02T12:00:09.000000+00:00'",
    "actor": "'somebody@example.org'",
    "action": "'claim:state:changed'",
    "record_type": "'article'",
    "record_id": "77",
    "article_id": "77",
    "why": "'for another reason'",
    "before": "'{}'",
    "after": "NULL",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_an_edited_event_is_named_whatever_was_edited(column, five):
    with unguarded(five) as execute:
        execute(f"UPDATE event SET {column} = {COLUMNS[column]} WHERE seq = 2")  # noqa: S608
    assert told(five) == ["event 2: changed after it was written"]


def test_an_edited_event_with_another_hash_breaks_with_the_next(five):
    with unguarded(five) as execute:
        execute("UPDATE event SET hash = 'aa' WHERE seq = 4")
    assert told(five) == [
        "event 4: changed after it was written",
        "event 5: does not follow from the event before it",
    ]


def test_deleted_events_are_named(five):
    with unguarded(five) as execute:
        execute("DELETE FROM event WHERE seq IN (1, 3, 4)")
    assert told(five) == ["event 1: missing", "events 3 to 4: missing"]


def test_swapped_events_are_named(five):
    with unguarded(five) as execute:
        for old, new in ((2, 99), (3, 2), (99, 3)):
            execute(f"UPDATE event SET seq = {new} WHERE seq = {old}")  # noqa: S608
    said = told(five)
    assert "event 2: changed after it was written" in said
    assert "event 3: changed after it was written" in said


def test_an_inserted_event_is_named(five):
    with unguarded(five) as execute:
        execute("UPDATE event SET seq = 6 WHERE seq = 5")
        execute(COPY.format(seq=5, of=4, previous="f" * 64))
    said = told(five)
    assert "event 5: does not follow from the event before it" in said
    assert "event 5: changed after it was written" in said


def test_an_event_before_the_first_is_named(five):
    with unguarded(five) as execute:
        execute(COPY.format(seq=-4, of=1, previous="f" * 64))
    assert told(five) == ["event -4: does not belong here, events count from 1"]


def test_a_tail_that_was_cut_off_is_seen_by_the_checkpoints(five):
    with unguarded(five) as execute:
        execute("DELETE FROM event WHERE seq > 3")
    assert told(five) == ["events up to 5 were written, but the record ends at event 3"]
    with five.connect() as connection:
        assert list(chain.breaks(connection)) == []


def test_a_past_that_was_written_anew_is_seen_by_the_checkpoints(five):
    with unguarded(five) as execute:
        execute("DELETE FROM event")
    with five.write() as session:
        session.info.clear()
        chain.append(session, [event(number, actor="forger@example.org") for number in range(1, 6)])
        session.info.clear()
    assert "event 2: is not the one that a checkpoint outside the database remembers" in told(five)


@pytest.mark.parametrize(
    "tampering",
    ["article_id = 'null'", "record_id = 1.5", "why = x'00ff'", "actor = CAST(x'ff' AS TEXT)", "actor_id = 'null'"],
)
def test_on_sqlite_a_value_of_the_wrong_kind_is_named_and_the_walk_goes_on(tampering, sqlite_database):
    with sqlite_database.write() as session:
        chain.append(session, [event(number) for number in range(1, 6)])
    with unguarded(sqlite_database) as execute:
        execute("PRAGMA foreign_keys = OFF")
        execute(f"UPDATE event SET {tampering} WHERE seq = 2")  # noqa: S608
        execute("DELETE FROM event WHERE seq = 4")
    said = told(sqlite_database)
    assert len(said) == 2
    assert said[0].startswith("event 2:")
    assert said[1] == "event 4: missing"


def test_two_writers_never_fork_the_chain(database):
    other = Database(database.url.render_as_string(hide_password=False), database.folder)

    def write(record):
        for number in range(10):
            with record.write() as session:
                chain.append(session, [event(number), event(number + 1)])

    threads = [threading.Thread(target=write, args=(record,)) for record in (database, other, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert told(database) == []
    with database.read() as session:
        assert chain.head(session).count == 60


def test_a_walk_longer_than_one_reading_holds(database, monkeypatch):
    monkeypatch.setattr(chain, "_CHUNK", 3)
    with database.write() as session:
        chain.append(session, [event(number) for number in range(1, 11)])
    assert told(database) == []


WORDS = st.none() | st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.none() | st.integers(-(2**63), 2**63 - 1)


@given(WORDS, NUMBERS, WORDS, WORDS)
def test_the_hash_is_of_canonical_json(why, article_id, before, after):
    import hashlib

    fields = [7, "at", "recorded", None, 'a"b\\c', "x", "claim", 5, article_id, why, before, after]
    assert chain.event_hash("0", fields) == hashlib.sha256(("0" + canonical_json(fields)).encode()).hexdigest()
