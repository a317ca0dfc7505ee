"""Asking the desk's language model: what that does, said before, the button, the progress, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.components.paper import paper, paragraph, span
from dashboard.escaping import markdown_safe
from dashboard.outcome import Outcome
from dashboard.texts import asking as texts

Progress = Callable[[int, int], None]


def ask(name: str, host: str, carry_out: Callable[[Progress], Outcome], *, key: str) -> None:
    """Draw the button for the model ``name`` at ``host``; asks at once when it is pressed, and shows how far it is."""
    sends = markdown_safe(texts.sends(name, host), longest=400)
    label = texts.ask(markdown_safe(name, longest=40))
    if not st.button(label, icon=":material/smart_toy:", help=sends, key=f"{key}-ask"):
        return
    with st.status(texts.waiting(markdown_safe(name, longest=40)), expanded=True) as status:
        bar = st.progress(0.0)

        def told(done: int, of: int) -> None:
            bar.progress(done / of if of else 1.0, text=texts.part(min(done + 1, of), of))

        outcome = carry_out(told)
        paper(paragraph(span(outcome.sentence)), key=f"{key}-asked")
        status.update(label=markdown_safe(outcome.sentence, longest=200), state="complete" if outcome.done else "error")
    if outcome.missing:
        with st.expander(texts.REFUSED, icon=":material/block:"):
            lines = (paragraph(span(line), style="small") for line in outcome.missing)
            paper(paragraph(span(texts.REFUSED_INTRO, "muted")), *lines, key=f"{key}-refused")
