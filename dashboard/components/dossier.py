"""The sheet of a claim's page: the paper's elements, parts that unfold and stay so, a place that the eye is led to."""

from __future__ import annotations

import streamlit as st

from dashboard.components.paper import Node, asset, element

_CSS = asset("paper.css") + asset("dossier.css")
_JS = "\n".join([asset("drawing.js"), asset("dossier.js")])


def unfolding(name: str, title: Node, *inner: Node | None) -> Node:
    """Describe something that unfolds at a click or Enter; ``name`` keeps it unfolded while the page is drawn anew."""
    return element("details", element("summary", title), *inner, style=f"fold-{name}")


def dossier(*nodes: Node | None, key: str, lead_to: str = "") -> None:
    """Draw the nodes. ``lead_to`` scrolls to this sheet and gives it the focus, once for each new word."""
    draw = st.components.v2.component("firsthand_dossier", css=_CSS, js=_JS)
    draw(data={"nodes": [node for node in nodes if node is not None], "lead": lead_to}, key=key)
