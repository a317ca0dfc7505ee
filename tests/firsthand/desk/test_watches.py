from __future__ import annotations

import datetime as dt

import pytest

from db.queries import places, watches
from db.rows import WatchRow
from db.vocabulary import CaptureOutcome, EventAction, NotForUsReason, WorkState
from firsthand import desk
from firsthand.errors import GuardError, InvalidError, NotAllowedError
from firsthand.sources import watching
from tests.firsthand.desk.looking import GONE, PASSAGE, TEXT, Watched, day, record
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom
from tests.makers import ARTICLE_TEXT, NOON

S = WorkState
DAY, WEEK, MONTH, HOUR = dt.timedelta(days=1), dt.timedelta(days=7), dt.timedelta(days=30), dt.timedelta(hours=1)


def _now(newsroom: Newsroom) -> dt.datetime:
    return NOON + dt.timedelta(minutes=newsroom.minute)


def _ahead(watched: Watched) -> dt.timedelta | None:
    """How far the next look lies ahead."""
    watch = watched.watch()
    return None if watch is None or watch.next_at is None else watch.next_at - _now(watched.newsroom)


def _due(newsroom: Newsroom, at: dt.datetime) -> list[int]:
    with newsroom.database.read() as session:
        return [row.document_id for row in watches.due(session, at, 10_000)]


@pytest.mark.parametrize(
    ("state", "often"), [(S.OPEN, WEEK), (S.IN_CHECK, DAY), (S.IN_REVIEW, DAY), (S.SIGNED_OFF, DAY), (S.PUBLISHED, DAY)]
)
def test_a_deed_on_a_claim_plans_a_look_at_its_source(
    newsroom: Newsroom, state: WorkState, often: dt.timedelta
) -> None:
    watched = Watched.at(newsroom, state)
    ahead = _ahead(watched)
    assert ahead is not None
    assert often - HOUR < ahead <= often
    assert watched.document_id not in _due(newsroom, _now(newsroom))
    assert watched.document_id in _due(newsroom, _now(newsroom) + often)


def test_a_deed_brings_the_next_look_forward_and_never_puts_it_off(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.OPEN)
    watched.unchanged()
    assert _ahead(watched) == WEEK
    day(newsroom, 3)
    watched.bring_to(S.IN_CHECK)
    assert watched.document_id in _due(newsroom, _now(newsroom)), "three days since the last look are more than one"
    watched.unchanged()
    assert _ahead(watched) == DAY


def test_an_article_is_looked_at_for_its_claims(newsroom: Newsroom) -> None:
    article_id = newsroom.add_article(ARTICLE_TEXT, url="https://news.example.org/2")
    with newsroom.database.read() as session:
        capture_id, _ = places.newest_text(session, article_id) or (0, "")
        assert watches.get(session, article_id) is None
    claim = newsroom.do(
        desk.add_claim, newsroom.chris, newsroom.new_claim(article_id=article_id, capture_id=capture_id)
    )
    with newsroom.database.read() as session:
        planned = watches.get(session, article_id)
    assert planned == WatchRow(article_id, _now(newsroom) + WEEK, None, 0, None)
    newsroom.on(claim, desk.turn_away, newsroom.chris, NotForUsReason.TRIVIAL)
    machine = newsroom.dated(desk.SYSTEM)
    watching.observed_from(newsroom.database, machine, article_id, None)
    with newsroom.database.read() as session:
        planned = watches.get(session, article_id)
    assert planned == WatchRow(article_id, None, _now(newsroom), 0, None)


def test_what_has_been_signed_is_looked_at_ever_more_rarely_until_it_changes(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.PUBLISHED)
    found = []
    for days in (1, 12, 5, 70, 10):
        day(newsroom, days)
        watched.unchanged()
        found.append(_ahead(watched))
    assert found == [DAY, DAY, WEEK, WEEK, MONTH]
    watched.look(f"{TEXT}\n\nMore.")
    assert _ahead(watched) == DAY


