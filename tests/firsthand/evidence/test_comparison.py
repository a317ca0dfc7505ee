from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.vocabulary import MatchGrade, NumberComparison
from firsthand.evidence.comparison import compare

PASSAGE = (
    "“We will not raise fares,” the mayor said. A ticket costs 40 crowns; 62 percent of islanders agree, 900 people."
)


def test_a_claim_without_a_quote_has_no_alignment() -> None:
    result = compare(None, "A ticket costs a lot.", PASSAGE)
    assert result.alignment is None
    assert result.numbers == ()
    assert result.warnings == ()


def test_a_faithful_quote_and_equal_figures_warn_of_nothing() -> None:
    result = compare("We will not raise fares", "62 percent of islanders agree that “we will not raise fares”", PASSAGE)
    assert result.alignment is not None
    assert result.alignment.grade is MatchGrade.EXACT
    assert [number.comparison for number in result.numbers] == [NumberComparison.EQUAL]
    assert result.warnings == ()


def test_a_changed_quote_and_a_changed_figure_are_said_in_words() -> None:
    result = compare("We will raise fares", "The mayor said 26 percent of islanders agree", PASSAGE)
    assert [number.comparison for number in result.numbers] == [NumberComparison.DIFFERENT]
    assert result.warnings == (
        "The quoted words differ from the passage.",
        "A negation is only in the source: «not».",
        "The claim has «26 percent», the source «62 percent»: the claim's is lower by 36 percentage points.",
    )


def test_each_figure_meets_its_closest_counterpart() -> None:
    passage = "It cost 12 million euros in one town and 15 million euros in another."
    result = compare(None, "The town paid 15 million euros", passage)
    assert [number.comparison for number in result.numbers] == [NumberComparison.EQUAL]


def test_figures_of_different_things_are_left_alone() -> None:
    assert compare(None, "Three ministers and 2019 seals met in 2019", "Five parties met in 2020").numbers == ()


def test_counts_of_the_same_thing_are_compared() -> None:
    (number,) = compare(None, "Three ministers met", "Five ministers met").numbers
    assert number.comparison is NumberComparison.DIFFERENT


def test_an_absent_quote_is_said_to_be() -> None:
    assert compare("Taxes are theft", "“Taxes are theft”", PASSAGE).warnings == (
        "The quoted words are not in the passage.",
    )


@given(st.none() | st.text(max_size=40), st.text(max_size=60), st.text(max_size=60))
def test_no_input_raises(quote: str | None, literal: str, passage: str) -> None:
    compare(quote, literal, passage)
