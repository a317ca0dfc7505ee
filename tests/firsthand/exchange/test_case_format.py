"""The page on case files says what the code writes and reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from firsthand.exchange import kinds as k
from firsthand.exchange.codec import Kind
from tests.firsthand.exchange.records import exported
from tests.firsthand.newsroom import Newsroom

PAGE = Path(__file__).parents[3] / "docs" / "case-format.md"
ROW = re.compile(r"^\| `(\w+)` \| (yes)? ?\| (.+) \|$", re.MULTILINE)
# What is written besides columns: rows of other tables inside their owner, and what stands for a number.
BESIDES = {
    "people": {"roles"},
    "speakers": {"roles"},
    "captures": {"bytes"},
    "claims": {"number", "flags"},
    "evidence": {"passage"},
    "events": {"record", "article"},
}
NEEDED_BESIDES = {"articles": {"desk"}, "sources": {"source_kind"}, "evidence": {"passage"}, "events": {"record"}}
KINDS = (*k.EVERY_LIST, k.PASSAGE)


def _sections() -> dict[str, dict[str, bool]]:
    """Each list of the page with its fields, and whether they are needed."""
    parts = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0]: {row[0]: row[1] == "yes" for row in ROW.findall(part)} for part in parts}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_page_names_every_field_and_no_other(kind: Kind) -> None:
    fields = {kind.field_name(column) for column in kind.columns} | BESIDES.get(kind.name, set())
    assert _sections()[kind.name].keys() == fields


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_page_says_what_has_to_be_there(kind: Kind) -> None:
    needed = {kind.field_name(column) for column in kind.columns if not column.nullable and column.default is None}
    said = {name for name, is_needed in _sections()[kind.name].items() if is_needed}
    assert said == needed | NEEDED_BESIDES.get(kind.name, set())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_page_names_every_word_of_a_vocabulary(kind: Kind) -> None:
    text = PAGE.read_text(encoding="utf-8")
    for column in kind.columns:
        words = getattr(column.type, "enum_class", None)
        if words is not None and column.name != "action":
            assert all(f"`{word.value}`" in text for word in words), column.name


def test_the_page_has_a_section_for_every_list() -> None:
    assert list(_sections()) == [kind.name for before in k.EVERY_LIST for kind in _with_passage(before)]


def _with_passage(kind: Kind) -> list[Kind]:
    return [kind, k.PASSAGE] if kind is k.EVIDENCE else [kind]


def test_a_written_file_holds_nothing_that_the_page_does_not_name(full: Newsroom, tmp_path: Path) -> None:
    sections = _sections()
    case = exported(full.database, tmp_path)
    assert case.keys() - {"format", "title", "description"} == sections.keys() - {"passage"}
    for name, entries in case.items():
        if name in sections:
            assert {field for entry in entries for field in entry} <= sections[name].keys()
    passages = [entry["passage"] for entry in case["evidence"]]
    assert {field for passage in passages for field in passage} <= sections["passage"].keys()
