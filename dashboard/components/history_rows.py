"""Events in a list: who did what to which record, when and why, with what was there before beside what came after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from dashboard import labels
from dashboard.components.history_values import NOT_NAMED, Run, Value, differing, technical, values
from dashboard.components.history_values import word as value_word
from dashboard.components.paper import Node, element, facts, moment, record_link, span
from dashboard.escaping import shortened
from dashboard.texts import history as texts
from db.rows import EventRow, Names
from db.vocabulary import EventAction

_TOLD = {EventAction.CLAIM_MOVED: "state", EventAction.CLAIM_ASSIGNED: "assignee"}  # said in the sentence itself


def event_list(
    events: Iterable[EventRow], *, narrow: bool = False, with_values: bool = True, names: Names = NOT_NAMED
) -> Node:
    """Describe events as a list, one below the other."""
    items = [
        element(
            "li",
            record_link(event.ref),
            sentence(event, names),
            element("div", span(f"{texts.WHY}: {event.why}", "plain"), style="about") if event.why else None,
            changes(event, names) if with_values else None,
            element("div", moment(event.at), _unfolding(event), style="about tags"),
        )
        for event in events
    ]
    return element("ol", *items, style="rows narrow" if narrow else "rows wide")


def sentence(event: EventRow, names: Names = NOT_NAMED, *, longest: int = 200) -> Node:
    """Put an event in words: who did what to which record, whose title is cut to ``longest`` characters."""
    title = names.records.get((event.record_type, event.record_id), "")
    parts = [element("div", span(who(event.actor, names), "strong"), f" {done(event, names)}")]
    if title:
        parts.append(element("div", record_link(event.ref, shortened(title, longest), style="plain")))
    return element("div", *parts, style="said")


def who(actor: str, names: Names = NOT_NAMED) -> str:
    """Name who did something: a person by name where known, a machine by what it is."""
    return names.people.get(actor) or texts.MACHINES.get(actor, actor)


def done(event: EventRow, names: Names = NOT_NAMED) -> str:
    """Say what was done, and from what to what where that is the point of it."""
    return " ".join(part for part in (deed(event.action), _told(event, names)) if part)


def deed(action: EventAction) -> str:
    """Say what was done."""
    return texts.DEEDS.get(action) or labels.word(action)


def _told(event: EventRow, names: Names) -> str:
    before, after = event.before or {}, event.after or {}
    if event.action is EventAction.CLAIM_MOVED and "state" in before and "state" in after:
        return texts.moved(value_word("state", before["state"]), value_word("state", after["state"]))
    if event.action is EventAction.CLAIM_ASSIGNED:
        chosen = after.get("assignee")
        return texts.assigned(names.people.get(str(chosen), str(chosen)) if chosen else texts.NOBODY)
    return ""


def changes(event: EventRow, names: Names = NOT_NAMED) -> Node | None:
    """Describe what an event changed, field by field; where there was something before, both stand side by side."""
    said = texts.FIELDS.get(_TOLD.get(event.action, ""))
    told = [value for value in values(event, names) if value.name != said and value.after != (event.why or "")]
    if not told:
        return None
    compared = any(value.before is not None and value.after is not None for value in told)
    cells = list(_heads()) if compared else []
    for value in told:
        cells += [element("dt", value.name), element("dd", _side_by_side(value) if compared else _only(value))]
    return element("div", element("dl", *cells, style="values"), style="about")


def _heads() -> Iterator[Node]:
    yield element("dt", "")
    sides = [span(texts.BEFORE, "head"), span(texts.AFTER, "head")]
    yield element("dd", element("div", *sides, style="sides"))


def _only(value: Value) -> Node:
    words = value.after if value.after is not None else value.before
    if value.ref:
        return record_link(value.ref, words or "", style="plain")
    return span(words or "", "plain") if value.after is not None else element("del", words or "")


def _side_by_side(value: Value) -> Node:
    runs = differing(value.before or "", value.after or "")
    if runs:
        sides = [element("span", *_marked(runs[0], "del")), element("span", *_marked(runs[1], "ins"))]
    else:
        sides = [span(words if words is not None else "—") for words in (value.before, value.after)]
    return element("div", *sides, style="sides")


def _marked(runs: Sequence[Run], tag: str) -> Iterator[Node]:
    for place, run in enumerate(runs):
        yield f"{' ' if place else ''}"
        yield element(tag, run.words) if run.differs else run.words


def _unfolding(event: EventRow) -> Node:
    """Describe what few people ask for: the event's number and fingerprint, when it was recorded, by which address."""
    recorded = event.recorded_at if abs(event.recorded_at - event.at) > dt.timedelta(minutes=1) else None
    held: list[tuple[str, Node | None]] = [
        (texts.HASH, event.hash),
        (texts.ADDRESS, event.actor),
        (texts.RECORDED, moment(recorded) if recorded else None),
        *technical(event),
    ]
    return element("details", element("summary", texts.event(event.seq)), facts(held))
