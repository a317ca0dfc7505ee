"""The sidebar: who is working."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import labels
from dashboard.escaping import shortened
from dashboard.texts import house as texts
from db.rows import UserRow
from db.vocabulary import Role


def on_the_wall() -> bool:
    """Whether the page is the wallboard, which has no sidebar and no controls."""
    return (st.context.url or "").rstrip("/").endswith("/wallboard")


def choose_person(key: str, people: Sequence[UserRow]) -> None:
    """Draw the choice of whom to act as, in the sample record."""
    names = {user.email: user.name for user in people if user.roles}
    with st.sidebar:
        st.selectbox(
            texts.ACT_AS,
            list(names),
            format_func=lambda email: shortened(names[email], 40),
            help=texts.ACT_AS_HELP,
            key=key,
        )


def person(me: UserRow, *, named: bool) -> None:
    """Draw who is working, unless the choice above ``named`` them, and what they may do."""
    with st.sidebar:
        if not named:
            st.text(me.name)
        st.caption(", ".join(labels.word(role) for role in labels.in_order(Role, me.roles)) or texts.NO_ROLE)
