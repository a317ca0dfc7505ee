"""Who is working."""

from __future__ import annotations

import streamlit as st

from dashboard.data.record import ask, database, settings
from db.queries import people
from db.rows import UserRow
from firsthand import workspace

ACTING_AS = "acting_as"
"""The widget by which one chooses, in the sample record, whom to act as."""


def is_demo() -> bool:
    """Tell whether this is the sample record, where one may act as anybody."""
    return ask(workspace.is_demo)


def users() -> tuple[UserRow, ...]:
    """List everybody who may do something."""
    return tuple(user for user in ask(people.users) if not user.disabled)


def me() -> UserRow:
    """Tell who is working: the person of the settings, or in the sample record whoever was chosen there."""
    if is_demo():
        there = {user.email: user for user in users() if user.roles}
        chosen = there.get(st.session_state.get(ACTING_AS, ""))
        if there:
            return chosen or next(iter(there.values()))
    known = ask(people.user_by_email, settings().user)
    return known if known and not known.disabled else workspace.person(database(), settings().user)
