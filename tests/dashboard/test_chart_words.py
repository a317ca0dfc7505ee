from __future__ import annotations

import pytest

from dashboard.texts import charts as texts


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 1, "The only claim is not settled"),
        (1, 1, "The only claim is settled"),
        (0, 7, "None of the 7 claims is settled"),
        (7, 7, "All 7 claims are settled"),
        (1, 12, "1 of 12 claims is settled"),
        (8, 10, "8 of 10 claims are settled"),
        (75, 100, "Three in four claims are settled"),
        (76, 100, "About three in four claims are settled"),
        (25, 100, "One in four claims is settled"),
        (500, 1000, "Half of the claims are settled"),
        (45, 100, "45 % of the claims are settled"),
        (1, 1000, "under 1 % of the claims are settled"),
        (999, 1000, "over 99 % of the claims are settled"),
    ],
)
def test_a_share_is_said_by_numbers_where_they_are_few_and_as_a_simple_fraction_where_one_is_near(
    part: int, whole: int, said: str
) -> None:
    assert texts.share_of_claims(part, whole, "settled") == said


def test_the_kind_of_claims_is_named_in_every_form() -> None:
    assert texts.share_of_claims(1, 2, "new", "open") == "1 of 2 open claims is new"
    assert texts.share_of_claims(30, 60, "new", "open") == "Half of the open claims are new"


@pytest.mark.parametrize(
    ("flow", "said"),
    [
        ((5, 0, 2), "Work has piled up by 3 claims: 5 came in, 2 were signed off"),
        ((5, 1, 1), "Work has piled up by 5 claims: 5 came in and 1 came back, 1 was signed off"),
        ((1, 0, 0), "Work has piled up by 1 claim: 1 came in, none was signed off"),
        ((0, 0, 4), "The desk has caught up by 4 claims: 4 were signed off, nothing came in"),
        ((3, 1, 4), "The desk keeps up: 3 came in and 1 came back, 4 were signed off"),
    ],
)
def test_the_flow_says_whether_the_desk_keeps_up(flow: tuple[int, int, int], said: str) -> None:
    assert texts.flow_title(*flow) == said


def test_nothing_left_is_said_so() -> None:
    assert texts.by_article_title("x", 0, 5, 0) == "Nothing is left to do: every claim is settled or set aside"


def test_no_source_younger_than_its_claim_is_worth_the_title() -> None:
    assert texts.calendar_title(0, 1, 3).startswith("No source is younger than the claim it backs; 25 %")


@pytest.mark.parametrize(("part", "whole", "said"), [(0, 0, "0 %"), (0, 9, "0 %"), (1, 3, "33 %"), (3, 3, "100 %")])
def test_a_percentage_is_rounded_but_never_to_nothing_or_all(part: int, whole: int, said: str) -> None:
    assert texts.percent(part, whole) == said
