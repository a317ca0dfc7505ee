"""Filters: each lives in the address, so that what is shown can be sent to somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import labels
from dashboard.escaping import shortened
from dashboard.texts import filters as texts
from db.rows import DeskRow

Word = TypeVar("Word", bound=StrEnum)
_BOUND: Final = "query-params"


def desk_filter(desks: Sequence[DeskRow], *, key: str) -> DeskRow | None:
    """Draw the choice of a desk where there are several; None stands for all of them."""
    if len(desks) < 2:  # noqa: PLR2004 - nothing to choose between
        return None
    by_slug = {desk.slug: desk for desk in desks}
    chosen = st.selectbox(
        texts.DESK,
        list(by_slug),
        index=None,
        placeholder=texts.ALL_DESKS,
        key=key,
        bind=_BOUND,
        width=260,
    )
    return by_slug.get(chosen) if chosen else None


def words_filter(where: DeltaGenerator, label: str, kind: type[Word], *, key: str) -> frozenset[Word]:
    """Draw a choice of several words of the vocabulary; the address holds them in plain language."""
    options = [labels.word(code) for code in kind]
    return labels.by_word(kind, where.multiselect(label, options, key=key, bind=_BOUND, placeholder=texts.ANY))


def text_filter(where: DeltaGenerator, label: str, *, key: str, hint: str = "") -> str:
    """Draw a search line."""
    return (where.text_input(label, placeholder=hint, key=key, bind=_BOUND, type="search") or "").strip()


def choice_filter(where: DeltaGenerator, label: str, options: Sequence[str], *, key: str) -> str | None:
    """Draw a choice of one of some names, or any; names are foreign words, which options show as they are."""
    known = list(options)
    chosen = where.selectbox(
        label,
        known,
        index=None,
        placeholder=texts.ANY,
        format_func=lambda name: shortened(name, 60),
        key=key,
        bind=_BOUND,
    )
    return chosen if chosen in known else None


def start_over(label: str, empty: Mapping[str, object], *also: str, key: str) -> None:
    """Draw the button that empties the filters (``empty`` says how each looks then) and drops words of the address."""
    st.button(label, icon=":material/filter_alt_off:", on_click=_emptied, args=(empty, also), key=key)


def _emptied(empty: Mapping[str, object], also: Sequence[str]) -> None:
    for name, value in empty.items():
        st.session_state[name] = value
    for name in also:
        st.query_params.pop(name, None)
