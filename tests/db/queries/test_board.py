"""The board's figures by every filter, against what looking at each claim gives."""

import datetime as dt
from collections import Counter

import pytest
from sqlalchemy import select

from db import chain
from db.models import Article, Claim, ClaimFlag, Event, Speaker
from db.queries import statistics
from db.rows import AgeGroup, BoardFilter, DatePair, Meanwhile, Period, WeekFlow, document_ref, speaker_ref
from db.vocabulary import DocumentType, EventAction, Flag, SubstanceFinding, Tier, VerificationStatus, WorkState
from tests.makers import (
    NOON,
    event,
    make_article,
    make_claim,
    make_desk,
    make_evidence,
    make_flag,
    make_source,
    make_speaker,
    make_user,
)

TODAY = NOON.date()  # a Monday
WEEKS = Period(dt.date(2026, 1, 19), dt.date(2026, 2, 15))
DAYS = Period(dt.date(2026, 1, 21), dt.date(2026, 2, 14))
FILTERS = [
    BoardFilter(),
    BoardFilter(desk_id=1),
    BoardFilter(article_id=2),
    BoardFilter(speaker_id=1),
    BoardFilter(desk_id=2, speaker_id=2),
    BoardFilter(came=WEEKS),
    BoardFilter(desk_id=1, came=WEEKS),
    BoardFilter(came=DAYS),
    BoardFilter(desk_id=2, came=Period(first=dt.date(2026, 1, 26))),
    BoardFilter(speaker_id=2, came=WEEKS),
    BoardFilter(article_id=1, speaker_id=2, came=DAYS),
]


@pytest.fixture
def desk(database):
    """Fill a record with 40 claims of two desks, three articles and two speakers over ten weeks."""
    with database.write() as session:
        make_user(session)
        desks = [make_desk(session) for _ in range(2)]
        articles = [make_article(session, desk=desks[n % 2]) for n in range(3)]
        speakers = [make_speaker(session, name=name) for name in ("Ana", "Zoe")]
        for n in range(40):
            claim = make_claim(
                session,
                article=articles[n % 3],
                work_state=list(WorkState)[n * 7 % len(WorkState)],
                substance_finding=list(SubstanceFinding)[n % 9],
                attribution_finding="confirmed",
                speaker_id=[None, speakers[0].id, speakers[1].id, speakers[1].id][n % 4],
                best_tier=[Tier.PRIMARY, Tier.SECONDARY, None][n * 5 % 3],
                checkable=n % 5 != 0,
                created_at=NOON - dt.timedelta(days=n * 17 % 70),
                state_since=NOON - dt.timedelta(days=n * 11 % 120),
            )
            for flag in [Flag.STALE] * (n % 2) + [Flag.QUOTE_DRIFT] * (n % 3 == 0):
                make_flag(session, claim, flag)
            for m, state in enumerate(("signed_off", "recheck", "signed_off")[: n % 4]):
                at = NOON - dt.timedelta(days=(n * 13 + m * 9) % 60)
                chain.append(session, [event(claim.id, at=at, action=EventAction.CLAIM_MOVED, after={"state": state})])
    return database


def claims_of(session, where):
    """List the claims of a filter, looked at one by one."""
    period = where.came or Period()
    return [
        claim
        for claim in session.scalars(select(Claim).order_by(Claim.id))
        if where.desk_id in {None, claim.desk_id}
        and where.article_id in {None, claim.article_id}
        and where.speaker_id in {None, claim.speaker_id}
        and (period.first or dt.date.min) <= claim.created_at.date() <= (period.last or dt.date.max)
    ]


def status_of(claim):
    return VerificationStatus.of(claim.work_state, claim.substance_finding)


def settled(claims):
    return [claim for claim in claims if claim.checkable and claim.work_state is not WorkState.NOT_FOR_US]


def monday(day):
    return day - dt.timedelta(days=day.weekday())


def mix(claims):
    return Counter(claim.best_tier for claim in claims)


