"""From an address to a capture on file: bytes, text, the way there, or the reason why there is none."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from sqlalchemy import select

from db.models import Capture, OriginSuggestion, Source
from db.queries import articles, captures, references
from db.rows import CaptureRow
from db.vocabulary import CaptureMethod, CaptureOutcome, EventAction
from firsthand.errors import InvalidError, NotAllowedError, NotFoundError
from firsthand.reading import Incoming
from firsthand.sources.captures import (
    Recorded,
    capture,
    fetch_document,
    next_try,
    record,
    source_at,
)
from firsthand.sources.fetched import Fetched
from firsthand.sources.fetching import Web
from firsthand.sources.parsing import Parser
from firsthand.taking_in import Became, capture_article, capture_source, take_in_fetched
from firsthand.verification import verify
from tests.firsthand.newsroom import Newsroom
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import answer, speaks, wire
from tests.firsthand.text.pdf_maker import Drawn, make_pdf
from tests.makers import NOON

HTML = "Content-Type: text/html; charset=utf-8"
SAID = "We will repair every bridge by 2030, whatever it takes."
PAGE = (
    "<!doctype html><html lang='en'><head><title>Remarks by the minister | Ministry of Works</title>"
    "<meta property='og:site_name' content='Ministry of Works'>"
    "<meta property='article:published_time' content='2026-03-01'></head>"
    f"<body><nav><a href='/'>Home</a></nav><main><h1>Remarks by the minister</h1><p>{SAID} See <a href='/report.pdf'>"
    "the report</a> that the authority made for this.</p></main></body></html>"
).encode()
_numbers = count(1)


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    with Parser() as one:
        yield one


@contextmanager
def site(*replies: bytes) -> Iterator[tuple[Web, str]]:
    """Run a site that gives these answers one after the other; a web that knows it, and a new address on it."""
    with wire(speaks(*replies)) as server:
        yield loopback_web({"works.example": server.address}), f"http://works.example/{next(_numbers)}"


def _captured(newsroom: Newsroom, parser: Parser, *replies: bytes, **named: object) -> tuple[int, Recorded, CaptureRow]:
    """Add a source by its address and capture it; tells its number, what was recorded, and the row."""
    with site(*replies) as (web, url):
        source_id = source_at(newsroom.database, newsroom.chris, url)
        recorded = capture(newsroom.database, web, parser, newsroom.chris, source_id, **named)  # type: ignore[arg-type]
    assert recorded is not None
    with newsroom.database.read() as session:
        return source_id, recorded, articles.captures(session, source_id)[0]


def test_a_page_becomes_a_capture_with_its_bytes_its_text_and_the_way_there(newsroom: Newsroom, parser: Parser) -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: /remarks\r\nContent-Length: 0\r\n\r\n"
    source_id, recorded, row = _captured(newsroom, parser, moved, answer(PAGE, HTML, 'ETag: "v1"'))
    assert recorded == Recorded(row.id, CaptureOutcome.COMPLETE, None, None)
    assert (row.method, row.status, row.declared_type, row.media_type) == (
        CaptureMethod.FETCH,
        200,
        "text/html",
        "text/html",
    )
    assert [hop.status for hop in row.hops] == [302, 200]
    assert row.final_url == "http://works.example/remarks"
    assert row.extractor == "firsthand-page 1"
    assert newsroom.database.blobs.get(row.sha256 or "") == PAGE
    with newsroom.database.read() as session:
        assert SAID in (articles.text(session, row.id) or "")
        assert ("ETag", '"v1"') in captures.headers(session, row.id)
        (link,) = references.of_capture(session, row.id)
        taken = session.get_one(Capture, row.id)
        assert taken.started_at is not None
    assert (link.href, link.words) == ("http://works.example/report.pdf", "the report")
    assert newsroom.events()[-1].record_id == source_id
    assert verify(newsroom.database).sound


def test_what_the_page_says_of_itself_fills_what_nobody_entered(newsroom: Newsroom, parser: Parser) -> None:
    source_id, _, _ = _captured(newsroom, parser, answer(PAGE, HTML))
    with newsroom.database.read() as session:
        source = session.get_one(Source, source_id)
        assert (source.title, source.publisher, source.published, source.language) == (
            "Remarks by the minister",
            "Ministry of Works",
            "2026-03-01",
            "en",
        )
    (filled,) = [event for event in newsroom.events() if event.action is EventAction.SOURCE_CHANGED][-1:]
    assert filled.why == "As its capture says."
    assert set(filled.after or {}) == {"title", "publisher", "published", "language"}


def test_what_somebody_entered_stays(newsroom: Newsroom, parser: Parser) -> None:
    with site(answer(PAGE, HTML)) as (web, url):
        source_id, _ = newsroom.add_source(title="The minister's words", url=url, publisher="Works", published="2026")
        capture(newsroom.database, web, parser, newsroom.chris, source_id)
    with newsroom.database.read() as session:
        source = session.get_one(Source, source_id)
        assert (source.title, source.publisher, source.published) == ("The minister's words", "Works", "2026")


def test_signs_of_an_origin_are_suggested_with_the_capture_that_shows_them(
    local_newsroom: Newsroom, parser: Parser
) -> None:
    copied = PAGE.replace(b"</head>", b"<link rel='canonical' href='https://wire.example/2026/bridges'></head>")
    source_id, _, _ = _captured(local_newsroom, parser, answer(copied, HTML))
    with local_newsroom.database.read() as session:
        found = session.scalars(select(OriginSuggestion).where(OriginSuggestion.source_id == source_id)).all()
    assert "https://wire.example/2026/bridges" in [one.other_url for one in found]


def test_a_pdf_keeps_the_ends_of_its_pages(newsroom: Newsroom, parser: Parser) -> None:
    pages = [[Drawn(72, 700, f"This is what stands on page {n} of the report.")] for n in (1, 2, 3)]
    _, _, row = _captured(newsroom, parser, answer(make_pdf(pages), "Content-Type: application/pdf"))
    with newsroom.database.read() as session:
        text = articles.text(session, row.id) or ""
    assert [page.strip() for page in text.split("\f")] == [
        f"This is what stands on page {n} of the report." for n in (1, 2, 3)
    ]


def test_what_was_not_read_of_a_file_is_on_file_with_its_text(local_newsroom: Newsroom, parser: Parser) -> None:
    wide = ",".join(f"c{n}" for n in range(3000)) + "\n" + ",".join(map(str, range(3000)))
    _, recorded, row = _captured(local_newsroom, parser, answer(wide.encode(), "Content-Type: text/csv"))
    assert (recorded.outcome, row.extractor) == (CaptureOutcome.COMPLETE, "firsthand-table 1")
    assert row.reason == "The table has 3,000 columns; only the first 2,000 of each row were kept."


@pytest.mark.parametrize(
    ("reply", "outcome", "status", "words", "minutes"),
    [
        (answer(b"", status="403 Forbidden"), CaptureOutcome.REFUSED, 403, "refuses programs", None),
        (answer(b"", status="404 Not Found"), CaptureOutcome.GONE, 404, "no such page", None),
        (answer(b"", status="503 Busy"), CaptureOutcome.UNREACHABLE, 503, "cannot answer", 15),
        (answer(b"", "Retry-After: 7200", status="429 Slow"), CaptureOutcome.UNREACHABLE, 429, "too often", 120),
        (answer(b"", "Retry-After: 1", status="429 Slow"), CaptureOutcome.UNREACHABLE, 429, "too often", 15),
        (answer(b"", status="500 Oops"), CaptureOutcome.UNREACHABLE, 500, "error of its own", 1440),
    ],
)
def test_a_fetch_that_brings_nothing_is_a_capture_with_its_reason_and_the_next_try(
    local_newsroom: Newsroom,
    parser: Parser,
    reply: bytes,
    outcome: CaptureOutcome,
    status: int,
    words: str,
    minutes: int | None,
) -> None:
    _, recorded, row = _captured(local_newsroom, parser, reply)
    assert (recorded.outcome, row.outcome, row.status) == (outcome, outcome, status)
    assert words in (row.reason or "")
    assert (row.sha256, row.characters) == (None, None)
    assert row.retry_at == (row.taken_at + dt.timedelta(minutes=minutes) if minutes else None)


def test_a_body_that_was_cut_short_leaves_nothing_to_quote_from(local_newsroom: Newsroom, parser: Parser) -> None:
    cut = answer(PAGE, HTML)[:-100]
    source_id, recorded, row = _captured(local_newsroom, parser, cut)
    assert recorded.outcome is CaptureOutcome.PARTIAL
    assert (row.sha256, row.characters) == (None, None)
    assert row.retry_at is not None
    with local_newsroom.database.read() as session:
        assert session.get_one(Source, source_id).title.startswith("http://works.example/")


def test_an_address_inside_is_refused_and_the_refusal_is_on_file(local_newsroom: Newsroom, parser: Parser) -> None:
    source_id, _ = local_newsroom.add_source(title="Router", url="http://192.168.0.1/admin")
    recorded = capture(local_newsroom.database, loopback_web({}), parser, local_newsroom.chris, source_id)
    assert recorded is not None
    assert recorded.outcome is CaptureOutcome.REFUSED
    assert "private network" in (recorded.reason or "")


def test_a_page_that_is_declared_a_pdf_is_kept_and_not_read(local_newsroom: Newsroom, parser: Parser) -> None:
    _, recorded, row = _captured(local_newsroom, parser, answer(PAGE, "Content-Type: application/pdf"))
    assert recorded.outcome is CaptureOutcome.NO_TEXT
    assert "it was kept but not read" in (recorded.reason or "")
    assert local_newsroom.database.blobs.get(row.sha256 or "") == PAGE
    assert (row.characters, row.retry_at) == (None, None)


@pytest.mark.parametrize(
    ("body", "declared", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "image/png", "picture"),
        (b"<html><body><script>show()</script></body></html>", "text/html", "a program in it"),
        (b"  \n ", "text/html", "empty page"),
    ],
)
def test_what_has_no_text_is_kept_with_the_reason(
    local_newsroom: Newsroom, parser: Parser, body: bytes, declared: str, words: str
) -> None:
    _, recorded, row = _captured(local_newsroom, parser, answer(body, f"Content-Type: {declared}"))
    assert recorded.outcome is CaptureOutcome.NO_TEXT
    assert words in (recorded.reason or "")
    assert row.sha256 == hashlib.sha256(body).hexdigest()


def test_the_charset_that_the_site_declares_is_heard(local_newsroom: Newsroom, parser: Parser) -> None:
    page = "<html><body><p>Přehled všech mostů v zemi, které byly uzavřeny.</p></body></html>".encode("iso-8859-2")
    _, _, row = _captured(local_newsroom, parser, answer(page, "Content-Type: text/html; charset=ISO-8859-2"))
    with local_newsroom.database.read() as session:
        assert articles.text(session, row.id) == "Přehled všech mostů v zemi, které byly uzavřeny."


def test_the_same_text_again_is_known_for_what_it_is(newsroom: Newsroom, parser: Parser) -> None:
    other = PAGE.replace(SAID.encode(), b"We will repair some bridges.")
    told: list[Recorded] = []
    with site(answer(PAGE, HTML), answer(PAGE + b"<!-- ad 1 -->", HTML), answer(other, HTML), answer(PAGE, HTML)) as (
        web,
        url,
    ):
        source_id = source_at(newsroom.database, newsroom.chris, url)
        for _ in range(4):
            recorded = capture(newsroom.database, web, parser, newsroom.chris, source_id)
            assert recorded is not None
            told.append(recorded)
    ids = [one.capture_id for one in told]
    assert [one.same_text_as for one in told] == [None, ids[0], None, ids[1]]


def test_a_key_makes_a_capture_happen_once(newsroom: Newsroom, parser: Parser) -> None:
    key = f"job-{next(_numbers)}-{newsroom.desk_id}"
    with site(answer(PAGE, HTML), answer(b"", status="404 Not Found")) as (web, url):
        source_id = source_at(newsroom.database, newsroom.chris, url)
        first = capture(newsroom.database, web, parser, newsroom.chris, source_id, key=key)
        events = len(newsroom.events())
        again = capture(newsroom.database, web, parser, newsroom.chris, source_id, key=key)
        fetched = fetch_document(newsroom.database, web, source_id, robots=False, conditional=False)
        recorded = record(newsroom.database, parser, newsroom.chris, source_id, fetched, key=key)
    assert first == again == recorded
    assert len(newsroom.events()) == events
    with newsroom.database.read() as session:
        assert len(articles.captures(session, source_id)) == 1


def test_unchanged_is_no_capture(newsroom: Newsroom, parser: Parser) -> None:
    unchanged = b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n'
    with wire(speaks(answer(PAGE, HTML, 'ETag: "v1"', "Last-Modified: Sun, 01 Mar 2026 09:00:00 GMT"), unchanged)) as (
        server
    ):
        web = loopback_web({"works.example": server.address})
        source_id = source_at(newsroom.database, newsroom.chris, f"http://works.example/{next(_numbers)}")
        assert capture(newsroom.database, web, parser, newsroom.chris, source_id)
        assert capture(newsroom.database, web, parser, newsroom.chris, source_id, conditional=True) is None
    assert b'if-none-match: "v1"' in server.heads[1].lower()
    assert b"if-modified-since: sun, 01 mar 2026" in server.heads[1].lower()
    fetched = _fetched(unchanged=True)
    with pytest.raises(InvalidError, match="nothing to capture"):
        record(newsroom.database, parser, newsroom.chris, source_id, fetched)


def test_a_text_that_was_brought_by_hand_is_not_asked_to_be_unchanged(newsroom: Newsroom, parser: Parser) -> None:
    with wire(speaks(answer(PAGE, HTML, 'ETag: "v1"'))) as server:
        web = loopback_web({"works.example": server.address})
        source_id = source_at(newsroom.database, newsroom.chris, f"http://works.example/{next(_numbers)}")
        capture(newsroom.database, web, parser, newsroom.chris, source_id)
        brought = Incoming(b"Another text altogether, typed by hand.", CaptureMethod.PASTE)
        capture_source(newsroom.database, newsroom.chris, source_id, brought, parser=parser)
        assert capture(newsroom.database, web, parser, newsroom.chris, source_id, conditional=True)
    assert b"if-none-match" not in server.heads[1].lower()


def test_what_a_site_refuses_to_programs_is_brought_by_hand_and_says_so(newsroom: Newsroom, parser: Parser) -> None:
    source_id, refused, _ = _captured(newsroom, parser, answer(b"", status="403 Forbidden"))
    assert refused.outcome is CaptureOutcome.REFUSED
    saved = Incoming(PAGE, CaptureMethod.UPLOAD, file_name="remarks.html", media_type="text/html")
    number = capture_source(newsroom.database, newsroom.chris, source_id, saved, parser=parser)
    with newsroom.database.read() as session:
        (row, before) = articles.captures(session, source_id)
        assert (row.id, row.method, row.outcome) == (number, CaptureMethod.UPLOAD, CaptureOutcome.COMPLETE)
        day = f"{before.taken_at.day} {before.taken_at:%B %Y}"
        assert row.reason == f"Saved by hand: the site refused programs on {day}."
        assert SAID in (articles.text(session, number) or "")


def test_what_comes_by_hand_without_a_refusal_has_nothing_to_explain(newsroom: Newsroom, parser: Parser) -> None:
    source_id, _ = newsroom.add_source()
    brought = Incoming(b"What the report says, typed off.", CaptureMethod.PASTE)
    number = capture_source(newsroom.database, newsroom.chris, source_id, brought, parser=parser)
    with newsroom.database.read() as session:
        assert session.get_one(Capture, number).reason is None


def test_an_article_is_captured_as_articles_are_read(newsroom: Newsroom, parser: Parser) -> None:
    story = "<p>The minister faced questions in parliament on Tuesday about bridges that the state had closed.</p>" * 6
    page = f"<html><body><article><h1>Minister questioned</h1>{story}</article></body></html>".encode()
    with site(answer(page, HTML)) as (web, url):
        article_id = newsroom.add_article("An older text of the article.", url=url)
        recorded = capture(newsroom.database, web, parser, newsroom.chris, article_id)
    assert recorded is not None
    with newsroom.database.read() as session:
        assert "trafilatura" in (session.get_one(Capture, recorded.capture_id).extractor or "")
    brought = Incoming(page, CaptureMethod.FILE, media_type="text/html")
    number = capture_article(newsroom.database, newsroom.chris, article_id, brought, parser=parser)
    with newsroom.database.read() as session:
        assert articles.text(session, number) == articles.text(session, recorded.capture_id)


def test_a_source_is_found_by_any_spelling_of_its_address_or_added(newsroom: Newsroom) -> None:
    number = next(_numbers)
    added = source_at(newsroom.database, newsroom.chris, f"https://www.works.example/list/{number}/", title="The list")
    assert source_at(newsroom.database, newsroom.chris, f"http://works.example/list/{number}?utm_source=x") == added
    other = source_at(newsroom.database, newsroom.chris, f"  https://works.example/other/{number} ")
    with newsroom.database.read() as session:
        assert session.get_one(Source, added).title == "The list"
        assert session.get_one(Source, other).title == f"https://works.example/other/{number}"
    with pytest.raises(InvalidError, match="starts with http"):
        source_at(newsroom.database, newsroom.chris, "ftp://works.example/")
    with pytest.raises(NotAllowedError):
        source_at(newsroom.database, newsroom.rea, f"https://works.example/third/{number}")


def test_a_document_without_an_address_cannot_be_fetched(newsroom: Newsroom, parser: Parser) -> None:
    source_id, _ = newsroom.add_source(title="A printed report")
    with pytest.raises(InvalidError, match="«A printed report» has no address"):
        capture(newsroom.database, loopback_web({}), parser, newsroom.chris, source_id)
    with pytest.raises(NotFoundError):
        capture(newsroom.database, loopback_web({}), parser, newsroom.chris, 10**6)


def test_the_next_try_comes_later_with_every_failure_and_never_before_the_site_wants_it() -> None:
    busy = _fetched(outcome=CaptureOutcome.UNREACHABLE, retry=True)
    waits = [(next_try(busy, failures, NOON) or NOON) - NOON for failures in range(6)]
    assert waits == [dt.timedelta(minutes=minutes) for minutes in (15, 60, 360, 1440, 1440, 1440)]
    wished = _fetched(outcome=CaptureOutcome.UNREACHABLE, retry=True, retry_after=dt.timedelta(days=3))
    assert next_try(wished, 0, NOON) == NOON + dt.timedelta(days=3)
    endless = _fetched(outcome=CaptureOutcome.UNREACHABLE, retry=True, retry_after=dt.timedelta(days=9999))
    assert next_try(endless, 0, NOON) == NOON + dt.timedelta(days=30)
    for outcome in (CaptureOutcome.REFUSED, CaptureOutcome.GONE, CaptureOutcome.COMPLETE, CaptureOutcome.NO_TEXT):
        assert next_try(_fetched(outcome=outcome, retry=True), 0, NOON) is None


def test_failures_are_counted_from_the_last_page_that_came(local_newsroom: Newsroom, parser: Parser) -> None:
    busy = answer(b"", status="503 Busy")
    with site(busy, busy, answer(PAGE, HTML), busy) as (web, url):
        source_id = source_at(local_newsroom.database, local_newsroom.chris, url)
        waits = []
        for _ in range(4):
            capture(local_newsroom.database, web, parser, local_newsroom.chris, source_id)
            with local_newsroom.database.read() as session:
                row = articles.captures(session, source_id)[0]
            waits.append(row.retry_at - row.taken_at if row.retry_at else None)
    assert waits == [dt.timedelta(minutes=15), dt.timedelta(hours=1), None, dt.timedelta(minutes=15)]


def test_an_article_is_taken_in_from_what_was_fetched_and_only_once(newsroom: Newsroom, parser: Parser) -> None:
    number = next(_numbers)
    story = f"<p>The council voted 14 to 9 on Tuesday to build library {number}, Mayor Joan Peel said in May.</p>" * 5
    page = f"<html><head><title>Library {number}</title></head><body><article>{story}</article></body></html>".encode()
    key = f"take-in-{number}-{newsroom.desk_id}"
    with site(answer(page, HTML)) as (web, url):
        source_id = source_at(newsroom.database, newsroom.chris, url)
        fetched = fetch_document(newsroom.database, web, source_id, robots=False, conditional=False)
    one, again = (
        take_in_fetched(newsroom.database, parser, newsroom.chris, newsroom.desk_id, fetched, key=key) for _ in range(2)
    )
    assert (one.became, one.drafts > 0) == (Became.NEW, True)
    assert (again.article_id, again.capture_id, again.drafts) == (one.article_id, one.capture_id, one.drafts)
    with newsroom.database.read() as session:
        (row,) = articles.captures(session, one.article_id)
    assert (row.method, row.status, row.hops) == (CaptureMethod.FETCH, 200, fetched.hops)


def _fetched(outcome: CaptureOutcome = CaptureOutcome.COMPLETE, **fields: object) -> Fetched:
    known: dict[str, object] = {
        "url": "http://works.example/",
        "outcome": outcome,
        "reason": None,
        "status": None,
        "headers": (),
        "hops": (),
        "body": None,
        "declared_type": None,
        "sniffed_type": None,
        "media_type": None,
        "started_at": NOON,
        "ended_at": NOON,
    }
    return Fetched(**known | fields)  # type: ignore[arg-type]
