import datetime as dt

import pytest

from db import chain
from db.queries import articles, history, people, sources, statistics
from db.rows import ArticleRow, BoardFilter, EventFilter, SourceFilter
from db.vocabulary import (
    CaptureOutcome,
    EventAction,
    Flag,
    RecordType,
    Role,
    SourceKind,
    SubstanceFinding,
    Tier,
    VerificationStatus,
    WorkState,
)
from tests.makers import (
    NOON,
    event,
    make_article,
    make_capture,
    make_claim,
    make_desk,
    make_evidence,
    make_flag,
    make_source,
    make_source_relation,
    make_speaker,
    make_user,
)


def walk(page_of, size=2):
    pages, cursor = [], None
    while True:
        page = page_of(cursor, size)
        pages.append(page.rows)
        if page.next is None:
            return [row for rows in pages for row in rows]
        cursor = page.next


def test_articles_come_newest_first_with_their_claims_by_status(database):
    with database.write() as session:
        first = make_article(session)
        make_source(session)
        make_article(session)
        make_claim(session, article=first)
        make_claim(session, article=first, work_state=WorkState.PUBLISHED, substance_finding=SubstanceFinding.OUTDATED)
        make_claim(session, article=first, work_state=WorkState.SIGNED_OFF, substance_finding=SubstanceFinding.OUTDATED)
    with database.read() as session:
        rows = walk(lambda after, _: articles.page(session, after=after, size=1))
        assert statistics.by_article(session, limit=1) == (rows[0],)
    assert [row.id for row in rows] == [3, 1]
    assert rows[0].claims == 0
    assert rows[1].statuses == ((VerificationStatus.OUTDATED, 2), (VerificationStatus.OPEN, 1))
    assert rows[1].desk == "Desk 1"


def test_articles_are_narrowed_to_a_desk_and_to_words(database):
    with database.write() as session:
        politics, science = make_desk(session), make_desk(session)
        make_article(session, desk=politics, title="Bridges closed")
        make_article(session, desk=science, title="Bridges opened")
        make_article(session, desk=science, title="Whales counted")
    with database.read() as session:

        def ids(**asked):
            return [row.id for row in articles.page(session, **asked).rows]

        assert ids(desk_id=science.id) == [3, 2]
        assert ids(text="bridges") == [2, 1]
        assert ids(text="bridges", desk_id=science.id) == [2]
        assert ids(text="nowhere") == []
        assert ids(after="tampered") == [3, 2, 1]


def test_captures_come_newest_first_and_their_text_on_demand(database):
    with database.write() as session:
        mara = make_user(session, name="Mara")
        source = make_source(session, text="First text")
        gone = make_capture(
            session, source, text=None, sha256=None, outcome=CaptureOutcome.GONE, reason="404", taken_by_id=mara.id
        )
    with database.read() as session:
        newest, oldest = articles.captures(session, source.id)
        assert (newest.id, newest.reason, newest.taken_by, newest.characters) == (gone.id, "404", "Mara", None)
        assert oldest.characters == 10
        assert articles.text(session, oldest.id) == "First text"
        assert articles.text(session, newest.id) is None
        assert articles.text(session, 99) is None


def test_the_same_bytes_are_found_again_among_articles(database):
    with database.write() as session:
        article = make_article(session, text="same")
        make_source(session, text="same")
    with database.read() as session:
        (capture,) = articles.captures(session, article.id)
        (known,) = articles.find_by_sha256(session, capture.sha256)
        assert (known.document_id, known.capture_id) == (article.id, capture.id)
        assert articles.find_by_sha256(session, "0" * 64) == ()


def test_an_article_is_not_a_source_and_the_other_way_round(database):
    with database.write() as session:
        article, source = make_article(session), make_source(session)
    with database.read() as session:
        assert isinstance(articles.get(session, article.id), ArticleRow)
        assert articles.get(session, source.id) is None
        assert sources.get(session, article.id) is None


@pytest.fixture
def ranked(database):
    """Sources 1 to 4 with 0, 2, 1 and 1 claims resting on them."""
    with database.write() as session:
        make_source(session, title="Treaty of Rome", source_kind=SourceKind.TREATY)
        report = make_source(session, text="report", url="https://example.org/report")
        law = make_source(session, source_kind=SourceKind.LAW)
        data = make_source(session, title="Bridge data")
        one, two = make_claim(session), make_claim(session)
        for claim, source in ((one, report), (one, report), (two, report), (one, law), (two, data)):
            make_evidence(session, claim, source)
        make_evidence(session, two, law, withdrawn_at=NOON, withdrawn_why="a mistake")
    return database


