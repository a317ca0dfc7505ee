"""Dates in words become EDTF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.dates import Precision, find_dates

WEDNESDAY = "2024-08-14"


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("on 12 March 2023", "12 March 2023", "2023-03-12"),
        ("on March 12, 2023,", "March 12, 2023", "2023-03-12"),
        ("in March 2023", "March 2023", "2023-03"),
        ("on 2023-03-12", "2023-03-12", "2023-03-12"),
        ("since 2019", "2019", "2019"),
        ("in late July", "late July", "2024-07"),
        ("in early November", "early November", "2023-11"),
        ("by next October", "October", "2024-10"),
        ("on Sunday", "Sunday", "2024-08-11"),
        ("on Wednesday", "Wednesday", "2024-08-14"),
        ("last Wednesday", "last Wednesday", "2024-08-07"),
        ("next Monday", "next Monday", "2024-08-19"),
        ("yesterday", "yesterday", "2024-08-13"),
        ("last month", "last month", "2024-07"),
        ("last year", "last year", "2023"),
        ("last week", "last week", None),
        ("on 31 February 2023", "31 February 2023", None),
    ],
)
def test_a_date_is_resolved_against_the_day_of_publication(text: str, words: str, edtf: str | None) -> None:
    (mention,) = find_dates(text, WEDNESDAY)
    assert (mention.words, mention.edtf) == (words, edtf)


@pytest.mark.parametrize("words", ["on Sunday", "yesterday", "in late July"])
def test_without_a_day_of_publication_a_relative_date_stays_open(words: str) -> None:
    assert [mention.edtf for mention in find_dates(words)] == [None]


def test_a_month_of_publication_resolves_months_and_no_weekdays() -> None:
    assert [mention.edtf for mention in find_dates("in late July and on Sunday", "2024-08")] == ["2024-07", None]


def test_the_precision_is_that_of_the_words() -> None:
    precisions = [mention.precision for mention in find_dates("in 2019, in May 2020 and on 3 June 2021")]
    assert precisions == [Precision.YEAR, Precision.MONTH, Precision.DAY]


@pytest.mark.parametrize("words", ["They may be late.", "The march ended.", "It cost 2024 crowns.", "An august body."])
def test_words_that_look_like_dates_are_left_alone(words: str) -> None:
    assert find_dates(words, WEDNESDAY) == []


@given(st.text(), st.one_of(st.none(), st.text(max_size=10), st.dates().map(str)))
def test_any_text_and_any_day_can_be_asked_about(text: str, published: str | None) -> None:
    assert all(mention.span.of(text) == mention.words for mention in find_dates(f"{text} last month", published)[:-1])
