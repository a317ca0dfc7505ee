"""Files of exactly what the queue shows: the rows on view, or all that fit, made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.exports import CSV, EXCEL, JSON, Format, Records, file_name
from dashboard.texts import exports as texts

LARGEST = 10_000  # rows of a file

_NAMES = ((texts.CSV, CSV), (texts.EXCEL, EXCEL), (texts.JSON, JSON))


def files(what: str, on_view: tuple[int, Callable[[], Records]], all_rows: tuple[int, Callable[[], Records]]) -> None:
    """Draw the choice of files, each with its count; ``all_rows`` counts as many as fit, more than one file takes."""
    popover = st.popover(
        texts.SAVE, icon=":material/download:", type="tertiary", key=f"{what}-files", on_change="rerun"
    )
    if not popover.open:
        return
    with popover:
        st.caption(texts.WORKING_FILE)
        _row(what, texts.rows_on_view(on_view[0]), *on_view)
        total = all_rows[0]
        if total > on_view[0]:
            _row(f"{what}-all", texts.all_rows(min(total, LARGEST)), min(total, LARGEST), all_rows[1], named=what)
        if total > LARGEST:
            st.caption(texts.only_first(LARGEST))


def _row(key: str, said: str, count: int, read: Callable[[], Records], *, named: str = "") -> None:
    st.markdown(said)
    with st.container(horizontal=True):
        for name, kind in _NAMES:
            st.download_button(
                name,
                _writer(kind, read),
                file_name(named or key, count, kind.ending),
                kind.media_type,
                icon=":material/download:",
                on_click="ignore",
                key=f"{key}-{kind.ending}",
            )


def _writer(kind: Format, read: Callable[[], Records]) -> Callable[[], bytes]:
    return lambda: kind.write(read())
