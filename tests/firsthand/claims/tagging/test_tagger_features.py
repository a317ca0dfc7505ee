"""Tokens of the tagger and what is known of them before their neighbours are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.claims.tagging.tagger_features import (
    ENDINGS,
    PLACES,
    SHAPES,
    Vocabulary,
    is_in_an_open_quotation,
    place_rows,
    starts_a_sentence,
)
from firsthand.claims.tagging.tagger_tokens import tagger_tokens
from firsthand.text.spans import Span


def tokens(text: str) -> list[str]:
    return [token.text for token in tagger_tokens(text, Span(0, len(text)))]


def places(text: str) -> list[int]:
    return place_rows(tagger_tokens(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz’s dog didn’t bark.", ["Ruiz", "’s", "dog", "didn’t", "bark", "."]),
        ("She'd paid $2.5 million,", ["She", "'d", "paid", "$", "2.5", "million", ","]),
        ("Dr. J. R. Lind of the U.S. team", ["Dr.", "J.", "R.", "Lind", "of", "the", "U.S.", "team"]),
        ("a well-known -- and loud -- man…", ["a", "well-known", "--", "and", "loud", "--", "man", "…"]),
    ],
)
def test_a_text_is_cut_where_roles_may_begin_and_end(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.text())
def test_tokens_are_all_of_the_text_but_its_white_space(text: str) -> None:
    assert "".join(tokens(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        ("It leaks. Mr. Ruiz left. He ran.", ["It", "Mr.", "He"]),
        ("“It leaks.” He ran.", ["“", "It", "He"]),
        ("“Why?” she asked. “Now?”", ["“", "Why", "“", "Now"]),
    ],
)
def test_a_sentence_starts_after_a_full_stop_and_its_closing_mark(text: str, first_words: list[str]) -> None:
    cut = tagger_tokens(text, Span(0, len(text)))
    starts = [token.text for token, place in zip(cut, place_rows(cut), strict=True) if starts_a_sentence(token, place)]
    assert starts == first_words


def test_a_quotation_that_the_paragraph_does_not_close_is_known() -> None:
    text = "He said: “It leaks. It always did."
    opened = [token for token, place in zip(tokens(text), places(text), strict=True) if is_in_an_open_quotation(place)]
    assert opened == ["It", "leaks", ".", "It", "always", "did", "."]


@pytest.mark.parametrize("text", ["It “leaks” here.", '"It leaks" here.', "It leaks."])
def test_a_quotation_that_is_closed_is_not_open(text: str) -> None:
    assert not any(is_in_an_open_quotation(place) for place in places(text))


def test_a_word_is_looked_up_in_the_forms_that_vectors_are_kept_for() -> None:
    vocabulary = Vocabulary({"frontrunner": 1, "party": 2, "jr": 3}, {"anti-party": 1})
    assert [vocabulary.rows(word).vector for word in ("Front-runner", "anti-party", "Jr.", "unseen")] == [1, 2, 3, 0]
    assert [vocabulary.rows(word).word for word in ("anti-party", "Anti-Party", "party")] == [1, 1, 0]


@given(st.text(min_size=1).filter(lambda text: not text.isspace()))
def test_every_row_is_one_that_its_table_has(text: str) -> None:
    vocabulary = Vocabulary({}, {})
    for token, place in zip(tokens(text), places(text), strict=True):
        rows = vocabulary.rows(token)
        assert (rows.vector, rows.word) == (0, 0)
        assert 0 <= rows.ending < ENDINGS
        assert 0 <= rows.shape < SHAPES
        assert 0 <= place < PLACES
