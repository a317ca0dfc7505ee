"""The screen on the wall: everything in figures that are read from five metres, dark, without anything to press."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import streamlit as st

from dashboard import labels
from dashboard.charts import standing
from dashboard.components.history_rows import done, who
from dashboard.components.paper import Node, asset, element, icon, moment, span
from dashboard.texts import wallboard as texts
from dashboard.texts.charts import percent
from db.rows import BoardFigures, ClaimRow, EventRow, Names
from db.vocabulary import VerificationStatus

SHORTEST, LONGEST, USUAL = 5, 3600, 30  # seconds between two refreshments
_WIDE_ENOUGH = 0.035  # of the bar, for a number inside

_CSS = asset("paper.css") + asset("wallboard.css")
_JS = "\n".join([asset("drawing.js"), asset("wallboard.js")])


def seconds(query: Mapping[str, str]) -> int:
    """Read from the address how often the wall is to be refreshed."""
    asked = query.get("every", "").strip()
    known = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else USUAL  # noqa: PLR2004 - digits
    return min(LONGEST, max(SHORTEST, known))


def wall(nodes: Iterable[Node], *, every: int, at: dt.datetime, problem: str = "") -> None:
    """Cover the window; with a problem, what was there stays and the problem is said beneath."""
    draw = st.components.v2.component("firsthand_wallboard", css=_CSS, js=_JS)
    words = {"refreshed": texts.REFRESHED, "stale": texts.NOT_REFRESHED, "trying": texts.TRYING}
    data = {"nodes": list(nodes), "every": every, "at": at.isoformat(), "problem": problem, "words": words}
    draw(data=data, key="wallboard")


def heading(name: str, unknown: str = "") -> Node:
    """Describe whose wall it is."""
    note = span(texts.no_desk(unknown), "note plain") if unknown else None
    return element("div", element("h1", name, style="plain"), note, style="whose")


def figures(shown: BoardFigures, oldest: ClaimRow | None, now: dt.datetime) -> Node:
    """Describe the figures."""
    if not shown.claims:
        return element("div", _figure("0", texts.NOTHING_YET), style="numbers")
    settled = standing.count(shown.statuses, standing.SETTLED)
    days = (now - oldest.state_since).days if oldest else 0
    return element(
        "div",
        _figure(f"{shown.claims:,}", texts.CLAIMS),
        _figure(percent(settled, shown.claims), texts.SETTLED),
        _figure(f"{shown.awaiting_sign_off:,}", texts.WAITING),
        _figure(f"{shown.to_recheck:,}", texts.RECHECK, calls=shown.to_recheck > 0),
        _figure(f"{days:,}", texts.days_open(days, oldest.ref)) if oldest else _figure("0", texts.NOTHING_OPEN),
        style="numbers",
    )


def _figure(number: str, what: str, *, calls: bool = False) -> Node:
    recheck = labels.STATUSES[VerificationStatus.RECHECK]
    colours = {"light": recheck.dark, "dark": recheck.dark} if calls else {}
    return element("div", span(number, "number calls" if calls else "number", **colours), span(what, "what"))


def statuses(shown: BoardFigures) -> Node | None:
    """Describe claims by verification status as one thick bar, with words and numbers beneath."""
    found = dict(shown.statuses)
    there = [(label, found[status]) for status, label in labels.statuses().items() if found.get(status)]
    if not there:
        return None
    parts = [
        span(
            f"{count:,}" if count >= _WIDE_ENOUGH * shown.claims else "",
            "part outlined" if label.outlined else "part",
            share=count,
            light=label.dark,
            dark=label.dark,
        )
        for label, count in there
    ]
    key = [
        element(
            "li",
            icon(label.icon),
            span(label.word, "word"),
            span(f"{count:,}", "count"),
            style="outlined" if label.outlined else "shown",
            light=label.dark,
            dark=label.dark,
        )
        for label, count in there
    ]
    return element(
        "div",
        element("div", *parts, style="thick", hidden=True),
        element("ul", *key, name=texts.STATUSES, style="legend"),
    )


def changes(events: Iterable[EventRow], names: Names) -> Node:
    """Describe what happened last, by the short ids that people call claims by."""
    items = [
        element(
            "li",
            span(who(event.actor, names), "strong plain"),
            span(done(event, names)),
            span(event.ref),
            element("span", moment(event.at), style="quiet"),
        )
        for event in events
    ]
    return element("div", element("h2", texts.NEWEST), element("ol", *items, style="changes"))