def test_failed_looks_back_off_and_the_first_that_succeeds_ends_that(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    found = []
    for _ in range(6):
        watched.look(None)
        found.append(_ahead(watched))
    assert found == [HOUR, 6 * HOUR, DAY, 3 * DAY, WEEK, WEEK]
    newsroom.on(watched.claim, desk.assign, newsroom.ed, newsroom.dana.id)
    newsroom.on(watched.claim, desk.edit_claim, newsroom.chris, {"said_where": "in parliament"})
    assert _ahead(watched) == WEEK - dt.timedelta(minutes=2), "a deed does not undo the back-off"
    watched.look(TEXT)
    assert _ahead(watched) == DAY
    assert (watched.watch() or pytest.fail("no watch")).failures == 0


def test_a_site_that_says_when_to_come_back_is_not_asked_before(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    wish = _now(newsroom) + dt.timedelta(hours=9)
    watched.look(None, outcome=CaptureOutcome.REFUSED, retry_at=wish)
    assert (watched.watch() or pytest.fail("no watch")).next_at == wish


def test_a_source_without_an_address_or_without_a_placed_passage_is_not_watched(newsroom: Newsroom) -> None:
    unplaced, _ = newsroom.add_source(url="https://bridges.example.org/other")
    nowhere, capture_id = newsroom.add_source(TEXT)
    claim = newsroom.do(desk.add_claim, newsroom.chris, newsroom.new_claim())
    typed = newsroom.evidence(source_id=unplaced, capture_id=None, start=None, end=None, exact="Words.")
    start = TEXT.index(PASSAGE)
    placed = newsroom.evidence(source_id=nowhere, capture_id=capture_id, start=start, end=start + 20)
    for draft in (typed, placed):
        newsroom.on(claim, desk.add_evidence, newsroom.chris, draft)
    newsroom.do(desk.record_observation, newsroom.chris, nowhere, None)
    with newsroom.database.read() as session:
        assert watches.get(session, unplaced) is None
        assert (watches.get(session, nowhere) or pytest.fail("no look")).next_at is None


def test_withdrawn_evidence_is_watched_for_no_longer_than_the_next_look(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.OPEN)
    (piece,) = newsroom.live(watched.claim)
    newsroom.do(desk.withdraw_evidence, newsroom.chris, piece.id, piece.version, "Not the right report.")
    watched.unchanged()
    assert _ahead(watched) is None


def test_a_paused_document_is_left_alone_until_somebody_resumes_it(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.OPEN)
    newsroom.do(desk.pause_watch, newsroom.chris, watched.document_id, "The site has asked us to.")
    watched.bring_to(S.IN_CHECK)
    watched.look(TEXT)
    assert _ahead(watched) is None
    assert watched.document_id not in _due(newsroom, _now(newsroom) + 400 * DAY)
    newsroom.do(desk.resume_watch, newsroom.ed, watched.document_id)
    assert _ahead(watched) == dt.timedelta(0)
    told = [event for event in newsroom.events(EventAction.SOURCE_CHANGED) if event.record_id == watched.document_id]
    assert [(event.after, event.why) for event in told] == [
        ({"watched": False}, "The site has asked us to."),
        ({"watched": True}, None),
    ]


def test_pausing_takes_a_role_and_a_reason_and_is_done_once(local_newsroom: Newsroom) -> None:
    newsroom = local_newsroom
    watched = Watched.at(newsroom, S.OPEN)
    with refused(newsroom, NotAllowedError, "may not pause"):
        newsroom.do(desk.pause_watch, newsroom.rea, watched.document_id, "Because.")
    with refused(newsroom, InvalidError, "Give a reason"):
        newsroom.do(desk.pause_watch, newsroom.chris, watched.document_id, " ")
    with refused(newsroom, GuardError, "looked at already"):
        newsroom.do(desk.resume_watch, newsroom.chris, watched.document_id)
    newsroom.do(desk.pause_watch, newsroom.chris, watched.document_id, "Because.")
    with refused(newsroom, GuardError, "already"):
        newsroom.do(desk.pause_watch, newsroom.chris, watched.document_id, "Because.")


def test_what_came_without_a_deed_is_planned_by_the_sweep(newsroom: Newsroom) -> None:
    watched = Watched.at(newsroom, S.IN_CHECK)
    idle, _ = newsroom.add_source(GONE, url="https://bridges.example.org/idle")
    with newsroom.database.write() as session:
        session.delete(watched.watch())
    planned = watching.plan(newsroom.database, _now(newsroom))
    assert planned >= 1
    assert _ahead(watched) == DAY
    assert watching.plan(newsroom.database, _now(newsroom)) == 0
    with newsroom.database.read() as session:
        assert watches.get(session, idle) is None


def test_the_longest_overdue_come_first_and_no_more_than_asked_for(newsroom: Newsroom) -> None:
    first, second = Watched.at(newsroom, S.IN_CHECK), Watched.at(newsroom, S.IN_CHECK)
    mine = [number for number in _due(newsroom, _now(newsroom) + 2 * DAY) if number >= first.document_id]
    assert mine == [first.document_id, second.document_id]
    record(newsroom, first.document_id, TEXT)
    with newsroom.database.read() as session:
        assert len(watches.due(session, _now(newsroom) + 2 * DAY, 1)) == 1
