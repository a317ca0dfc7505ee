"""Texts on their way in: taken one after the other while the page says how far it is, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from dashboard import addresses
from dashboard.components.paper import Node, element, icon, link, paper, record_link, span
from dashboard.escaping import markdown_safe, shortened
from dashboard.outcome import Arrival, Came
from dashboard.texts import documents as words
from dashboard.texts import intake as texts
from dashboard.wish.captures import Brought

_KEY = "taken-in"
_ICONS = {
    Came.TAKEN: "check_circle",
    Came.LATER: "inventory_2",
    Came.KNOWN: "done_all",
    Came.OTHER_TEXT: "difference",
    Came.SUMMARY: "short_text",
    Came.REFUSED: "block",
}
_LONGEST = 160


def take_in(brought: Sequence[Brought], take: Callable[[Brought], Iterable[Arrival]]) -> bool:
    """Take texts in one after the other; tells whether nothing is left to be done about any of them.

    What came of each is kept at once, so that somebody who goes away meanwhile finds it when they come back.
    """
    arrivals: list[Arrival] = []
    st.session_state[_KEY] = arrivals
    bar = st.progress(0.0)
    with st.status(texts.READING) as progress:
        for number, text in enumerate(brought, start=1):
            name = markdown_safe(text.name or words.PASTED_NAME, longest=60)
            progress.update(label=texts.reading(number, len(brought), name))
            for arrival in take(text):
                arrivals.append(arrival)
                progress.update(label=texts.reading(number, len(brought), name, len(arrivals)))
            bar.progress(number / len(brought))
    return all(arrival.came.settled for arrival in arrivals)


def outcomes() -> None:
    """Draw what became of the texts that were brought last, until the person puts it away."""
    arrivals: Sequence[Arrival] = st.session_state.get(_KEY, ())
    if not arrivals:
        return
    taken = sum(one.came in {Came.TAKEN, Came.LATER} for one in arrivals)
    with st.container(border=True):
        paper(
            element("h2", texts.came(taken, len(arrivals)), style="title"),
            element("ol", *map(_item, arrivals), style="rows narrow"),
            key="arrivals",
        )
        st.button(texts.PUT_AWAY, icon=":material/close:", type="tertiary", on_click=_put_away, key="arrivals-away")


def _put_away() -> None:
    st.session_state.pop(_KEY, None)


def _item(arrival: Arrival) -> Node:
    """Describe one text: its name, what became of it in words, what was read of it, and the ways on."""
    named = arrival.title if arrival.title and arrival.title != arrival.name else ""
    return element(
        "li",
        element("span", icon(_ICONS[arrival.came]), texts.CAME[arrival.came], style="chip outlined"),
        span(f"{arrival.name}: ", "strong"),
        span(arrival.sentence),
        element("div", span(shortened(named, _LONGEST), "plain strong"), style="about") if named else None,
        element("div", *_read(arrival), style="about tags") if arrival.came is Came.TAKEN else None,
        *(element("div", span(warning), style="about") for warning in arrival.warnings),
        element("div", *_ways(arrival), style="tags gap"),
    )


def _read(arrival: Arrival) -> list[Node]:
    return [span(value, tip=label) if value else span(texts.not_read(label), "muted") for label, value in arrival.about]


def _ways(arrival: Arrival) -> list[Node]:
    ways: list[Node] = []
    if arrival.ref:
        ways.append(record_link(arrival.ref, texts.open_it(arrival.ref), style="strong"))
    if arrival.ref and arrival.drafts:
        ways.append(link(words.triage(arrival.drafts), addresses.triage(arrival.ref)))
    if arrival.ref and arrival.came is Came.TAKEN:
        ways.append(link(texts.CORRECT, addresses.href(addresses.ARTICLE, article=arrival.ref, do="edit")))
    if arrival.link:
        ways.append(link(arrival.link, arrival.link))
    return ways
