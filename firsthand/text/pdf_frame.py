"""What stands on a PDF's pages and is not its text: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from firsthand.text.pdf_strings import Piece

_EDGE = 4  # rows of a page, counted from above and from below
_APART = 1.7  # of the size: a running head keeps its distance
_LONGEST = 120
_LEAST_SHARE = 0.3
_SAME_PLACE = 20  # points
_NUMBERS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|página|pagina|str\.|стр\.|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|di|van|из|sur)\s*\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)


def without_frame(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Return the pages' rows without what is repeated at their edges, numbers aside, and without page numbers."""
    edges = [_edge(page) for page in pages]
    repeated = Counter(key for page, edge in zip(pages, edges, strict=True) for key in {_key(page[i]) for i in edge})
    least = max(2, _LEAST_SHARE * len(pages))
    return [
        [
            line
            for index, line in enumerate(page)
            if index not in edge or not (repeated[_key(line)] >= least or _is_number(page, index, len(pages)))
        ]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edge(page: Sequence[Piece]) -> set[int]:
    """Return the indexes of the rows that stand highest and lowest, apart from all between them."""
    order = sorted(range(len(page)), key=lambda index: page[index].base)
    return {index for end in (order, order[::-1]) for index in _block(page, end) if len(page[index].text) <= _LONGEST}


def _block(page: Sequence[Piece], order: Sequence[int]) -> Sequence[int]:
    """Return the first rows up to a gap; none where no gap follows soon."""
    for count, (index, following) in enumerate(pairwise(order[: _EDGE + 1]), start=1):
        if abs(page[index].base - page[following].base) > _APART * max(page[index].size, page[following].size):
            return order[:count]
    return ()


def _key(line: Piece) -> tuple[str, int]:
    return _NUMBERS.sub("#", line.text.casefold()), round(line.base / _SAME_PLACE)


def _is_number(page: Sequence[Piece], index: int, pages: int) -> bool:
    """Whether a line is nothing but a page number: the highest or lowest of its page."""
    bases = [line.base for line in page]
    outermost = page[index].base in {min(bases), max(bases)}
    return (
        outermost and (pages > 1 or not page[index].text.isdigit()) and bool(_PAGE_NUMBER.fullmatch(page[index].text))
    )
