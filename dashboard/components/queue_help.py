"""The list of the queue's keys."""

from __future__ import annotations

import streamlit as st

from dashboard.components.paper import Node, element, paragraph, span
from dashboard.components.queue import sheet
from dashboard.texts import claims as texts


def button() -> bool:
    """Draw the button that shows the keys; tells whether it was pressed."""
    return st.button(texts.KEYBOARD, icon=":material/keyboard:", type="tertiary", key="claims-keys")


@st.dialog(texts.KEYS_TITLE)
def keys() -> None:
    """Show every key and what it does."""
    rows: list[Node] = [
        element("tr", element("td", *(span(key, "key") for key in pressed)), element("td", does))
        for pressed, does in texts.KEYS
    ]
    heads = element("tr", element("th", texts.KEY), element("th", texts.DOES))
    sheet(
        element("table", element("thead", heads), element("tbody", *rows), style="keys"),
        paragraph(span(texts.KEYS_NOTE, "muted small")),
        key="claims-keys-list",
    )
