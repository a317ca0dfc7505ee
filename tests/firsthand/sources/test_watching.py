"""A page on loopback goes through everything that pages go through, and the watch tells what it means."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from db.models import Claim
from db.queries import articles, places, watches
from db.rows import ObservationRow
from db.vocabulary import AnchorHealth, Flag, ObservationOutcome, WorkState
from firsthand import desk
from firsthand.sources import watching
from firsthand.sources.captures import capture, source_at
from firsthand.sources.parsing import Parser
from firsthand.verification import verify
from tests.firsthand.desk.looking import Watched
from tests.firsthand.newsroom import Newsroom
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import answer, speaks, wire

HTML, STATE = "Content-Type: text/html; charset=utf-8", 'ETag: "v1"'
SAID = "We will repair every single bridge in this country by 2030, whatever it takes."
LOOK = ObservationOutcome
GONE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
UNCHANGED = b"HTTP/1.1 304 Not Modified\r\n\r\n"
INWARD = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"
_numbers = count(1)


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    with Parser() as one:
        yield one


def page(*paragraphs: str) -> bytes:
    inner = "".join(f"<p>{words}</p>" for words in paragraphs)
    html = (
        "<!doctype html><html lang='en'><head><title>Remarks by the minister</title></head><body><main>"
        f"<h1>Remarks by the minister</h1><p>The minister spoke to reporters in the capital on Monday.</p>{inner}"
        "<p>She took no questions after her remarks, and left for the airport.</p></main></body></html>"
    )
    return html.encode()


def _looks(newsroom: Newsroom, parser: Parser, *answers: bytes) -> tuple[Claim, list[ObservationRow]]:
    """Capture a page, sign a claim that rests on it, and look at it once for each answer."""
    first = answer(page(SAID), HTML, STATE)
    with wire(speaks(first, *answers)) as server:
        web = loopback_web({"works.example": server.address})
        url = f"http://works.example/watched/{next(_numbers)}"
        source_id = source_at(newsroom.database, newsroom.chris, url)
        capture(newsroom.database, web, parser, newsroom.chris, source_id)
        watched = _signed(newsroom, source_id)
        machine = newsroom.dated(desk.SYSTEM)
        rows = []
        for _ in answers:
            newsroom.minute += 60
            rows.append(watching.observe(newsroom.database, web, parser, machine, source_id, robots=False))
    return newsroom.claim(watched.claim.id), rows


def _signed(newsroom: Newsroom, source_id: int) -> Watched:
    with newsroom.database.read() as session:
        newest = places.newest_text(session, source_id)
        assert newest is not None
        text = articles.text(session, newest[0]) or ""
    start = text.index(SAID)
    claim = newsroom.do(desk.add_claim, newsroom.chris, newsroom.new_claim())
    draft = newsroom.evidence(source_id=source_id, capture_id=newest[0], start=start, end=start + len(SAID))
    newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    watched = Watched(newsroom, source_id, newest[0], claim, text)
    watched.bring_to(WorkState.SIGNED_OFF)
    return watched


def test_a_page_that_changes_moves_goes_away_and_comes_back(newsroom: Newsroom, parser: Parser) -> None:
    claim, looks = _looks(
        newsroom,
        parser,
        UNCHANGED,
        answer(page(SAID), HTML),
        answer(page("This page was updated on Tuesday with a link to the plan.", SAID), HTML),
        GONE,
        INWARD,
        answer(page(SAID.replace("every single bridge", "most bridges")), HTML),
    )
    assert [look.outcome for look in looks] == [
        LOOK.UNCHANGED,
        LOOK.UNCHANGED,
        LOOK.MOVED,
        LOOK.UNREACHABLE,
        LOOK.UNREACHABLE,
        LOOK.LOST,
    ]
    assert [look.capture_id is None for look in looks] == [True, False, False, False, False, False]
    assert looks[-1].anchors == ((AnchorHealth.LOST, 1),)
    assert claim.work_state is WorkState.RECHECK
    assert "was no longer there on" in (claim.recheck_trigger or "")
    assert newsroom.flags(claim) == {Flag.ANCHOR_LOST}
    assert verify(newsroom.database).sound


def test_a_page_that_cannot_be_reached_changes_nothing_but_the_next_look(newsroom: Newsroom, parser: Parser) -> None:
    claim, (look,) = _looks(newsroom, parser, b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
    assert look.outcome is LOOK.UNREACHABLE
    assert look.reason
    assert (claim.work_state, newsroom.flags(claim)) == (WorkState.SIGNED_OFF, set())
    with newsroom.database.read() as session:
        row = watches.get(session, look.document_id)
    assert row is not None
    assert row.failures == 1
    assert row.next_at is not None


def test_a_look_that_is_repeated_by_its_key_is_made_once(newsroom: Newsroom, parser: Parser) -> None:
    with wire(speaks(answer(page(SAID), HTML), answer(page("Something else was said here today."), HTML))) as server:
        web = loopback_web({"works.example": server.address})
        source_id = source_at(newsroom.database, newsroom.chris, f"http://works.example/keyed/{next(_numbers)}")
        capture(newsroom.database, web, parser, newsroom.chris, source_id)
        machine = newsroom.dated(desk.SYSTEM)
        key = f"look-{source_id}"
        looks = {
            watching.observe(newsroom.database, web, parser, machine, source_id, robots=False, key=key).id
            for _ in range(3)
        }
    assert len(looks) == 1
