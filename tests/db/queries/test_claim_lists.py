"""Every filter in every order, page by page, against what looking at each claim gives."""

import datetime as dt
import itertools

import pytest
from sqlalchemy import select

from db import chain
from db.models import Claim, ClaimDeed, Deed, Evidence, Source, Speaker
from db.queries import claims
from db.queries.claims import ClaimOrder
from db.rows import ClaimFilter, Period
from db.vocabulary import AttributionFinding, EventAction, Flag, SubstanceFinding, Tier, VerificationStatus, WorkState
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

SAID = ["2026-02-27", "2026-02", "2025", None, "2026-03-01", "2026-01-31"]
DATED = ["2026-02-14", "2026-02", "2026", None, "2025-12-31"]
FEBRUARY = Period(dt.date(2026, 2, 1), dt.date(2026, 2, 28))
SOME_DAYS = Period(dt.date(2026, 2, 20), dt.date(2026, 3, 1))
UNTIL = Period(last=dt.date(2026, 2, 22))
SINCE = Period(first=dt.date(2026, 2, 23))


def fill(database):
    """Make 48 claims that differ in everything that a filter asks for."""
    with database.write() as session:
        people = [make_user(session) for _ in range(2)]
        desks = [make_desk(session) for _ in range(2)]
        articles = [make_article(session, desk=desks[n % 2]) for n in range(3)]
        speakers = [make_speaker(session, name=name) for name in ("Zoe", "Ana", "Ana")]
        sources = [make_source(session, published=dated) for dated in DATED]
        for n in range(48):
            state = list(WorkState)[n * 7 % len(WorkState)]
            claim = make_claim(
                session,
                article=articles[n % 3],
                start=n * 5 % 16,
                end=99,
                work_state=state,
                substance_finding=list(SubstanceFinding)[n % 9],
                attribution_finding=list(AttributionFinding)[n % 7],
                speaker_id=[None, *(speaker.id for speaker in speakers)][n * 3 % 4],
                said_on=SAID[n % len(SAID)],
                best_tier=[*Tier, None][n % 6],
                checkable=n % 5 != 0,
                created_at=NOON - dt.timedelta(hours=n * 17 % 48 * 24),
                state_since=NOON - dt.timedelta(hours=n * 5 % 48 * 12),
                **({"assignee_id": people[n % 2].id} if n % 3 == 0 or state in ASSIGNED else {}),
            )
            for flag in [Flag.STALE] * (n % 2) + [Flag.QUOTE_DRIFT] * (n % 8 == 3):
                make_flag(session, claim, flag)
            if n % 4:
                withdrawn = {"withdrawn_at": NOON, "withdrawn_why": "wrong"} if n % 7 == 0 else {}
                make_evidence(session, claim, sources[n % len(sources)], **withdrawn)
            moves = [(["signed_off", "recheck", "in_check"][(n + m) % 3], n * (m + 1) % 40) for m in range(3)]
            drafts = [
                event(
                    claim.id, at=NOON - dt.timedelta(days=days), action=EventAction.CLAIM_MOVED, after={"state": state}
                )
                for state, days in moves
            ]
            chain.append(session, drafts)


ASSIGNED = {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW}
STATUSES = frozenset({VerificationStatus.RECHECK, VerificationStatus.SUPPORTED, VerificationStatus.IN_CHECK})
FILTERS = [
    ClaimFilter(),
    ClaimFilter(desk_id=1),
    ClaimFilter(article_id=2, unassigned=True),
    ClaimFilter(speaker_id=2, statuses=STATUSES),
    ClaimFilter(source_id=6),
    ClaimFilter(assignee_id=1, desk_id=2),
    ClaimFilter(unassigned=True, statuses=STATUSES),
    ClaimFilter(flags=frozenset({Flag.STALE})),
    ClaimFilter(flags=frozenset({Flag.STALE, Flag.QUOTE_DRIFT}), desk_id=2),
    ClaimFilter(attributions=frozenset({AttributionFinding.DENIED, AttributionFinding.CONFIRMED})),
    ClaimFilter(best_tier=Tier.PRIMARY, checkable=True),
    ClaimFilter(came=FEBRUARY, statuses=STATUSES),
    ClaimFilter(came=SINCE, desk_id=1),
    ClaimFilter(came=UNTIL),
    ClaimFilter(waiting=SOME_DAYS),
    ClaimFilter(waiting=UNTIL, statuses=STATUSES, desk_id=1),
    ClaimFilter(signed=SOME_DAYS),
    ClaimFilter(signed=UNTIL, desk_id=1),
    ClaimFilter(reopened=SINCE),
    ClaimFilter(reopened=SOME_DAYS, signed=SOME_DAYS),
    ClaimFilter(said=FEBRUARY),
    ClaimFilter(said=Period(dt.date(2026, 2, 27), dt.date(2026, 2, 27))),
    ClaimFilter(said=UNTIL, dated=FEBRUARY),
    ClaimFilter(dated=SINCE, speaker_id=1),
    ClaimFilter(dated=Period(), said=Period()),
    ClaimFilter(dated=UNTIL, came=UNTIL, waiting=SINCE, said=UNTIL),
]


