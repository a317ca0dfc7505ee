"""Earlier claims that resemble a statement."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.matching import SimilarClaims

EARLIER = [
    (1, "The city spent €4 million on the new tram depot."),
    (2, "Vaccination rates fell in three counties last year."),
    (3, "The river reached its highest level since 1954."),
    (4, "市議会は予算を可決した。"),
]


def keys(text: str, limit: int = 5) -> list[int]:
    return [found.key for found in SimilarClaims(EARLIER).search(text, limit)]


def test_the_claim_that_shares_the_rare_words_comes_first() -> None:
    assert keys("Did the river really reach a record level in 1954?")[0] == 3
    assert keys("#TramDepot cost the city millions")[0] == 1


def test_case_endings_and_typography_make_no_difference() -> None:
    assert keys("VACCINATION RATE falls in a county")[0] == 2


def test_a_script_without_spaces_is_searched_too() -> None:
    assert keys("予算は可決") == [4]


def test_nothing_in_common_finds_nothing() -> None:
    assert keys("Penguins moult") == []
    assert SimilarClaims[int]([]).search("anything") == []


def test_no_more_than_asked_for_come_back() -> None:
    assert len(keys("the city river counties", limit=2)) == 2


@given(st.lists(st.tuples(st.integers(), st.text()), max_size=8), st.text())
def test_scores_fall_and_are_above_nought(claims: list[tuple[int, str]], text: str) -> None:
    scores = [found.score for found in SimilarClaims(claims).search(text)]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)
