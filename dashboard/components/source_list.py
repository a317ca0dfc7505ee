"""The list of sources in the browser: each that has an address is fetched by one click on its button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dashboard.components import source_rows
from dashboard.components.paper import asset
from db.rows import SourceRow

_CSS = "\n".join([asset("paper.css"), asset("source_list.css")])
_JS = "\n".join([asset("drawing.js"), asset("source_list.js")])
_KEY = "sources-rows"


def source_list(sources: Sequence[SourceRow], on_capture: Callable[[int], None], *, may_capture: bool) -> None:
    """Draw the list; ``on_capture`` is told the number of a source whose button was pressed."""
    numbers = [source.id for source in sources if source.url] if may_capture else []

    def pressed() -> None:
        number = chosen(numbers)
        if number is not None:
            on_capture(number)

    draw = st.components.v2.component("firsthand_source_list", css=_CSS, js=_JS)
    nodes = [source_rows.source_list(sources, may_capture=may_capture)]
    draw(data={"nodes": nodes, "numbers": numbers}, key=_KEY, on_capture_change=pressed)


def chosen(numbers: Sequence[int]) -> int | None:
    """Read which source's button was pressed; None for anything that is not one of those on view."""
    held: Any = st.session_state.get(_KEY)
    try:
        number = held["capture"]
    except (TypeError, KeyError):
        return None
    return number if type(number) is int and number in numbers else None
