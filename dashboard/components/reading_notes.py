"""What the machine read in a claim's words, to be looked at: nothing here is signed, and nothing can be clicked."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from dashboard.components.paper import Node, element, facts, paper, span
from dashboard.escaping import shortened
from dashboard.texts import readings as texts
from db.rows import ClaimRow, FigureRead, Replaced

_LONGEST, _MOST = 200, 12


def draw(claim: ClaimRow) -> None:
    """Draw the notes on a claim; nothing where there are none."""
    shown = notes(claim)
    if shown is not None:
        paper(shown, key=f"{claim.ref}-reading")


def notes(claim: ClaimRow) -> Node | None:
    """Describe how worth checking it is and why, what was replaced, its figures and place; None for nothing."""
    known: list[tuple[str, Node | None]] = [
        (texts.WORTH, texts.worth(claim.worth) if claim.worth is not None else None),
        (texts.WHY, claim.draft_reason),
        (texts.REPLACED, _list([_replaced(words) for words in claim.reading.replaced[:_MOST]])),
        (texts.FIGURES, _list([_figure(figure) for figure in claim.reading.figures[:_MOST]])),
        (texts.PLACE, claim.said_where),
    ]
    return facts(known) if any(note for _, note in known) else None


def _list(notes: list[Node]) -> Node | None:
    return element("ul", *(element("li", note) for note in notes)) if notes else None


def _replaced(words: Replaced) -> Node:
    old, new = shortened(words.words, _LONGEST), shortened(words.stands_for, _LONGEST)
    return element(
        "span",
        element("del", old, style="muted"),
        span(" → ", "muted", hidden=True),
        element("ins", new, style="plain"),
        role="group",
        name=texts.stands_for(old, new),
    )


def _figure(figure: FigureRead) -> Node:
    read = texts.figure(figure.hedge, _grouped(figure.value), figure.unit, figure.period)
    return element("span", span(shortened(figure.words, _LONGEST)), span(f"  = {read}", "muted"), style="plain")


def _grouped(value: str) -> str:
    """Write a number with its thousands apart; one that is not a number stays as it is kept."""
    try:
        return f"{Decimal(value):,f}"
    except InvalidOperation:
        return value
