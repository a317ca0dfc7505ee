"""Headlines by their shape."""

from __future__ import annotations

import pytest

from firsthand.text.headlines import is_headline


@pytest.mark.parametrize(
    "line", ["Ferry stops", "Why did the ferry stop?", "“We Stop If …” Ferry Line Tells Isles", "渡し船が止まる"]
)
def test_a_short_line_without_a_full_stop_is_one(line: str) -> None:
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The ferry stopped.",
        "and then the ferry stopped",
        "- one\n- two",
        "1. Ferries",
        "https://ferry.example/a",
        "* * *",
        "word " * 40,
    ],
)
def test_prose_lists_addresses_and_long_lines_are_none(line: str) -> None:
    assert not is_headline(line)
