"""What became of drafts: of an article, week by week, and the articles where some wait."""

import datetime as dt

import pytest

from db.queries import claims, drafts
from db.rows import BoardFilter, ClaimFilter, DraftCount, Period
from db.vocabulary import ClaimOrigin, DraftFate, WorkState
from tests.makers import NOON, make_article, make_claim, make_desk, make_speaker

MACHINE = {"origin": ClaimOrigin.MACHINE, "drafted_by": "rules"}
WEEK, EARLIER = "2026-03-02", "2026-02-23"


@pytest.fixture
def article(database):
    """An article with drafts of every fate, one of an earlier week, and a claim of a person's."""
    with database.write() as session:
        article = make_article(session)
        for state in (
            WorkState.DETECTED,
            WorkState.DETECTED,
            WorkState.OPEN,
            WorkState.PUBLISHED,
            WorkState.NOT_FOR_US,
        ):
            make_claim(session, article=article, work_state=state, **MACHINE)
        make_claim(
            session,
            article=article,
            work_state=WorkState.NOT_FOR_US,
            created_at=NOON - dt.timedelta(days=7),
            **MACHINE | {"drafted_by": "model"},
        )
        make_claim(session, article=article)
        return article.id


COUNTED = {
    DraftCount(WEEK, "rules", DraftFate.WAITING, 2),
    DraftCount(WEEK, "rules", DraftFate.KEPT, 2),
    DraftCount(WEEK, "rules", DraftFate.TURNED_AWAY, 1),
    DraftCount(EARLIER, "model", DraftFate.TURNED_AWAY, 1),
}


def test_an_articles_drafts_are_counted_by_drafter_and_fate(database, article):
    with database.read() as session:
        found = drafts.of_article(session, article)
    assert set(found) == {DraftCount(None, count.drafted_by, count.fate, count.claims) for count in COUNTED}


def test_drafts_are_counted_by_week_from_the_tallies_and_from_the_claims_alike(database, article):
    with database.read() as session:
        assert set(drafts.by_week(session, BoardFilter())) == COUNTED
        assert set(drafts.by_week(session, BoardFilter(article_id=article))) == COUNTED
        desk_id = claims.of_article(session, article)[0].desk_id
        assert set(drafts.by_week(session, BoardFilter(desk_id=desk_id))) == COUNTED
        assert drafts.by_week(session, BoardFilter(desk_id=desk_id + 1)) == ()
        week = Period(dt.date(2026, 2, 23), dt.date(2026, 3, 1))
        assert {count.week for count in drafts.by_week(session, BoardFilter(came=week))} == {EARLIER}


@pytest.mark.usefixtures("article")
def test_the_drafts_of_a_speaker_are_counted(database):
    with database.write() as session:
        speaker = make_speaker(session)
        make_claim(session, speaker=speaker, work_state=WorkState.DETECTED, **MACHINE)
        found = drafts.by_week(session, BoardFilter(speaker_id=speaker.id))
    assert found == (DraftCount(WEEK, "rules", DraftFate.WAITING, 1),)


def test_articles_with_drafts_that_wait_come_newest_first_and_by_pages(database, article):
    with database.write() as session:
        judged = make_article(session, desk=make_desk(session))
        make_claim(session, article=judged, work_state=WorkState.OPEN, **MACHINE)
        newer = make_article(session)
        make_claim(session, article=newer, work_state=WorkState.DETECTED, **MACHINE)
    with database.read() as session:
        first = drafts.articles_waiting(session, size=1)
        second = drafts.articles_waiting(session, first.next, size=1)
    assert [(row.article.id, row.waiting, row.drafts) for row in first.rows] == [(newer.id, 1, 1)]
    assert [(row.article.id, row.waiting, row.drafts) for row in second.rows] == [(article, 2, 6)]
    assert second.next is None


@pytest.mark.parametrize(("fate", "count"), [(DraftFate.WAITING, 2), (DraftFate.KEPT, 2), (DraftFate.TURNED_AWAY, 2)])
def test_the_queue_finds_the_drafts_of_a_fate(database, article, fate, count):
    with database.read() as session:
        where = ClaimFilter(draft=fate)
        assert len(claims.page(session, where).rows) == claims.count(session, where) == count
        of_week = ClaimFilter(draft=fate, came=Period(dt.date(2026, 2, 23), dt.date(2026, 3, 1)))
        assert claims.count(session, of_week) == (fate is DraftFate.TURNED_AWAY)
        assert claims.page(session, ClaimFilter(draft=fate, article_id=article)).rows
