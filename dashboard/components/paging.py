"""Lists in pages: forward by the last row's cursor, back by those one came by; and files of what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.exports import as_csv, as_json, file_name
from dashboard.texts import exports as texts
from dashboard.texts import paging as words

_KEY = "paging"


def cursor(name: str, asked: object) -> str | None:
    """Tell the cursor of the page to show; another question starts at the first page."""
    held = st.session_state.setdefault(_KEY, {})
    question, trail = held.get(name, (None, []))
    if question != repr(asked):
        trail = []
        held[name] = (repr(asked), trail)
    return trail[-1] if trail else None


def _forward(name: str, to: str) -> None:
    st.session_state[_KEY][name][1].append(to)


def _back(name: str) -> None:
    st.session_state[_KEY][name][1].pop()


def pager(name: str, following: str | None, shown: str, *, quiet: bool = False) -> None:
    """Draw what is shown and the buttons to turn pages; ``quiet`` draws nothing where there is one page only."""
    trail = st.session_state.get(_KEY, {}).get(name, (None, []))[1]
    if quiet and not trail and not following:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words.page(len(trail) + 1, shown))
        if trail:
            st.button(words.EARLIER, icon=":material/arrow_back:", on_click=_back, args=(name,), key=f"{name}-back")
        if following:
            st.button(
                words.NEXT,
                icon=":material/arrow_forward:",
                on_click=_forward,
                args=(name, following),
                key=f"{name}-next",
            )


def downloads(what: str, records: Sequence[Mapping[str, object]], *, json_too: bool = False) -> None:
    """Draw the buttons for files of exactly the rows on view."""
    if not records:
        return
    with st.container(horizontal=True):
        st.download_button(
            texts.rows_as_csv(len(records)),
            as_csv(records),
            file_name(what, len(records), "csv"),
            "text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"{what}-csv",
        )
        if json_too:
            st.download_button(
                texts.AS_JSON,
                as_json(records),
                file_name(what, len(records), "json"),
                "application/json",
                icon=":material/download:",
                on_click="ignore",
                key=f"{what}-json",
            )
