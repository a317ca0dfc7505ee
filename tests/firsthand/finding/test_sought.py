"""What is looked for on a page, and whether a page holds it."""

from __future__ import annotations

import pytest

from db.vocabulary import MatchGrade
from firsthand.finding.sought import Sought, holding, nearest_sentence

QUOTE = "we will rebuild every bridge on this river within four years"
SAID = Sought(QUOTE, "Petrov said that every bridge on the river will be rebuilt within four years.", "Ana Petrov")
TOLD = Sought(None, "In 2025 the state closed 14 bridges.", "Ana Petrov")
FILLER = "\n\n".join(f"Paragraph {number} deals with the weather on the coast." for number in range(30))


def test_quoted_words_are_found_where_they_stand() -> None:
    text = f"{FILLER}\n\nThe minister rose. “We will rebuild every bridge on this river within four years,” she said."

    found = holding(text, SAID)

    assert found.held
    assert found.grade is MatchGrade.TYPOGRAPHIC
    assert found.span is not None
    assert "rebuild every bridge" in found.span.of(text)


def test_a_page_with_the_words_changed_still_holds_them_and_says_so() -> None:
    text = f"{FILLER}\n\n“We will repair every bridge on this river within fourteen years,” she said."

    found = holding(text, SAID)

    assert found.held
    assert found.grade is MatchGrade.NEAR


def test_a_page_that_only_tells_of_it_does_not_hold_the_quoted_words() -> None:
    text = f"{FILLER}\n\nAna Petrov said all bridges on the river will be rebuilt within four years, one by one."

    found = holding(text, SAID)

    assert not found.held
    assert found.told
    assert found.span is not None
    assert "one by one" in found.span.of(text)


def test_a_page_about_something_else_neither_holds_nor_tells() -> None:
    found = holding(FILLER, SAID)

    assert not found.held
    assert not found.told


def test_without_a_quotation_a_sentence_that_says_as_much_is_enough() -> None:
    text = f"{FILLER}\n\nIn the year 2025 the state has closed 12 bridges to traffic.\n\n{FILLER}"

    found = holding(text, TOLD)

    assert found.held
    assert found.grade is None
    assert found.span is not None
    assert "12 bridges" in found.span.of(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bridges need paint.",
        "The state budget grew by 3 percent.",
        "The committee met in 2025 and adjourned.",
        "The museum closed early on Monday because of the heat.",
    ],
)
def test_a_sentence_that_shares_a_word_or_two_is_not_enough(sentence: str) -> None:
    assert not holding(f"{FILLER}\n\n{sentence}\n\n{FILLER}", TOLD).held


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "\f"])
def test_a_text_without_sentences_holds_nothing(text: str) -> None:
    assert nearest_sentence(text, TOLD.statement) == (None, 0.0)
    assert not holding(text, SAID).held


def test_an_empty_statement_is_found_nowhere() -> None:
    assert nearest_sentence(FILLER, "  ") == (None, 0.0)
