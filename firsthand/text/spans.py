"""Places in a text."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Span(NamedTuple):
    """A half-open range of character offsets (code points): ``text[start:end]``."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of characters inside."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether every character of ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """Return the same range ``by`` characters later."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """Return the words at this place in ``text``."""
        return text[self.start : self.end]


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its two ends; empty at ``end`` where there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, start + left + len(piece.strip()))


def first_overlap(ordered: Sequence[Span], span: Span) -> int | None:
    """Return the index of the first of ``ordered`` that shares a character with ``span``.

    ``ordered`` holds spans in text order that do not overlap each other; the search takes logarithmic time.
    """
    index = bisect_left(ordered, span.start + 1, key=_end)
    return index if index < len(ordered) and ordered[index].overlaps(span) else None


def _end(span: Span) -> int:
    return span.end
