"""The sheet of a claim's page: the paper's elements, parts that unfold and stay so, a place that the eye is led to."""

from __future__ import annotations

from dashboard.components.paper import Node, Sheet, element

_sheet = Sheet("dossier", "dossier.css", "dossier.js")


def unfolding(name: str, title: Node, *inner: Node | None) -> Node:
    """Describe something that unfolds at a click or Enter; ``name`` keeps it unfolded while the page is drawn anew."""
    return element("details", element("summary", title), *inner, style=f"fold-{name}")


def dossier(*nodes: Node | None, key: str, lead_to: str = "") -> None:
    """Draw the nodes. ``lead_to`` scrolls to this sheet and gives it the focus, once for each new word."""
    _sheet(*nodes, key=key, lead=lead_to)