def test_sources_come_with_most_claims_first(ranked):
    with ranked.read() as session:
        rows = walk(lambda after, size: sources.page(session, SourceFilter(), after=after, size=size))
    assert [(row.id, row.claims, row.evidence) for row in rows] == [(2, 2, 3), (4, 1, 1), (3, 1, 1), (1, 0, 0)]
    assert [(row.captures, row.captured) for row in rows] == [(1, True), (0, False), (0, False), (0, False)]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (SourceFilter(kinds=frozenset({SourceKind.TREATY})), [1]),
        (SourceFilter(kinds=frozenset({SourceKind.TREATY, SourceKind.LAW})), [3, 1]),
        (SourceFilter(captured=True), [2]),
        (SourceFilter(captured=False), [4, 3, 1]),
        (SourceFilter(captured=False, kinds=frozenset({SourceKind.LAW})), [3]),
        (SourceFilter(text="rome"), [1]),
        (SourceFilter(text="bridge authority"), [4, 2, 3, 1]),
        (SourceFilter(text="nowhere"), []),
    ],
)
def test_sources_are_narrowed(where, found, ranked):
    with ranked.read() as session:
        rows = walk(lambda after, size: sources.page(session, where, after=after, size=size))
    assert sorted(row.id for row in rows) == sorted(found)
    assert [row.claims for row in rows] == sorted((row.claims for row in rows), reverse=True)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", 2), ("FS-000003", 3), ("fs-1", 1), ("https://example.org/report", 2), ("rom", 1), ("Bridge dat", 4)],
)
def test_a_source_is_offered_by_id_address_or_the_beginning_of_a_word(typed, found, ranked):
    with ranked.read() as session:
        assert sources.choices(session, typed, 5)[0].id == found


def test_a_source_lists_the_claims_that_rest_on_it(ranked):
    with ranked.read() as session:
        uses = sources.uses(session, 2)
        assert [(use.claim_id, use.evidence_id) for use in uses] == [(2, 3), (1, 1), (1, 2)]
        assert uses[0].status is VerificationStatus.OPEN
        assert len(sources.uses(session, 3)) == 1
        assert len(sources.uses(session, 2, limit=2)) == 2


def test_a_source_lists_its_relations_from_both_ends(database):
    with database.write() as session:
        report, reprint, copy = (
            make_source(session, title="Report"),
            make_source(session, title="Reprint"),
            make_source(session),
        )
        make_source_relation(session, reprint, report)
        make_source_relation(session, copy, reprint)
    with database.read() as session:
        assert [(r.source_id, r.other_id) for r in sources.relations(session, reprint.id)] == [(2, 1), (3, 2)]
        (relation,) = sources.relations(session, report.id)
    assert (relation.source_title, relation.other_title) == ("Reprint", "Report")


@pytest.fixture
def eventful(database):
    drafts = [
        event(1, actor="mara@example.org", action=EventAction.CLAIM_ADDED, article_id=5),
        event(2, actor="noor@example.org", action=EventAction.CLAIM_MOVED),
        event(3, actor="mara@example.org", action=EventAction.CLAIM_MOVED, record_id=1, article_id=5),
        event(4, actor="firsthand", action=EventAction.SOURCE_CAPTURED, record_type=RecordType.SOURCE, record_id=1),
    ]
    with database.write() as session:
        chain.append(session, drafts)
    return database


@pytest.mark.parametrize("few", [5000, 1], ids=["a short span", "a long span"])
@pytest.mark.parametrize(
    ("where", "found"),
    [
        (EventFilter(), [4, 3, 2, 1]),
        (EventFilter(actor="mara@example.org"), [3, 1]),
        (EventFilter(actions=frozenset({EventAction.CLAIM_MOVED, EventAction.CLAIM_ADDED})), [3, 2, 1]),
        (EventFilter(actions=frozenset({EventAction.CLAIM_MOVED}), article_id=5), [3]),
        (EventFilter(record_type=RecordType.CLAIM, record_id=1), [3, 1]),
        (EventFilter(article_id=5), [3, 1]),
        (EventFilter(since=NOON + dt.timedelta(seconds=3)), [4, 3]),
        (EventFilter(until=NOON + dt.timedelta(seconds=2)), [2, 1]),
        (EventFilter(since=NOON + dt.timedelta(seconds=2), until=NOON + dt.timedelta(seconds=3)), [3, 2]),
        (EventFilter(since=NOON + dt.timedelta(days=1)), []),
    ],
)
def test_the_history_is_newest_first_and_narrowed_by_all_that_is_asked(where, found, few, eventful, monkeypatch):
    monkeypatch.setattr("db.queries.history._FEW", few)
    with eventful.read() as session:
        rows = walk(lambda after, size: history.page(session, where, after=after, size=size))
    assert [row.seq for row in rows] == found


