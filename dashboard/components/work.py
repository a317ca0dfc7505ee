"""What a person has open: the versions that they saw, and what they entered and could not save.

A page is drawn anew at every click, with the newest rows; a form on it was filled in by somebody who looked at earlier
ones. So the version that was shown first is kept here, goes to the desk with the form, and is only replaced when the
person saves, or says that they have looked at the newer one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st

from dashboard.outcome import Change

_KEY = "work"


@dataclass
class Work:
    """One record that a person has open. ``since`` is the newest event when they opened it, or last caught up."""

    record: str
    since: int
    seen: dict[str, int] = field(default_factory=dict)
    turn: int = 0
    rounds: dict[str, int] = field(default_factory=dict)
    unsaved: dict[str, dict[str, str]] = field(default_factory=dict)

    def saw(self, record: str, version: int) -> int:
        """Tell the version of a record that the person saw first; the one given if they see it for the first time."""
        return self.seen.setdefault(record, version)

    def behind(self, record: str, version: int) -> bool:
        """Whether somebody changed the record after the person saw it."""
        return self.saw(record, version) != version

    def key(self, form: str, part: str = "") -> str:
        """Name a form or a field of it; a saved form is a new one, with empty fields."""
        return f"{self.record}/{self.turn}/{form}/{self.rounds.get(form, 0)}{f'/{part}' if part else ''}"

    def saved(self, form: str, changes: Iterable[Change]) -> None:
        """Empty a form that was saved, and go along with the versions that it made, but with nobody else's."""
        self.rounds[form] = self.rounds.get(form, 0) + 1
        self.unsaved.pop(form, None)
        for change in changes:
            if self.seen.get(change.record, change.before) == change.before:
                self.seen[change.record] = change.after

    def discard(self, form: str) -> None:
        """Let go of what could not be saved."""
        self.unsaved.pop(form, None)

    def catch_up(self, newest: int) -> None:
        """Go on from what is there now: forms start afresh, what could not be saved stays on view."""
        self.seen.clear()
        self.since = newest
        self.turn += 1


def open_work(record: str, newest: int) -> Work:
    """Find what the person has open of a record, or open it."""
    held = st.session_state.get(_KEY)
    if isinstance(held, Work) and held.record == record:
        return held
    work = Work(record, newest)
    st.session_state[_KEY] = work
    return work


def put_away(page: str) -> None:
    """Forget what was open when the person comes from another page."""
    if st.session_state.get("page") != page:
        st.session_state["page"] = page
        st.session_state.pop(_KEY, None)
