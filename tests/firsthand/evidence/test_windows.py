"""Stretches of a long text where words meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.evidence.windows import windows

FILL = "nothing to see here. " * 60


def test_the_stretch_where_most_weight_meets_comes_first() -> None:
    text = f"{FILL}One herring.{FILL}The Herring and the tannery.{FILL}"
    best, *others = windows(text, {"herring": 2.0, "tannery": 1.0}, 100)
    assert "The Herring and the tannery." in best.span.of(text)
    assert best.weight == 3.0
    assert all(other.weight <= best.weight for other in others)


def test_words_beside_a_border_are_in_one_stretch() -> None:
    for before in range(190, 215):
        text = " " * before + "herring tannery" + FILL
        assert windows(text, {"herring": 1.0, "tannery": 1.0}, 100)[0].weight == 2.0


def test_a_word_counts_once_and_only_from_its_beginning() -> None:
    assert windows("herring herring", {"herring": 1.0}, 50)[0].weight == 1.0
    assert windows("kipperherring", {"herring": 1.0}, 50) == []


def test_a_letter_that_grows_when_lowered_moves_no_place() -> None:
    text = "İ" * 300 + " herring"
    assert windows(text, {"herring": 1.0}, 200)[0].span.of(text).endswith("herring")


@given(st.text(max_size=200), st.dictionaries(st.text(min_size=1, max_size=4), st.floats(0.1, 9), max_size=4))
def test_every_stretch_lies_in_the_text(text: str, weights: dict[str, float]) -> None:
    for window in windows(text, weights, 20):
        assert 0 <= window.span.start < window.span.end <= len(text)