def test_everybody_who_did_something_is_listed_once(eventful):
    with eventful.read() as session:
        assert history.actors(session) == ("firsthand", "mara@example.org", "noor@example.org")
        assert [row.seq for row in statistics.last_events(session, 2)] == [4, 3]
        assert statistics.newest_event(session) == 4


def test_an_empty_record_has_a_board_of_zeros(database):
    with database.read() as session:
        board = statistics.board(session)
        totals = statistics.totals(session)
        assert history.actors(session) == ()
        assert statistics.newest_event(session) == 0
    assert (board.claims, board.statuses, board.flags, board.checkable) == (0, (), (), 0)
    assert totals.claims == totals.events == totals.sources == 0


def test_the_board_sums_up_a_desk_or_all_of_them(database):
    with database.write() as session:
        one, two = make_article(session, desk=make_desk(session)), make_article(session, desk=make_desk(session))
        make_flag(session, make_claim(session, article=one, best_tier=Tier.PRIMARY), Flag.STALE)
        make_claim(session, article=one, work_state=WorkState.IN_REVIEW)
        make_claim(session, article=one, work_state=WorkState.NOT_FOR_US, best_tier=Tier.PRIMARY)
        make_claim(session, article=one, checkable=False)
        make_flag(session, make_claim(session, article=two, work_state=WorkState.RECHECK), Flag.STALE)
        make_claim(session, article=two, work_state=WorkState.PUBLISHED, best_tier=Tier.SECONDARY)
        make_speaker(session)
    with database.read() as session:
        board = statistics.board(session, BoardFilter(one.desk_id))
        everything = statistics.board(session)
        totals = statistics.totals(session)
    assert (board.claims, board.checkable, board.checkable_primary) == (4, 2, 1)
    assert (board.awaiting_sign_off, board.to_recheck) == (1, 0)
    assert board.statuses == (
        (VerificationStatus.OPEN, 2),
        (VerificationStatus.IN_REVIEW, 1),
        (VerificationStatus.NOT_FOR_US, 1),
    )
    assert board.flags == ((Flag.STALE, 1),)
    assert (everything.claims, everything.to_recheck, everything.flags) == (6, 1, ((Flag.STALE, 2),))
    assert dict(everything.statuses)[VerificationStatus.SUPPORTED] == 1
    assert (totals.articles, totals.claims, totals.captures, totals.speakers) == (2, 6, 2, 1)


def test_the_board_shows_what_has_been_open_longest(database):
    with database.write() as session:
        for hours in (2, 1, 3):
            make_claim(session, state_since=NOON + dt.timedelta(hours=hours))
        make_claim(session, work_state=WorkState.RECHECK)
    with database.read() as session:
        assert [row.id for row in statistics.oldest_open(session, limit=2)] == [2, 1]


def test_people_are_listed_with_their_roles(database):
    with database.write() as session:
        make_user(session, Role.EDITOR, Role.CHECKER, name="Noor", email="Noor@example.org")
        make_user(session, name="Mara", disabled_at=NOON)
    with database.read() as session:
        mara, noor = people.users(session)
        assert (mara.name, mara.disabled, noor.roles) == ("Mara", True, frozenset({Role.EDITOR, Role.CHECKER}))
        assert people.user(session, noor.id) == people.user_by_email(session, " noor@EXAMPLE.org ") == noor
        assert people.user(session, 99) is people.user_by_email(session, "nobody@example.org") is None


def test_desks_are_listed_with_their_rules(database):
    with database.write() as session:
        make_desk(session, name="Science", allow_self_signing=True, stale_after_days=30)
        make_desk(session, name="Politics")
    with database.read() as session:
        politics, science = people.desks(session)
        assert (science.allow_self_signing, science.stale_after_days, politics.allow_self_signing) == (True, 30, False)
        assert people.desk(session, science.id) == science
        assert people.desk(session, 99) is None


def test_speakers_are_found_by_part_of_their_name_with_roles_newest_first(database):
    with database.write() as session:
        ana = make_speaker(session, ("MP", None, "2019"), ("Minister", "2024-03", None), name="Ana Petrov")
        make_speaker(session, name="100% Pure Water Ltd")
        make_claim(session, speaker=ana)
    with database.read() as session:
        assert [row.name for row in people.speakers(session)] == ["100% Pure Water Ltd", "Ana Petrov"]
        (found,) = people.speakers(session, "PETR")
        assert (found.claims, found.roles) == (1, (("Minister", "2024-03", None), ("MP", None, "2019")))
        assert [row.name for row in people.speakers(session, "0%")] == ["100% Pure Water Ltd"]
        assert people.speakers(session, "_") == ()
        assert len(people.speakers(session, limit=1)) == 1
