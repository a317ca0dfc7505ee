"""One line about the watch over a document: when it is looked at next, and what a person may do about it."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard.components.paper import Node, element, moment, paper, span
from dashboard.components.work import Work
from dashboard.texts import watching as texts
from dashboard.wish.watching import WatchDeed, WatchWish
from db.rows import WatchRow

FORM = "watch"


def draw(
    watch: WatchRow | None, url: str | None, work: Work, *, may: bool, now: dt.datetime, look: bool = True
) -> WatchWish | None:
    """Draw the line and its buttons; tells what the person wants. Without ``look`` that button stands elsewhere."""
    paper(line(watch, url, now), key=work.key(FORM, "line"))
    if not may or not url:
        return None
    wish = None
    paused = watch is not None and watch.paused_why is not None
    watched = watch is not None and watch.next_at is not None
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if look and st.button(
            texts.LOOK_NOW, icon=":material/visibility:", help=texts.LOOK_NOW_HELP, key=work.key(FORM, "look")
        ):
            wish = WatchWish(WatchDeed.LOOK)
        if paused and st.button(texts.RESUME, icon=":material/play_arrow:", key=work.key(FORM, "resume")):
            wish = WatchWish(WatchDeed.RESUME)
        pausing = watched and not paused and st.toggle(texts.PAUSE, key=work.key(FORM, "pausing"))
    if pausing:
        with st.form(work.key(FORM), border=False):
            why = st.text_input(texts.WHY_PAUSE, key=work.key(FORM, "why"))
            if st.form_submit_button(texts.PAUSE, icon=":material/pause:"):
                wish = WatchWish(WatchDeed.PAUSE, why or "")
    return wish


def line(watch: WatchRow | None, url: str | None, now: dt.datetime) -> Node:
    """Describe when a document was and will be looked at."""
    if not url:
        return element("p", span(texts.NO_ADDRESS, "muted small"))
    if watch is not None and watch.paused_why is not None:
        return element("p", texts.PAUSED, span(watch.paused_why, "plain"), style="small")
    parts: list[Node] = []
    if watch is None or watch.next_at is None:
        parts.append(span(texts.NOT_WATCHED))
    elif watch.next_at <= now:
        parts.append(span(texts.DUE))
    else:
        parts.append(element("span", f"{texts.NEXT} ", moment(watch.next_at)))
    if watch is not None and watch.looked_at is not None:
        parts.append(element("span", f"{texts.LAST} ", moment(watch.looked_at)))
    if watch is not None and watch.failures:
        parts.append(span(texts.failures(watch.failures), "strong"))
    return element("p", *parts, style="muted small tags")
