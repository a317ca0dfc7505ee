"""What differs between two texts, as rows: before beside after, differing words struck out or underlined.

The words say it without colour, too: what was taken out is a deletion and struck through, what was put in an insertion
and underlined, and each row is named by what became of its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from dashboard.components.paper import Node, element, icon, span
from dashboard.texts import side_by_side as texts


class Piece(Protocol):
    """Neighbouring words of one side; ``left_out`` counts the characters that are cut in their place."""

    @property
    def words(self) -> str: ...  # noqa: D102 - see the class
    @property
    def differs(self) -> bool: ...  # noqa: D102
    @property
    def marked(self) -> bool: ...  # noqa: D102
    @property
    def left_out(self) -> int: ...  # noqa: D102


class Difference(Protocol):
    """A paragraph that differs; ``same`` counts those since the one before, ``above`` ends the last of them."""

    @property
    def number(self) -> int: ...  # noqa: D102 - see the class
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def before(self) -> Sequence[Piece]: ...  # noqa: D102
    @property
    def after(self) -> Sequence[Piece]: ...  # noqa: D102
    @property
    def same(self) -> int: ...  # noqa: D102
    @property
    def above(self) -> str: ...  # noqa: D102


def difference_rows(rows: Iterable[Difference], total: int) -> list[Node]:
    """Describe what differs; paragraphs that are the same are folded into a count."""
    return [node for row in rows for node in (_fold(row), _row(row, total)) if node is not None]


def _fold(row: Difference) -> Node | None:
    if not row.same:
        return None
    return element("div", span(texts.folded(row.same, row.above), "muted small"), style="fold")


def _row(row: Difference, total: int) -> Node:
    symbol, word = texts.CHANGES[row.kind]
    elsewhere = texts.STANDS_ELSEWHERE if row.kind.startswith("moved") else texts.NOT_THERE
    return element(
        "div",
        element("div", icon(symbol), span(word), style="pair small muted"),
        sides(row.before, row.after, nothing=elsewhere),
        style="change",
        role="group",
        name=texts.change_of(row.number, total, row.kind),
    )


def heads() -> Node:
    """Describe which side is which, above the rows."""
    return element(
        "div", span(texts.BEFORE, "head wide-only"), span(texts.AFTER, "head wide-only"), style="sides gap", hidden=True
    )


def sides(before: Sequence[Piece], after: Sequence[Piece], *, nothing: str = texts.NOT_THERE) -> Node:
    """Describe a paragraph before and after; ``nothing`` is said on the side that does not have it."""
    return element(
        "div", _side(before, "del", texts.BEFORE, nothing), _side(after, "ins", texts.AFTER, nothing), style="sides"
    )


def alone(pieces: Sequence[Piece]) -> Node:
    """Describe a paragraph that is the same on both sides, once."""
    return element("div", *(_piece(piece, "span") for piece in pieces), style="literal small")


def _side(pieces: Sequence[Piece], tag: str, name: str, nothing: str) -> Node:
    which = span(name, "head narrow-only", hidden=True)
    if not pieces:
        return element("div", which, span(nothing, "muted small"), name=name, role="group")
    words = [_piece(piece, tag) for piece in pieces]
    return element("div", which, element("div", *words, style="literal small"), name=name, role="group")


def _piece(piece: Piece, tag: str) -> Node:
    if piece.left_out:
        return span(texts.left_out(piece.left_out), "muted")
    drawn = element(tag, piece.words) if piece.differs else piece.words
    return element("span", drawn, style="passage") if piece.marked else drawn
