"""Which claims a bulk change takes along and which it leaves, each named, with the desk's reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import streamlit as st

from dashboard.components.paper import Node, element, record_link, span
from dashboard.components.queue import sheet
from dashboard.outcome import BulkResult
from dashboard.texts import bulk as texts
from db.rows import claim_ref

_NAMED = 100  # claims; a longer list is nobody's reading
_FEW, _HEIGHT = 4, 190  # claims; pixels


def lists(result: BulkResult, named: Mapping[int, str], head: Callable[[int], str]) -> None:
    """Draw what changes, what is so already and what is refused, folded up but for the refusals."""
    changed = [(former.claim_id, "") for former in result.changed]
    _list(texts.list_refused(len(result.refused)), result.refused, named, "refused", expanded=True)
    _list(texts.list_unchanged(len(result.unchanged)), [(n, "") for n in result.unchanged], named, "unchanged")
    _list(head(len(changed)), changed, named, "changed")


def _list(
    title: str, claims: Sequence[tuple[int, str]], named: Mapping[int, str], part: str, *, expanded: bool = False
) -> None:
    if not claims:
        return
    items: list[Node] = [
        element(
            "li",
            record_link(claim_ref(number)),
            span(named.get(number, ""), "said"),
            span(why.removeprefix(f"{claim_ref(number)}: "), "muted small") if why else None,
        )
        for number, why in claims[:_NAMED]
    ]
    if len(claims) > _NAMED:
        items.append(element("li", span(texts.and_more(len(claims) - _NAMED), "muted")))
    height: int | Literal["content"] = _HEIGHT if len(claims) > _FEW else "content"
    expander = st.expander(title, expanded=expanded, key=f"claims-bulk-{part}")
    with expander, st.container(height=height, border=False):
        sheet(element("ul", *items, style="named"), key=f"claims-bulk-{part}-list")
