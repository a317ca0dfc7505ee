"""Asking the desk's language model: what that does, said before it is done, the button, and how far it is."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.components import outcomes
from dashboard.escaping import markdown_safe
from dashboard.outcome import Outcome
from dashboard.texts import asking as texts

Progress = Callable[[int, int], None]
_NAME = 40


def ask(name: str, host: str, carry_out: Callable[[Progress], Outcome], *, key: str) -> None:
    """Draw the button for the model ``name`` at ``host``; when it is pressed, ask, and show how far that is."""
    shown = markdown_safe(name, longest=_NAME)
    sends = texts.sends(shown, markdown_safe(host, longest=_NAME))
    if not st.button(texts.ask(shown), icon=":material/smart_toy:", help=sends, key=f"{key}-ask"):
        return
    with st.status(texts.waiting(shown), expanded=True):
        bar = st.progress(0.0)

        def told(done: int, of: int) -> None:
            bar.progress(done / of if of else 1.0, text=texts.part(min(done + 1, of), of))

        outcomes.say(carry_out(told))
    st.rerun()
