from __future__ import annotations

import os
import threading
from decimal import Decimal

import pytest
from sqlalchemy import select

from db.models import Article, Capture, Claim
from db.queries import articles, claims, references
from db.vocabulary import CaptureMethod, CaptureOutcome, ClaimOrigin, ClaimType, EventAction, Flag, WorkState
from firsthand.claims.drafts import DraftClaim
from firsthand.claims.figures import Figure
from firsthand.claims.statements import Replacement
from firsthand.errors import InvalidError, NotAllowedError, NotFoundError, UnreadableText
from firsthand.new_claims import new_claims
from firsthand.taking_in import (
    Became,
    Incoming,
    Known,
    LeftOut,
    TakenIn,
    capture_article,
    capture_source,
    take_in,
    take_in_all,
)
from firsthand.text.spans import Span
from firsthand.verification import verify
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom

TEXT = (
    "Council approves new library\n\n"
    "The council voted 14 to 9 on Tuesday to build a library in Mill Lane, Mayor Joan Peel said on 4 May 2026.\n\n"
    "“We will open the doors in 2028,” she told reporters. The building will cost 12.4 million euros."
)


def ended(_: object) -> None:
    """End the process that reads, as it does when memory runs out."""
    os._exit(1)


def _incoming(text: str = TEXT, **fields: object) -> Incoming:
    return Incoming(text.encode(), CaptureMethod.PASTE, **fields)  # type: ignore[arg-type]


def _take(newsroom: Newsroom, incoming: Incoming, person: str = "chris") -> TakenIn:
    newsroom.minute += 1
    return take_in(newsroom.database, newsroom.people[person], newsroom.desk_id, incoming)


def test_an_article_is_captured_and_its_claims_drafted_at_once(newsroom: Newsroom) -> None:
    known = len(newsroom.events())
    taken = _take(newsroom, _incoming())
    assert (taken.title, taken.known) == ("Council approves new library", False)
    with newsroom.database.read() as session:
        capture = session.get_one(Capture, taken.capture_id)
        assert (capture.outcome, capture.size) == (CaptureOutcome.COMPLETE, len(TEXT.encode()))
        assert newsroom.database.blobs.get(str(capture.sha256)) == TEXT.encode()
        claims = session.scalars(select(Claim).where(Claim.article_id == taken.article_id)).all()
        assert len(claims) == taken.drafts > 0
        assert capture.text is not None
        for claim in claims:
            assert claim.literal == capture.text[claim.start : claim.end]
            assert (claim.work_state, claim.origin) == (WorkState.DETECTED, ClaimOrigin.MACHINE)
            assert newsroom.flags(claim) == {Flag.MACHINE_ONLY}
    told = [event.action for event in newsroom.events()[known:]]
    assert told[:2] == [EventAction.ARTICLE_ADDED, EventAction.ARTICLE_CAPTURED]
    assert told[2:] == [EventAction.CLAIM_ADDED] * taken.drafts
    assert verify(newsroom.database).problems == ()


def test_the_same_bytes_again_change_nothing(newsroom: Newsroom) -> None:
    first = _take(newsroom, _incoming(TEXT + " Once."))
    before = newsroom.everything()
    again = _take(newsroom, _incoming(TEXT + " Once."), "ed")
    assert again == TakenIn(first.article_id, first.capture_id, first.title, first.drafts, Became.SAME_BYTES)
    assert again.known
    assert newsroom.everything() == before


def test_what_the_person_knows_goes_before_what_the_text_says(local_newsroom: Newsroom) -> None:
    known = Known(title="Library", author="A. Reporter", publisher="The Daily Example", published="2026-05-05")
    taken = _take(local_newsroom, _incoming(known=known, url="https://news.example.org/library"))
    with local_newsroom.database.read() as session:
        article = session.get_one(Article, taken.article_id)
        assert (article.title, article.author, article.publisher) == ("Library", "A. Reporter", "The Daily Example")
        assert (article.published, article.url) == ("2026-05-05", "https://news.example.org/library")
        assert not article.title_is_description


def test_a_text_without_a_title_is_described_by_how_it_begins(local_newsroom: Newsroom) -> None:
    taken = _take(local_newsroom, _incoming("the council voted on tuesday to build a library. " * 3))
    with local_newsroom.database.read() as session:
        article = session.get_one(Article, taken.article_id)
        assert article.title_is_description
        assert article.title.startswith("«the council voted on tuesday")


