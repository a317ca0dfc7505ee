"""The list that one came from: the claim before and after this one, at a key's press; and what the keys do."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard.components.claim_panel import quiet_buttons
from dashboard.components.claim_steps import Plan
from dashboard.components.dossier import dossier
from dashboard.components.opened import Opened
from dashboard.components.paper import element, paragraph, span
from dashboard.components.work import Work
from dashboard.texts import claim as texts
from db.rows import ClaimRow, UserRow

QUEUE = "queue"
"""Where the queue keeps the short ids of the claims it last showed."""


def neighbours(ref: str) -> tuple[str | None, str | None, int, int]:
    """Tell the claim before, the claim after, and this one's place among how many; zeros if it is in no list."""
    kept = st.session_state.get(QUEUE, ())
    refs = list(kept) if isinstance(kept, Sequence) else []
    if ref not in refs:
        return None, None, 0, 0
    at = refs.index(ref)
    before = refs[at - 1] if at > 0 else None
    return before, refs[at + 1] if at + 1 < len(refs) else None, at + 1, len(refs)


def draw(ref: str, work: Work) -> list[str]:
    """Draw the steps through the list; tells which keys they answer to."""
    before, after, number, count = neighbours(ref)
    if not count:
        return []
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="small"):
        dossier(element("div", span(texts.place_in_list(number, count), "muted small")), key=work.key("round", "at"))
        for name, to, key in ((texts.PREVIOUS, before, "K"), (texts.NEXT, after, "J")):
            st.button(
                name,
                type="tertiary",
                shortcut=key if to else None,
                disabled=to is None,
                on_click=_go,
                args=(to,),
                key=work.key("round", name),
            )
    return [key for key, to in (("J", after), ("K", before)) if to]


def help_line(round_keys: Sequence[str], plan: Plan, claim: ClaimRow, opened: Opened, me: UserRow) -> None:
    """Draw which keys do what on this page as it stands."""
    acts = [*([plan.primary] if plan.primary else []), *quiet_buttons(claim, plan, me)]
    pressed = [*round_keys, *(act.shortcut for act in acts if act.shortcut and act.form not in opened.forms)]
    words = paragraph(span(texts.keys(pressed), "muted small"), style="keys") if pressed else None
    dossier(words, key=f"{claim.ref}-keys")


def _go(ref: str | None) -> None:
    if ref:
        st.query_params.from_dict({"claim": ref})
