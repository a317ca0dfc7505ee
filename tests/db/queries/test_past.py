import datetime as dt

import pytest

from db import chain
from db.chain import Head
from db.queries import history
from db.rows import EventFilter
from db.vocabulary import EventAction, SubstanceFinding, VerificationStatus, WorkState
from tests.db.tampering import unguarded
from tests.makers import NOON, event, make_article, make_claim, make_desk

DAY = dt.timedelta(days=1)
OPEN, IN_CHECK = VerificationStatus.OPEN, VerificationStatus.IN_CHECK


def moved(claim, day, before, after):
    """Draft a move that happened so many days after noon."""
    told = {"before": {"state": before}, "after": {"state": after}}
    return event(claim, at=NOON + DAY * day, action=EventAction.CLAIM_MOVED, **told)


def found(claim, day, before, after):
    told = {"before": before and {"substance": before}, "after": {"substance": after}}
    return event(claim, at=NOON + DAY * day, action=EventAction.FINDINGS_SET, **told)


@pytest.fixture
def desk(database):
    """One claim that was signed twice with different findings, one that came on day 4, one that nobody touched."""
    with database.write() as session:
        make_claim(
            session, work_state=WorkState.PUBLISHED, substance_finding=SubstanceFinding.OUTDATED, created_at=NOON
        )
        make_claim(session, work_state=WorkState.IN_CHECK, created_at=NOON + DAY * 4)
        make_claim(session, created_at=NOON)
        chain.append(
            session,
            [
                # A loaded case: what happened first need not be told first.
                moved(1, 3, "signed_off", "recheck"),
                moved(1, 1, "open", "in_check"),
                found(1, 1.2, None, "supported"),
                moved(1, 2, "in_check", "signed_off"),
                found(1, 3.2, "supported", "outdated"),
                moved(1, 3.5, "recheck", "published"),
                moved(2, 5, "open", "in_check"),
            ],
        )
    return database


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        (-1, {}),
        (0, {OPEN: 2}),
        (1, {OPEN: 1, IN_CHECK: 1}),
        (1.5, {OPEN: 1, IN_CHECK: 1}),
        (2, {OPEN: 1, VerificationStatus.SUPPORTED: 1}),
        (3.1, {OPEN: 1, VerificationStatus.RECHECK: 1}),
        (3.5, {OPEN: 1, VerificationStatus.OUTDATED: 1}),
        (4, {OPEN: 2, VerificationStatus.OUTDATED: 1}),
        (9, {OPEN: 1, VerificationStatus.OUTDATED: 1, IN_CHECK: 1}),
    ],
)
def test_the_desk_is_shown_as_it_stood_at_a_moment(day, statuses, desk):
    with desk.read() as session:
        assert dict(history.as_of(session, NOON + DAY * day)) == statuses


def test_the_past_of_one_desk_leaves_the_others_out(desk):
    with desk.write() as session:
        elsewhere = make_article(session, desk=make_desk(session))
        make_claim(session, article=elsewhere, created_at=NOON, work_state=WorkState.IN_CHECK)
        chain.append(session, [moved(4, 6, "open", "in_check")])
    with desk.read() as session:
        assert dict(history.as_of(session, NOON + DAY, elsewhere.desk_id)) == {OPEN: 1}
        assert dict(history.as_of(session, NOON + DAY, 1)) == {OPEN: 1, IN_CHECK: 1}


def test_a_move_that_tells_no_known_state_is_passed_over(desk):
    with desk.write() as session:
        chain.append(session, [moved(3, 5, "elsewhere", "open"), moved(3, 6, "detected", "open")])
    with desk.read() as session:
        assert dict(history.as_of(session, NOON + DAY * 4.5))[VerificationStatus.DETECTED] == 1


def test_events_after_a_number_are_those_recorded_later(desk):
    with desk.read() as session:
        assert [row.seq for row in history.page(session, EventFilter(after=5)).rows] == [7, 6]
        assert history.page(session, EventFilter(after=7)).rows == ()


def test_the_chain_is_compared_with_the_last_checkpoint(desk):
    with desk.read() as session:
        head = chain.head(session)
        state = history.chain_state(session, desk.checkpoints)
        assert (state.count, state.head_hash, state.checkpoints, state.agrees) == (7, head.hash, 1, True)
        assert history.chain_state(session, []).agrees is None
        assert history.chain_state(session, [Head(0, chain.GENESIS)]).agrees is True
        assert history.chain_state(session, [Head(3, "0" * 64)]).agrees is False


def test_a_cut_tail_disagrees_with_the_last_checkpoint(desk):
    with unguarded(desk) as execute:
        execute("DELETE FROM event WHERE seq = 7")
    with desk.read() as session:
        assert history.chain_state(session, desk.checkpoints).agrees is False
