"""A person's own views of the queue: saved under a name, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from dashboard.components import outcomes
from dashboard.components.queue_address import Asked
from dashboard.escaping import shortened
from dashboard.outcome import Outcome
from dashboard.texts import claims as texts
from db.rows import SavedView

_LONGEST_NAME = 60
_TURN = "claims-views-turn"


class Shelf(NamedTuple):
    """Where views are kept: each answers with what became of it."""

    save: Callable[[str, str], Outcome]
    drop: Callable[[int], Outcome]


def manage(asked: Asked, own: Sequence[SavedView], shelf: Shelf) -> None:
    """Draw what keeps views, and do what the person says: save, rename, delete."""
    turn = st.session_state.setdefault(_TURN, 0)
    popover = st.popover(
        texts.MANAGE, icon=":material/bookmark:", type="tertiary", key=f"claims-manage-{turn}", on_change="rerun"
    )
    if not popover.open:
        return
    with popover, st.container(width=340):
        outcome = _saving(asked, shelf, turn)
        if own:
            st.divider()
            outcome = _keeping(own, shelf, turn) or outcome
    if outcome is not None:
        st.session_state[_TURN] = turn + 1  # another popover, closed and with empty fields
        outcomes.say(outcome)
        st.rerun()


def _saving(asked: Asked, shelf: Shelf, turn: int) -> Outcome | None:
    with st.form(f"claims-save-{turn}", border=False):
        st.markdown(f"**{texts.SAVE_VIEW}**")
        st.caption(f"{texts.SAVE_HINT} {texts.SAME_NAME}")
        name = st.text_input(texts.NAME, max_chars=_LONGEST_NAME, key=f"claims-view-name-{turn}") or ""
        sent = st.form_submit_button(texts.SAVE, icon=":material/bookmark_add:", type="primary")
    return shelf.save(name, urlencode(asked.query, doseq=True)) if sent and _is_name(name) else None


def _keeping(own: Sequence[SavedView], shelf: Shelf, turn: int) -> Outcome | None:
    by_id = {view.id: view for view in own}
    chosen = st.selectbox(
        texts.CHOOSE_VIEW,
        list(by_id),
        format_func=lambda view_id: shortened(by_id[view_id].name, _LONGEST_NAME),
        key=f"claims-view-{turn}",
    )
    name = st.text_input(texts.NEW_NAME, max_chars=_LONGEST_NAME, key=f"claims-view-rename-{turn}") or ""
    with st.container(horizontal=True):
        renames = st.button(texts.RENAME, icon=":material/edit:", key=f"claims-view-renames-{turn}")
        deletes = st.button(texts.DELETE, icon=":material/delete:", key=f"claims-view-deletes-{turn}")
    if deletes:
        return shelf.drop(chosen)
    return _renamed(by_id[chosen], name, shelf) if renames and _is_name(name) else None


def _renamed(view: SavedView, name: str, shelf: Shelf) -> Outcome:
    saved = shelf.save(name, view.query)
    if saved.done and " ".join(name.split()) != view.name:
        dropped = shelf.drop(view.id)
        return saved if dropped.done else dropped
    return saved


def _is_name(name: str) -> bool:
    if not name.strip():
        st.error(texts.NEEDS_NAME, icon=":material/block:")
    return bool(name.strip())
