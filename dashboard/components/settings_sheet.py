"""The sheet of the settings and the glossary: the paper, with the styles of their lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.components.paper import Node, Sheet, element

sheet = Sheet("settings", "settings.css")


class Row(NamedTuple):
    """A row of a list in which one may be opened: what the address calls it, what it is, what is known, what to do."""

    ident: str
    what: Node
    known: Node
    act: Node | None


def unfolding(rows: Sequence[Row], chosen: str, *, key: str) -> DeltaGenerator:
    """Draw rows, and tell the place right below the chosen one, where its form goes."""
    cut = next((place for place, row in enumerate(rows, start=1) if row.ident == chosen), len(rows))
    sheet(_listed(rows[:cut], chosen), key=f"{key}-upper")
    place = st.container()
    if rows[cut:]:
        sheet(_listed(rows[cut:], chosen), key=f"{key}-lower")
    return place


def _listed(rows: Sequence[Row], chosen: str) -> Node:
    items = [
        element(
            "li",
            element("div", row.what),
            element("div", row.known, style="middle"),
            element("div", row.act, style="act") if row.act else None,
            style="chosen" if row.ident == chosen else "",
        )
        for row in rows
    ]
    return element("ul", *items, style="settings")
