"""What is said twice in one article."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.claims.choosing.repeats import Saying, find_repeats
from firsthand.claims.figures import find_figures

LEAD = "Harwick council voted on Monday to close two of its five libraries to save £640,000 a year."


def saying(statement: str, speaker: str | None = None, *, foretells: bool = False) -> Saying:
    return Saying(statement, speaker, frozenset(figure.value for figure in find_figures(statement)), foretells)


@pytest.mark.parametrize(
    ("shorter", "fuller"),
    [
        ("Council votes to close two libraries", LEAD),
        ("The council’s decision to close two libraries will save £640,000.", LEAD),
        (
            "Seagrass stores twice as much carbon as thought",
            "Seagrass meadows store twice as much carbon as was thought.",
        ),
        ("Larsen Sells Northgate for £310m", "Henrik Larsen has agreed to sell Northgate to a fund for £310m."),
    ],
)
def test_the_shorter_of_two_that_say_the_same_points_at_the_fuller(shorter: str, fuller: str) -> None:
    assert find_repeats([saying(shorter), saying(fuller)]) == [1, None]
    assert find_repeats([saying(fuller), saying(shorter)]) == [None, 0]


@pytest.mark.parametrize(
    "other",
    [
        "Harwick council voted on Monday to close three of its five libraries.",  # another number
        "Harwick council did not vote on Monday to close two of its five libraries.",  # a negation
        "Marlow council voted on Monday to close two of its five libraries.",  # another name
        "Harwick council voted to sell the swimming pool and two car parks.",  # another matter
        "Two libraries close.",  # too little to tell
    ],
)
def test_what_says_something_else_is_kept(other: str) -> None:
    assert find_repeats([saying(LEAD), saying(other)]) == [None, None]


def test_the_same_words_of_another_speaker_are_another_claim() -> None:
    words = "The figure was misleading because of shorter opening hours"
    assert find_repeats([saying(words, "Ana Ruiz"), saying(words, "Bo Lind")]) == [None, None]
    assert find_repeats([saying(words, "Ana Ruiz"), saying(words, "Ruiz")]) == [None, 0]


def test_what_is_foretold_is_not_what_has_happened() -> None:
    words = "The firm closes two plants in Marlow this spring."
    assert find_repeats([saying(words), saying(words, foretells=True)]) == [None, None]


def test_of_three_the_fullest_is_kept() -> None:
    middle = "Harwick council voted to close two libraries to save £640,000 a year."
    assert find_repeats([saying("Council votes to close two libraries"), saying(middle), saying(LEAD)]) == [2, 2, None]


@given(st.lists(st.builds(Saying, st.text(), st.none() | st.text(), st.just(frozenset[Decimal]()), st.booleans())))
@settings(deadline=None)
def test_what_is_pointed_at_is_kept(sayings: list[Saying]) -> None:
    keeper = find_repeats(sayings)
    assert len(keeper) == len(sayings)
    assert all(kept is None or keeper[kept] is None for kept in keeper)
