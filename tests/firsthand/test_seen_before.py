"""Which earlier claims are suggested for a new one."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.models import Claim, Resemblance
from db.vocabulary import CaptureMethod, NotForUsReason, ResemblanceDecision, WorkState
from firsthand import desk, seen_before
from tests.firsthand.newsroom import Newsroom

EARLIER = "In 2025 the state closed 14 bridges."
AGAIN = "The state closed 14 bridges in 2025."


def article(
    newsroom: Newsroom, text: str = "Once more: the bridges of the state, and what became of them."
) -> tuple[int, int]:
    """Add another article: its number and its capture's."""
    with newsroom.database.write() as session:
        added = desk.add_article(session, newsroom.chris, newsroom.desk_id, desk.DocumentFields("Bridges, again"))
        sha256 = newsroom.database.blobs.put(text.encode())
        new = desk.NewCapture(CaptureMethod.PASTE, sha256, len(text.encode()), "text/plain", text, "plain")
        return added.id, desk.record_capture(session, newsroom.chris, added, new).id


def drafted(newsroom: Newsroom, *statements: str, at: tuple[int, int] | None = None) -> tuple[list[Claim], int]:
    """Draft claims in another article and look for earlier ones: the drafts, and how many suggestions were made."""
    article_id, capture_id = at or article(newsroom)
    new = [
        newsroom.new_claim(article_id=article_id, capture_id=capture_id, start=0, end=9, statement=statement)
        for statement in statements
    ]
    newsroom.minute += 1
    with newsroom.database.write() as session:
        claims = desk.add_drafts(session, newsroom.dated(desk.Actor.machine("drafter")), new)
        return claims, seen_before.suggest(session, claims)


def suggestions(newsroom: Newsroom, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    with newsroom.database.read() as session:
        asked = select(Resemblance).where(Resemblance.claim_id.in_([claim.id for claim in claims]))
        asked = asked.order_by(Resemblance.claim_id, Resemblance.score.desc(), Resemblance.other_id)
        return [(row.claim_id, row.other_id) for row in session.scalars(asked)]


def at(newsroom: Newsroom, state: WorkState, statement: str) -> Claim:
    """Bring a claim with this statement somewhere."""
    claim = newsroom.at(WorkState.OPEN)
    newsroom.on(claim, desk.edit_claim, newsroom.chris, {"statement": statement})
    if state is WorkState.IN_CHECK:
        newsroom.on(claim, desk.take_up, newsroom.chris)
    return newsroom.claim(claim.id)


def test_a_claim_in_other_words_is_suggested_for_a_person_to_decide(newsroom: Newsroom) -> None:
    earlier = at(newsroom, WorkState.OPEN, "In 1991 the province of Ulm sold 77 mills.")
    [claim], count = drafted(newsroom, "The province of Ulm sold 77 mills in 1991.")
    assert count == 1
    assert suggestions(newsroom, [claim]) == [(claim.id, earlier.id)]
    with newsroom.database.read() as session:
        found = session.get(Resemblance, (claim.id, earlier.id))
    assert found is not None
    assert (found.decision, found.decided_by_id) == (ResemblanceDecision.SUGGESTED, None)
    assert 720 <= found.score <= 1000


def test_the_same_words_with_another_figure_year_or_a_negation_are_not(local_newsroom: Newsroom) -> None:
    at(local_newsroom, WorkState.OPEN, EARLIER)
    claims, count = drafted(
        local_newsroom,
        "In 2025 the state closed 41 bridges.",
        "In 2024 the state closed 14 bridges.",
        "In 2025 the state did not close 14 bridges.",
        "In 2025 the state opened 14 bridges.",
    )
    assert (count, suggestions(local_newsroom, claims)) == (0, [])


def test_what_counts_is_what_the_desk_took_over_in_other_articles(local_newsroom: Newsroom) -> None:
    local_newsroom.draft(statement=EARLIER)
    away = at(local_newsroom, WorkState.OPEN, EARLIER)
    local_newsroom.on(away, desk.turn_away, local_newsroom.chris, NotForUsReason.NOT_A_CLAIM)
    assert drafted(local_newsroom, AGAIN)[1] == 0
    kept = at(local_newsroom, WorkState.IN_CHECK, EARLIER)
    claims, _ = drafted(local_newsroom, AGAIN)
    assert suggestions(local_newsroom, claims) == [(claims[0].id, kept.id)]
    place = (local_newsroom.article_id, local_newsroom.capture_id)
    assert drafted(local_newsroom, AGAIN, at=place)[1] == 0


def test_no_more_than_a_handful_are_suggested_and_signed_ones_before_their_equals(local_newsroom: Newsroom) -> None:
    signed = local_newsroom.at(WorkState.PUBLISHED)
    others = [at(local_newsroom, WorkState.OPEN, signed.statement) for _ in range(seen_before.MOST + 2)]
    [claim], count = drafted(local_newsroom, signed.statement)
    assert count == seen_before.MOST
    found = [other for _, other in suggestions(local_newsroom, [claim])]
    assert signed.id in found
    assert set(found) < {signed.id, *(other.id for other in others)}


def test_asking_again_changes_nothing_not_even_from_the_other_end(local_newsroom: Newsroom) -> None:
    earlier = at(local_newsroom, WorkState.OPEN, EARLIER)
    [claim], _ = drafted(local_newsroom, AGAIN)
    local_newsroom.do(
        desk.decide_resemblance, local_newsroom.chris, claim.id, earlier.id, ResemblanceDecision.DISMISSED
    )
    local_newsroom.on(claim, desk.open_claim, local_newsroom.chris)
    before = local_newsroom.everything()
    with local_newsroom.database.write() as session:
        claims = [session.get_one(Claim, claim.id), session.get_one(Claim, earlier.id)]
        assert seen_before.suggest(session, claims) == 0
    assert local_newsroom.everything() == before


def test_no_drafts_and_drafts_without_a_statement_find_nothing(local_newsroom: Newsroom) -> None:
    at(local_newsroom, WorkState.OPEN, EARLIER)
    assert drafted(local_newsroom)[1] == 0
    assert drafted(local_newsroom, " ")[1] == 0


OPERATORS = st.sampled_from(
    ["AND", "NOT", '"', "*", "(", "NEAR(a b)", "🙂", "'", ":*", "&", "|", "!", "%", "14", "bridges", "不"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.lists(OPERATORS, max_size=10).map(" ".join)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
)
def test_any_statement_can_be_looked_for(newsroom: Newsroom, statement: str) -> None:
    with newsroom.database.write() as session:
        place = {"article_id": newsroom.article_id, "capture_id": newsroom.capture_id}
        new = newsroom.new_claim(statement=statement, **place)
        machine = newsroom.dated(desk.Actor.machine("drafter"))
        assert seen_before.suggest(session, desk.add_drafts(session, machine, [new])) >= 0
