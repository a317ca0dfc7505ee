"""Where a draft's words may be cut in two: between any two words, best where a clause begins. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.rows import Replaced

_WORD = re.compile(r"\S+\s*")
_CLAUSE = re.compile(
    r"(?:[;:—–]\s+|,\s+(?:and|but|or|while|whereas|which|although|though|adding|yet|so|as)\s"
    r"|\s(?=(?:and|but|while|whereas|although)\s)|(?<=[.!?”\"])\s+(?=[A-Z“\"«])|,\s+)",
    re.IGNORECASE,
)
LEADING = r"^(?:(?:and|but|or|while|whereas|which|although|though|that)\s+|[,;:—–.\s]+)+"
"""What a part may begin with that its statement does without: a pattern for the browser's part, too."""

_LEAST = 12  # characters; less than that makes no claim
_STRONG = re.compile(r"[;.!?]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)


class Word(NamedTuple):
    """A word with the blanks after it: where it begins in the literal words, and what it reads as in a statement."""

    at: int
    written: str
    read: str


def words(literal: str, start: int, replaced: Sequence[Replaced] = ()) -> tuple[Word, ...]:
    """Take literal words apart; ``start`` is where they stand in the text that ``replaced`` counts in."""
    cut: list[Word] = []
    for found in _WORD.finditer(literal):
        at, written = found.start(), found.group()
        over = next((words for words in replaced if words.start <= start + at < words.end), None)
        if over is None:
            read = written
        else:  # the replacement stands in for the first of its words, what follows the last one stays
            read = over.stands_for if over.start == start + at else ""
            read += literal[max(at, over.end - start) : found.end()]
        cut.append(Word(at, written, read))
    return tuple(cut)


def proposals(literal: str) -> tuple[int, ...]:
    """List where a clause begins, the likeliest place to cut first, as offsets of words."""
    starts = [word.at for word in words(literal, 0)]
    found: dict[int, tuple[int, int]] = {}
    for border in _CLAUSE.finditer(literal):
        at = next((start for start in starts if start >= _after(border, literal)), None)
        if at is None or at < _LEAST or len(literal) - at < _LEAST:
            continue
        strong = _STRONG.search(border.group()) or _STRONG.match(literal, at)
        found.setdefault(at, (0 if strong else 1, abs(2 * at - len(literal))))
    return tuple(sorted(found, key=lambda at: found[at]))


def _after(border: re.Match[str], literal: str) -> int:
    """Tell where the clause behind a border begins: with its own «and», which the statement leaves out."""
    mark = re.match(r"[;:—–,]?\s+", literal[border.start() : border.end()])
    return border.start() + (mark.end() if mark else 0)
