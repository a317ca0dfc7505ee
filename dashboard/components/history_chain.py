"""The state of the chain in words, and the check of the whole record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import streamlit as st

from dashboard.components.paper import element, paper, span
from dashboard.texts import history as texts
from db.rows import ChainState

_SHOWN = 100  # problems


class Found(Protocol):
    """Something that is not as it was written."""

    @property
    def sentence(self) -> str: ...  # noqa: D102 - see the class


class Checked(Protocol):
    """What a check looked at, and what it found."""

    @property
    def events(self) -> int: ...  # noqa: D102 - see the class
    @property
    def checkpoints(self) -> int: ...  # noqa: D102
    @property
    def captures(self) -> int: ...  # noqa: D102
    @property
    def signatures(self) -> int: ...  # noqa: D102
    @property
    def problems(self) -> Sequence[Found]: ...  # noqa: D102


def state(now: ChainState, check: Callable[[Callable[[str], None]], Checked]) -> None:
    """Draw how the chain stands, and the button that checks everything."""
    if not now.count:
        st.caption(texts.CHAIN_EMPTY)
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        symbol = {True: "verified", None: "link", False: "gpp_bad"}[now.agrees]
        (st.error if now.agrees is False else st.markdown)(f":material/{symbol}: {texts.chain(now)}")
        wanted = st.button(texts.CHECK, icon=":material/policy:", key="check-chain")
    with st.container():
        if wanted:
            _checking(check)


def _tell(what: str) -> None:
    st.text(texts.looking_at(what))


def _checking(check: Callable[[Callable[[str], None]], Checked]) -> None:
    with st.status(texts.CHECKING, expanded=True) as status:
        result = check(_tell)
        problems = list(result.problems)
        if not problems:
            told = texts.sound(result.events, result.checkpoints, result.captures, result.signatures)
            status.update(label=told, state="complete", expanded=False)
            return
        status.update(label=texts.unsound(len(problems)), state="error", expanded=True)
        lines = [element("li", span(problem.sentence, "plain")) for problem in problems[:_SHOWN]]
        if len(problems) > _SHOWN:
            lines.append(element("li", texts.more_problems(len(problems) - _SHOWN)))
        paper(element("ol", *lines, style="rows narrow"), key="check-problems")
