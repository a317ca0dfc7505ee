import datetime as dt

import pytest

from db.queries import sources
from db.queries.source_relations import grouped
from db.queries.sources import SourceOrder
from db.rows import Impact, LibraryFigures, SourceFilter
from db.vocabulary import (
    CaptureMethod,
    CaptureOutcome,
    ObservationOutcome,
    SourceKind,
    SourceRelationKind,
    SubstanceFinding,
    Tier,
    VerificationStatus,
    WorkState,
)
from tests.makers import (
    NOON,
    make_article,
    make_capture,
    make_claim,
    make_evidence,
    make_observation,
    make_passage,
    make_source,
    make_source_relation,
)


def related(database, count, *pairs, kind=SourceRelationKind.REPRINTS):
    """Make sources 1 to ``count`` with relations between pairs of them, in the order given."""
    with database.write() as session:
        made = [make_source(session) for _ in range(count)]
        for one, other in pairs:
            make_source_relation(session, made[one - 1], made[other - 1], kind=kind)


def reached(database, *ids, **asked):
    """Tell which sources are in the network of some, and the pairs that are related."""
    with database.read() as session:
        found = sources.network(session, ids, **asked)
    return [row.id for row in found.sources], [(row.source_id, row.other_id) for row in found.relations]


def test_a_source_without_relations_is_its_whole_network(database):
    related(database, 2)
    assert reached(database, 2) == ([2], [])


def test_a_network_is_followed_in_either_direction_nearer_sources_first(database):
    related(database, 5, (2, 1), (3, 2), (3, 5), (4, 1))
    assert reached(database, 3) == ([3, 2, 5, 1, 4], [(2, 1), (3, 2), (3, 5), (4, 1)])
    assert reached(database, 1)[0] == [1, 2, 4, 3, 5]


def test_a_network_goes_as_deep_as_asked_for(database):
    related(database, 6, (1, 2), (2, 3), (3, 4), (4, 5), (5, 6))
    assert reached(database, 1) == ([1, 2, 3, 4, 5], [(1, 2), (2, 3), (3, 4), (4, 5)])
    assert reached(database, 1, depth=1) == ([1, 2], [(1, 2)])
    assert reached(database, 1, depth=0) == ([1], [])


def test_sources_that_go_round_in_a_circle_are_reached_once(database):
    related(database, 3, (1, 2), (2, 3), (3, 1), (1, 3))
    assert reached(database, 2) == ([2, 1, 3], [(1, 2), (2, 3), (3, 1), (1, 3)])


def test_a_network_of_several_sources_holds_what_is_reached_from_any(database):
    related(database, 6, (1, 2), (4, 5))
    assert reached(database, 4, 1, 6) == ([4, 1, 6, 2, 5], [(1, 2), (4, 5)])
    assert reached(database) == ([], [])


def test_a_network_stops_at_its_limit(database):
    related(database, 9, *((number, 1) for number in range(2, 10)))
    found, pairs = reached(database, 1, limit=4)
    assert found == [1, 2, 3, 4]
    assert pairs == [(2, 1), (3, 1), (4, 1)]
    assert reached(database, 9, 8, 7, limit=2) == ([9, 8], [])


def test_a_network_may_follow_some_kinds_of_relation_only(database):
    with database.write() as session:
        report, reprint, quoting = (make_source(session) for _ in range(3))
        make_source_relation(session, reprint, report)
        make_source_relation(session, quoting, report, kind=SourceRelationKind.QUOTES)
    assert reached(database, 1)[0] == [1, 2, 3]
    assert reached(database, 1, kinds=frozenset({SourceRelationKind.QUOTES})) == ([1, 3], [(3, 1)])


def test_what_is_no_source_is_left_out_of_a_network(database):
    with database.write() as session:
        article, source = make_article(session), make_source(session)
    assert reached(database, article.id, source.id, 99) == ([source.id], [])


@pytest.mark.parametrize("limit", [1, 2])
def test_the_relations_of_a_network_are_those_between_its_sources(limit, database):
    related(database, 3, (1, 2), (2, 3))
    found, pairs = reached(database, 1, limit=limit)
    assert all(end in found for pair in pairs for end in pair)


@pytest.fixture
def library(database):
    """Sources 1 to 4: used as primary and twice as secondary, as secondary, only once and withdrawn, not at all."""
    with database.write() as session:
        report = make_source(session, text="Report", publisher="TASS")
        wire = make_source(session, publisher="TASS", source_kind=SourceKind.WIRE_REPORT)
        column = make_source(session)
        make_source(session, publisher="Tass")
        claim, other = make_claim(session), make_claim(session)
        make_evidence(session, claim, report)
        for source in (report, report, wire):
            make_evidence(session, other, source, tier=Tier.SECONDARY)
        make_evidence(session, claim, column, tier=Tier.TERTIARY, withdrawn_at=NOON, withdrawn_why="a mistake")
    return database


