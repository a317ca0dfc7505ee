"""Places in a text."""

from __future__ import annotations

import pytest

from firsthand.text.spans import Span, first_overlap, trimmed


def test_a_span_knows_its_length_words_and_neighbours() -> None:
    span = Span(4, 9)
    assert span.length == 5
    assert span.of("The river rose") == "river"
    assert span.shift(3) == Span(7, 12)
    assert span.contains(Span(4, 9))
    assert not span.contains(Span(4, 10))


@pytest.mark.parametrize(
    ("other", "shared"), [(Span(0, 4), False), (Span(0, 5), True), (Span(9, 12), False), (Span(6, 6), False)]
)
def test_spans_overlap_where_they_share_a_character(other: Span, shared: bool) -> None:  # noqa: FBT001
    assert Span(4, 9).overlaps(other) is shared


def test_the_first_overlap_of_many_is_found() -> None:
    ordered = [Span(0, 3), Span(5, 8), Span(8, 9)]
    assert first_overlap(ordered, Span(7, 9)) == 1
    assert first_overlap(ordered, Span(3, 5)) is None


def test_white_space_at_the_ends_is_cut() -> None:
    assert trimmed("a  b  c", 1, 6).of("a  b  c") == "b"
    assert trimmed("    ", 0, 4).length == 0
