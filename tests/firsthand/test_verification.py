"""Each kind of meddling by name; a thousand random ones are in the soak tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from db.models import Capture, Claim
from db.session import Database
from db.vocabulary import SearchOutcome, WorkState
from firsthand import desk
from firsthand.verification import verify
from tests.db.tampering import unguarded
from tests.firsthand.newsroom import Newsroom


@pytest.fixture
def signed(local_newsroom: Newsroom) -> Newsroom:
    """A newsroom with a signed claim, claim 1, and a search."""
    claim = local_newsroom.at(WorkState.SIGNED_OFF)
    local_newsroom.do(
        desk.log_search, local_newsroom.chris, claim.id, place="register", query="q", outcome=SearchOutcome.FOUND
    )
    return local_newsroom


def _sentences(database: Database) -> list[str]:
    return [problem.sentence for problem in verify(database).problems]


def test_a_record_that_nobody_meddled_with_is_sound(newsroom: Newsroom) -> None:
    for state in WorkState:
        newsroom.at(state)
    parts: list[str] = []
    found = verify(newsroom.database, parts.append)
    assert found.problems == ()
    assert found.sound
    assert (found.captures >= 2, found.signatures >= 3, found.checkpoints >= 10) == (True, True, True)
    assert found.head == newsroom.events()[-1].hash
    assert found.events == len(newsroom.events())
    assert len(parts) >= 4


def test_an_empty_record_is_sound(database: Database) -> None:
    assert verify(database).sound


MEDDLED = {
    "event": ("UPDATE event SET why = 'x' WHERE seq = 5", "event 5: changed after it was written"),
    "capture": (
        "UPDATE capture SET url = 'https://example.org' WHERE id = 2",
        "capture 2 of FS-000002: is not what the history says was written",
    ),
    "review": (
        "UPDATE review SET note = 'x' WHERE id = 1",
        "review 1 of FH-000001: is not what the history says was written",
    ),
    "search_entry": (
        "UPDATE search_entry SET outcome = 'nothing' WHERE id = 1",
        "search 1 of FH-000001: is not what the history says was written",
    ),
    "passage": (
        "UPDATE passage SET exact = '15 bridges were closed to traffic'",
        "passage 1: its words do not stand where the record says they do",
    ),
    "claim": ("UPDATE claim SET statement = statement || '!'", "FH-000001: was changed after it was signed"),
    "evidence": ("UPDATE evidence SET stance = 'context'", "FH-000001: was changed after it was signed"),
}


@pytest.mark.parametrize("table", MEDDLED)
def test_a_changed_row_is_named(signed: Newsroom, table: str) -> None:
    statement, sentence = MEDDLED[table]
    with unguarded(signed.database, table) as execute:
        execute(statement)
    assert sentence in _sentences(signed.database)


def test_a_changed_text_is_named_even_with_a_new_hash(signed: Newsroom) -> None:
    with unguarded(signed.database, "capture") as execute:
        execute("UPDATE capture SET text = replace(text, '14', '15') WHERE id = 2")
    found = _sentences(signed.database)
    assert "capture 2 of FS-000002: its frozen text was changed" in found
    assert "passage 1: its words do not stand where the record says they do" in found


GARBLED = {
    "a word that is none": ("capture", "UPDATE capture SET method = 'magic' WHERE id = 2", "capture 2: cannot be read"),
    "a time that is none": (
        "review",
        "UPDATE review SET at = 'noon' WHERE id = 1",
        "review 1: cannot be read any more",
    ),
    "an object that is none": ("review", "UPDATE review SET looked_at = '{' WHERE id = 1", "review 1: cannot be read"),
    "a claim that is nowhere": (
        "search_entry",
        "UPDATE search_entry SET claim_id = 99",
        "search 1 of nothing: is not what the history says was written",
    ),
    "a document that is nowhere": (
        "capture",
        "UPDATE capture SET document_id = 99 WHERE id = 2",
        "capture 2 of nothing: is not what the history says was written",
    ),
    "an event that is no object": ("event", "UPDATE event SET after = '{' WHERE seq = 13", "event 13: changed after"),
    "an event that is a list": ("event", "UPDATE event SET after = '[]' WHERE seq = 13", "event 13: changed after"),
    "a signed claim": ("claim", "UPDATE claim SET claim_type = 'rumour'", "FH-000001: cannot be read any more"),
    "a place that is none": ("passage", "UPDATE passage SET start = 'here'", "passage 1: its words do not stand"),
}


@pytest.mark.parametrize("kind", GARBLED)
def test_what_cannot_be_read_any_more_is_named_and_the_rest_is_looked_at(signed: Newsroom, kind: str) -> None:
    table, statement, sentence = GARBLED[kind]
    with unguarded(signed.database, table) as execute:
        execute("PRAGMA ignore_check_constraints = ON")
        execute(statement)
    signed.database.blobs.path(_sha256_of(signed, 1)).unlink()
    found = _sentences(signed.database)
    assert any(said.startswith(sentence) for said in found), found
    assert any(said.endswith("are gone") for said in found)


def _sha256_of(newsroom: Newsroom, capture_id: int) -> str:
    with newsroom.database.read() as session:
        return str(session.scalar(select(Capture.sha256).where(Capture.id == capture_id)))


def test_a_deleted_row_is_missed_by_the_event_that_told_of_it(signed: Newsroom) -> None:
    with unguarded(signed.database, "search_entry") as execute:
        execute("DELETE FROM search_entry")
    last = len(signed.events())
    assert _sentences(signed.database) == [f"event {last}: what it says was written is no longer there, or was changed"]


def test_captured_bytes_that_were_changed_or_are_gone_are_named(signed: Newsroom) -> None:
    with signed.database.read() as session:
        names = dict(session.execute(select(Capture.id, Capture.sha256)).all())
    paths = {number: signed.database.blobs.path(str(sha256)) for number, sha256 in names.items()}
    Path(paths[1]).write_bytes(b"something else")
    Path(paths[2]).unlink()
    assert _sentences(signed.database) == [
        f"capture 1 of FA-000001: its bytes ({names[1][:12]}…) were changed",
        f"capture 2 of FS-000002: its bytes ({names[2][:12]}…) are gone",
    ]


def test_a_tail_that_was_cut_is_seen_by_the_checkpoints(signed: Newsroom) -> None:
    last = len(signed.events())
    with unguarded(signed.database) as execute:
        execute(f"DELETE FROM event WHERE seq = {last}")  # noqa: S608 - a number
    assert f"events up to {last} were written, but the record ends at event {last - 1}" in _sentences(signed.database)


def test_an_unsigned_claim_may_be_edited_through_the_desk(signed: Newsroom) -> None:
    claim = signed.claim(1)
    signed.on(claim, desk.edit_claim, signed.ed, {"statement": "Fourteen."})
    assert verify(signed.database).sound


def test_a_withdrawn_claim_is_still_held_to_its_signature(local_newsroom: Newsroom) -> None:
    claim = local_newsroom.at(WorkState.WITHDRAWN)
    with local_newsroom.database.write() as session:
        session.get_one(Claim, claim.id).said_where = "elsewhere"
    assert _sentences(local_newsroom.database) == [f"FH-{claim.id:06d}: was changed after it was signed"]