class Looked:
    """A claim with all that filters and orders ask of it, read row by row."""

    def __init__(self, session, claim):
        self.claim = claim
        self.status = VerificationStatus.of(claim.work_state, claim.substance_finding)
        self.speaker = session.get(Speaker, claim.speaker_id) if claim.speaker_id else None
        live = select(Evidence).where(Evidence.claim_id == claim.id, Evidence.withdrawn_at.is_(None))
        self.sources = [session.get(Source, piece.source_id) for piece in session.scalars(live)]
        deeds = session.scalars(select(ClaimDeed).where(ClaimDeed.claim_id == claim.id)).all()
        self.deeds = {deed: [row.at for row in deeds if row.deed == deed.value] for deed in Deed}
        self.flags = frozenset()

    def meets(self, where):
        claim = self.claim
        return all(
            (
                where.desk_id in {None, claim.desk_id},
                where.article_id in {None, claim.article_id},
                where.speaker_id in {None, claim.speaker_id},
                where.assignee_id in {None, claim.assignee_id},
                where.source_id is None or where.source_id in {source.id for source in self.sources},
                not where.statuses or self.status in where.statuses,
                not where.attributions or claim.attribution_finding in where.attributions,
                where.flags <= self.flags,
                where.checkable in {None, claim.checkable},
                where.best_tier in {None, claim.best_tier},
                not where.unassigned or claim.assignee_id is None,
                within(where.came, [claim.created_at]),
                within(where.waiting, [claim.state_since]),
                within(where.signed, self.deeds[Deed.SIGNED_OFF]),
                within(where.reopened, self.deeds[Deed.REOPENED]),
                touches(where.said, [claim.said_on]),
                touches(where.dated, [source.published for source in self.sources]),
            )
        )

    def place_in(self, order, where):  # noqa: PLR0911 - one for each order
        claim = self.claim
        match order:
            case ClaimOrder.NEWEST if where.came:
                return (-claim.created_at.timestamp(), -claim.id)
            case ClaimOrder.NEWEST if where.waiting:
                return (-claim.state_since.timestamp(), -claim.id)
            case ClaimOrder.NEWEST:
                return (-claim.id,)
            case ClaimOrder.OLDEST_IN_STATE:
                return (claim.state_since, claim.id)
            case ClaimOrder.TEXT_ORDER:
                return (claim.article_id, claim.start, claim.id)
            case ClaimOrder.ARTICLE:
                return (-claim.article_id, claim.start, claim.id)
            case ClaimOrder.SPEAKER:
                who = (0, self.speaker.name, self.speaker.id) if self.speaker else (1,)
                return (*who, -claim.created_at.timestamp(), -claim.id)
        status = list(VerificationStatus).index(self.status)
        return (status, claim.work_state is WorkState.PUBLISHED, claim.state_since, claim.id)


def within(period, moments):
    """Look whether one of the moments lies in a period, day by day."""
    first, last = (period.first or dt.date.min, period.last or dt.date.max) if period else (None, None)
    return period is None or any(first <= moment.date() <= last for moment in moments)


def touches(period, dates):
    """Look whether one of the days that a date may mean lies in a period."""
    if period is None:
        return True
    known = [date for date in dates if date]
    every = (dt.date(2025, 1, 1) + dt.timedelta(days=n) for n in range(365 * 2))
    return any(
        day.isoformat().startswith(date) and within(period, [dt.datetime.combine(day, dt.time())])
        for day, date in itertools.product(every, known)
    )


