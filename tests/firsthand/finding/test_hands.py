"""What the desk itself suggests for a claim: its article's references, and the captured library."""

from __future__ import annotations

import pytest

from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome, MatchGrade, SourceKind, Tier
from firsthand import desk
from firsthand.finding import FoundHand, Place, library, newest_capture, references_of, suggestions
from tests.firsthand.finding.small_web import ASSEMBLY, COPIER, QUOTE, SAID, claim_with_references, know_the_assembly
from tests.firsthand.newsroom import Newsroom

RECORD, COPY = f"http://{ASSEMBLY}/2026-03-03", f"http://{COPIER}/bridges"
TEXT = f"Record of the sitting.\n\nMs Petrov: I thank the member, and {SAID}.\n\nThe sitting was closed."


@pytest.fixture
def newsroom(database: Database) -> Newsroom:
    opened = Newsroom.opened(database)
    know_the_assembly(database)
    return opened


def of(newsroom: Newsroom, claim_id: int) -> tuple[FoundHand, ...]:
    with newsroom.database.read() as session:
        return references_of(session, claim_id)


def test_a_reference_tells_whose_it_is_and_why_it_is_suggested(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, (RECORD, "in the record"), (COPY, "told reporters"))

    first, second = of(newsroom, claim_id)

    assert (first.place, first.url, first.publisher, first.tier) == (
        Place.REFERENCE,
        RECORD,
        "The Assembly",
        Tier.PRIMARY,
    )
    assert "first hand" in first.why
    assert first.words == "in the record"
    assert second.url == COPY
    assert second.tier is Tier.UNKNOWN
    assert first.score > second.score


def test_a_reference_that_is_tied_comes_first(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, (RECORD, "in the record"), (COPY, "told reporters"))
    source_id, capture_id = newsroom.add_source("A copy.", title="The copy")
    tied = of(newsroom, claim_id)[1]
    newsroom.do(desk.tie_reference, newsroom.chris, tied.reference_id, source_id)

    first, second = of(newsroom, claim_id)

    assert (first.url, first.source_id, first.capture_id, first.tied) == (COPY, source_id, capture_id, True)
    assert second.url == RECORD


def test_a_source_with_the_address_in_another_spelling_is_the_same(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, (f"{RECORD}/?utm_source=mail", "in the record"))
    source_id, capture_id = newsroom.add_source(TEXT, title="The record", url=RECORD.replace("http:", "https:"))

    (found,) = of(newsroom, claim_id)

    assert (found.source_id, found.capture_id, found.tied) == (source_id, capture_id, False)


def test_two_links_to_one_page_are_one_suggestion(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, (RECORD, "in the record"), (f"{RECORD}/", "as written down"))

    assert len(of(newsroom, claim_id)) == 1


def test_why_a_source_could_not_be_captured_is_told(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    with newsroom.database.write() as session:
        fields = desk.DocumentFields("x", url=COPY)
        source = desk.add_source(session, newsroom.chris, SourceKind.OTHER, fields)
        new = desk.NewCapture(
            *(CaptureMethod.FETCH, None, None, None, None, None),
            outcome=CaptureOutcome.GONE,
            reason="The page is gone.",
        )
        desk.record_capture(session, newsroom.chris, source, new)

    (found,) = of(newsroom, claim_id)

    assert (found.capture_id, found.failed) == (None, "The page is gone.")


def test_the_library_is_searched_for_the_quoted_words(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom)
    source_id, capture_id = newsroom.add_source(TEXT, title="The record", url=RECORD)

    with newsroom.database.read() as session:
        (found, *_) = library(session, claim_id)

    assert (found.place, found.source_id, found.capture_id) == (Place.LIBRARY, source_id, capture_id)
    assert found.grade is MatchGrade.NEAR
    assert found.span is not None
    assert found.span.of(TEXT).startswith("we shall rebuild")
    assert (found.title, found.publisher, found.tier) == ("The record", "The Assembly", Tier.PRIMARY)


def test_a_source_that_tells_of_it_is_found_by_the_statement(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, quote=None)
    source_id, _ = newsroom.add_source(
        "A programme.\n\nAna Petrov wants every bridge on the river rebuilt within four years.\n\nIt is long.",
        title="The programme",
    )

    with newsroom.database.read() as session:
        found = library(session, claim_id)

    assert source_id in [one.source_id for one in found]
    assert all(one.why for one in found)


def test_what_is_a_reference_is_not_suggested_again(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, (RECORD, "in the record"))
    source_id, _ = newsroom.add_source(TEXT, title="The record", url=RECORD)
    other_id, _ = newsroom.add_source(f"Another paper.\n\n“{QUOTE}”, she said.", title="A paper")

    with newsroom.database.read() as session:
        found = suggestions(session, claim_id)

    assert [(one.place, one.source_id) for one in found][:2] == [
        (Place.REFERENCE, source_id),
        (Place.LIBRARY, other_id),
    ]
    assert [one.source_id for one in found].count(source_id) == 1


def test_a_claim_that_is_not_there_has_no_suggestions(newsroom: Newsroom) -> None:
    with newsroom.database.read() as session:
        assert suggestions(session, 9_999) == ()


def test_a_new_capture_makes_the_library_another_one(newsroom: Newsroom) -> None:
    with newsroom.database.read() as session:
        before = newest_capture(session)
    newsroom.add_source(TEXT)

    with newsroom.database.read() as session:
        assert newest_capture(session) > before
