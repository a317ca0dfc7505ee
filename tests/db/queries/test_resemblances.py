"""What claims resemble, as rows."""

from __future__ import annotations

from db.models import Resemblance
from db.queries import resemblances
from db.vocabulary import ResemblanceDecision, VerificationStatus, WorkState
from tests.makers import NOON, make_article, make_claim, make_desk, make_speaker, make_user

D = ResemblanceDecision


def resembles(session, claim, other, score, decision=D.SUGGESTED, by=None):
    decided = {} if decision is D.SUGGESTED else {"decided_by_id": by.id if by else None, "decided_at": NOON}
    session.add(Resemblance(claim_id=claim.id, other_id=other.id, score=score, decision=decision, **decided))
    session.flush()


def test_a_row_tells_what_the_earlier_claim_says_and_what_the_desk_found(database):
    with database.write() as session:
        user = make_user(session, name="Mara")
        article = make_article(session, title="Bridges", desk_id=make_desk(session, name="Foreign desk").id)
        earlier = make_claim(
            session,
            article=article,
            speaker=make_speaker(session, name="Ana Petrov"),
            work_state=WorkState.PUBLISHED,
            signed_by_id=user.id,
            finding_note="The report has it.",
            said_on="2025-03",
        )
        claim = make_claim(session)
        resembles(session, claim, earlier, 913, D.CONFIRMED, user)
        claim_id = claim.id
    with database.read() as session:
        [row] = resemblances.of_claims(session, [claim_id])[claim_id]
    assert (row.claim_id, row.other_id, row.score) == (2, 1, 0.913)
    assert (row.decision, row.decided_by, row.decided_at) == (D.CONFIRMED, "Mara", NOON)
    assert (row.speaker, row.said_on, row.article_title, row.desk) == (
        "Ana Petrov",
        "2025-03",
        "Bridges",
        "Foreign desk",
    )
    assert (row.status, row.finding_note) == (VerificationStatus.SUPPORTED, "The report has it.")


def test_a_note_that_nobody_signed_yet_is_not_told(database):
    with database.write() as session:
        earlier = make_claim(session, work_state=WorkState.IN_REVIEW, finding_note="Half of them?")
        resembles(session, make_claim(session), earlier, 900)
    with database.read() as session:
        [row] = resemblances.of_claims(session, [2])[2]
    assert row.finding_note is None


def test_confirmed_ones_come_first_and_dismissed_ones_last_then_the_most_alike_then_signed_ones(database):
    with database.write() as session:
        user = make_user(session)
        for state in (WorkState.OPEN, WorkState.OPEN, WorkState.PUBLISHED, WorkState.OPEN, WorkState.OPEN):
            make_claim(session, work_state=state)
        claim = make_claim(session)
        scores = {1: 990, 2: 800, 3: 800, 4: 750, 5: 950}
        decisions = {1: D.DISMISSED, 4: D.CONFIRMED}
        for other, score in scores.items():
            resembles(session, claim, session.get(type(claim), other), score, decisions.get(other, D.SUGGESTED), user)
    with database.read() as session:
        listed = resemblances.of_claims(session, [6, 1])
    assert list(listed) == [6]
    assert [row.other_id for row in listed[6]] == [4, 5, 3, 2, 1]
