"""A case as a person would write it: no history, no hashes, no flags, nothing that can be left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import select

from db.models import Capture, Claim, ClaimFlag, Event
from db.session import Database
from db.vocabulary import EventAction, Flag, Tier, WorkState
from firsthand.desk import SYSTEM
from firsthand.exchange.case_files import load_case_file
from firsthand.verification import verify
from tests.firsthand.exchange.records import exported, written
from tests.makers import LITERAL, NOON

TEXT = f"Minister Ana Petrov said that {LITERAL}."
AT = NOON.isoformat()


def minimal() -> dict[str, Any]:
    """The least that makes a claim with evidence."""
    start = TEXT.index(LITERAL)
    return {
        "format": "firsthand-case/1",
        "desks": [{"slug": "news", "name": "News desk"}],
        "people": [{"email": "chris@desk.example", "name": "Chris", "roles": ["checker"]}],
        "articles": [{"uid": "a1", "desk": "news", "title": "Bridges"}],
        "sources": [{"uid": "s1", "title": "Report", "source_kind": "official_document"}],
        "captures": [
            {"uid": "c1", "document": "a1", "method": "paste", "outcome": "complete", "text": TEXT},
            {"uid": "c2", "document": "s1", "method": "import", "outcome": "complete", "text": "14 bridges closed"},
        ],
        "claims": [
            {
                "uid": "k1",
                "desk": "news",
                "article": "a1",
                "capture": "c1",
                "start": start,
                "end": start + len(LITERAL),
                "literal": LITERAL,
                "statement": "In 2025 the state closed 14 bridges.",
                "claim_type": "statistic",
                "checkable": True,
                "origin": "imported",
                "work_state": "open",
                "state_since": AT,
            }
        ],
        "evidence": [
            {
                "uid": "e1",
                "claim": "k1",
                "source": "s1",
                "aspect": "substance",
                "stance": "supports",
                "tier": "secondary",
                "passage": {"exact": "14 bridges", "capture": "c2", "start": 0, "end": 10},
            }
        ],
        "reviews": [
            {
                "claim": "k1",
                "reviewer": "chris@desk.example",
                "kind": "findings",
                "claim_version": 1,
                "content_hash": "0" * 64,
            }
        ],
        "searches": [{"claim": "k1", "place": "register", "query": "bridges", "outcome": "nothing"}],
    }


def test_a_case_without_a_history_verifies_after_loading(database: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written(minimal(), tmp_path))
    found = verify(database)
    assert found.problems == ()
    assert (found.captures, found.events) == (2, 1)
    with database.read() as session:
        (event,) = session.scalars(select(Event)).all()
        assert event.action is EventAction.CASE_LOADED
        assert event.after is not None
        assert len(event.after["digests"]) == 4


def test_its_flags_and_best_tier_are_computed(database: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written(minimal(), tmp_path))
    with database.read() as session:
        claim = session.scalars(select(Claim)).one()
        assert (claim.best_tier, claim.work_state, claim.version) == (Tier.SECONDARY, WorkState.OPEN, 1)
        assert set(session.scalars(select(ClaimFlag.flag))) == {Flag.SECONDARY_ONLY, Flag.SINGLE_ORIGIN}


def test_its_hashes_and_sizes_are_filled_in(database: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written(minimal(), tmp_path))
    with database.read() as session:
        for capture in session.scalars(select(Capture)):
            assert capture.sha256 == capture.text_sha256
            assert capture.size == len(str(capture.text).encode())
            assert database.blobs.intact(str(capture.sha256))


def test_once_loaded_it_travels_like_any_other(database: Database, other: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written(minimal(), tmp_path))
    first = exported(database, tmp_path)
    assert first["events"] == []
    load_case_file(other, SYSTEM, written(first, tmp_path))
    assert exported(other, tmp_path) == first
    assert verify(other).sound


def test_an_empty_case_changes_nothing(database: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written({"format": "firsthand-case/1"}, tmp_path))
    assert verify(database).events == 0


def test_a_capture_that_the_history_tells_of_needs_no_second_word(database: Database, tmp_path: Path) -> None:
    load_case_file(database, SYSTEM, written(minimal(), tmp_path))
    case = exported(database, tmp_path)
    assert "digests" not in str(case["events"])


def test_a_row_slipped_in_after_loading_still_shows(sqlite_database: Database, tmp_path: Path) -> None:
    load_case_file(sqlite_database, SYSTEM, written(minimal(), tmp_path))
    with sqlite_database.write() as session:
        capture = session.scalars(select(Capture)).first()
        assert capture is not None
        twin = Capture(
            uid="slipped-in",
            document_id=capture.document_id,
            method=capture.method,
            outcome=capture.outcome,
            sha256=capture.sha256,
            text=capture.text,
            text_sha256=capture.text_sha256,
            taken_at=NOON,
        )
        session.add(twin)
    (problem,) = verify(sqlite_database).problems
    assert problem.sentence == "capture 3 of FA-000001: is not what the history says was written"
