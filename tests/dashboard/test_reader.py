from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dashboard.components.reader import Mark, reader
from dashboard.labels import STATUSES
from db.vocabulary import VerificationStatus
from tests.dashboard.drawn import words

TEXT = "One two three four.\n\nFive six."
SUPPORTED, OPEN = STATUSES[VerificationStatus.SUPPORTED], STATUSES[VerificationStatus.OPEN]


def _mark(start: int, end: int, name: str = "FH-000001", label: Any = SUPPORTED) -> Mark:
    return Mark(start, end, label, f"claim?claim={name}", name)


def _with_class(node: Any, name: str) -> list[Any]:
    if isinstance(node, str):
        return []
    inside = [found for child in node.get("children", []) for found in _with_class(child, name)]
    return ([node] if name in node.get("class", "").split() else []) + inside


@given(st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=6))
def test_every_letter_is_shown_once_whatever_is_marked(spans: list[tuple[int, int]]) -> None:
    shown = reader(TEXT, [_mark(start, end) for start, end in spans])

    assert words(shown) == TEXT.replace("\n\n", "")


def test_a_mark_is_a_link_in_its_findings_colour() -> None:
    (mark,) = _with_class(reader(TEXT, [_mark(4, 7)]), "mark")

    assert (mark["tag"], mark["href"], mark["light"]) == ("a", "claim?claim=FH-000001", SUPPORTED.light)
    assert words(mark) == "two"


def test_where_marks_overlap_the_shorter_one_is_the_link_and_names_both() -> None:
    marks = _with_class(reader(TEXT, [_mark(0, 18, "FH-000001"), _mark(4, 7, "FH-000002", OPEN)]), "mark")

    linked = {words(mark): mark["title"] for mark in marks if mark["tag"] == "a"}

    assert linked["two"] == "FH-000002 / FH-000001"
    assert linked["One "] == "FH-000001"


def test_a_mark_across_paragraphs_goes_on_in_the_next() -> None:
    shown = reader(TEXT, [_mark(14, 25)])

    assert [words(mark) for mark in _with_class(shown, "mark")] == ["four.", "Five"]
