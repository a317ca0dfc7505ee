"""The controls of the queue. Each shows what the address says, and changes nothing but the address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

import streamlit as st

from dashboard import labels
from dashboard.components import queue
from dashboard.components.paper import Node, element, link, span
from dashboard.components.queue_address import GROUPS, SORTS, YES, Asked
from dashboard.escaping import shortened
from dashboard.texts import filters as texts
from db.rows import DeskRow
from db.vocabulary import AttributionFinding, ClaimType, DraftFate, Flag, Tier, VerificationStatus

Finder = Callable[[str], Iterable[tuple[str, str, str]]]
_NONE = ""


def _held(name: str) -> str:
    return f"claims-{name}"


def _store(name: str, to_words: Callable[[Any], list[str]]) -> None:
    """Put what a control holds into the address."""
    words = to_words(st.session_state[_held(name)])
    if words:
        st.query_params[name] = words
    else:
        st.query_params.pop(name, None)


def _control(name: str, value: Any, to_words: Callable[[Any], list[str]]) -> dict[str, Any]:  # noqa: ANN401
    """Make a control follow the address, and the address follow the control."""
    st.session_state[_held(name)] = value
    return {"key": _held(name), "on_change": _store, "args": (name, to_words)}


def _one(value: str | None) -> list[str]:
    return [value.strip()] if value and value.strip() else []


def _switched(value: bool) -> list[str]:  # noqa: FBT001 - a widget's value
    return [YES] if value else []


def search(asked: Asked) -> None:
    """Draw the search line."""
    st.text_input(
        texts.SEARCH,
        placeholder=texts.SEARCH_HINT,
        type="search",
        icon=":material/search:",
        label_visibility="collapsed",
        **_control("q", asked.text, _one),
    )


def ordering(asked: Asked) -> None:
    """Draw the order and the groups; a search, or groups, decide the order themselves."""
    decided = bool(asked.text) or bool(asked.group)
    if decided:
        said = texts.SORT_BY_MATCH if asked.text else texts.GROUPS[asked.group]
        st.selectbox(texts.SORT, [said], label_visibility="collapsed", disabled=True, width=190, key="claims-decided")
    else:
        st.selectbox(
            texts.SORT,
            SORTS,
            format_func=texts.SORTS.__getitem__,
            label_visibility="collapsed",
            width=190,
            **_control(
                "sort", asked.sort, lambda sort: [] if sort == SORTS[0] and not asked.value("article") else [sort]
            ),
        )
    st.selectbox(
        texts.GROUP,
        (_NONE, *GROUPS),
        format_func=lambda group: texts.GROUPS.get(group, texts.NO_GROUPS),
        label_visibility="collapsed",
        width=165,
        **_control("group", asked.group, _one),
    )


def add(asked: Asked, desks: Sequence[DeskRow], find: Finder) -> None:
    """Draw what opens the filters; they are only drawn while they are open."""
    popover = st.popover(texts.ADD, icon=":material/filter_list:", key="claims-add", on_change="rerun")
    if not popover.open:
        return
    with popover, st.container(width=400):
        _several(texts.STATUS, "status", VerificationStatus, asked)
        _several(texts.FLAG, "flag", Flag, asked)
        _several(texts.TYPE, "type", ClaimType, asked)
        _narrow(asked, find)
        _days(asked)
        with st.container(horizontal=True):
            for name, label in (("mine", texts.MINE), ("nobody", texts.NOBODY), ("checkable", texts.CHECKABLE)):
                st.toggle(label, width="content", **_control(name, bool(asked.value(name)), _switched))
        _single(texts.TIER, "tier", {labels.word(tier): labels.title(tier) for tier in Tier}, asked)
        _single(texts.DRAFT, "draft", {labels.word(fate): labels.title(fate) for fate in DraftFate}, asked)
        _several(texts.FINDING, "finding", AttributionFinding, asked)
        if len(desks) > 1:
            _single(texts.DESK, "desk", {desk.slug: shortened(desk.name, 60) for desk in desks}, asked)


def _several(label: str, name: str, kind: type[StrEnum], asked: Asked) -> None:
    options = [labels.word(code) for code in kind]
    st.multiselect(label, options, placeholder=texts.ANY, **_control(name, asked.values(name), list))


def _single(label: str, name: str, options: dict[str, str], asked: Asked) -> None:
    value = asked.value(name) or None
    st.selectbox(
        label, list(options), format_func=options.__getitem__, placeholder=texts.ANY, **_control(name, value, _one)
    )


def _days(asked: Asked) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        which = st.selectbox(
            texts.WHICH_DATE, list(texts.PERIODS), format_func=texts.PERIODS.__getitem__, width=160, key="claims-which"
        )
        st.text_input(
            texts.DAYS, placeholder=texts.DAYS_HINT, **_control(which, asked.value(which), _one), width="stretch"
        )


def _narrow(asked: Asked, find: Finder) -> None:
    part = (st.text_input(texts.NARROW, placeholder=texts.NARROW_HINT, key="claims-narrow") or "").strip()
    if not part:
        return
    items: list[Node] = [
        element(
            "li",
            link(shortened(title, 70), asked.with_only(kind, ref).address),
            span(texts.KINDS[kind], "muted small"),
        )
        for kind, ref, title in find(part)
    ]
    queue.sheet(element("ul", *items, style="found") if items else span(texts.NARROW_NONE, "muted"), key="claims-found")
