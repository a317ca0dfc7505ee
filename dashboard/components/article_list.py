"""The list of articles: its filters, which live in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from dashboard import periods
from dashboard.components import filters
from dashboard.texts import articles as texts
from db.rows import DeskRow, Period

EMPTY: dict[str, object] = {"q": "", "desk": None, "publisher": None, "published": "", "sort": texts.NEWEST}
"""How each filter looks when nothing is asked for."""


class Asked(NamedTuple):
    """What the filters ask for."""

    text: str
    desk_id: int | None
    publisher: str | None
    published: Period | None
    sort: str


def ask(desks: Sequence[DeskRow], publishers: Sequence[str]) -> Asked:
    """Draw the filters in one row."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = filters.text_filter(st.container(), texts.SEARCH, key="q", hint=texts.SEARCH_HINT)
        desk = filters.desk_filter(desks, key="desk")
        publisher = filters.choice_filter(st.container(width=220), texts.PUBLISHER, publishers, key="publisher")
        published = st.text_input(
            texts.PUBLISHED, placeholder=texts.PUBLISHED_HINT, key="published", bind="query-params", width=220
        )
        sort = st.selectbox(texts.SORT, [texts.NEWEST, texts.UNDONE], key="sort", bind="query-params", width=190)
    period = periods.read(published) if published else None
    if published and period is None:
        st.caption(texts.PUBLISHED_WRONG)
    return Asked(text, desk.id if desk else None, publisher, period, sort or texts.NEWEST)
