"""The desk as of a day: how the claims stood when it ended, beside how they stand now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from dashboard import addresses, labels
from dashboard.components.paper import Node, chip, element, link, span
from dashboard.texts import history as texts
from db.vocabulary import VerificationStatus

Counts = Sequence[tuple[VerificationStatus, int]]


class Standing(NamedTuple):
    """How many claims had a status then, and how many have it now."""

    status: VerificationStatus
    then: int
    now: int


def standings(then: Counts, now: Counts) -> list[Standing]:
    """Put two counts side by side, in the fixed order of the statuses, those that neither has left out."""
    before, after = dict(then), dict(now)
    return [
        Standing(status, before.get(status, 0), after.get(status, 0))
        for status in labels.statuses()
        if before.get(status) or after.get(status)
    ]


def end_of(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """Tell the moment at which a day ends in a zone, in UTC; the last day there is has no end but its own."""
    if day == dt.date.max:
        return dt.datetime.max.replace(tzinfo=dt.UTC)
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), zone)
    return midnight.astimezone(dt.UTC) - dt.timedelta(microseconds=1)


def remark(day: dt.date | None, zone: dt.tzinfo, *, any_then: bool) -> str:
    """Say what there is to know about the day that was chosen, or that one is to be chosen."""
    if day is None:
        return texts.AS_OF_HINT
    if day > dt.datetime.now(tz=zone).date():
        return texts.IN_THE_FUTURE
    return texts.AS_OF_ADDRESS if any_then else texts.NO_CLAIMS_THEN


def table(day: dt.date, then: Counts, now: Counts, desk: str | None) -> Node:
    """Describe the two counts as a table; every number of today leads to its claims."""
    rows = [_row(standing, desk) for standing in standings(then, now)]
    total = Standing(VerificationStatus.OPEN, sum(n for _, n in then), sum(n for _, n in now))
    heads = (texts.STATUS, texts.THEN, texts.NOW, texts.DIFFERENCE)
    head = element("tr", *(element("th", word, style="number" if place else "") for place, word in enumerate(heads)))
    foot = element("tr", element("td", texts.ALL_CLAIMS), *_numbers(total, _numbered(total.now, desk)), style="strong")
    return element(
        "table",
        element("caption", texts.as_of(day.isoformat())),
        element("thead", head),
        element("tbody", *rows, foot),
        style="counts compared",
    )


def _row(standing: Standing, desk: str | None) -> Node:
    label = labels.status(standing.status)
    today = _numbered(standing.now, desk, status=label.word)
    return element("tr", element("td", chip(label)), *_numbers(standing, today))


def _numbers(standing: Standing, today: Node) -> list[Node]:
    change = standing.now - standing.then
    return [
        element("td", f"{standing.then:,}", style="number"),
        element("td", today, style="number"),
        element("td", span(texts.difference(change), "" if change else "muted"), style="number"),
    ]


def _numbered(count: int, desk: str | None, **query: str) -> Node:
    asked = {**query, **({"desk": desk} if desk else {})}
    return link(f"{count:,}", addresses.href(addresses.CLAIMS, **asked)) if count else span("0", "muted")
