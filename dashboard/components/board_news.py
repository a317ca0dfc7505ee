"""What changed since a person last looked: how much of what, each kind leading to its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from dashboard import addresses, labels
from dashboard.components.history_rows import sentence
from dashboard.components.paper import Node, element, link, moment, record_link, span
from dashboard.texts import board as texts
from db.rows import EventRow, LookRow, Meanwhile, Names, UserRow
from db.vocabulary import EventAction, WorkState

_KINDS = 6
_TITLE = 44  # characters of a record's title beside the figures
COUNTED_UP_TO = 1000  # events; beyond that the record does not count
# What a desk wants to hear of first; a claim that has been signed off before one that has been opened.
_STATES = (
    *(WorkState.RECHECK, WorkState.IN_REVIEW, WorkState.SIGNED_OFF, WorkState.PUBLISHED, WorkState.WITHDRAWN),
    *(WorkState.ON_HOLD, WorkState.IN_CHECK, WorkState.OPEN, WorkState.DETECTED, WorkState.NOT_FOR_US),
)


def meanwhile(news: Meanwhile, look: LookRow, me: UserRow, desk: str = "") -> Node:
    """Describe what happened after a person's last look, on one desk if its slug is given."""
    at_least = news.events >= COUNTED_UP_TO
    head = element(
        "p",
        span(f"{me.name} {texts.LAST_LOOKED} ", "plain"),
        moment(look.at),
        style="muted small",
    )
    if not news.events:
        return element("div", element("h2", texts.SINCE, style="takeaway"), head, element("p", texts.NOTHING_NEW))
    every = link(texts.events(news.events, at_least=at_least), _history(look.seq, desk))
    lines = _lines(news, look.seq, desk)
    left = len(lines) - _KINDS
    rest = link(texts.other_kinds(left), _history(look.seq, desk)) if left > 0 else None
    return element(
        "div",
        element("h2", texts.SINCE, style="takeaway"),
        head,
        element("p", every, style="strong"),
        element("ul", *lines[:_KINDS], element("li", rest) if rest else None, style="news"),
    )


def first_look(events: Iterable[EventRow], names: Names) -> Node:
    """Describe the newest events to somebody who has never looked."""
    items = [
        element(
            "li",
            sentence(event, names, longest=_TITLE),
            element("div", record_link(event.ref, style=""), moment(event.at), style="muted small tags"),
        )
        for event in events
    ]
    return element(
        "div",
        element("h2", texts.FIRST_LOOK, style="takeaway"),
        element("p", texts.FIRST_LOOK_ABOUT, style="muted small"),
        element("ol", *items, style="newest"),
    )


def mark_as_seen(keep: Callable[[UserRow, str, int], None], me: UserRow, thing: str, seq: int) -> None:
    """Draw the button by which a person says that they have seen everything up to an event."""
    st.button(
        texts.SEEN,
        icon=":material/done_all:",
        help=texts.SEEN_HELP,
        on_click=keep,
        args=(me, thing, seq),
        key="board-seen",
    )


def _lines(news: Meanwhile, after: int, desk: str) -> list[Node]:
    states = dict(news.states)
    moves = _history(after, desk, EventAction.CLAIM_MOVED)
    lines = [
        element("li", link(texts.moved(states[state], labels.word(state)), moves))
        for state in _STATES
        if states.get(state)
    ]
    lines += [
        element("li", link(texts.happened(count, labels.word(action)), _history(after, desk, action)))
        for action, count in sorted(news.actions, key=lambda counted: -counted[1])
        if action is not EventAction.CLAIM_MOVED
    ]
    return lines


def _history(after: int, desk: str, *actions: EventAction) -> str:
    query: dict[str, str | list[str]] = {"after": str(after), **({"desk": desk} if desk else {})}
    if actions:
        query["did"] = [labels.word(action) for action in actions]
    return addresses.href(addresses.HISTORY, **query)
