"""Texts made comparable, with the way back to the place in the original.

Quote marks, dashes, spaces, ligatures, width, composed accents and invisible characters are brought to one form. What
carries meaning is left alone: superscripts and fractions keep their own characters, since NFKC would turn «10²» into
«102» and «3½» into «31⁄2».
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.text.spans import Span

_DOUBLE_QUOTES = "«»“”„‟″〝〞〟＂「」『』"
_SINGLE_QUOTES = "‘’‚‛′ʼ＇`´‹›"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SOFT_HYPHEN = "\u00ad"
_INVISIBLE = _SOFT_HYPHEN + "\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"

_WORTH_A_LOOK = re.compile(rf"[\s{_INVISIBLE}]+|--+|`|[^\x00-\x7f\s{_INVISIBLE}]+")
_CHANGES_MEANING = ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")
_LONGEST_CLUSTER = 30  # Unicode's stream-safe limit on marks; ordering more of them takes quadratic time

_known: dict[str, str] = (
    dict.fromkeys(_DOUBLE_QUOTES, '"') | dict.fromkeys(_SINGLE_QUOTES, "'") | dict.fromkeys(_DASHES, "-")
)


class _Edit(NamedTuple):
    """One place where the normalised text differs from the original."""

    start: int
    end: int
    original: Span


@dataclass(frozen=True)
class Normalised:
    """A text in comparable form; ``original`` leads from its offsets back to the original's."""

    text: str
    _length: int
    _edits: tuple[_Edit, ...] = field(repr=False)

    def original(self, span: Span) -> Span:
        """Return the smallest span of the original that holds everything ``span`` was made from."""
        if span.start >= span.end:
            at = self._made_from(span.start).start if span.start < len(self.text) else self._length
            return Span(at, at)
        return Span(self._made_from(span.start).start, self._made_from(span.end - 1).end)

    def _made_from(self, offset: int) -> Span:
        """Return the original characters that the normalised character at ``offset`` stands for."""
        index = bisect_right(self._edits, offset, key=_start) - 1
        if index < 0:
            return Span(offset, offset + 1)
        edit = self._edits[index]
        if offset < edit.end:
            return edit.original
        start = edit.original.end + offset - edit.end
        return Span(start, start + 1)


def normalise(text: str, *, fold_case: bool = False) -> Normalised:
    """Bring ``text`` to the form in which two renderings of the same words are equal.

    Runs of white space become one space, a word broken at a soft hyphen is joined, invisible characters vanish.
    ``fold_case`` also removes the difference of upper and lower case (full Unicode case folding).
    """
    builder = _Builder(text, fold_case=fold_case)
    for found in _WORTH_A_LOOK.finditer(text):
        piece, start = found.group(), found.start()
        if piece == " ":
            continue
        if piece[0].isascii() or piece[0].isspace() or piece[0] in _INVISIBLE:
            builder.replace(start, found.end(), _plain(piece))
        else:
            _normalise_run(builder, piece, start)
    return builder.finish()


def _start(edit: _Edit) -> int:
    return edit.start


def _plain(piece: str) -> str:
    if piece[0] == "-":
        return "-"
    if piece[0] == "`":
        return "'"
    if piece[0] == _SOFT_HYPHEN and "\n" in piece:
        return ""
    return " " if any(map(str.isspace, piece)) else ""


def _normalise_run(builder: _Builder, run: str, start: int) -> None:
    """Normalise a run of characters outside ASCII that begins at ``start``, cluster by cluster."""
    at, length = 0, len(run)
    if unicodedata.combining(run[0]) and builder.can_reach(start - 1):
        at = -1  # a bare ASCII letter carries the first mark
    while at < length:
        end = at + 1
        while end < length and end - at <= _LONGEST_CLUSTER and _continues(run[end]):
            end += 1
        cluster = run[at:end] if at >= 0 else builder.source[start - 1 : start + end]
        plain = _known.get(cluster) or _compose(cluster)
        if plain != cluster:
            builder.replace(start + at, start + end, plain)
        at = end


def _continues(character: str) -> bool:
    """Whether the character joins the one before it: a combining mark or a later part of a Hangul syllable."""
    return unicodedata.combining(character) != 0 or "\u1160" <= character <= "\u11ff"


def _compose(cluster: str) -> str:
    if len(cluster) == 1:
        plain = unicodedata.normalize("NFKC", cluster)
        if _loses_meaning(cluster) or " " in plain:  # a spacing accent would fall apart into space and mark
            plain = cluster
        plain = "".join(_known.get(character, character) for character in plain)
        _known[cluster] = plain
        return plain
    if any(map(_loses_meaning, cluster)):
        return unicodedata.normalize("NFC", cluster)
    return unicodedata.normalize("NFKC", cluster)


def _loses_meaning(character: str) -> bool:
    return unicodedata.decomposition(character).startswith(_CHANGES_MEANING)


class _Builder:
    """Collects unchanged and replaced pieces from left to right."""

    def __init__(self, source: str, *, fold_case: bool) -> None:
        self.source = source
        self._fold = fold_case
        self._pieces: list[str] = []
        self._edits: list[_Edit] = []
        self._read = 0
        self._written = 0

    def can_reach(self, offset: int) -> bool:
        """Whether the original character at ``offset`` has not been taken over yet and may carry a mark."""
        return offset >= self._read and not self.source[offset].isspace()

    def replace(self, start: int, end: int, plain: str) -> None:
        """Take over the original up to ``start`` as it is, and ``plain`` in place of what stands until ``end``."""
        self._keep(start)
        self._put(plain.casefold() if self._fold else plain, Span(start, end))

    def finish(self) -> Normalised:
        self._keep(len(self.source))
        return Normalised("".join(self._pieces), len(self.source), tuple(self._edits))

    def _keep(self, end: int) -> None:
        piece, start = self.source[self._read : end], self._read
        folded = piece.casefold() if self._fold else piece
        if len(folded) == len(piece):  # folding never shortens, so equal lengths mean one for one
            self._pieces.append(folded)
            self._written += len(folded)
            self._read = end
            return
        for offset, character in enumerate(piece, start):
            folded = character.casefold()
            if len(folded) == 1:
                self._pieces.append(folded)
                self._written += 1
                self._read = offset + 1
            else:
                self._put(folded, Span(offset, offset + 1))

    def _put(self, plain: str, original: Span) -> None:
        self._pieces.append(plain)
        self._edits.append(_Edit(self._written, self._written + len(plain), original))
        self._written += len(plain)
        self._read = original.end