def test_the_figures_sum_up_the_claims_of_every_filter(desk):
    with desk.read() as session:
        for where in FILTERS:
            claims = claims_of(session, where)
            assert claims, where
            figures = statistics.board(session, where)
            assert dict(figures.statuses) == Counter(map(status_of, claims)), where
            assert figures.claims == len(claims)
            assert figures.checkable == len(settled(claims))
            assert figures.checkable_primary == mix(settled(claims))[Tier.PRIMARY]
            flags = session.execute(select(ClaimFlag.claim_id, ClaimFlag.flag)).all()
            assert dict(figures.flags) == Counter(flag for number, flag in flags if number in {c.id for c in claims})


def test_articles_are_the_newest_of_the_filter_with_its_claims_by_status(desk):
    with desk.read() as session:
        for where in FILTERS:
            claims = claims_of(session, where)
            rows = statistics.by_article(session, where, 2)
            newest = sorted({claim.article_id for claim in claims}, reverse=True)[:2]
            assert [row.id for row in rows] == newest, where
            for row in rows:
                mine = [claim for claim in claims if claim.article_id == row.id]
                assert dict(row.statuses) == Counter(map(status_of, mine)), where


def test_what_has_been_open_longest_comes_first_in_every_filter(desk):
    with desk.read() as session:
        for where in FILTERS:
            still = [claim for claim in claims_of(session, where) if claim.work_state is WorkState.OPEN]
            oldest = sorted(still, key=lambda claim: (claim.state_since, claim.id))[:3]
            assert [row.id for row in statistics.oldest_open(session, where, 3)] == [claim.id for claim in oldest]


def test_the_flow_has_every_week_and_counts_each_deed(desk):
    with desk.read() as session:
        moves = session.scalars(select(Event).where(Event.action == EventAction.CLAIM_MOVED)).all()
        for where in FILTERS:
            claims = {claim.id: claim for claim in claims_of(session, where)}
            came = Counter(monday(claim.created_at.date()) for claim in claims.values())
            deeds = Counter((monday(m.at.date()), m.after["state"]) for m in moves if m.record_id in claims)
            weeks = [monday(TODAY) - dt.timedelta(weeks=back) for back in (5, 4, 3, 2, 1, 0)]
            assert statistics.flow(session, where, TODAY + dt.timedelta(days=6), 6) == tuple(
                WeekFlow(week, came[week], deeds[week, "signed_off"], deeds[week, "recheck"]) for week in weeks
            ), where


def test_how_first_hand_articles_are_is_told_of_the_newest_with_claims(desk):
    with desk.read() as session:
        for where in FILTERS:
            claims = settled(claims_of(session, where))
            mixes = statistics.first_hand_by_article(session, where, 2)
            newest = sorted({claim.article_id for claim in claims}, reverse=True)[:2]
            assert [row.ref for row in mixes] == [document_ref(DocumentType.ARTICLE, number) for number in newest]
            for row, number in zip(mixes, newest, strict=True):
                assert dict(row.tiers) == mix(claim for claim in claims if claim.article_id == number)
                assert row.name == session.get(Article, number).title


def test_how_first_hand_speakers_are_is_told_of_those_with_most_claims(desk):
    with desk.read() as session:
        for where in FILTERS:
            claims = [claim for claim in settled(claims_of(session, where)) if claim.speaker_id]
            most = Counter(claim.speaker_id for claim in claims).most_common()
            rows = statistics.first_hand_by_speaker(session, where, 2)
            assert [(row.ref, row.claims) for row in rows] == [(speaker_ref(number), n) for number, n in most], where
            for row, (number, _) in zip(rows, most, strict=True):
                assert dict(row.tiers) == mix(claim for claim in claims if claim.speaker_id == number)
                assert row.name == session.get(Speaker, number).name


def test_claims_are_grouped_by_how_long_they_have_waited(desk):
    with desk.read() as session:
        for where in FILTERS:
            groups = statistics.ageing(session, where, TODAY)
            waiting = [claim for claim in claims_of(session, where) if not claim.work_state.closed]
            assert sum(group.claims for group in groups) == len(waiting), where
            for group in groups:
                first, last = group.since.first or dt.date.min, group.since.last or dt.date.max
                in_it = [claim for claim in waiting if first <= claim.state_since.date() <= last]
                assert group.claims == Counter(map(status_of, in_it))[group.status]


