"""The speakers' sheet: the paper, with the styles of their lists and pictures."""

from __future__ import annotations

import streamlit as st

from dashboard.components.paper import Node, asset

_CSS = asset("paper.css") + asset("speaker.css")
_JS = "\n".join([asset("drawing.js"), asset("paper.js")])


def sheet(*nodes: Node | None, key: str) -> None:
    """Draw nodes; those that are None are left out."""
    draw = st.components.v2.component("firsthand_speakers", css=_CSS, js=_JS)
    draw(data={"nodes": [node for node in nodes if node is not None]}, key=key)
