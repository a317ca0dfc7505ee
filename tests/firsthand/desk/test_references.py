"""References: the links of an article, tied by a person to the desk's sources."""

from __future__ import annotations

import pytest

from db.queries import references
from db.rows import ReferenceRow
from db.vocabulary import CaptureMethod, EventAction
from firsthand import desk
from firsthand.errors import NotAllowedError, NotFoundError
from firsthand.verification import verify
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

TEXT = "The port said so. The office counted, and the port again."
LINKS = (
    desk.NewReference("https://port.example/notice", "The port", 0, 8),
    desk.NewReference("https://office.example/report", "counted", 29, 36),
    desk.NewReference("https://port.example/notice", "the port", 42, 50),
    desk.NewReference("https://map.example", ""),
)


def _linked(newsroom: Newsroom) -> tuple[ReferenceRow, ...]:
    data = TEXT.encode()
    sha256 = newsroom.database.blobs.put(data)
    new = desk.NewCapture(CaptureMethod.PASTE, sha256, len(data), "text/html", TEXT, "web", references=LINKS)
    with newsroom.database.write() as session:
        article = desk.find_document(session, newsroom.article_id)
        capture_id = desk.record_capture(session, newsroom.chris, article, new).id
    return _of(newsroom, capture_id)


def _of(newsroom: Newsroom, capture_id: int) -> tuple[ReferenceRow, ...]:
    with newsroom.database.read() as session:
        return references.of_capture(session, capture_id)


def test_a_capture_keeps_its_references_in_the_order_of_the_text(newsroom: Newsroom) -> None:
    rows = _linked(newsroom)

    assert [(row.place, row.href, row.words, row.start, row.end) for row in rows] == [
        (place, link.href, link.words, link.start, link.end) for place, link in enumerate(LINKS)
    ]
    with newsroom.database.read() as session:
        assert references.of_article(session, newsroom.article_id) == rows
        assert references.get(session, rows[1].id) == rows[1]
        assert references.get(session, 9999) is None
        assert references.of_capture(session, newsroom.capture_id) == ()


def test_a_tie_holds_wherever_the_same_link_stands_and_is_told_once(newsroom: Newsroom) -> None:
    first, *_ = _linked(newsroom)
    before = len(newsroom.events())

    newsroom.do(desk.tie_reference, newsroom.chris, first.id, newsroom.source_id)
    newsroom.do(desk.tie_reference, newsroom.chris, first.id, newsroom.source_id)

    tied = _of(newsroom, first.capture_id)
    assert [row.source_id for row in tied] == [newsroom.source_id, None, newsroom.source_id, None]
    assert tied[0].source_title == "Annual report"
    (event,) = newsroom.events()[before:]
    assert event.action is EventAction.REFERENCE_TIED
    assert event.record_id == event.article_id == newsroom.article_id
    assert (event.after or {})["address"] == first.href
    assert verify(newsroom.database).problems == ()


def test_a_tie_can_be_undone(newsroom: Newsroom) -> None:
    first, *_ = _linked(newsroom)
    newsroom.do(desk.tie_reference, newsroom.chris, first.id, newsroom.source_id)

    newsroom.do(desk.tie_reference, newsroom.ed, first.id, None)

    assert [row.source_id for row in _of(newsroom, first.capture_id)] == [None] * 4
    *_, before, after = newsroom.events(EventAction.REFERENCE_TIED)
    assert (after.before or {})["source"] == (before.after or {})["source"]


def test_only_what_is_there_can_be_tied(local_newsroom: Newsroom) -> None:
    newsroom = local_newsroom
    first, *_ = _linked(newsroom)
    with refused(newsroom, NotFoundError, "no reference 9999"):
        newsroom.do(desk.tie_reference, newsroom.chris, 9999, newsroom.source_id)
    with refused(newsroom, NotFoundError, "no source FS-009999"):
        newsroom.do(desk.tie_reference, newsroom.chris, first.id, 9999)


@pytest.mark.parametrize("person", ["rita", "ada", "rea"])
def test_nobody_else_ties_references(local_newsroom: Newsroom, person: str) -> None:
    first, *_ = _linked(local_newsroom)
    with refused(local_newsroom, NotAllowedError, "may not tie references"):
        local_newsroom.do(desk.tie_reference, local_newsroom.people[person], first.id, local_newsroom.source_id)


def test_the_sources_at_some_addresses_are_found_the_oldest_first(newsroom: Newsroom) -> None:
    one, _ = newsroom.add_source(url="https://port.example/notice")
    newsroom.add_source(url="https://port.example/notice")
    newsroom.add_article("An article is no source.", url="https://office.example/report")
    urls = [f"https://x.example/{number}" for number in range(1200)]
    with newsroom.database.read() as session:
        asked = [*urls, "https://port.example/notice", "https://office.example/report"]
        assert references.sources_at(session, asked) == {"https://port.example/notice": one}