@pytest.mark.parametrize("data", [b"", b" \n\t ", bytes(range(256)) * 20, b"%PDF-1.7\n\0\xff\xfe" * 50])
def test_what_is_no_text_leaves_nothing(local_newsroom: Newsroom, data: bytes) -> None:
    with refused(local_newsroom, UnreadableText):
        _take(local_newsroom, Incoming(data, CaptureMethod.UPLOAD))


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (Known(published="yesterday"), "is no date"),
        (Known(title="a\0b"), "NUL character"),
        (Known(language="x" * 60), "at most 35 fit"),
    ],
    ids=["date", "title", "language"],
)
def test_what_cannot_be_recorded_leaves_nothing(newsroom: Newsroom, known: Known, sentence: str) -> None:
    with refused(newsroom, InvalidError, sentence):
        _take(newsroom, _incoming(TEXT + sentence, known=known))


@pytest.mark.parametrize("person", ["rita", "ada", "rea"])
def test_nobody_else_takes_articles_in(local_newsroom: Newsroom, person: str) -> None:
    with refused(local_newsroom, NotAllowedError, "may not take articles in"):
        _take(local_newsroom, _incoming(), person)


def test_a_desk_that_is_not_there_takes_nothing_in(local_newsroom: Newsroom) -> None:
    with pytest.raises(NotFoundError, match="no desk 99"):
        take_in(local_newsroom.database, local_newsroom.chris, 99, _incoming())


def test_two_who_take_the_same_article_in_at_once_get_one(newsroom: Newsroom) -> None:
    taken: list[TakenIn] = []
    incoming = _incoming(TEXT + " At once.")
    threads = [threading.Thread(target=lambda: taken.append(_take(newsroom, incoming))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.article_id for one in taken}) == 1
    assert sorted(one.known for one in taken) == [False, True, True, True]


def test_a_source_is_captured_with_its_text(newsroom: Newsroom) -> None:
    source_id, _ = newsroom.add_source()
    newsroom.minute += 1
    number = capture_source(newsroom.database, newsroom.chris, source_id, _incoming("Fourteen bridges were closed."))
    with newsroom.database.read() as session:
        capture = session.get_one(Capture, number)
        assert (capture.document_id, capture.text) == (source_id, "Fourteen bridges were closed.")
    with refused(newsroom, NotFoundError, "no source FS-009999"):
        capture_source(newsroom.database, newsroom.chris, 9999, _incoming("Fourteen bridges were closed."))
    with refused(newsroom, NotAllowedError, "may not record captures"):
        capture_source(newsroom.database, newsroom.rea, source_id, _incoming("Fifteen bridges were closed."))


def test_an_article_is_captured_again_and_its_claims_stay_where_they_were_made(newsroom: Newsroom) -> None:
    newsroom.minute += 1
    number = capture_article(newsroom.database, newsroom.chris, newsroom.article_id, _incoming("Bridges opened again."))
    with newsroom.database.read() as session:
        capture = session.get_one(Capture, number)
        assert (capture.document_id, capture.text) == (newsroom.article_id, "Bridges opened again.")
        assert session.get_one(Capture, newsroom.capture_id).text != capture.text
    with refused(newsroom, NotFoundError, "no article FA-009999"):
        capture_article(newsroom.database, newsroom.chris, 9999, _incoming("Bridges opened again."))
    with refused(newsroom, NotAllowedError, "may not record captures"):
        capture_article(newsroom.database, newsroom.rea, newsroom.article_id, _incoming("Bridges opened once more."))


PAGE = """<html lang="en"><head><title>Library</title><link rel="canonical" href="https://www.daily.example/library/">
</head><body><article><h1>Library</h1><p>The council voted 14 to 9 on Tuesday to build a library in Mill Lane, the
<a href="https://council.example/minutes?utm_source=daily">minutes</a> say. Mayor Joan Peel told reporters that the
building will cost 12.4 million euros, and that it will open its doors in 2028. The opposition had asked for a delay of
two years.</p><p>{}</p></article></body></html>"""
FIRST, SECOND = "The old library was built in 1911.", "The old library, built in 1911, will be sold."