def test_the_groups_of_age_follow_each_other_without_gap(database):
    with database.write() as session:
        for days in (0, 1, 8, 22, 84, 400):
            make_claim(session, state_since=NOON - dt.timedelta(days=days))
    days = [dt.date(2026, 3, 2), dt.date(2026, 2, 23), dt.date(2026, 2, 9), dt.date(2025, 12, 8)]
    before = [day - dt.timedelta(days=1) for day in days]
    with database.read() as session:
        assert statistics.ageing(session, BoardFilter(), TODAY) == (
            AgeGroup(VerificationStatus.OPEN, Period(days[0], None), 1),
            AgeGroup(VerificationStatus.OPEN, Period(days[1], before[0]), 1),
            AgeGroup(VerificationStatus.OPEN, Period(days[2], before[1]), 1),
            AgeGroup(VerificationStatus.OPEN, Period(days[3], before[2]), 2),
            AgeGroup(VerificationStatus.OPEN, Period(None, before[3]), 1),
        )


def test_the_calendar_pairs_months_of_saying_with_months_of_sources(database):
    with database.write() as session:
        early, late, vague = (make_source(session, published=day) for day in ("2026-01", "2026-02-28", "2026"))
        one = make_claim(session, said_on="2026-01-31")
        for source in (early, early, late, vague):
            make_evidence(session, one, source)
        make_evidence(session, make_claim(session, said_on="2026-01"), early)
        make_evidence(session, make_claim(session, said_on="2026"), early)
        make_evidence(session, make_claim(session, said_on="2026-03"), late, withdrawn_at=NOON, withdrawn_why="wrong")
    with database.read() as session:
        pairs = (DatePair("2026-01", "2026-01", 2), DatePair("2026-01", "2026-02", 1))
        assert statistics.calendar(session, BoardFilter()) == pairs
        assert statistics.calendar(session, BoardFilter(article_id=one.article_id)) == (
            DatePair("2026-01", "2026-01", 1),
            pairs[1],
        )
        assert statistics.calendar(session, BoardFilter(came=Period(last=dt.date(2020, 1, 1)))) == ()


def test_what_happened_meanwhile_is_counted_by_deed_and_by_new_state(database):
    with database.write() as session:
        here, there = (make_article(session, desk=make_desk(session)) for _ in range(2))
        moved = {"action": EventAction.CLAIM_MOVED, "before": {"state": "open"}}
        chain.append(
            session,
            [
                event(1),
                event(1, article_id=here.id, after={"state": "recheck"}, **moved),
                event(2, article_id=there.id, after={"state": "in_check"}, **moved),
                event(2, article_id=there.id),
            ],
        )
    with database.read() as session:
        assert statistics.meanwhile(session, 1) == Meanwhile(
            3,
            ((EventAction.CLAIM_MOVED, 2), (EventAction.CLAIM_CHANGED, 1)),
            ((WorkState.IN_CHECK, 1), (WorkState.RECHECK, 1)),
        )
        assert statistics.meanwhile(session, 0, here.desk_id).states == ((WorkState.RECHECK, 1),)
        assert statistics.meanwhile(session, 4) == Meanwhile(0, (), ())


def test_a_record_without_claims_has_a_board_of_nothing(database):
    with database.read() as session:
        for where in FILTERS:
            assert statistics.board(session, where).claims == 0
            assert statistics.by_article(session, where) == statistics.oldest_open(session, where) == ()
            assert statistics.first_hand_by_article(session, where) == ()
            assert statistics.first_hand_by_speaker(session, where) == ()
            assert statistics.ageing(session, where, TODAY) == statistics.calendar(session, where) == ()
            flow = statistics.flow(session, where, TODAY, 2)
            assert flow == tuple(WeekFlow(monday(TODAY) - dt.timedelta(weeks=n), 0, 0, 0) for n in (1, 0))
