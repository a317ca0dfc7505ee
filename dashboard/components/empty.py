"""Pages with nothing to show: what to do next, and a link to it."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from dashboard.texts import house as texts


def nothing_yet(sentence: str, *, page: str, label: str, icon: str) -> None:
    """Say why there is nothing and where to go; all of it in our own words."""
    with st.container(border=True):
        st.markdown(sentence)
        st.page_link(page, label=label, icon=f":material/{icon}:")


def unknown(asked: str, what: str, example: str, *, page: str, label: str) -> NoReturn:
    """Say that the address names nothing, and lead back."""
    if asked:
        st.text(texts.no_such_record(what, asked[:40]))
    else:
        st.text(texts.none_named(what, example))
    st.page_link(page, label=label, icon=":material/arrow_back:")
    st.stop()
