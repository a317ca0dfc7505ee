import datetime as dt

import pytest
from sqlalchemy import event as listener

from db.queries import claims
from db.queries.claims import ClaimOrder
from db.rows import ClaimFilter
from db.vocabulary import ClaimType, Flag, SubstanceFinding, Tier, VerificationStatus, WorkState
from tests.makers import (
    LITERAL,
    NOON,
    make_article,
    make_claim,
    make_claim_relation,
    make_comment,
    make_desk,
    make_evidence,
    make_flag,
    make_reply,
    make_review,
    make_search,
    make_source,
    make_speaker,
    make_user,
)

OPEN = frozenset({VerificationStatus.OPEN})
EVERYTHING = ClaimFilter()


def walk(session, where=EVERYTHING, order=ClaimOrder.NEWEST, size=2):
    """Go through all pages of a list: the ids, page by page."""
    pages, cursor = [], None
    while True:
        page = claims.page(session, where, order=order, after=cursor, size=size)
        pages.append([row.id for row in page.rows])
        if page.next is None:
            return pages
        cursor = page.next


def test_pages_follow_each_other_without_gap_or_repetition(database):
    with database.write() as session:
        for _ in range(5):
            make_claim(session)
    with database.read() as session:
        assert walk(session) == [[5, 4], [3, 2], [1]]
        assert walk(session, size=5) == [[5, 4, 3, 2, 1]]


def test_a_claim_that_comes_in_between_does_not_shift_the_pages(database):
    with database.write() as session:
        for _ in range(4):
            make_claim(session)
    with database.read() as session:
        first = claims.page(session, ClaimFilter(), size=2)
    with database.write() as session:
        make_claim(session)
    with database.read() as session:
        second = claims.page(session, ClaimFilter(), after=first.next, size=2)
    assert [row.id for row in (*first.rows, *second.rows)] == [4, 3, 2, 1]


@pytest.mark.parametrize("cursor", ["", "tampered", "WyJuZXdlc3QiLDdd0", "WyJ0ZXh0X29yZGVyIiw3LDcsN10"])
def test_a_cursor_that_was_tampered_with_means_the_first_page(cursor, database):
    with database.write() as session:
        make_claim(session)
    with database.read() as session:
        assert [row.id for row in claims.page(session, ClaimFilter(), after=cursor).rows] == [1]


def test_the_queue_shows_first_what_has_waited_longest(database):
    with database.write() as session:
        for hours in (3, 1, 2, 1):
            make_claim(session, state_since=NOON + dt.timedelta(hours=hours))
    with database.read() as session:
        assert walk(session, ClaimFilter(statuses=OPEN), ClaimOrder.OLDEST_IN_STATE) == [[2, 4], [3, 1]]


def test_the_order_of_the_text_is_that_of_the_offsets(database):
    with database.write() as session:
        article = make_article(session)
        for start in (20, 5, 20):
            make_claim(session, article=article, start=start, end=30)
        make_claim(session)
    with database.read() as session:
        assert walk(session, ClaimFilter(article_id=article.id), ClaimOrder.TEXT_ORDER) == [[2, 1], [3]]
        assert [row.id for row in claims.of_article(session, article.id)] == [2, 1, 3]


@pytest.mark.parametrize("order", ClaimOrder)
def test_every_status_finds_its_claims_in_every_order(order, database):
    with database.write() as session:
        article = make_article(session)
        expected = {status: set() for status in VerificationStatus}
        for state in WorkState:
            for finding in [SubstanceFinding.SUPPORTED, SubstanceFinding.OUTDATED]:
                claim = make_claim(session, article=article, work_state=state, substance_finding=finding)
                expected[VerificationStatus.of(state, finding)].add(claim.id)
        everything = {id_ for ids in expected.values() for id_ in ids}
    with database.read() as session:
        for status, ids in expected.items():
            for desk_id in (None, article.desk_id):
                where = ClaimFilter(statuses=frozenset({status}), desk_id=desk_id)
                assert {id_ for page in walk(session, where, order) for id_ in page} == ids
                assert claims.count(session, where) == len(ids)
        where = ClaimFilter(statuses=frozenset(VerificationStatus))
        assert {id_ for page in walk(session, where, order) for id_ in page} == everything


