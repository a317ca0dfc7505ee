"""Two captures side by side: nothing of either is lost, what differs is marked, what does not is folded."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.reader_differences import Piece, compare, differences
from tests.dashboard.drawn import words

TEXTS = st.lists(
    st.sampled_from(["One two three.", "One two four.", "Five.", "", "  ", "🥐 six, 7 eight."]), max_size=8
)


@given(TEXTS, TEXTS)
def test_every_word_of_both_stands_on_its_side_in_order(before: list[str], after: list[str]) -> None:
    pairs = compare("\n\n".join(before), "\n".join(after))

    olds = ["".join(piece.words for piece in pair.before) for pair in pairs if pair.before]
    news = ["".join(piece.words for piece in pair.after) for pair in pairs if pair.after]
    assert olds == [line.strip() for line in before if line.strip()]
    assert news == [line.strip() for line in after if line.strip()]


@given(TEXTS)
def test_nothing_differs_between_a_text_and_itself(lines: list[str]) -> None:
    text = "\n\n".join(lines)

    assert all(pair.same for pair in compare(text, text))


def test_a_changed_word_is_marked_on_both_sides_and_nothing_else_is() -> None:
    (pair,) = compare("The state closed 14 bridges.", "The state closed 12 bridges.")

    assert pair.before == (Piece("The state closed ", False), Piece("14", True), Piece(" bridges.", False))
    assert [piece.words for piece in pair.after if piece.differs] == ["12"]


def test_a_paragraph_of_other_words_is_one_taken_out_and_another_put_in() -> None:
    pairs = compare("It rained all day in the north.", "Fourteen bridges were closed; nobody knows why.")

    assert [(bool(pair.before), bool(pair.after)) for pair in pairs] == [(True, False), (False, True)]


def test_long_runs_of_the_same_are_folded_into_a_count() -> None:
    same = [f"Paragraph {number}." for number in range(20)]
    drawn: list[Any] = differences(compare("\n".join([*same, "Old."]), "\n".join([*same, "Old and new."])))

    assert words(drawn[0]) == "19 paragraphs are the same"
    assert len(drawn) == 3


def test_letters_that_only_look_alike_differ() -> None:
    (pair,) = compare("He paid 1 euro.", "He paid １ euro.")

    assert not pair.same
