"""What looking at a source brought lands in the claim's search log by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.queries import claim_files
from db.rows import SearchRow
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome, Role, SearchOutcome, SourceKind
from firsthand import desk
from firsthand.finding import looking
from tests.firsthand.finding.small_web import QUOTE, claim_with_references
from tests.firsthand.newsroom import Newsroom

PAGE = "https://assembly.example/record"


@pytest.fixture
def newsroom(sqlite_database: Database) -> Newsroom:
    return Newsroom.opened(sqlite_database)


def searches(newsroom: Newsroom, claim_id: int) -> list[SearchRow]:
    with newsroom.database.read() as session:
        file = claim_files.file(session, claim_id)
    assert file is not None
    return list(file.searches)


def look(newsroom: Newsroom, claim_id: int, source_id: int) -> list[SearchRow]:
    newsroom.minute += 1
    looking.log_capture(newsroom.database, newsroom.chris, claim_id, source_id)
    return searches(newsroom, claim_id)


def test_a_source_that_has_the_words_is_found(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom)
    source_id, _ = newsroom.add_source(f"The record.\n\nMs Petrov: {QUOTE}.", url=PAGE)

    (entry,) = look(newsroom, claim_id, source_id)

    assert (entry.place, entry.query, entry.outcome) == ("References of the article", PAGE, SearchOutcome.FOUND)
    assert entry.by == "Chris"


def test_a_source_without_the_words_is_nothing(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom)
    source_id, _ = newsroom.add_source("The harbour dues were raised.", url=PAGE)

    (entry,) = look(newsroom, claim_id, source_id)

    assert entry.outcome is SearchOutcome.NOTHING


def test_a_source_that_could_not_be_read_is_blocked_with_the_reason(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom)
    with newsroom.database.write() as session:
        source = desk.add_source(session, newsroom.chris, SourceKind.OTHER, desk.DocumentFields("x", url=PAGE))
        new = desk.NewCapture(
            *(CaptureMethod.FETCH, None, None, None, None, None),
            outcome=CaptureOutcome.REFUSED,
            reason="The site refuses programs.",
        )
        desk.record_capture(session, newsroom.chris, source, new)
        source_id = source.id

    (entry,) = look(newsroom, claim_id, source_id)

    assert entry.outcome is SearchOutcome.BLOCKED
    assert "The site refuses programs." in (entry.note or "")


def test_one_capture_is_noted_once_and_a_later_one_again(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom)
    source_id, _ = newsroom.add_source("The harbour dues were raised.", url=PAGE)
    look(newsroom, claim_id, source_id)

    assert len(look(newsroom, claim_id, source_id)) == 1
    newsroom.minute += 1
    text = f"Ms Petrov: {QUOTE}."
    with newsroom.database.write() as session:
        source = desk.find_document(session, source_id)
        sha256 = newsroom.database.blobs.put(text.encode())
        new = desk.NewCapture(CaptureMethod.PASTE, sha256, len(text), "text/plain", text, "plain")
        desk.record_capture(session, newsroom.chris, source, new)
    assert [entry.outcome for entry in look(newsroom, claim_id, source_id)] == [
        SearchOutcome.NOTHING,
        SearchOutcome.FOUND,
    ]


def test_nothing_is_noted_where_nothing_was_captured_or_nobody_may_note_it(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom)
    uncaptured, _ = newsroom.add_source(url=PAGE)
    captured, _ = newsroom.add_source("The harbour dues were raised.")

    assert look(newsroom, claim_id, uncaptured) == []
    assert look(newsroom, claim_id, 9_999) == []
    reader = replace(newsroom.chris, roles=frozenset({Role.READER}))
    looking.log_capture(newsroom.database, reader, claim_id, captured)
    looking.log_capture(newsroom.database, newsroom.chris, 9_999, captured)
    assert searches(newsroom, claim_id) == []