@pytest.fixture
def varied(database):
    """Four claims that differ in everything a filter can ask for; number 1 has all that is asked for."""
    with database.write() as session:
        desk, user, speaker, source = (
            make_desk(session),
            make_user(session),
            make_speaker(session),
            make_source(session),
        )
        one = make_claim(
            session,
            article=make_article(session, desk=desk),
            speaker=speaker,
            assignee_id=user.id,
            work_state=WorkState.IN_CHECK,
            claim_type=ClaimType.LEGAL,
            best_tier=Tier.DERIVED,
        )
        make_evidence(session, one, source)
        make_evidence(session, one, source)
        make_flag(session, one, Flag.STALE)
        make_flag(session, one, Flag.NO_LOCATOR)
        other_desk = make_desk(session)
        two = make_claim(session, article=make_article(session, desk=other_desk), checkable=False)
        make_evidence(session, two, source, withdrawn_at=NOON, withdrawn_why="a mistake")
        make_flag(session, two, Flag.STALE)
        three = make_claim(session, article=make_article(session, desk=other_desk), speaker=speaker)
        make_flag(session, three, Flag.NO_LOCATOR)
        make_claim(session, article=make_article(session, desk=other_desk), checkable=False)
        ids = {"desk_id": desk.id, "assignee_id": user.id, "source_id": source.id, "article_id": one.article_id}
    return database, ids


@pytest.mark.parametrize(
    "asked",
    [
        {"desk_id"},
        {"assignee_id"},
        {"source_id"},
        {"article_id"},
        {"desk_id", "assignee_id", "source_id", "article_id"},
    ],
)
def test_a_filter_by_what_a_claim_belongs_to_finds_it(asked, varied):
    database, ids = varied
    where = ClaimFilter(**{name: ids[name] for name in asked})
    with database.read() as session:
        assert walk(session, where) == [[1]]
        assert claims.count(session, where) == 1


@pytest.mark.parametrize("rare", [5000, 0], ids=["flags that are rare", "flags that are not"])
@pytest.mark.parametrize(
    ("where", "found"),
    [
        (ClaimFilter(types=frozenset({ClaimType.LEGAL})), [1]),
        (ClaimFilter(types=frozenset({ClaimType.LEGAL, ClaimType.STATISTIC})), [4, 3, 2, 1]),
        (ClaimFilter(flags=frozenset({Flag.STALE})), [2, 1]),
        (ClaimFilter(flags=frozenset({Flag.STALE, Flag.NO_LOCATOR})), [1]),
        (ClaimFilter(flags=frozenset({Flag.STALE, Flag.SELF_SIGNED})), []),
        (ClaimFilter(flags=frozenset({Flag.STALE}), statuses=OPEN), [2]),
        (ClaimFilter(flags=frozenset({Flag.STALE, Flag.NO_LOCATOR}), statuses=OPEN), []),
        (ClaimFilter(checkable=False), [4, 2]),
        (ClaimFilter(checkable=True, statuses=OPEN), [3]),
        (ClaimFilter(best_tier=Tier.DERIVED), [1]),
        (ClaimFilter(speaker_id=1), [3, 1]),
        (ClaimFilter(speaker_id=1, statuses=OPEN), [3]),
        (ClaimFilter(source_id=2, flags=frozenset({Flag.STALE})), []),
    ],
)
def test_a_filter_finds_what_has_all_that_it_asks_for(where, found, rare, varied, monkeypatch):
    monkeypatch.setattr("db.queries.claim_leaders.RARE", rare)
    monkeypatch.setattr("db.queries.claim_leaders.RARE_FOR_COUNTING", rare)
    database, _ = varied
    with database.read() as session:
        assert [id_ for page in walk(session, where) for id_ in page] == found
        assert [id_ for page in walk(session, where, ClaimOrder.OLDEST_IN_STATE) for id_ in page] == found[::-1]
        assert claims.count(session, where) == len(found)


def test_counting_stops_where_it_was_told_to(database):
    with database.write() as session:
        for _ in range(4):
            make_claim(session)
    with database.read() as session:
        assert claims.count(session, ClaimFilter(types=frozenset({ClaimType.STATISTIC})), at_most=3) == 3
        assert claims.count(session, ClaimFilter(types=frozenset({ClaimType.STATISTIC})), at_most=9) == 4