def found(database, order=SourceOrder.CLAIMS, **asked):
    """Walk through the list one source at a time."""
    ids, cursor = [], None
    with database.read() as session:
        while True:
            page = sources.page(session, SourceFilter(**asked), order=order, after=cursor, size=1)
            ids += [row.id for row in page.rows]
            cursor = page.next
            if cursor is None:
                return ids


def test_sources_are_listed_by_claims_or_by_age(library):
    assert found(library) == [1, 2, 4, 3]
    assert found(library, SourceOrder.NEWEST) == [4, 3, 2, 1]
    assert found(library, SourceOrder.NEWEST, kinds=frozenset({SourceKind.WIRE_REPORT})) == [2]


def test_a_cursor_of_another_order_begins_at_the_first_page(library):
    with library.read() as session:
        cursor = sources.page(session, SourceFilter(), size=1).next
        rows = sources.page(session, SourceFilter(), order=SourceOrder.NEWEST, after=cursor).rows
    assert [row.id for row in rows] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({"tiers": frozenset({Tier.PRIMARY})}, [1]),
        ({"tiers": frozenset({Tier.SECONDARY})}, [1, 2]),
        ({"tiers": frozenset({Tier.PRIMARY, Tier.UNKNOWN})}, [1]),
        ({"tiers": frozenset({Tier.TERTIARY})}, []),
        ({"publisher": "TASS"}, [1, 2]),
        ({"publisher": "tass"}, []),
        ({"used": True}, [1, 2]),
        ({"used": False}, [4, 3]),
        ({"used": True, "publisher": "TASS", "captured": False}, [2]),
        ({"text": "tass", "kinds": frozenset({SourceKind.WIRE_REPORT})}, [2]),
    ],
)
def test_the_library_is_narrowed(asked, ids, library):
    assert found(library, **asked) == ids


def test_a_frequent_tier_is_looked_up_source_by_source(library, monkeypatch):
    monkeypatch.setattr(sources, "_RARE", 1)
    assert found(library, tiers=frozenset({Tier.SECONDARY})) == [1, 2]


def test_the_library_is_summed_up(library):
    with library.read() as session:
        assert sources.library(session) == LibraryFigures(4, 2, 1, ((Tier.PRIMARY, 1), (Tier.SECONDARY, 2)))


def test_an_empty_library_has_nothing_in_it(database):
    with database.read() as session:
        assert sources.library(session) == LibraryFigures(0, 0, 0, ())


def test_a_source_tells_as_what_it_is_used(library):
    with library.read() as session:
        assert sources.get(session, 1).tiers == ((Tier.PRIMARY, 1), (Tier.SECONDARY, 2))
        assert sources.get(session, 3).tiers == ()


def test_a_source_tells_when_its_text_was_captured_and_what_came_of_the_last_try(database):
    with database.write() as session:
        source, gone = make_source(session, text="Report"), make_source(session)
        later = NOON + dt.timedelta(days=1)
        failed = {"text": None, "sha256": None, "outcome": CaptureOutcome.GONE, "reason": "404", "taken_at": later}
        make_capture(session, source, **failed)
        make_capture(session, gone, **failed)
    with database.read() as session:
        row, other = sources.get(session, source.id), sources.get(session, gone.id)
    assert (row.readable.at, row.readable.method) == (NOON, CaptureMethod.FETCH)
    assert (row.newest.at, row.newest.outcome, row.newest.reason) == (later, CaptureOutcome.GONE, "404")
    assert (other.readable, other.newest) == (None, row.newest)


def test_a_source_tells_how_many_go_back_to_the_same_origin(database):
    related(database, 5, (2, 1), (3, 1), kind=SourceRelationKind.REPRINTS)
    with database.write() as session:
        sixth = make_source(session)
        first = session.get(type(sixth), 1)
        make_source_relation(session, sixth, first, kind=SourceRelationKind.QUOTES)
    with database.read() as session:
        rows = sources.page(session, SourceFilter()).rows
        assert sources.get(session, 3).of_one_origin == 3
    assert {row.id: row.of_one_origin for row in rows} == {1: 3, 2: 3, 3: 3, 4: 1, 5: 1, 6: 1}


def test_members_are_grouped_by_their_smallest_number_whatever_the_order_of_the_links():
    links = [(5, 4), (3, 5), (1, 2), (4, 3), (2, 1)]
    assert grouped(range(1, 7), links) == {1: 1, 2: 1, 3: 3, 4: 3, 5: 3, 6: 6}


