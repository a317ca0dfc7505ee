"""Which sentences are worth checking, and the reasons in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import ClaimType
from firsthand.claims.checkworthiness import THRESHOLD, check_worthiness, explain


@pytest.mark.parametrize(
    "sentence",
    [
        "Unemployment in the province fell from 9 to 6 percent in 2022.",
        "The senator voted against the school budget three times.",
        "The treaty bans ships longer than 120 metres.",
    ],
)
def test_figures_records_and_laws_are_worth_checking(sentence: str) -> None:
    assert check_worthiness([sentence])[0] >= THRESHOLD


@pytest.mark.parametrize(
    "sentence", ["Thank you all.", "Should we not talk about it?", "I think you might like it.", ""]
)
def test_talk_is_not(sentence: str) -> None:
    assert check_worthiness([sentence])[0] < THRESHOLD


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The ferry will return in spring.", ClaimType.PREDICTION),
        ("The council should be ashamed.", ClaimType.OPINION),
        ("Is it over?", ClaimType.OPINION),
        ("The tower has 48 floors.", ClaimType.STATISTIC),
        ("The constitution forbids a third term.", ClaimType.LEGAL),
        ("The lake lies west of the old mill.", ClaimType.GEOGRAPHY),
        ("The minister opened the tunnel.", ClaimType.EVENT),
        ("The tunnel is an embarrassment to engineers.", ClaimType.CHARACTERISATION),
        ("He built the road that will serve the port.", ClaimType.EVENT),
    ],
)
def test_the_kind_of_a_statement_is_told(sentence: str, kind: ClaimType) -> None:
    assert explain(sentence).claim_type is kind


def test_the_reasons_come_weightiest_first_and_make_the_score() -> None:
    worth = explain("Exports rose by 12 percent last year.")
    weights = [abs(reason.weight) for reason in worth.reasons]
    assert weights == sorted(weights, reverse=True)
    assert {"figure", "share", "date"} <= {reason.name for reason in worth.reasons}
    assert worth.score == check_worthiness(["Exports rose by 12 percent last year."])[0]


@given(st.lists(st.text(), max_size=5))
def test_every_sentence_has_a_score_between_none_and_one(sentences: list[str]) -> None:
    scores = check_worthiness(sentences)
    assert len(scores) == len(sentences)
    assert all(0 <= score <= 1 for score in scores)