def test_a_row_names_people_and_carries_flags_and_the_evidence_that_counts(database):
    with database.write() as session:
        mara, noor = make_user(session, name="Mara"), make_user(session, name="Noor")
        claim = make_claim(
            session,
            speaker=make_speaker(session, name="Ana Petrov"),
            work_state=WorkState.PUBLISHED,
            assignee_id=mara.id,
            checker_id=mara.id,
            last_editor_id=mara.id,
            signed_by_id=noor.id,
        )
        make_evidence(session, claim)
        make_evidence(session, claim, withdrawn_at=NOON, withdrawn_why="a mistake")
        make_flag(session, claim, Flag.STALE)
    with database.read() as session:
        row = claims.get(session, claim.id)
    assert (row.assignee, row.checker, row.last_editor, row.signed_by) == ("Mara", "Mara", "Mara", "Noor")
    assert (row.speaker, row.article_title) == ("Ana Petrov", "Minister questioned over closed bridges")
    assert (row.flags, row.evidence) == (frozenset({Flag.STALE}), 1)
    assert (row.ref, row.status) == ("FH-000001", VerificationStatus.SUPPORTED)


def test_a_claim_that_does_not_exist_is_none(database):
    with database.read() as session:
        assert claims.get(session, 7) is None
        assert claims.file(session, 7) is None
        assert claims.of_article(session, 7) == ()


def test_the_file_of_a_claim_has_everything_on_it_oldest_first(database):
    with database.write() as session:
        mara = make_user(session, name="Mara")
        claim, other = make_claim(session), make_claim(session, statement="Another claim.")
        source = make_source(session, text="Report: 14 bridges were closed to traffic.")
        make_evidence(session, claim, source, added_by_id=mara.id)
        rumour = make_source(session)
        make_evidence(session, claim, rumour, withdrawn_at=NOON, withdrawn_why="a mistake")
        make_evidence(session, other, source)
        for note in ("first", "second"):
            make_review(session, claim, reviewer=mara, note=note)
            make_search(session, claim, note=note, by_id=mara.id)
            make_reply(session, claim, question=note, asked_by_id=mara.id)
            make_comment(session, claim, author=mara, body=note)
        make_claim_relation(session, claim, other)
        make_claim_relation(session, other, claim, note="the other way")
    with database.read() as session:
        file = claims.file(session, claim.id)
    assert file.claim.literal == LITERAL
    assert file.context_before.endswith("Minister Ana Petrov said that ")
    assert file.context_after.startswith(", more than ever before.")
    assert [(e.source_id, e.start, e.withdrawn_why) for e in file.evidence] == [
        (source.id, 8, None),
        (rumour.id, None, "a mistake"),
    ]
    assert file.evidence[0].added_by == "Mara"
    assert [review.note for review in file.reviews] == ["first", "second"]
    assert [search.note for search in file.searches] == ["first", "second"]
    assert [reply.question for reply in file.replies] == ["first", "second"]
    assert [comment.body for comment in file.comments] == ["first", "second"]
    assert [(r.claim_id, r.other_id, r.other_statement, r.outgoing) for r in file.relations] == [
        (claim.id, other.id, "Another claim.", True),
        (other.id, claim.id, "Another claim.", False),
    ]
    assert file.article.claims == 1


def test_the_words_around_a_claim_are_counted_in_characters_not_bytes(database):
    text = "Žluťoučký 😀 kůň — " + LITERAL + " 😀 přesně."
    with database.write() as session:
        claim = make_claim(session, article=make_article(session, text=text))
    with database.read() as session:
        file = claims.file(session, claim.id)
    assert (file.context_before, file.context_after) == ("Žluťoučký 😀 kůň — ", " 😀 přesně.")


def test_a_page_costs_a_fixed_number_of_statements(database):
    asked = []
    with database.write() as session:
        for _ in range(20):
            make_flag(session, make_claim(session), Flag.STALE)
    with database.read() as session:
        listener.listen(session.get_bind(), "before_cursor_execute", lambda *args: asked.append(args[2]))
        claims.page(session, ClaimFilter(statuses=OPEN), size=20)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 3
