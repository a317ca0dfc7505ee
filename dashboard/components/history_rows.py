"""Events in a list, with what was there before and after, as plain text."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dashboard import labels
from dashboard.components.paper import Node, element, moment, record_link, span
from dashboard.escaping import shortened
from db.rows import EventRow

_LONGEST = 600


def event_list(events: Iterable[EventRow], *, narrow: bool = False, with_values: bool = True) -> Node:
    """Describe events as a list, one below the other."""
    items = [
        element(
            "li",
            record_link(event.ref),
            element("div", span(labels.word(event.action), "strong"), span(event.actor, "muted small"), style="event"),
            element("div", span(f"Why: {event.why}", "plain"), style="about") if event.why else None,
            element("div", changes(event), style="about") if with_values and (event.before or event.after) else None,
            element("div", moment(event.at), span(f"event {event.seq}"), style="about tags"),
        )
        for event in events
    ]
    return element("ol", *items, style="rows narrow" if narrow else "rows wide")


def changes(event: EventRow) -> Node:
    """Describe what an event changed, field by field: what was there is struck through."""
    before, after = event.before or {}, event.after or {}
    names = [*after, *(name for name in before if name not in after)]
    cells: list[Node] = []
    for name in names:
        there = [element("del", _value(before[name])), span("  ")] if name in before else []
        cells.append(element("dt", name.replace("_", " ")))
        cells.append(element("dd", *there, span(_value(after[name])) if name in after else None))
    return element("dl", *cells, style="values")


def _value(value: object) -> str:
    if value is None:
        return "nothing"
    return shortened(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _LONGEST)
