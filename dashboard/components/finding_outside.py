"""Outside services on the panel «Find the source»: what would be sent to whom, asking by a click, what they suggest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import streamlit as st

from dashboard.components import outcomes
from dashboard.components.dossier import dossier
from dashboard.components.finding_rows import Suggested, suggested
from dashboard.components.paper import paragraph, span
from dashboard.components.work import Work
from dashboard.escaping import markdown_safe, shortened
from dashboard.outcome import Outcome
from dashboard.texts import finding as texts
from dashboard.wish import finding as wishes

_SENT = 160


class Asked(Protocol):
    """What would be sent, word by word, to which host."""

    @property
    def service(self) -> str: ...  # noqa: D102 - see the class
    @property
    def host(self) -> str: ...  # noqa: D102
    @property
    def sent(self) -> Sequence[str]: ...  # noqa: D102


Answer = tuple[Outcome, Sequence[Suggested]]
"""What came of asking, in words, and what is suggested."""


def outside(work: Work, questions: Sequence[Asked], ask: Callable[[str], Answer]) -> wishes.Finding | None:
    """Draw the services that are on, folded; tells which suggestion the person wants to be captured."""
    fold = st.expander(texts.OUTSIDE, icon=":material/public:", key=work.key("find", "outside"), on_change="rerun")
    if not fold.open:
        return None
    wish: wishes.Finding | None = None
    with fold:
        if not questions:
            st.caption(texts.ALL_OFF)
        for question in questions:
            wish = _service(work, question, ask) or wish
    return wish


def _service(work: Work, question: Asked, ask: Callable[[str], Answer]) -> wishes.Finding | None:
    service = str(question.service)
    name, kept = texts.SERVICES[service], work.key("find", f"answer-{service}")
    sent = [shortened(one, _SENT) for one in question.sent]
    dossier(
        paragraph(span(f"{name}: ", "strong small"), span(texts.FINDS[service], "small")),
        paragraph(span(texts.sends(sent, question.host), "muted small plain")),
        key=work.key("find", f"service-{service}"),
    )
    if st.button(
        texts.about(texts.ASK, name), icon=":material/send:", type="tertiary", key=work.key("find", f"ask-{service}")
    ):
        with st.spinner(texts.ASKING):
            outcome, found = ask(service)
        st.session_state[kept] = tuple(found)
        outcomes.say(outcome)
        st.rerun()
    wish: wishes.Finding | None = None
    for number, one in enumerate(st.session_state.get(kept, ()), start=1):
        part = f"{service}-{number}"
        dossier(suggested(one), key=work.key("find", part))
        tip = texts.about(texts.KEEP, markdown_safe(one.title, longest=_SENT))
        if st.button(
            texts.KEEP, icon=":material/download:", type="tertiary", help=tip, key=work.key("find", f"keep-{part}")
        ):
            wish = wishes.Opened(one.url, title=one.title)
    return wish
