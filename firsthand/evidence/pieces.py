"""A quotation and the words it stands on, side by side."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from firsthand.evidence.quotation import ItemKind, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from firsthand.evidence.placement import Gap, Placement
    from firsthand.evidence.prepared import PreparedText


class PieceKind(StrEnum):
    """How one piece of a quotation stands to the source's words beside it."""

    SAME = "same"
    TYPOGRAPHY = "typography"
    ELIDED = "elided"
    BRACKETED = "bracketed"
    CHANGED = "changed"
    ONLY_IN_QUOTE = "only_in_quote"
    ONLY_IN_SOURCE = "only_in_source"


class Piece(NamedTuple):
    """Neighbouring words of both sides; joined in order, the pieces give back the quotation and the source's words."""

    kind: PieceKind
    quote: str
    source: str


class DifferenceKind(StrEnum):
    """What the quotation did to the source's words."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


class Difference(NamedTuple):
    """Words that only the quotation has, that only the source has, or that stand for each other."""

    kind: DifferenceKind
    quote_words: str
    source_words: str


_DIFFERENCES = {
    PieceKind.CHANGED: DifferenceKind.REPLACE,
    PieceKind.ONLY_IN_QUOTE: DifferenceKind.INSERT,
    PieceKind.ONLY_IN_SOURCE: DifferenceKind.DELETE,
}


def pieces(quotation: Quotation, text: PreparedText, placement: Placement) -> tuple[Piece, ...]:
    """Return both sides cut where they begin and cease to differ."""
    found: list[Piece] = []
    for kind, group in groupby(_rows(quotation, text, placement), key=_kind):
        rows = list(group)
        found.append(Piece(kind, "".join(row.quote for row in rows), "".join(row.source for row in rows)))
    return tuple(found)


def differences(shown: Iterable[Piece]) -> tuple[Difference, ...]:
    """Return what no bracket and no ellipsis accounts for."""
    return tuple(
        Difference(_DIFFERENCES[piece.kind], piece.quote.strip(), piece.source.strip())
        for piece in shown
        if piece.kind in _DIFFERENCES
    )


def _kind(piece: Piece) -> PieceKind:
    return piece.kind


def _rows(quotation: Quotation, text: PreparedText, placement: Placement) -> Iterator[Piece]:
    """Yield one piece for each pair of equal words and one for each gap between them."""
    for gap, pair in placement.gaps(len(quotation.items)):
        if gap.items or gap.words:
            yield _gap(gap, quotation, text, placement)
        if pair:
            quote = quotation.original(pair.item, pair.item + 1)
            source = _source(text, placement, pair.word, pair.word + 1)
            last = pair.word + 1 == placement.last  # the source's words end with a word, the quotation with its marks
            same = quote.strip().startswith(source) if last else quote.split() == source.split()
            yield Piece(PieceKind.SAME if same else PieceKind.TYPOGRAPHY, quote, source)


def _gap(gap: Gap, quotation: Quotation, text: PreparedText, placement: Placement) -> Piece:
    quote = quotation.original(gap.items.start, gap.items.stop)
    source = _source(text, placement, gap.words.start, gap.words.stop)
    if not gap.items:
        kind = PieceKind.ONLY_IN_SOURCE
    elif not gap.edited(quotation):
        kind = PieceKind.CHANGED if gap.words else PieceKind.ONLY_IN_QUOTE
    elif any(quotation.items[index].kind is ItemKind.INSERTION for index in gap.items):
        kind = PieceKind.BRACKETED
    else:
        kind = PieceKind.ELIDED
    return Piece(kind, quote, source)


def _source(text: PreparedText, placement: Placement, first: int, last: int) -> str:
    """Return words ``first`` up to ``last``, exclusive, as written, with the marks that follow them."""
    if first >= last:
        return ""
    start = text.span(first, first + 1).start
    whole = text.span(placement.first, placement.last)
    return text.text[start : text.span(last, last + 1).start if last < placement.last else whole.end]
