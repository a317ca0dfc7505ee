import sqlite3
import threading
import time

import pytest
from sqlalchemy import func, select, text

from db import chain
from db.errors import RecordError, StorageFullError, UnreachableRecordError
from db.fair_lock import FairLock
from db.models import Claim, Desk
from db.session import Database
from tests.db.tampering import raw
from tests.makers import event, make_claim, make_desk


def test_what_is_written_is_there_for_the_next_reader(database):
    with database.write() as session:
        make_desk(session, name="Politics")
    with database.read() as session:
        assert session.scalar(select(Desk.name)) == "Politics"


def test_an_error_undoes_the_whole_transaction(database):
    with pytest.raises(ZeroDivisionError), database.write() as session:  # noqa: PT012
        make_claim(session)
        raise ZeroDivisionError
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Claim)) == 0
    assert database.checkpoints.read() == []


def test_a_reading_session_cannot_write(database):
    with pytest.raises(RecordError), database.read() as session:
        make_desk(session)


def test_a_reader_sees_one_state_while_somebody_writes(database):
    with database.write() as session:
        make_desk(session)
    with database.read() as reader:
        before = reader.scalar(select(func.count()).select_from(Desk))
        with database.write() as writer:
            make_desk(writer)
        assert reader.scalar(select(func.count()).select_from(Desk)) == before == 1


def test_foreign_keys_are_enforced(database):
    with pytest.raises(RecordError, match="refused the change"), database.write() as session:
        make_claim(session, speaker_id=99)


def test_a_full_disk_keeps_nothing_of_the_change_and_says_so(sqlite_database):
    with sqlite_database.write() as session:
        desk = make_desk(session)
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages + 2}"))
    with pytest.raises(StorageFullError, match="no space left") as caught, sqlite_database.write() as session:  # noqa: PT012
        make_desk(session, name="kept by nobody")
        for number in range(200):
            make_desk(session, name="x" * 200, slug=f"full-{number}")
    assert "Free some and try again" in str(caught.value)
    with sqlite_database.write() as session:
        session.execute(text("PRAGMA max_page_count = 1000000"))
        assert session.scalars(select(Desk.id)).all() == [desk.id]
        make_desk(session)


def test_a_change_whose_checkpoint_cannot_be_written_is_kept_and_the_failure_is_logged(database, caplog):
    database.checkpoints.path = database.folder / "gone" / "checkpoints.txt"
    with database.write() as session:
        chain.append(session, [event()])
    with database.read() as session:
        assert chain.head(session).count == 1
    assert "checkpoint 1 could not be written" in caplog.text


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path):
    path = tmp_path / "record.sqlite"
    path.write_bytes(b"a letter, not a database" * 100)
    record = Database(f"sqlite:///{path}", tmp_path)
    with pytest.raises(RecordError, match="not a Firsthand record"):
        record.prepare()
    record.close()
    assert path.read_bytes().startswith(b"a letter")


def test_a_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").touch()
    record = Database(f"sqlite:///{tmp_path}/file/record.sqlite", tmp_path / "file")
    with pytest.raises(UnreachableRecordError, match="FIRSTHAND_HOME"):
        record.prepare()
    record.close()


@pytest.mark.parametrize(("url", "said"), [("nonsense", "cannot be read"), ("mysql://x/y", "SQLite or PostgreSQL")])
def test_an_address_that_is_none_is_explained(url, said, tmp_path):
    with pytest.raises(UnreachableRecordError, match=said):
        Database(url, tmp_path)


def test_a_server_that_is_not_there_is_explained_without_the_password(tmp_path):
    record = Database(f"postgresql://user:secret@/desk?host={tmp_path}", tmp_path)
    with pytest.raises(UnreachableRecordError) as caught:
        record.prepare()
    record.close()
    assert "secret" not in str(caught.value)


def test_a_busy_database_is_explained(sqlite_database):
    with sqlite_database.write() as session:
        session.execute(text("PRAGMA busy_timeout = 1"))
    other = sqlite3.connect(str(sqlite_database.sqlite_path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match="was busy"), sqlite_database.write() as session:
        make_desk(session)
    other.execute("ROLLBACK")
    other.close()


def test_sqlite_is_opened_as_strictly_as_the_record_needs_it(sqlite_database):
    asked = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "wal_autocheckpoint")
    with sqlite_database.write() as writer:
        assert [writer.scalar(text(f"PRAGMA {name}")) for name in asked] == ["wal", 2, 1, 1, 0]
    with sqlite_database.read() as reader:
        assert [reader.scalar(text(f"PRAGMA {name}")) for name in ("query_only", "trusted_schema")] == [1, 0]


def test_a_grown_log_is_emptied_after_a_write(sqlite_database, monkeypatch):
    monkeypatch.setattr("db.sqlite._CHECKPOINT_BYTES", 1)
    with sqlite_database.write() as session:
        make_claim(session)
    with raw(sqlite_database) as execute:
        checkpointed = execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    assert checkpointed[1] == checkpointed[2]


def test_two_threads_never_lose_an_update(database):
    with database.write() as session:
        desk_id = make_desk(session, stale_after_days=1).id

    def count_up():
        for _ in range(10):
            with database.write() as session:
                desk = session.get_one(Desk, desk_id)
                desk.stale_after_days += 1

    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert session.scalar(select(Desk.stale_after_days)) == 31


def test_the_fair_lock_serves_in_the_order_of_coming():
    lock, served, waiting = FairLock(), [], []

    def wait(number):
        with lock:
            served.append(number)

    with lock:
        for number in range(8):
            thread = threading.Thread(target=wait, args=(number,))
            thread.start()
            waiting.append(thread)
            while len(lock._waiting) <= number:
                time.sleep(0)
    for thread in waiting:
        thread.join()
    assert served == list(range(8))


def test_the_fair_lock_is_free_again_after_an_error():
    lock = FairLock()
    with pytest.raises(ZeroDivisionError), lock:
        raise ZeroDivisionError
    with lock:
        assert lock._held
    assert not lock._held
