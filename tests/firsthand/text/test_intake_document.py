"""docs/intake.md says what the readers do: each limit it names is the one in the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.text import archives, docx_files, feed_forms, linked_data, marked, markup, pdf, pdf_pieces
from firsthand.text.decoding import MAX_BYTES

DOCUMENT = (Path(__file__).parents[3] / "docs" / "intake.md").read_text(encoding="utf-8")
MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ("file", [f"{MAX_BYTES // MEGABYTE} MB"]),
        ("web page", [f"{markup.MAX_CHARACTERS:,} characters", f"{markup.MAX_TAGS:,} tags"]),
        ("JSON-LD", [f"{linked_data.MAX_SCRIPTS} scripts of {linked_data.MAX_CHARACTERS:,} characters"]),
        ("Markdown", [f"{marked.MAX_CHARACTERS:,} characters"]),
        (
            "PDF",
            [f"{pdf.MAX_PAGES} pages, {pdf.MAX_CHARACTERS:,} characters", f"{pdf_pieces.MOST_OPERATIONS:,} operations"],
        ),
        ("Word", [f"{archives.MAX_FILES:,} parts, {archives.MAX_UNPACKED // MEGABYTE} MB unpacked in all"]),
        ("Word", [f"{archives.MAX_MARKUP // MEGABYTE} MB of markup", f"{docx_files.MAX_CHARACTERS:,} characters"]),
        ("feed", [f"{feed_forms.MAX_ENTRIES} entries"]),
    ],
)
def test_the_limits_told_are_those_kept(limit: str, told: list[str]) -> None:
    (row,) = [line for line in DOCUMENT.split("## Limits")[1].splitlines() if line.startswith(f"| {limit} |")]
    assert all(one in row for one in told), row
