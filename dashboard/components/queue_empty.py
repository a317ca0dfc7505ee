"""A queue with nothing in it: why, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard import addresses
from dashboard.components import empty
from dashboard.components.paper import Node, element, link
from dashboard.components.queue import sheet
from dashboard.components.queue_address import Asked, of_query
from dashboard.components.queue_chips import built_in
from dashboard.texts import claims as texts
from db.rows import SavedView


def nothing(asked: Asked, own: Iterable[SavedView]) -> None:
    """Say why there is nothing; a view that is kept, everybody's or one of the person's ``own``, is done with."""
    if not asked.narrowing:
        empty.nothing_yet(texts.NOTHING_YET, page=addresses.ARTICLES, label=texts.TAKE_IN, icon="input")
        return
    everything = link(texts.SHOW_ALL, Asked().address)
    nobodys = dict(built_in())[texts.NOBODYS]
    ways: list[Node] = [everything]
    kept = [view.pairs for _, view in built_in()] + [of_query(view.query).pairs for view in own]
    if asked.value("mine"):
        said, ways = texts.NOTHING_MINE, [link(texts.SHOW_NOBODYS, nobodys.address), everything]
    elif asked.pairs in kept:
        said = texts.NOTHING_LEFT
    else:
        said = texts.NOTHING_FITS
    with st.container(border=True):
        st.markdown(said)
        sheet(element("div", *ways, style="viewlist"), key="claims-ways-out")
