"""Tabs that are links: the open one is in the address, and its name passes AA in both themes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import addresses
from dashboard.components.paper import Node, element, paper


def tab_links(names: Sequence[str], page: str, parameter: str, *, key: str) -> str:
    """Draw the tabs of a page, keeping the rest of its address; tell which one is open, the first if none is named."""
    asked = addresses.asked_for(st.query_params, parameter)
    chosen = asked if asked in names else names[0]
    here = {name: st.query_params.get_all(name) for name in st.query_params if name != parameter}
    tabs: list[Node] = [
        element(
            "li",
            element(
                "a",
                name,
                href=addresses.href(page, **here, **{parameter: name}),
                style="tab open" if name == chosen else "tab",
                current=name == chosen,
            ),
        )
        for name in names
    ]
    paper(element("ul", *tabs, style="tabs"), key=key)
    return chosen
