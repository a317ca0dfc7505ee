"""A case file as it lies there: its lists, their entries with their places, and the words and keys in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from firsthand.errors import UnreadableCase
from firsthand.exchange import kinds as k
from firsthand.exchange.codec import Kind

Word = TypeVar("Word", bound=StrEnum)
Entry = dict[str, Any]


class CaseLists:
    """The lists of one case; raises ``UnreadableCase`` for what is none, or of another format."""

    def __init__(self, case: object, progress: Callable[[str, int], None] = lambda _name, _count: None) -> None:
        """Take a case as JSON has it; ``progress`` is told each list's name and length when it is loaded."""
        if not isinstance(case, dict) or not str(case.get("format", "")).startswith("firsthand-case/"):
            raise UnreadableCase(f'This is no case file: it does not say «"format": "{k.FORMAT}"» at its top.')
        if case["format"] != k.FORMAT:
            raise UnreadableCase(
                f"This case file is of the format {case['format']}; this version of Firsthand reads {k.FORMAT}."
            )
        self.title = str(case.get("title") or "Untitled case")
        self._progress = progress
        self._lists = {kind.name: list(self._checked(kind.name, case.get(kind.name, []))) for kind in k.EVERY_LIST}

    @staticmethod
    def _checked(name: str, entries: object) -> Iterator[tuple[str, Entry]]:
        if not isinstance(entries, list):
            raise UnreadableCase(f"{name}: expected a list, found {type(entries).__name__}.")
        for place, entry in enumerate(entries):
            if not isinstance(entry, dict):
                raise UnreadableCase(f"{name}[{place}]: expected an object, found {type(entry).__name__}.")
            yield f"{name}[{place}]", dict(entry)

    def entries(self, kind: Kind) -> list[tuple[str, Entry]]:
        """Give one list, each entry with its place in the file."""
        return self._lists[kind.name]

    def load(self, kind: Kind) -> list[tuple[str, Entry]]:
        """Give one list that is going to be loaded now."""
        entries = self._lists[kind.name]
        self._progress(kind.name, len(entries))
        return entries

    def keyed(self, kind: Kind) -> dict[str, Entry]:
        """Give the entries of a list by their keys, each of which has to be there once."""
        found: dict[str, Entry] = {}
        for where, entry in self._lists[kind.name]:
            key = key_of(entry, kind, where)
            if key in found:
                raise UnreadableCase(f"{where}: «{key}» stands there twice.")
            found[key] = entry
        return found


def key_of(entry: Mapping[str, Any], kind: Kind, where: str) -> str:
    """Read an entry's portable key."""
    name = k.KEY[kind.name]
    key = entry.get(name)
    if not isinstance(key, str) or not key:
        raise UnreadableCase(f"{where}.{name}: missing.")
    return key


def list_in(entry: Mapping[str, Any], name: str, where: str) -> list[Any]:
    """Read a list inside an entry; one that is not there is empty."""
    inside = entry.get(name, [])
    if not isinstance(inside, list):
        raise UnreadableCase(f"{where}.{name}: expected a list, found {type(inside).__name__}.")
    return inside


def words_in(entry: Mapping[str, Any], name: str, words: type[Word], where: str) -> list[Word]:
    """Read a list of words of the vocabulary inside an entry."""
    found: list[Word] = []
    for value in list_in(entry, name, where):
        try:
            word = words(value)
        except ValueError:
            known = ", ".join(word.value for word in words)
            raise UnreadableCase(f"{where}.{name}: {value!r} is none of {known}.") from None
        if word in found:
            raise UnreadableCase(f"{where}.{name}: «{word.value}» stands there twice.")
        found.append(word)
    return found
