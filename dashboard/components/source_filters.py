"""Which sources to show: what narrows the library down, folded away behind one button that tells how much does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st

from dashboard.components import filters
from dashboard.texts import sources as texts
from db.rows import SourceFilter
from db.vocabulary import CaptureOutcome, PublisherKind, SourceKind, Tier

_FIELDS = ("kind", "tier", "publisher", "whose", "text", "came", "lately", "use")
EMPTY: dict[str, object] = {
    "q": "",
    "kind": [],
    "tier": [],
    "publisher": "",
    "whose": [],
    "text": None,
    "came": [],
    "lately": None,
    "use": None,
}
"""How each filter looks when it asks for nothing."""


def narrowing(lately: dt.date, publishers: Callable[[frozenset[PublisherKind]], frozenset[str]]) -> SourceFilter:
    """Draw the filters apart from the search; ``lately`` begins on a day, ``publishers`` names those of some kinds."""
    active = sum(bool(st.session_state.get(key, st.query_params.get(key))) for key in _FIELDS)
    with st.popover(texts.filters(active), icon=":material/filter_list:", key="sources-filters"):
        here = st.container()
        kinds = filters.words_filter(here, texts.KIND, SourceKind, key="kind")
        tiers = filters.words_filter(here, texts.TIER, Tier, key="tier")
        publisher = filters.text_filter(here, texts.PUBLISHER, key="publisher", hint=texts.PUBLISHER_HINT)
        whose = filters.words_filter(here, texts.PUBLISHER_KIND, PublisherKind, key="whose")
        captured = filters.choice_filter(here, texts.TEXT, [texts.CAPTURED, texts.NOT_CAPTURED], key="text")
        came = filters.words_filter(here, texts.OUTCOME, CaptureOutcome, key="came")
        changed = filters.choice_filter(here, texts.CHANGED, [texts.LATELY], key="lately")
        used = filters.choice_filter(here, texts.USE, [texts.USED, texts.NOT_USED], key="use")
    return SourceFilter(
        kinds=kinds,
        tiers=tiers,
        publisher=publisher,
        captured=None if captured is None else captured == texts.CAPTURED,
        used=None if used is None else used == texts.USED,
        outcomes=came,
        changed_since=lately if changed else None,
        publishers=publishers(whose) if whose else None,
    )


def newest_first() -> bool:
    """Draw the choice of an order."""
    orders = [texts.MOST_CLAIMS, texts.NEWEST]
    return st.selectbox(texts.SORT, orders, key="sort", bind="query-params", width=220) == texts.NEWEST
