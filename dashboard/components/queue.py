"""The queue in the browser: rows that the keyboard walks over, selects, opens and acts on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import streamlit as st

from dashboard.components import queue_rows
from dashboard.components.paper import Sheet, asset, explained
from dashboard.components.queue_rows import Group
from dashboard.escaping import markdown_safe
from dashboard.outcome import Outcome
from dashboard.texts import claims as texts
from db.rows import claim_ref, parse_ref

SEARCH, BAR = "claims-q", "claims-bar"
"""The keys of the search line and of the bar with the deeds, which the queue's own keys lead to."""

HEADS = (texts.STATUS, texts.CLAIM, texts.EVIDENCE, texts.ASSIGNEE, texts.WAITS)
_KEY = "queue-list"
_TURN = "queue-turn"
_TOLD = "queue-told"
_CSS = "\n".join([asset("paper.css"), asset("queue.css")])
_JS = "\n".join([asset("drawing.js"), asset("queue.js")])

sheet = Sheet("queue_sheet", "queue.css")
"""The paper with the looks of the queue's chips and views."""


class Act(NamedTuple):
    """What a key asks for at once, on a claim as it was shown."""

    deed: str
    claim_id: int
    version: int

    @property
    def ref(self) -> str:
        """The claim's short id."""
        return claim_ref(self.claim_id)


def queue(shown: Iterable[Group], under: str, now: dt.datetime, on_act: Callable[[Act], None]) -> bool:
    """Draw the list, grouped ``under`` something or nothing; tells whether its keys are asked for.

    ``on_act`` is told what a key asks for, before the page is drawn.
    """

    def acted() -> None:
        act = _read(st.session_state[_KEY].get("act"))
        if act is not None:
            on_act(act)

    draw = st.components.v2.component("firsthand_queue", css=_CSS, js=_JS)
    result = draw(
        data={
            "groups": [queue_rows.drawn(group, now, under) for group in shown],
            "turn": st.session_state.get(_TURN, 0),
            "search": f"st-key-{SEARCH}",
            "bar": f"st-key-{BAR}",
            "words": {
                "list": texts.LIST,
                "all": texts.SELECT_ALL,
                "heads": [explained(word) for word in HEADS],
            },
        },
        key=_KEY,
        on_selected_change=lambda: None,
        on_act_change=acted,
        on_help_change=lambda: None,
    )
    return bool(result.help)


def selected() -> dict[int, int]:
    """Tell which claims are selected, by number, each with the version that was on view when it was.

    A selection from before it was last emptied does not count.
    """
    held: Any = st.session_state.get(_KEY, {}).get("selected") or {}
    if not isinstance(held, dict) or held.get("turn") != st.session_state.get(_TURN, 0):
        return {}
    claims = (_read(claim) for claim in held.get("claims", ()))
    return {claim.claim_id: claim.version for claim in claims if claim is not None}


def select_nothing() -> None:
    """Empty the selection, here and, when the list is drawn next, in the browser."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1


def told(outcome: Outcome, done: str) -> None:
    """Keep what became of a key's act until the page is drawn; it is told where the person looks, wherever that is."""
    st.session_state[_TOLD] = (done, True) if outcome.done else (" ".join([outcome.sentence, *outcome.missing]), False)


def tell() -> None:
    """Tell what became of a key's act, once; a refusal stays until it is put away."""
    said, done = st.session_state.pop(_TOLD, ("", True))
    if said:
        icon = ":material/check:" if done else ":material/block:"
        st.toast(markdown_safe(said), icon=icon, duration="long" if done else "infinite")


def _read(sent: Any) -> Act | None:  # noqa: ANN401 - whatever a browser sends
    if not isinstance(sent, dict):
        return None
    claim_id, version = parse_ref(str(sent.get("ref", "")), "FH"), sent.get("version")
    if claim_id is None or not isinstance(version, int):
        return None
    return Act(str(sent.get("deed", "")), claim_id, version)
