"""A quotation read as an editor wrote it: words, [insertions] and ellipses, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from firsthand.evidence.words import words_of
from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span

LONGEST_ELISION = 75  # words; a cut that leaps further joins two speeches, not two ends of one
LONGEST_SUBSTITUTION = 6  # words that one [bracket] may stand for

_PAIRS = ('""', "“”", "„“", "„”", "””", "«»", "»«", "‘’", "‚‘", "‹›", "»»", "「」", "『』", "''", "〝〞", "＂＂")
_OPENING = '"“„«「『'
_CLOSING = '"”“»」』'
_ELLIPSIS = r"[\[(] ?\.(?: ?\.)+ ?[\])]|\.(?: ?\.){2,}"
_EDITED = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|(?P<bracket>[^\W_]*\[[^\[\]]*\](?:[^\W_]|'(?=[^\W_]))*)")
_INITIAL = re.compile(r"\[([^\W\d_])\]([^\W\d_']*(?:'[^\W\d_]+)*)")


class ItemKind(Enum):
    """What an item of a quotation asks of the text."""

    WORD = auto()
    INSERTION = auto()
    ELLIPSIS = auto()


class Item(NamedTuple):
    """One word, [insertion] or ellipsis, at ``start`` to ``end`` of the quotation's normalised body.

    ``edited`` marks a word with its first letter in brackets, «[T]he». ``kept`` holds the letters of a word that
    stand outside its bracket, before and after: («walk», «») for «walk[ed]».
    """

    kind: ItemKind
    key: str
    start: int
    end: int
    edited: bool = False
    kept: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Quotation:
    """The words inside the outer quote marks (``body``), normalised, and their items."""

    body: str
    normalised: str
    items: tuple[Item, ...]
    starts: tuple[int, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the words that the text has to hold, without insertions."""
        return tuple(item.key for item in self.items if item.kind is ItemKind.WORD)

    def original(self, first: int, last: int) -> str:
        """Return items ``first`` up to ``last``, exclusive, as written, with the marks that follow them."""
        start = self.starts[first] if first else 0
        end = self.starts[last] if last < len(self.items) else len(self.body)
        return self.body[start:end] if first < last else ""

    def surface(self, index: int) -> str:
        """Return the item at ``index``, normalised but with its case."""
        return self.normalised[self.items[index].start : self.items[index].end]

    def between(self, first: int, second: int) -> str:
        """Return the normalised marks between items ``first`` and ``second``."""
        start = self.items[first].end if first >= 0 else 0
        end = self.items[second].start if second < len(self.items) else len(self.normalised)
        return self.normalised[start:end]


def read_quotation(quote: str) -> Quotation:
    """Read ``quote``, with or without its outer quote marks."""
    body = without_quote_marks(quote)
    normalised = normalise(body)
    items: list[Item] = []
    read = 0
    for found in _EDITED.finditer(normalised.text):
        items += _words(normalised.text, read, found.start())
        items.append(_edited_item(found))
        read = found.end()
    items += _words(normalised.text, read, len(normalised.text))
    starts = tuple(normalised.original(Span(item.start, item.end)).start for item in items)
    return Quotation(body, normalised.text, tuple(items), starts)


def without_quote_marks(quote: str) -> str:
    """Return the words without the white space and the quote marks around them."""
    body = quote.strip()
    while len(body) > 1 and body[0] + body[-1] in _PAIRS:
        body = body[1:-1].strip()
    if body[:1] in _OPENING and not any(mark in body[1:] for mark in _CLOSING):
        body = body[1:].strip()  # a quotation that goes on in the next paragraph is not closed
    elif body[-1:] in _CLOSING and not any(mark in body[:-1] for mark in _OPENING):
        body = body[:-1].strip()
    return body


def _words(normalised: str, start: int, end: int) -> list[Item]:
    piece = normalised[start:end]
    return [Item(ItemKind.WORD, word.key, start + word.start, start + word.end) for word in words_of(piece)]


def _edited_item(found: re.Match[str]) -> Item:
    if found.lastgroup == "ellipsis":
        return Item(ItemKind.ELLIPSIS, "", *found.span())
    surface = found.group()
    initial = _INITIAL.fullmatch(surface)
    if initial:
        key = "".join(initial.groups()).casefold()
        return Item(ItemKind.WORD, key, *found.span(), edited=True)
    before, _, rest = surface.partition("[")
    kept = before.casefold(), rest.rpartition("]")[2].casefold()
    return Item(ItemKind.INSERTION, "", *found.span(), kept=kept)
