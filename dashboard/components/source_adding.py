"""The ways to add sources, each in a fold whose form is drawn only while it is open: by addresses, and by hand.

``sources?do=addresses`` and ``sources?do=add`` open a fold from the start.
"""

from __future__ import annotations

import streamlit as st

from dashboard.components.address_form import FORM, Pasted, address_form
from dashboard.components.document_forms import source_form
from dashboard.components.work import Work
from dashboard.texts import sources as texts
from dashboard.wish import Particulars
from dashboard.wish.captures import Brought
from db.vocabulary import SourceKind


def by_addresses(work: Work, *, first: bool) -> Pasted | None:
    """Offer to add sources by pasted addresses; open by itself where there is no source yet."""
    asked = first or FORM in st.query_params.get_all("do")
    fold = st.expander(
        texts.ADD_BY_ADDRESS, icon=":material/travel_explore:", expanded=asked, key="addressing", on_change="rerun"
    )
    if not fold.open:
        return None
    with fold:
        return address_form(work, texts.ADD_BY_ADDRESS_ABOUT, texts.FETCH_THEM)


def by_hand(work: Work) -> tuple[SourceKind, Particulars, Brought | None] | None:
    """Offer to add a source by what is known of it, with its text if somebody has it."""
    asked = "add" in st.query_params.get_all("do")
    fold = st.expander(texts.ADD, icon=":material/add:", expanded=asked, key="adding", on_change="rerun")
    if not fold.open:
        return None
    with fold:
        return source_form(work)