def test_what_rests_on_a_source_is_summed_up_claim_by_claim(database):
    with database.write() as session:
        source, other = make_source(session), make_source(session)
        found = {"work_state": WorkState.SIGNED_OFF, "substance_finding": SubstanceFinding.OUTDATED}
        signed, waiting, gone = make_claim(session, **found), make_claim(session), make_claim(session)
        for claim in (signed, signed, waiting):
            make_evidence(session, claim, source)
        make_evidence(session, gone, source, withdrawn_at=NOON, withdrawn_why="a mistake")
        piece = make_evidence(session, waiting, source).id
    with database.read() as session:
        statuses = ((VerificationStatus.OUTDATED, 1), (VerificationStatus.OPEN, 1))
        assert dict(sources.impact(session, source.id).statuses) == dict(statuses)
        assert (sources.impact(session, source.id).articles, sources.impact(session, source.id).signed) == (2, 1)
        assert sources.impact(session, other.id) == Impact((), 0, 0)
        assert [use.claim_id for use in sources.uses(session, source.id, signed_only=True)] == [signed.id, signed.id]
        (use,) = sources.uses(session, source.id, evidence_id=piece)
    assert (use.claim_id, use.claim_version) == (waiting.id, 1)


def test_what_rests_on_one_capture_is_told_from_what_rests_on_the_others(database):
    with database.write() as session:
        source = make_source(session)
        first, later = make_capture(session, source), make_capture(session, source)
        places = [make_passage(session, source, capture_id=one.id, start=0, end=9).id for one in (first, later)]
        pieces = [make_evidence(session, None, source, passage_id=place) for place in places]
        make_evidence(session, make_claim(session), source, withdrawn_at=NOON, withdrawn_why="a mistake")
    with database.read() as session:
        assert [use.evidence_id for use in sources.uses(session, source.id, capture_id=first.id)] == [pieces[0].id]
        assert [use.evidence_id for use in sources.uses(session, source.id, capture_id=later.id)] == [pieces[1].id]
        assert sources.uses(session, source.id, capture_id=999) == ()


def test_the_list_is_narrowed_by_what_the_newest_capture_came_to(database):
    with database.write() as session:
        refused, mended, read, _ = (make_source(session) for _ in range(4))
        make_capture(session, refused, text=None, outcome=CaptureOutcome.REFUSED, reason="robots", sha256=None)
        make_capture(session, mended, text=None, outcome=CaptureOutcome.GONE, reason="404", sha256=None)
        make_capture(session, mended)
        make_capture(session, read)
    assert found(database, outcomes=frozenset({CaptureOutcome.REFUSED})) == [refused.id]
    assert found(database, outcomes=frozenset({CaptureOutcome.GONE})) == []
    both = frozenset({CaptureOutcome.REFUSED, CaptureOutcome.COMPLETE})
    assert sorted(found(database, outcomes=both)) == [refused.id, mended.id, read.id]


def test_so_it_is_where_many_captures_have_the_outcome(database, monkeypatch):
    monkeypatch.setattr("db.queries.source_captures.RARE", 1)
    with database.write() as session:
        gone, mended = make_source(session), make_source(session)
        for source in (gone, mended):
            make_capture(session, source, text=None, outcome=CaptureOutcome.GONE, reason="404", sha256=None)
        make_capture(session, mended)
    assert found(database, outcomes=frozenset({CaptureOutcome.GONE})) == [gone.id]


def test_the_list_is_narrowed_to_what_was_found_changed_lately(database):
    with database.write() as session:
        changed, before, same, _ = (make_source(session) for _ in range(4))
        make_observation(session, changed, uid="look-1", outcome=ObservationOutcome.LOST)
        earlier = NOON - dt.timedelta(days=9)
        make_observation(session, before, uid="look-2", outcome=ObservationOutcome.HELD, at=earlier)
        make_observation(session, same, uid="look-3", outcome=ObservationOutcome.UNCHANGED)
    assert found(database, changed_since=NOON.date()) == [changed.id]
    assert found(database, changed_since=NOON.date() - dt.timedelta(days=9)) == [before.id, changed.id]
    assert found(database, changed_since=NOON.date() + dt.timedelta(days=1)) == []


def test_the_list_is_narrowed_by_address_and_by_several_publishers(database):
    with database.write() as session:
        at_home, nowhere = make_source(session, publisher="TASS"), make_source(session, publisher="AP", url=None)
        make_source(session, publisher="Kyodo")
    assert found(database, addressed=False) == [nowhere.id]
    assert found(database, publishers=frozenset({"TASS", "AP"})) == [nowhere.id, at_home.id]
    assert found(database, publishers=frozenset()) == []
    with database.read() as session:
        asked = SourceFilter(addressed=True, publishers=frozenset({"TASS", "AP"}))
        assert sources.numbers(session, asked, 10) == (at_home.id,)
