"""Which sources to show: what narrows the library down, folded away behind one button that tells how much does."""

from __future__ import annotations

import streamlit as st

from dashboard.components import filters
from dashboard.texts import sources as texts
from db.rows import SourceFilter
from db.vocabulary import SourceKind, Tier

_FIELDS = ("kind", "tier", "publisher", "text", "use")
EMPTY: dict[str, object] = {"q": "", "kind": [], "tier": [], "publisher": "", "text": None, "use": None}
"""How each filter looks when it asks for nothing."""


def narrowing() -> SourceFilter:
    """Draw the filters apart from the search."""
    active = sum(bool(st.session_state.get(key, st.query_params.get(key))) for key in _FIELDS)
    with st.popover(texts.filters(active), icon=":material/filter_list:", key="sources-filters"):
        here = st.container()
        kinds = filters.words_filter(here, texts.KIND, SourceKind, key="kind")
        tiers = filters.words_filter(here, texts.TIER, Tier, key="tier")
        publisher = filters.text_filter(here, texts.PUBLISHER, key="publisher", hint=texts.PUBLISHER_HINT)
        captured = filters.choice_filter(here, texts.TEXT, [texts.CAPTURED, texts.NOT_CAPTURED], key="text")
        used = filters.choice_filter(here, texts.USE, [texts.USED, texts.NOT_USED], key="use")
    return SourceFilter(
        kinds=kinds,
        tiers=tiers,
        publisher=publisher,
        captured=None if captured is None else captured == texts.CAPTURED,
        used=None if used is None else used == texts.USED,
    )


def newest_first() -> bool:
    """Draw the choice of an order."""
    orders = [texts.MOST_CLAIMS, texts.NEWEST]
    return st.selectbox(texts.SORT, orders, key="sort", bind="query-params", width=220) == texts.NEWEST