def _page(last: str, *, advert: int = 0, **fields: object) -> Incoming:
    return Incoming(
        (PAGE.format(last) + f"<!-- {advert} -->").encode(),
        CaptureMethod.UPLOAD,
        f"page-{advert}.html",
        **fields,  # type: ignore[arg-type]
    )


def test_an_article_keeps_its_references_with_their_place_in_the_text(newsroom: Newsroom) -> None:
    taken = _take(newsroom, _page(FIRST, url="https://references.example/a"))
    with newsroom.database.read() as session:
        (link,) = references.of_capture(session, taken.capture_id)
        text = articles.text(session, taken.capture_id) or ""
    assert (link.href, link.words) == ("https://council.example/minutes?utm_source=daily", "minutes")
    assert text[link.start : link.end] == "minutes"


def test_a_source_keeps_the_links_of_its_page_since_they_may_lead_to_the_first_hand(newsroom: Newsroom) -> None:
    source_id, _ = newsroom.add_source()
    number = capture_source(newsroom.database, newsroom.chris, source_id, _page(FIRST))
    with newsroom.database.read() as session:
        (link,) = references.of_capture(session, number)
    assert (link.words, link.source_id) == ("minutes", None)


def test_the_same_text_in_other_bytes_is_known(local_newsroom: Newsroom) -> None:
    first = _take(local_newsroom, _page(FIRST))
    before = local_newsroom.everything()
    again = _take(local_newsroom, _page(FIRST, advert=1))
    assert (again.article_id, again.became) == (first.article_id, Became.SAME_TEXT)
    assert local_newsroom.everything() == before


def test_one_agencys_story_in_two_papers_is_two_articles(local_newsroom: Newsroom) -> None:
    first = _take(local_newsroom, _incoming(url="https://daily.example/story"))
    marked = Incoming(b"\xef\xbb\xbf" + TEXT.encode(), CaptureMethod.FILE, url="https://evening.example/story")
    other = _take(local_newsroom, marked)
    assert (other.became, other.article_id != first.article_id) == (Became.NEW, True)
    pasted = _take(local_newsroom, Incoming(TEXT.encode("utf-16"), CaptureMethod.PASTE))
    assert pasted.became is Became.SAME_TEXT


def test_another_text_at_a_known_address_is_told_and_becomes_a_later_capture_when_asked_for(
    local_newsroom: Newsroom,
) -> None:
    first = _take(local_newsroom, _page(FIRST))
    before = local_newsroom.everything()

    told = _take(local_newsroom, _page(SECOND, url="http://daily.example/library"))

    assert (told.article_id, told.became, told.known) == (first.article_id, Became.SAME_ADDRESS, True)
    assert local_newsroom.everything() == before
    local_newsroom.minute += 1
    later = take_in(local_newsroom.database, local_newsroom.chris, local_newsroom.desk_id, _page(SECOND), again=True)
    assert (later.article_id, later.became, later.drafts) == (first.article_id, Became.LATER, 0)
    with local_newsroom.database.read() as session:
        assert [row.id for row in articles.captures(session, first.article_id)] == [later.capture_id, first.capture_id]
        assert SECOND in (articles.text(session, later.capture_id) or "")
    assert verify(local_newsroom.database).problems == ()


def test_the_address_of_a_whole_site_names_no_article(local_newsroom: Newsroom) -> None:
    first = _take(local_newsroom, _incoming(url="https://daily.example/"))
    other = _take(local_newsroom, _incoming(TEXT + " Or not.", url="https://daily.example/"))
    assert (other.became, other.article_id != first.article_id) == (Became.NEW, True)


def test_drafts_carry_what_was_read_in_them(local_newsroom: Newsroom) -> None:
    taken = _take(local_newsroom, _incoming())
    with local_newsroom.database.read() as session:
        rows = claims.of_article(session, taken.article_id)
    assert all(row.worth is not None and 0 <= row.worth <= 1000 for row in rows)
    text_of = {figure.words: figure for row in rows for figure in row.reading.figures}
    for figure in text_of.values():
        assert TEXT[figure.start : figure.end] == figure.words


