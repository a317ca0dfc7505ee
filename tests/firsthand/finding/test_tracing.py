"""Tracing a claim from its article along references to the first hand, on a small web of real pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models import Capture, Source
from db.queries import claim_files, references, traces
from db.rows import TraceRow
from db.session import Database
from db.vocabulary import CaptureOutcome, Role, SearchOutcome, Tier, TraceOutcome
from firsthand import desk
from firsthand.errors import InvalidError, NotAllowedError, NotFoundError
from firsthand.finding import tracing
from firsthand.finding.trails import MOST_STATIONS, Trail
from firsthand.sources import captures
from firsthand.sources.parsing import Parser
from tests.firsthand.finding.small_web import (
    ASSEMBLY,
    COPIER,
    DAILY,
    QUOTE,
    SAID,
    WIRE,
    Answer,
    Small,
    claim_with_references,
    know_the_assembly,
    page,
    small_web,
)
from tests.firsthand.newsroom import Newsroom
from tests.firsthand.text.pdf_maker import lines, make_pdf

COPY, REPORT = f"http://{COPIER}/bridges", f"http://{WIRE}/bridges"
RECORD, RECORD_PDF = f"http://{ASSEMBLY}/2026-03-03", f"http://{ASSEMBLY}/2026-03-03.pdf"
TOLD = f"“{QUOTE},” Minister Ana Petrov said, according to the"


def transcript() -> Answer:
    return page("Record of the sitting", f"Ms Petrov: I thank the member, and {SAID}.", "The sitting was closed.")


def transcript_pdf() -> Answer:
    said = f"Ms Petrov: I thank the member, and {SAID}."
    first = lines(60, 780, "Record of the sitting of 3 March 2026, first part of two, as it was taken down", size=11)
    second = lines(60, 780, *(said[at : at + 60] for at in range(0, len(said), 60)), size=11)
    return Answer(make_pdf([first, second], {"Title": "Record of the sitting"}), "application/pdf")


def web_of(**changed: Answer) -> dict[str, Answer]:
    pages = {
        "copy": page("Bridges", f"“{QUOTE},” Petrov said.", f'Reproduced from <a href="{REPORT}">Coast Wire</a>.'),
        "report": page("Minister promises bridges", f'{TOLD} <a href="{RECORD}">record of the sitting</a>.'),
        "record": transcript(),
    }
    names = {"copy": COPY, "report": REPORT, "record": RECORD, "pdf": RECORD_PDF}
    return {names[name]: answer for name, answer in {**pages, **changed}.items()}


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    with Parser() as reading:
        yield reading


@pytest.fixture
def newsroom(sqlite_database: Database) -> Newsroom:
    opened = Newsroom.opened(sqlite_database)
    know_the_assembly(sqlite_database)
    return opened


def one_station(newsroom: Newsroom, small: Small, parser: Parser, trail: Trail) -> Trail:
    """Go on by one page, as a job does in steps of its own."""
    database, actor = newsroom.database, newsroom.chris
    place = f"job-1-{trail.stations + 1}"
    trail, source_id, fresh = tracing.approach(database, actor, trail)
    if source_id is None:
        return trail
    if not fresh:
        captures.capture(database, small.web, parser, actor, source_id, key=place)
    return tracing.arrive(database, trail, source_id)


def follow(newsroom: Newsroom, small: Small, parser: Parser, claim_id: int, start: str | None = None) -> TraceRow:
    """Trace a claim from the article to the end of the way."""
    trail = tracing.begin(newsroom.database, newsroom.chris, claim_id, start)
    while not trail.over:
        trail = one_station(newsroom, small, parser, trail)
    return tracing.finish(newsroom.database, newsroom.chris, trail, key="job-1")


def urls(row: TraceRow) -> list[str]:
    return [step.url for step in row.steps]


def test_a_repost_leads_over_the_report_to_the_transcript(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    with small_web(web_of()) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.FOUND
    assert urls(row) == [f"http://{DAILY}/week", COPY, REPORT, RECORD]
    assert row.steps[-1].tier is Tier.PRIMARY
    assert row.steps[-1].publisher == "The Assembly"
    assert row.steps[-1].outcome == "The quoted words stand here with words that differ."
    assert "The Assembly, holds the words" in row.reason
    assert [step.words for step in row.steps[1:]] == ["told reporters", "Coast Wire", "record of the sitting"]
    assert all(step.why for step in row.steps[1:])


def test_a_transcript_as_a_pdf_is_read_as_well(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (REPORT, "told reporters"))
    report = page("Minister promises bridges", f'{TOLD} <a href="{RECORD_PDF}">record of the sitting</a>.')
    with small_web(web_of(report=report, pdf=transcript_pdf())) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.FOUND
    assert urls(row)[-1] == RECORD_PDF


def test_every_station_becomes_a_source_with_a_capture_and_the_reference_is_tied(
    newsroom: Newsroom, parser: Parser
) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    with small_web(web_of()) as small:
        row = follow(newsroom, small, parser, claim_id)

    with newsroom.database.read() as session:
        for step in row.steps[1:]:
            source = session.get_one(Source, step.document_id)
            capture = session.get_one(Capture, step.capture_id)
            assert source.url == step.url
            assert capture.document_id == source.id
            assert capture.outcome is CaptureOutcome.COMPLETE
        (reference,) = references.of_article(session, row.steps[0].document_id or 0)
    assert reference.source_id == row.steps[1].document_id


def test_the_search_log_has_the_trace_by_itself(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    with small_web(web_of()) as small:
        row = follow(newsroom, small, parser, claim_id)

    with newsroom.database.read() as session:
        file = claim_files.file(session, claim_id)
    assert file is not None
    (search,) = file.searches
    assert (search.place, search.outcome, search.note) == ("Trace", SearchOutcome.FOUND, row.reason)
    assert search.query == f"{COPY} → {REPORT} → {RECORD}"
    assert search.by == "Chris"


def test_a_trace_is_recorded_once_for_its_key(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    with small_web(web_of()) as small:
        first, asked = follow(newsroom, small, parser, claim_id), dict(small.asked)
        again = follow(newsroom, small, parser, claim_id)

        assert dict(small.asked) == asked
    assert again == first
    with newsroom.database.read() as session:
        assert traces.of_claim(session, claim_id) == (first,)


def test_a_trace_that_was_cut_off_at_any_step_ends_the_same_and_does_nothing_twice(
    newsroom: Newsroom, parser: Parser
) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    database = newsroom.database
    with small_web(web_of()) as small:
        for done in range(4):  # die after so many steps, and begin again from nothing
            trail = tracing.begin(database, newsroom.chris, claim_id)
            for _ in range(done):
                trail = one_station(newsroom, small, parser, trail)
        row = follow(newsroom, small, parser, claim_id)

        assert set(small.asked.values()) == {1}
    assert urls(row) == [f"http://{DAILY}/week", COPY, REPORT, RECORD]
    with database.read() as session:
        assert len(session.scalars(select(Capture.id).where(Capture.uid.startswith("job-1"))).all()) == 3


def test_a_trail_is_kept_between_steps_as_json_and_goes_on_as_it_was(newsroom: Newsroom, parser: Parser) -> None:
    shut = f"http://{DAILY}/members-only"
    claim_id = claim_with_references(newsroom, (shut, "a petrov report"), (COPY, "told reporters"))
    with small_web({**web_of(), shut: Answer(status=403)}) as small:
        trail = tracing.begin(newsroom.database, newsroom.chris, claim_id)
        while not trail.over:
            assert Trail.of_json(json.loads(json.dumps(trail.as_json()))) == trail
            trail = one_station(newsroom, small, parser, trail)
    assert trail.unread
    assert Trail.of_json(json.loads(json.dumps(trail.as_json()))) == trail
    assert tracing.finish(newsroom.database, newsroom.chris, trail, key="job-1").outcome is TraceOutcome.FOUND


def test_one_reference_can_be_chosen_to_start_from(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"), (REPORT, "at the quay"))
    with small_web(web_of()) as small:
        row = follow(newsroom, small, parser, claim_id, start=REPORT)

    assert urls(row) == [f"http://{DAILY}/week", REPORT, RECORD]


def test_pages_that_link_to_each_other_end_the_trace(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    back = page("Bridges", f'“{QUOTE},” Petrov said, as <a href="{COPY}?utm_source=x">the clips</a> had it.')
    with small_web(web_of(report=back)) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.DEAD_END
    assert urls(row) == [f"http://{DAILY}/week", COPY, REPORT]
    assert "not known to be first hand" in row.reason


def test_a_page_that_is_gone_blocks_the_way_and_says_so(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    with small_web(web_of(record=Answer(b"Nothing.", "text/plain", 404))) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.BLOCKED
    assert row.reason.startswith("The last page could not be read:")
    assert row.steps[-1].url == RECORD
    with newsroom.database.read() as session:
        capture = session.get_one(Capture, row.steps[-1].capture_id)
        file = claim_files.file(session, claim_id)
    assert capture.outcome is CaptureOutcome.GONE
    assert file is not None
    assert file.searches[0].outcome is SearchOutcome.BLOCKED


@pytest.mark.parametrize(
    "refusal",
    [
        Answer(b"No robots.", "text/plain", 403),
        Answer(status=302, location="http://127.0.0.1/inside"),
        Answer(status=302, location="http://[::1]/inside"),
        Answer(status=302, location="http://nowhere.example/"),
        Answer(b"\x00\x01\x02 no text at all", "application/octet-stream"),
    ],
    ids=["forbidden", "inward", "inward by another name", "to a name that is none", "no text"],
)
def test_a_page_that_cannot_be_read_is_a_station_with_its_reason(
    newsroom: Newsroom, parser: Parser, refusal: Answer
) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    with small_web(web_of(copy=refusal)) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.BLOCKED
    assert urls(row) == [f"http://{DAILY}/week", COPY]
    assert row.steps[-1].outcome in row.reason


def test_where_the_first_reference_is_blocked_the_next_one_is_tried(newsroom: Newsroom, parser: Parser) -> None:
    shut = f"http://{DAILY}/members-only"
    claim_id = claim_with_references(newsroom, (shut, "a petrov report"), (COPY, "at the quay"))
    with small_web({**web_of(), shut: Answer(status=403)}) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.FOUND
    assert urls(row)[1:] == [shut, COPY, REPORT, RECORD]


def test_a_chain_without_end_is_left_after_six_pages(newsroom: Newsroom, parser: Parser) -> None:
    def link(number: int) -> Answer:
        onward = f'<a href="http://h{number + 1}.example/p">another paper</a>'
        return page(f"Copy {number}", f"“{QUOTE},” Petrov told {onward} on Tuesday.")

    pages = {f"http://h{number}.example/p": link(number) for number in range(12)}
    claim_id = claim_with_references(newsroom, ("http://h0.example/p", "told reporters"))
    with small_web(pages) as small:
        row = follow(newsroom, small, parser, claim_id)

        assert sum(small.asked.values()) == MOST_STATIONS
    assert row.outcome is TraceOutcome.TOO_FAR
    assert len(row.steps) == MOST_STATIONS + 1
    assert "After 6 pages" in row.reason


def test_a_page_that_lacks_the_words_is_not_the_first_hand_even_of_a_primary_publisher(
    newsroom: Newsroom, parser: Parser
) -> None:
    claim_id = claim_with_references(newsroom, (RECORD, "told reporters"))
    with small_web(web_of(record=page("Another sitting", "The sitting dealt with the harbour dues."))) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.DEAD_END
    assert row.steps[-1].outcome == "The quoted words are not here."
    assert row.reason == "No page on the way holds the words."


def test_a_first_hand_page_that_lacks_the_words_may_lead_to_its_own_record(newsroom: Newsroom, parser: Parser) -> None:
    agenda = f"http://{ASSEMBLY}/agenda"
    claim_id = claim_with_references(newsroom, (agenda, "told reporters"))
    pages = web_of() | {
        agenda: page("Agenda", f'The sitting opened at ten. See the <a href="{RECORD}">full transcript</a>.')
    }
    with small_web(pages) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.FOUND
    assert urls(row)[1:] == [agenda, RECORD]


def test_an_article_without_references_ends_at_once_and_is_logged(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom)
    with small_web({}) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.DEAD_END
    assert "no reference" in row.reason
    with newsroom.database.read() as session:
        file = claim_files.file(session, claim_id)
    assert file is not None
    assert file.searches[0].query == "the article's references"


def test_a_claim_that_quotes_nobody_is_found_by_what_it_says(newsroom: Newsroom, parser: Parser) -> None:
    claim_id = claim_with_references(newsroom, (RECORD, "told reporters"), quote=None)
    record = page("Record", "Every bridge on the river, Petrov said, will be rebuilt within four years.")
    with small_web(web_of(record=record)) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.FOUND
    assert row.steps[-1].outcome == "A sentence here says as much."


def test_an_address_that_is_none_does_not_end_the_trace(newsroom: Newsroom, parser: Parser) -> None:
    long = f"http://{COPIER}/{'x' * 3000}"
    claim_id = claim_with_references(newsroom, (long, "told reporters"), (REPORT, "at the quay"))
    with small_web(web_of()) as small:
        row = follow(newsroom, small, parser, claim_id)

    assert row.outcome is TraceOutcome.FOUND


def test_only_checkers_trace(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom, (COPY, "told reporters"))
    reader = replace(newsroom.chris, roles=frozenset({Role.READER}))
    with pytest.raises(NotAllowedError):
        tracing.begin(newsroom.database, reader, claim_id)


def test_a_claim_that_is_not_there_cannot_be_traced(newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError):
        tracing.begin(newsroom.database, newsroom.chris, 9_999)


def test_a_trace_has_a_way_and_an_end(newsroom: Newsroom) -> None:
    claim_id = claim_with_references(newsroom)
    with newsroom.database.write() as session, pytest.raises(InvalidError):
        desk.record_trace(
            session, newsroom.chris, claim_id, uid="x", outcome=TraceOutcome.DEAD_END, reason=" ", steps=()
        )
