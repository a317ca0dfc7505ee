"""How well a quotation matches a text: a grade, the place, and every word that differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from db.vocabulary import MatchGrade
from firsthand.evidence.cautions import Caution, CautionKind, cautions, opens_question, other_word
from firsthand.evidence.cuts import cuts
from firsthand.evidence.nearest import nearest_placements
from firsthand.evidence.pieces import Difference, DifferenceKind, Piece, PieceKind, differences, pieces
from firsthand.evidence.placement import Placement, faithful_placements
from firsthand.evidence.prepared import PreparedText, prepare
from firsthand.evidence.quotation import ItemKind, Quotation, read_quotation
from firsthand.text.spans import Span

__all__ = [
    "Alignment",
    "Beside",
    "Caution",
    "CautionKind",
    "Difference",
    "DifferenceKind",
    "Piece",
    "PieceKind",
    "PreparedText",
    "align_quote",
    "prepare",
]

_SHORT = 3  # words; so few, found in several places, do not say which place is meant


@dataclass(frozen=True)
class Alignment:
    """What comparing a quotation with a text gave.

    ``span`` is where the words stand in the text, None where they do not; ``places`` are further places that match
    as well. ``pieces`` show both sides next to each other, ``differences`` what neither a bracket nor an ellipsis
    accounts for, ``warnings`` what to look at before trusting the grade.
    """

    grade: MatchGrade
    span: Span | None = None
    places: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
    warnings: tuple[Caution, ...] = ()
    pieces: tuple[Piece, ...] = ()


class Beside(NamedTuple):
    """What stands before and after a passage in its source: a quotation may be cut at its very end."""

    before: str = ""
    after: str = ""


ALONE = Beside()


def align_quote(quote: str, text: str | PreparedText, beside: Beside = ALONE) -> Alignment:
    """Find ``quote`` in ``text`` and grade the match, best grade first; with or without its outer quote marks.

    A changed negation, number, modal verb or name is a word difference, so it never grades above ``near``. A quote
    of one to three words that stands in several places is ``ambiguous``; a longer one has the first place as its span.
    Where ``text`` is a passage of a longer one, ``beside`` lets the warnings look beyond its ends.
    """
    quotation, prepared = read_quotation(quote), prepare(text)
    placements = faithful_placements(quotation, prepared)
    if placements:
        return _aligned(*_faithful(quotation, prepared, placements), quotation, prepared, beside)
    placements = nearest_placements(quotation, prepared)
    if placements:
        return _aligned(MatchGrade.NEAR, placements, quotation, prepared, beside)
    return Alignment(MatchGrade.ABSENT)


def _faithful(
    quotation: Quotation, text: PreparedText, placements: list[Placement]
) -> tuple[MatchGrade, list[Placement]]:
    order = list(MatchGrade)
    graded = [(_grade(quotation, text, placement), placement) for placement in placements]
    best = min((grade for grade, _ in graded), key=order.index)
    chosen = [placement for grade, placement in graded if grade is best]
    if best is MatchGrade.NEAR:
        chosen = [_without_false_pairs(quotation, text, placement) for placement in chosen]
    elif len(placements) > 1 and len(quotation.keys) <= _SHORT:
        best, chosen = MatchGrade.AMBIGUOUS, [*chosen, *(other for other in placements if other not in chosen)]
    return best, chosen


def _aligned(
    grade: MatchGrade, placements: list[Placement], quotation: Quotation, text: PreparedText, beside: Beside
) -> Alignment:
    first = placements[0]
    shown = pieces(quotation, text, first)
    if _start_letter_by_letter(quotation, text, first) is not None:
        shown = (Piece(PieceKind.SAME, quotation.body, quotation.body),)
    span, *places = (_span(quotation, text, placement) for placement in placements)
    whole = f"{beside.before}{text.text}{beside.after}"
    around = cuts(whole, span.shift(len(beside.before)), quotation.body)
    warnings = dict.fromkeys([*cautions(quotation, text, first), *around])
    return Alignment(grade, span, tuple(places), differences(shown), tuple(warnings), shown)


def _span(quotation: Quotation, text: PreparedText, placement: Placement) -> Span:
    """Return where the placement's words stand; the marks at either end belong to a letter by letter match."""
    start = _start_letter_by_letter(quotation, text, placement)
    return text.span(placement.first, placement.last) if start is None else Span(start, start + len(quotation.body))


def _grade(quotation: Quotation, text: PreparedText, placement: Placement) -> MatchGrade:
    if _start_letter_by_letter(quotation, text, placement) is not None:
        return MatchGrade.EXACT
    if _without_false_pairs(quotation, text, placement) != placement:
        return MatchGrade.NEAR
    if any(item.kind is ItemKind.INSERTION or item.edited for item in quotation.items):
        return MatchGrade.BRACKETED
    return MatchGrade.ELIDED if _elides(quotation, text, placement) else MatchGrade.TYPOGRAPHIC


def _elides(quotation: Quotation, text: PreparedText, placement: Placement) -> bool:
    """Whether an ellipsis of the quotation is the editor's, not the text's own dots in the same place."""
    gaps = [gap for gap, _ in placement.gaps(len(quotation.items)) if gap.edited(quotation)]
    return any(gap.words or ".." not in text.between(gap.words.start - 1, gap.words.start) for gap in gaps)


def _start_letter_by_letter(quotation: Quotation, text: PreparedText, placement: Placement) -> int | None:
    """Return where the quotation's body, brackets and dots included, stands in the text as it is."""
    pair = placement.pairs[0]
    start = text.span(pair.word, pair.word + 1).start - quotation.starts[pair.item]
    return start if start >= 0 and text.text.startswith(quotation.body, start) else None


def _without_false_pairs(quotation: Quotation, text: PreparedText, placement: Placement) -> Placement:
    """Part the pairs that only look like one word: another name by its capitals, a question made or unmade."""
    last = placement.pairs[-1]
    pairs = tuple(
        pair
        for pair in placement.pairs
        if not other_word(quotation, text, pair) and not opens_question(quotation, text, pair, last=pair == last)
    )
    return Placement(placement.first, placement.last, pairs)