def walk(session, where, order):
    """Go through all pages of a list, a few claims a page."""
    found, cursor = [], None
    for _ in range(100):
        page = claims.page(session, where, order=order, after=cursor, size=11)
        found += [row.id for row in page.rows]
        cursor = page.next
        if cursor is None:
            return found
    raise AssertionError("the pages have no end")


@pytest.mark.parametrize("few", [0, 5000], ids=["lists are walked", "short lists lead"])
def test_every_filter_finds_its_claims_in_every_order_page_by_page(database, few, monkeypatch):
    monkeypatch.setattr("db.queries.claim_leaders.RARE", few)
    fill(database)
    with database.read() as session:
        flags = {row.id: row.flags for row in claims.page(session, ClaimFilter(), size=100).rows}
        looked = [Looked(session, claim) for claim in session.scalars(select(Claim))]
        for one in looked:
            one.flags = flags[one.claim.id]
        for where, order in itertools.product(FILTERS, ClaimOrder):
            met = sorted((one for one in looked if one.meets(where)), key=lambda one: one.place_in(order, where))
            assert walk(session, where, order) == [one.claim.id for one in met], (where, order)


def test_every_filter_counts_its_claims(database):
    fill(database)
    with database.read() as session:
        for where in FILTERS:
            listed = len(claims.page(session, where, size=100).rows)
            assert claims.count(session, where) == listed, where
            assert claims.count(session, where, at_most=2) in {listed, 2}
            assert listed > 0, where


@pytest.mark.parametrize(
    ("statuses", "found"),
    [(frozenset(), 3), (frozenset({VerificationStatus.OPEN}), 2), (frozenset({VerificationStatus.OUTDATED}), 1)],
)
def test_claims_of_whole_weeks_are_counted_from_the_tallies(statuses, found, database, monkeypatch):
    with database.write() as session:
        for days in (0, 6, 7):
            make_claim(session, created_at=dt.datetime(2026, 2, 16, 23, 59, tzinfo=dt.UTC) + dt.timedelta(days=days))
        published = {"work_state": WorkState.PUBLISHED, "substance_finding": SubstanceFinding.OUTDATED}
        make_claim(session, created_at=dt.datetime(2026, 2, 18, tzinfo=dt.UTC), **published)
    week = Period(dt.date(2026, 2, 16), dt.date(2026, 2, 22))
    monkeypatch.setattr("db.queries.claim_leaders.leader", None)
    with database.read() as session:
        assert claims.count(session, ClaimFilter(came=week, statuses=statuses)) == found


def test_a_week_begins_on_monday_at_midnight_utc(database):
    east = dt.timezone(dt.timedelta(hours=9))
    with database.write() as session:
        make_claim(session, created_at=dt.datetime(2026, 2, 16, 8, 59, tzinfo=east))  # still Sunday in UTC
    before, after = Period(last=dt.date(2026, 2, 15)), Period(first=dt.date(2026, 2, 16))
    with database.read() as session:
        assert claims.count(session, ClaimFilter(came=before)) == 1
        assert claims.count(session, ClaimFilter(came=after)) == 0
        assert len(claims.page(session, ClaimFilter(came=before)).rows) == 1


def test_a_speaker_renamed_between_two_pages_does_not_stop_the_list(database):
    with database.write() as session:
        for name in ("Ana", "Bea", "Cem"):
            make_claim(session, speaker=make_speaker(session, name=name))
    with database.read() as session:
        first = claims.page(session, ClaimFilter(), order=ClaimOrder.SPEAKER, size=1)
    with database.write() as session:
        session.get(Speaker, 1).name = "Bob"
    with database.read() as session:
        rest = claims.page(session, ClaimFilter(), order=ClaimOrder.SPEAKER, after=first.next)
    assert [row.speaker for row in (*first.rows, *rest.rows)] == ["Ana", "Cem"]


def test_the_versions_of_claims_are_told_by_number(database):
    with database.write() as session:
        make_claim(session)
        make_claim(session, version=4)
    with database.read() as session:
        assert claims.versions(session, [1, 2, 3]) == {1: 1, 2: 4}
        assert claims.versions(session, []) == {}
