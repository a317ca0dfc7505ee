"""Earlier claims that share words with a statement, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from db.queries import similar
from db.vocabulary import NotForUsReason, WorkState
from tests.makers import make_article, make_desk, make_user
from tests.makers import make_claim as make_any_claim

BRIDGES = "In 2025 the state closed 14 bridges."
WORDS = ("stat", "clos", "bridg")


def make_claim(session, *, statement, **overrides):
    """Make a claim whose literal words are its statement."""
    return make_any_claim(session, statement=statement, literal=statement, **overrides)


def found(database, *words, **options):
    """Ask for one statement: the numbers of the claims."""
    with database.read() as session:
        return [candidate.id for candidate in similar.candidates(session, [words], **options)[0]]


@pytest.fixture
def many(database):
    """A record of a hundred claims on roads, and a few on other things."""
    with database.write() as session:
        for number in range(100):
            make_claim(session, statement=f"The state mended road {number} in spring.")
        make_claim(session, statement=BRIDGES)
        make_claim(session, statement="Bridges are closed by the state, not by counties.")
        make_claim(session, statement="A café in Zürich burnt down.")
    return database


def test_the_claims_that_share_the_rare_words_come_first(many):
    assert found(many, *WORDS)[:2] == [102, 101]


def test_stems_find_every_form_of_a_word_and_accents_do_not_matter(many):
    assert found(many, "bridg") == [102, 101]
    assert found(many, "café", "zurich") == found(many, "cafe", "zürich") == [103]


def test_a_short_word_is_not_taken_for_the_beginning_of_a_longer_one(many):
    assert found(many, "bri") == []


def test_a_statement_of_frequent_words_is_found_too(database, monkeypatch):
    monkeypatch.setattr(similar, "RARE", 5)
    monkeypatch.setattr(similar, "_PAIRED_SHARE", 1.0)
    with database.write() as session:
        for _ in range(20):
            make_claim(session, statement="The state mended a road.")
        for _ in range(20):
            make_claim(session, statement="The county closed a bridge.")
        make_claim(session, statement="The state closed a bridge.")
        if not database.is_sqlite:
            session.execute(text("ANALYZE claim"))
    assert 41 in found(database, "stat", "clos", "bridg")


def test_every_statement_gets_its_own_claims(many):
    with many.read() as session:
        bridges, nothing, cafe = similar.candidates(session, [WORDS, ("penguin",), ("cafe",)])
    assert [candidate.id for candidate in bridges[:2]] == [102, 101]
    assert nothing == ()
    assert cafe == ((103, "A café in Zürich burnt down."),)


def test_drafts_nobody_took_over_and_what_is_no_claim_or_a_duplicate_do_not_count(database):
    with database.write() as session:
        user = make_user(session)
        for state in WorkState:
            make_claim(session, statement=BRIDGES, work_state=state, **_held_by(user, state))
        for reason in NotForUsReason:
            make_claim(session, statement=BRIDGES, work_state=WorkState.NOT_FOR_US, not_for_us_reason=reason)
        states = dict(enumerate(WorkState, start=1))
    listed = set(found(database, *WORDS))
    assert {number for number, state in states.items() if state is not WorkState.DETECTED} - listed == set()
    reasons = [reason for number, reason in enumerate(NotForUsReason, start=len(states) + 1) if number not in listed]
    assert reasons == [NotForUsReason.NOT_A_CLAIM, NotForUsReason.DUPLICATE]
    assert 1 not in listed


def _held_by(user, state):
    working = {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW}
    return {"assignee_id": user.id} if state in working else {}


def test_claims_of_the_article_itself_are_left_out_and_those_of_other_desks_are_not(database):
    with database.write() as session:
        own, other = make_article(session), make_article(session, desk_id=make_desk(session, slug="other").id)
        make_claim(session, article=own, statement=BRIDGES)
        make_claim(session, article=other, statement=BRIDGES)
        article_id = own.id
    assert found(database, *WORDS, article_id=article_id) == [2]
    assert found(database, *WORDS) == [2, 1]


def test_signed_claims_come_first_among_those_found(database):
    with database.write() as session:
        user = make_user(session)
        make_claim(session, statement=BRIDGES, work_state=WorkState.PUBLISHED, signed_by_id=user.id)
        make_claim(session, statement=BRIDGES)
    assert found(database, *WORDS) == [1, 2]


def test_no_more_than_asked_for_come_back(many):
    assert len(found(many, "road", limit=7)) == 7


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("",),
        ('"',),
        ("AND", "OR", "NOT"),
        ("near(", "*"),
        ("🙂",),
        ("'; drop",),
        ("a:b",),
        ("\0",),
        ("予算",),
        ("x" * 5000,),
    ],
)
def test_words_that_mean_something_to_a_search_engine_are_only_words(many, words):
    assert isinstance(found(many, *words), list)
    assert found(many, *words, "bridg")[:2] == [102, 101]


def test_an_empty_record_holds_nothing(database):
    assert found(database, *WORDS) == []
