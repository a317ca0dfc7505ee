from __future__ import annotations

import pytest
from sqlalchemy import select

from db.models import Claim, ClaimRelation, Resemblance
from db.vocabulary import ClaimRelationKind, EventAction, NotForUsReason, ResemblanceDecision, WorkState
from firsthand import desk
from firsthand.errors import NotAllowedError, NotFoundError
from tests.firsthand.desk.refusals import refused
from tests.firsthand.newsroom import Newsroom
from tests.makers import NOON

D = ResemblanceDecision
REPEATS = ClaimRelationKind.REPEATS


@pytest.fixture
def two(newsroom: Newsroom) -> tuple[Claim, Claim]:
    """A draft, and a published claim that the machine holds to say the same."""
    return suggested(newsroom)


def suggested(newsroom: Newsroom) -> tuple[Claim, Claim]:
    earlier, claim = newsroom.at(WorkState.PUBLISHED), newsroom.draft()
    with newsroom.database.write() as session:
        session.add(Resemblance(claim_id=claim.id, other_id=earlier.id, score=900))
    return claim, earlier


def decide(newsroom: Newsroom, two: tuple[Claim, Claim], decision: D, person: str = "chris") -> Resemblance:
    made: Resemblance = newsroom.do(desk.decide_resemblance, newsroom.people[person], two[0].id, two[1].id, decision)
    return made


def relations(newsroom: Newsroom, claim: Claim) -> list[tuple[int, ClaimRelationKind]]:
    with newsroom.database.read() as session:
        asked = select(ClaimRelation).where(ClaimRelation.claim_id == claim.id)
        return [(row.other_id, row.kind) for row in session.scalars(asked)]


def test_a_confirmed_one_has_its_relation_beside_it_and_an_event(newsroom: Newsroom, two: tuple[Claim, Claim]) -> None:
    found = decide(newsroom, two, D.CONFIRMED)
    claim, earlier = two
    assert (found.decision, found.decided_by_id) == (D.CONFIRMED, newsroom.chris.id)
    assert found.decided_at is not None
    assert found.decided_at > NOON
    assert relations(newsroom, claim) == [(earlier.id, REPEATS)]
    told = newsroom.events()[-1]
    assert (told.action, told.record_id, told.actor) == (EventAction.CLAIM_COMPARED, claim.id, "chris@desk.example")
    assert told.before == {"other": earlier.uid, "decision": "suggested"}
    assert told.after == {"other": earlier.uid, "decision": "confirmed", "kind": "repeats"}


def test_neither_claim_gets_a_finding_a_state_or_a_version_by_it(newsroom: Newsroom, two: tuple[Claim, Claim]) -> None:
    before = [(row.substance_finding, row.work_state, row.version) for row in two]
    decide(newsroom, two, D.CONFIRMED)
    now = [newsroom.claim(claim.id) for claim in two]
    assert [(row.substance_finding, row.work_state, row.version) for row in now] == before


def test_a_dismissed_one_leaves_an_event_and_no_relation(newsroom: Newsroom, two: tuple[Claim, Claim]) -> None:
    decide(newsroom, two, D.DISMISSED, "ed")
    assert relations(newsroom, two[0]) == []
    told = newsroom.events()[-1]
    assert told.after == {"other": two[1].uid, "decision": "dismissed"}


def test_the_relation_goes_when_the_confirmation_does_and_the_event_tells_so(
    newsroom: Newsroom, two: tuple[Claim, Claim]
) -> None:
    decide(newsroom, two, D.CONFIRMED)
    decide(newsroom, two, D.DISMISSED, "ed")
    assert relations(newsroom, two[0]) == []
    told = newsroom.events()[-1]
    assert told.before == {"other": two[1].uid, "decision": "confirmed", "kind": "repeats"}
    assert told.after == {"other": two[1].uid, "decision": "dismissed"}
    decide(newsroom, two, D.CONFIRMED)
    assert relations(newsroom, two[0]) == [(two[1].id, REPEATS)]


def test_what_was_said_can_be_taken_back_altogether(newsroom: Newsroom, two: tuple[Claim, Claim]) -> None:
    decide(newsroom, two, D.CONFIRMED)
    found = decide(newsroom, two, D.SUGGESTED)
    assert (found.decision, found.decided_by_id, found.decided_at) == (D.SUGGESTED, None, None)
    assert relations(newsroom, two[0]) == []


@pytest.mark.parametrize("decision", list(D))
def test_nothing_happens_where_it_stands_so_already(newsroom: Newsroom, two: tuple[Claim, Claim], decision: D) -> None:
    decide(newsroom, two, decision)
    events = len(newsroom.events())
    again = decide(newsroom, two, decision, "ed")
    assert len(newsroom.events()) == events
    assert again.decided_by_id in {None, newsroom.chris.id}


def test_a_relation_that_a_person_put_on_file_before_stays(newsroom: Newsroom, two: tuple[Claim, Claim]) -> None:
    claim, earlier = two
    newsroom.do(desk.relate_claims, newsroom.ed, claim.id, earlier.id, REPEATS, "The same figure")
    decide(newsroom, two, D.CONFIRMED)
    assert "kind" not in (newsroom.events()[-1].after or {})
    decide(newsroom, two, D.DISMISSED)
    assert relations(newsroom, claim) == [(earlier.id, REPEATS)]


@pytest.mark.parametrize("person", ["rita", "ada", "rea"])
def test_nobody_else_compares_claims(local_newsroom: Newsroom, person: str) -> None:
    two = suggested(local_newsroom)
    with refused(local_newsroom, NotAllowedError, "compare claims"):
        decide(local_newsroom, two, D.CONFIRMED, person)


def test_the_machine_never_confirms_its_own_suggestion(local_newsroom: Newsroom) -> None:
    claim, earlier = suggested(local_newsroom)
    with refused(local_newsroom, NotAllowedError):
        local_newsroom.do(desk.decide_resemblance, desk.Actor.machine("drafter"), claim.id, earlier.id, D.CONFIRMED)


@pytest.mark.parametrize("ids", [(0, 1), (1, 10**30), (1, 1)])
def test_what_was_never_suggested_cannot_be_decided(local_newsroom: Newsroom, ids: tuple[int, int]) -> None:
    suggested(local_newsroom)
    with refused(local_newsroom, NotFoundError):
        local_newsroom.do(desk.decide_resemblance, local_newsroom.chris, *ids, D.CONFIRMED)
    with refused(local_newsroom, NotFoundError, "FH-000001 repeats FH-000002"):
        local_newsroom.do(desk.decide_resemblance, local_newsroom.chris, 1, 2, D.CONFIRMED)


def test_a_duplicate_can_be_turned_away_and_the_decision_still_be_changed(
    newsroom: Newsroom, two: tuple[Claim, Claim]
) -> None:
    decide(newsroom, two, D.CONFIRMED)
    newsroom.on(two[0], desk.turn_away, newsroom.chris, NotForUsReason.DUPLICATE)
    decide(newsroom, two, D.DISMISSED)
    assert newsroom.claim(two[0].id).work_state is WorkState.NOT_FOR_US
    assert relations(newsroom, two[0]) == []
