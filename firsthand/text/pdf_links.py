"""The links of a PDF's page: rectangles over its words, which are marked in the pieces they cover."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf import PageObject

from firsthand.text.addresses import web_address
from firsthand.text.pdf_strings import Matrix, Piece

MOST_LINKS = 500  # a page
_WORD = re.compile(r"[^\s.,;:!?()\"“”]+(?:[.,:][^\s.,;:!?()\"“”]+)*")


class Link(NamedTuple):
    """A rectangle of the page as it is seen, and where it leads."""

    address: str
    left: float
    low: float
    right: float
    high: float


def links_of(page: PageObject, turn: Matrix) -> list[Link]:
    """Return the page's links to the web; what is no link, or broken, is passed over."""
    notes = page.get("/Annots")
    notes = notes.get_object() if notes is not None else None
    found = []
    for note in list(notes)[:MOST_LINKS] if isinstance(notes, list) else []:
        link = _link(note.get_object(), turn)
        if link:
            found.append(link)
    return found


def _link(note: Any, turn: Matrix) -> Link | None:  # noqa: ANN401 - any PDF object
    action = note.get("/A") if isinstance(note, dict) else None
    action = action.get_object() if action is not None else None
    address = action.get("/URI") if isinstance(action, dict) else None
    box = note.get("/Rect") if address is not None else None
    box = box.get_object() if box is not None else None
    href = web_address(str(address)) if address is not None else None
    if not href or not isinstance(box, list) or len(box) != 4:  # noqa: PLR2004 - corners
        return None
    x0, y0, x1, y1 = (float(one) for one in box)
    a, b, c, d, _, _ = turn
    corners = [(a * x + c * y, b * x + d * y) for x in (x0, x1) for y in (y0, y1)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Link(href, min(xs), min(ys), max(xs), max(ys))


def mark_pieces(pieces: list[Piece], links: list[tuple[Link, str]]) -> list[Piece]:
    """Return the pieces with each link's letter before and after the words that it covers."""
    return [_marked(piece, links) for piece in pieces] if links else pieces


def _marked(piece: Piece, links: list[tuple[Link, str]]) -> Piece:
    text, free_from = piece.text, len(piece.text)
    middle = piece.base + 0.3 * piece.size
    for link, letter in sorted(links, key=lambda one: -one[0].left):
        if link.low <= middle <= link.high and link.left < piece.right and piece.left < link.right:
            covered = [word for word in _covered(piece, link) if word.end() <= free_from]
            if covered:
                start, end = covered[0].start(), covered[-1].end()
                text = f"{text[:start]}{letter}{text[start:end]}{letter}{text[end:]}"
                free_from = start
    return piece._replace(text=text)


def _covered(piece: Piece, link: Link) -> Iterator[re.Match[str]]:
    """Yield the words whose middle lies under the link; letters of unknown place count as equally wide."""
    size = len(piece.text)
    wide = (piece.right - piece.left) / max(size, 1)
    known = piece.places if len(piece.places) == size else [piece.left + wide * index for index in range(size)]
    edges = [*known, piece.right]
    for word in _WORD.finditer(piece.text):
        if link.left <= (edges[word.start()] + edges[word.end()]) / 2 <= link.right:
            yield word
