"""Texts of files in pages: a form feed where a page ends, so that a passage can say on which page it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from firsthand.text.extracted import ExtractedArticle
from firsthand.text.spans import Span

_SPACE = re.compile(r"\s+")
_PAGE_END = "\f"
_LONGEST_WORD = 60


def with_page_ends(found: ExtractedArticle) -> ExtractedArticle:
    """Put a form feed at the end of every page but the last; references and pages move along.

    It takes the place of the space there, and between paragraphs a line of its own. Where a word runs over the page's
    end it stands after that word, so that no word is broken; where pages are empty there are several.
    """
    if len(found.pages) < 2:  # noqa: PLR2004 - a page's end that another page follows
        return found
    text = found.text.replace(_PAGE_END, " ")
    pieces: list[str] = []
    moved = _Moved()
    done = 0
    for page in found.pages[1:]:
        place = _place(text, page.start)
        place = Span(max(done, place.start), max(done, place.end))
        end = f"\n{_PAGE_END}\n" if "\n" in place.of(text) else _PAGE_END
        pieces += [text[done : place.start], end]
        moved.add(place, len(end))
        done = place.end
    pieces.append(text[done:])
    return replace(
        found,
        text="".join(pieces),
        references=tuple(one._replace(span=moved.span(one.span)) if one.span else one for one in found.references),
        pages=tuple(moved.span(page) for page in found.pages),
    )


def _place(text: str, start: int) -> Span:
    """Return the white space that a page's end takes the place of, empty where there is none near."""
    begin = start
    while begin > 0 and text[begin - 1].isspace():
        begin -= 1
    if begin < start or start == 0:
        return Span(begin, start)
    space = _SPACE.search(text, start, start + _LONGEST_WORD)
    return Span(space.start(), space.start() + 1) if space else Span(start, start)


class _Moved:
    """Where an offset is after pieces of a text were replaced, in order, by others."""

    def __init__(self) -> None:
        self._ends: list[int] = []
        self._by: list[int] = []

    def add(self, place: Span, length: int) -> None:
        """Note that a piece has become one of another length."""
        self._ends.append(place.end)
        self._by.append((self._by[-1] if self._by else 0) + length - place.length)

    def span(self, span: Span) -> Span:
        start, end = self._at(span.start, 1), self._at(span.end, 0)
        return Span(start, max(start, end))

    def _at(self, offset: int, inclusive: int) -> int:
        """Move an offset; one at the very end of a piece is after it as a beginning, and before it as an end."""
        index = bisect_left(self._ends, offset + inclusive) - 1
        return offset + self._by[index] if index >= 0 else offset
