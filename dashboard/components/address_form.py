"""The form that takes addresses, as many as somebody pastes."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from dashboard.components.work import Work
from dashboard.texts import addressing as texts
from dashboard.texts import documents

FORM = "addresses"


class Pasted(NamedTuple):
    """What was pasted, and whether a known address is to be captured again."""

    words: str
    again: bool = False


def address_form(work: Work, about: str, label: str, *, may_again: bool = False) -> Pasted | None:
    """Draw the form; ``may_again`` asks what to do about articles that are known already."""
    st.caption(about)
    with st.form(work.key(FORM), border=False):
        words = st.text_area(
            texts.ADDRESSES, placeholder=texts.ADDRESSES_HINT, height=120, key=work.key(FORM, "pasted")
        )
        again = may_again and st.checkbox(documents.AGAIN, key=work.key(FORM, "again"))
        sent = st.form_submit_button(label, icon=":material/travel_explore:", type="primary")
    return Pasted(words or "", again) if sent else None
