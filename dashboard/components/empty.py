"""Pages with nothing to show: what to do next, and a link to it."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from dashboard import addresses


def nothing_yet(sentence: str, *, page: str, label: str, icon: str) -> None:
    """Say why there is nothing and where to go; all of it in our own words."""
    with st.container(border=True):
        st.markdown(sentence)
        st.page_link(page, label=label, icon=f":material/{icon}:")


def unknown(asked: str, what: str, example: str, *, page: str, label: str) -> NoReturn:
    """Say that the address names nothing, and lead back."""
    if asked:
        st.text(f"There is no {what} «{asked[:40]}» on this desk. The address may have been cut or mistyped.")
    else:
        st.text(f"No {what} is named in the address. It should end like this: {example}")
    st.page_link(page, label=label, icon=":material/arrow_back:")
    st.stop()


def back_to_board() -> None:
    """Lead back to the board."""
    st.page_link(addresses.BOARD, label="Back to the board", icon=":material/arrow_back:")