def test_what_an_article_says_again_is_told_with_the_draft_and_not_drafted_again() -> None:
    draft = DraftClaim(
        span=Span(0, 4),
        literal="Once",
        statement="Once.",
        claim_type=ClaimType.EVENT,
        checkable=True,
        reason="It tells what happened.",
        score=0.8734,
        speaker_role="mayor",
        said_where="in Rhein",
        repeated_at=(Span(10, 14), Span(20, 24)),
        figures=(Figure(Span(0, 4), "Once", Decimal("3.50E+6"), 10**6, "EUR", None, "about"),),
        replaced=(Replacement(Span(0, 3), "She", "Joan Peel"),),
    )
    (new,) = new_claims(1, 2, [draft])
    assert new.draft_reason == "It tells what happened. The article says it again in 2 other places."
    assert (new.worth, new.speaker_role, new.said_where) == (873, "mayor", "in Rhein")
    assert new.reading is not None
    assert new.reading.figures[0].value == "3500000"
    assert new.reading.replaced[0].stands_for == "Joan Peel"


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Evening Example</title><link>https://evening.example</link><language>en</language>{}</channel></rss>"""
WHOLE = """<item><title>{0}</title><link>https://evening.example/{0}</link><content:encoded><![CDATA[<p>{1}</p>]]>
</content:encoded></item>"""
TEASER = (
    "<item><title>Strike</title><link>https://evening.example/strike</link><description>Day 3.</description></item>"
)
STORY = " ".join(
    [TEXT, *(f"Then {number} of the {number + 9} members spoke against the plan." for number in range(12))]
)


def _feed(*items: str) -> Incoming:
    return Incoming(FEED.format("".join(items)).encode(), CaptureMethod.FILE, "feed.xml", known=Known(title="Ignored"))


def _take_all(newsroom: Newsroom, incoming: Incoming, *, again: bool = False) -> list[TakenIn | LeftOut]:
    newsroom.minute += 1
    return list(take_in_all(newsroom.database, newsroom.chris, newsroom.desk_id, incoming, again=again))


def test_a_feed_brings_each_of_its_articles_and_names_those_it_only_points_to(newsroom: Newsroom) -> None:
    feed = _feed(WHOLE.format("one", STORY), TEASER, WHOLE.format("two", f"{STORY} The end."))

    one, strike, two = _take_all(newsroom, feed)

    assert isinstance(one, TakenIn)
    assert isinstance(two, TakenIn)
    assert isinstance(strike, LeftOut)
    assert (strike.title, strike.url) == ("Strike", "https://evening.example/strike")
    assert one.article_id != two.article_id
    with newsroom.database.read() as session:
        row = articles.get(session, one.article_id)
        (capture,) = articles.captures(session, one.article_id)
    assert row is not None
    assert (row.title, row.publisher, row.url) == ("one", "The Evening Example", "https://evening.example/one")
    assert newsroom.database.blobs.get(str(capture.sha256)) == feed.data
    assert verify(newsroom.database).problems == ()


def test_next_weeks_feed_brings_only_what_is_new(local_newsroom: Newsroom) -> None:
    first = _take_all(local_newsroom, _feed(WHOLE.format("one", STORY)))
    same = _take_all(local_newsroom, _feed(WHOLE.format("one", STORY)))
    week = _feed(WHOLE.format("two", f"{STORY} The end."), WHOLE.format("one", STORY))
    next_week = _take_all(local_newsroom, week)
    corrected = _feed(WHOLE.format("one", f"{STORY} Corrected."))
    later = _take_all(local_newsroom, corrected), _take_all(local_newsroom, corrected, again=True)

    assert [_became(found) for found in (first, same, next_week, *later)] == [
        [Became.NEW],
        [Became.SAME_TEXT],
        [Became.NEW, Became.SAME_TEXT],
        [Became.SAME_ADDRESS],
        [Became.LATER],
    ]


def _became(found: list[TakenIn | LeftOut]) -> list[Became]:
    return [one.became for one in found if isinstance(one, TakenIn)]


def test_a_feed_is_not_one_article(local_newsroom: Newsroom) -> None:
    with refused(local_newsroom, UnreadableText, "feed"):
        _take(local_newsroom, _feed(WHOLE.format("one", STORY)))
    with refused(local_newsroom, UnreadableText, "feed"):
        capture_article(
            local_newsroom.database,
            local_newsroom.chris,
            local_newsroom.article_id,
            _feed(WHOLE.format("one", STORY)),
        )
