"""The glossary's entries: terms with what they mean, and the vocabulary's words as they look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from dashboard import labels
from dashboard.components.paper import Node, chip, element, tag
from dashboard.texts import glossary as texts
from db import vocabulary as v


class Entry(NamedTuple):
    """A word as it looks, what it means, and everything that a search may find it by."""

    word: Node
    meaning: str
    found_by: str


class Group(NamedTuple):
    """Entries that belong together."""

    title: str
    entries: tuple[Entry, ...]


_PLAIN: tuple[tuple[str, type[StrEnum]], ...] = (
    (texts.TIERS, v.Tier),
    (texts.STANCES, v.Stance),
    (texts.GRADES, v.MatchGrade),
    (texts.NUMBERS, v.NumberComparison),
    (texts.ANCHORS, v.AnchorHealth),
    (texts.FLAGS, v.Flag),
    (texts.ROLES, v.Role),
)


def groups(search: str) -> tuple[Group, ...]:
    """Collect the entries that fit a search, all of them for an empty one; a group's title fits for all of it."""
    wanted = search.casefold().split()
    fitting = (
        Group(title, tuple(entry for entry in entries if _fits(f"{title.casefold()} {entry.found_by}", wanted)))
        for title, entries in _all()
    )
    return tuple(group for group in fitting if group.entries)


def _fits(text: str, wanted: Iterable[str]) -> bool:
    return all(part in text for part in wanted)


def drawn(group: Group) -> Node:
    """Describe a group."""
    cells = [cell for entry in group.entries for cell in (element("dt", entry.word), element("dd", entry.meaning))]
    return element("div", element("h2", group.title, style="group"), element("dl", *cells, style="terms"))


def _all() -> Iterable[tuple[str, Sequence[Entry]]]:
    for title, terms in texts.GROUPS:
        yield title, [_entry(word, word, meaning) for word, meaning in terms.items()]
    yield (
        texts.STATUSES,
        [_entry(chip(label), label.word, label.meaning, code) for code, label in labels.statuses().items()],
    )
    yield (
        texts.ATTRIBUTIONS,
        [_entry(chip(label), label.word, label.meaning, code) for code, label in labels.attributions().items()],
    )
    yield (
        texts.STATES,
        [_entry(labels.title(code), labels.word(code), labels.meaning(code), code) for code in v.WorkState],
    )
    for title, kind in _PLAIN:
        yield title, [_entry(tag(labels.word(code)), labels.word(code), labels.meaning(code), code) for code in kind]


def _entry(shown: Node, word: str, meaning: str, code: str = "") -> Entry:
    return Entry(shown, meaning, " ".join([word, meaning, code, labels.DEFAULTS.get(code, "")]).casefold())
