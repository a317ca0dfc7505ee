"""Two captures of one address: what each is, what became of the passages in use, and the walk through what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import streamlit as st

from dashboard import addresses, labels
from dashboard.components.difference_rows import Difference, Piece, alone, difference_rows, heads, sides
from dashboard.components.paper import Node, Sheet, chip, element, icon, link, moment, record_link, span
from dashboard.escaping import shortened
from dashboard.texts import captures as of_captures
from dashboard.texts import side_by_side as texts
from db.rows import CaptureRow, claim_ref
from db.vocabulary import VerificationStatus

BEFORE, AFTER, SHOW, FROM = "before", "after", "show", "from"
ALL = "all"
_GRAVEST_FIRST = ("gone", "changed", "moved", "around", "same")
_draw = Sheet("differences", "differences.css", "differences.js")


class Differences(Protocol):
    """A part of what differs; see ``data.side_by_side``."""

    @property
    def rows(self) -> Sequence[Difference]: ...  # noqa: D102 - see the class
    @property
    def first(self) -> int: ...  # noqa: D102
    @property
    def total(self) -> int: ...  # noqa: D102
    @property
    def following(self) -> int | None: ...  # noqa: D102
    @property
    def kinds(self) -> Sequence[tuple[str, int]]: ...  # noqa: D102
    @property
    def same(self) -> int: ...  # noqa: D102
    @property
    def alike(self) -> bool: ...  # noqa: D102


class Resting(NamedTuple):
    """A passage that a claim rests on, or a claim's own words in its article, and what became of it."""

    claim_id: int
    status: VerificationStatus
    statement: str
    fate: str
    before: Sequence[Piece]
    after: Sequence[Piece]


class Chosen(NamedTuple):
    """The document, and the two captures that are compared."""

    ref: str
    before: CaptureRow
    after: CaptureRow

    def href(self, **more: str) -> str:
        """Write the address of this comparison."""
        asked = {BEFORE: str(self.before.id), AFTER: str(self.after.id), **more}
        return addresses.href(addresses.CAPTURES, document=self.ref, **asked)


def choose(captures: Sequence[CaptureRow], before: str, after: str, most: int | None) -> tuple[CaptureRow, CaptureRow]:
    """Choose what is compared of captures with a text (newest first): what is asked for, else the newest.

    Before it stands what is asked for, else the capture that ``most`` passages rest on, else the one before.
    """
    by_id = {str(capture.id): capture for capture in captures}
    later = by_id.get(after) or captures[0]
    resting = by_id.get(str(most))
    if resting is not None and resting.id >= later.id:
        resting = None
    earlier = by_id.get(before) or resting or next((one for one in captures if one.id < later.id), captures[-1])
    return earlier, later


def pickers(captures: Sequence[CaptureRow], chosen: Chosen) -> None:
    """Draw the choice of either capture; it goes into the address."""
    named = {str(capture.id): _option(capture) for capture in captures}
    left, right = st.columns(2)
    for column, label, name, now in (
        (left, texts.CHOOSE_BEFORE, BEFORE, chosen.before),
        (right, texts.CHOOSE_AFTER, AFTER, chosen.after),
    ):
        column.selectbox(
            label,
            list(named),
            list(named).index(str(now.id)),
            format_func=lambda number: named.get(number, ""),
            key=f"{chosen.ref}-{name}-{now.id}",
            on_change=_chosen,
            args=(name, f"{chosen.ref}-{name}-{now.id}"),
        )


def _chosen(name: str, key: str) -> None:
    st.query_params[name] = str(st.session_state[key])
    st.query_params.pop(FROM, None)


def _option(capture: CaptureRow) -> str:
    taken = f"{capture.taken_at:%Y-%m-%d %H:%M}"
    return texts.option(taken, labels.word(capture.method), capture.characters or 0, capture.id)


def head(chosen: Chosen, title: str) -> Node:
    """Describe what is compared."""
    swapped = chosen._replace(before=chosen.after, after=chosen.before)
    return element(
        "div",
        element("h1", texts.TITLE, style="title"),
        element("div", record_link(chosen.ref), record_link(chosen.ref, title, style="plain"), style="tags gap"),
        element("div", link(texts.SWAP, swapped.href(), "small"), style="gap"),
    )


def passages(resting: Sequence[Resting], heading: str) -> list[Node]:
    """Describe what became of passages, the gravest first."""
    counted = Counter(one.fate for one in resting)
    counts = [
        element("span", icon(texts.FATES[fate][0]), texts.fates(counted[fate], fate), style="pair")
        for fate in _GRAVEST_FIRST
        if counted[fate]
    ]
    first = sorted(resting, key=lambda one: _GRAVEST_FIRST.index(one.fate))
    return [
        element("h2", heading, style="title"),
        element("div", *(counts or [span(texts.NO_PASSAGES, "muted")]), style="tags details"),
        *(_passage(one) for one in first),
    ]


def _passage(one: Resting) -> Node:
    symbol, word, meaning = texts.FATES[one.fate]
    ref = claim_ref(one.claim_id)
    return element(
        "div",
        element(
            "div",
            element("span", icon(symbol), word, style="chip", tip=meaning),
            record_link(ref),
            chip(labels.status(one.status)),
            record_link(ref, shortened(one.statement, 200), style="plain"),
            style="tags",
        ),
        sides(one.before, one.after) if one.fate != "same" else alone(one.before),
        style="rested",
    )


def summary(found: Differences) -> Node:
    """Describe how much differs."""
    counts = [
        element("span", icon(texts.CHANGES[kind][0]), texts.kinds(count, kind), style="pair")
        for kind, count in found.kinds
    ]
    return element(
        "div",
        span(texts.summed(found.total), "strong"),
        *counts,
        span(texts.compared(found.same), "muted"),
        style="tags details",
    )


def walk(found: Differences, chosen: Chosen) -> None:
    """Draw a part of what differs, with the ways to walk through it."""
    last = found.first + len(found.rows)
    ways: list[Node] = [span(texts.part(found.first + 1, last, found.total), "muted small")]
    if found.first:
        earlier = max(0, found.first - len(found.rows))
        ways.insert(0, link(texts.EARLIER_PART, chosen.href(**{SHOW: ALL, FROM: str(earlier)})))
    if found.following is not None:
        ways.append(link(texts.LATER_PART, chosen.href(**{SHOW: ALL, FROM: str(found.following)})))
    words = {"previous": texts.PREVIOUS, "next": texts.NEXT, "of": texts.position(len(found.rows)), "keys": texts.KEYS}
    _draw(
        element("h2", texts.REST, style="title"),
        summary(found),
        element("div", style="walking"),
        heads(),
        *difference_rows(found.rows, found.total),
        element("div", *ways, style="tags gap"),
        key=f"{chosen.ref}-differences",
        words=words,
    )


def compared(resting: Sequence[Resting], heading: str, after: Sequence[Node | None], *, key: str) -> None:
    """Draw what became of the passages, and what follows them."""
    _draw(*passages(resting, heading), *after, key=key)


def more(found: Differences, chosen: Chosen, *, whole: bool) -> Node:
    """Describe the way to everything that differs, or back to the passages alone."""
    if whole:
        return element("div", link(texts.HIDE_REST, chosen.href(), "small"))
    return element("div", summary(found), link(texts.SHOW_REST, chosen.href(**{SHOW: ALL}), "strong"))


def heaviest(resting_on: Counter[int]) -> int | None:
    """Find the capture that most passages rest on."""
    return next((number for number, _ in resting_on.most_common(1)), None)


def elsewhere(chosen: Chosen, captures: Sequence[CaptureRow], resting_on: Counter[int]) -> list[Node]:
    """Describe how many passages rest on other captures than those that are compared, the oldest first."""
    compared = {chosen.before.id, chosen.after.id}
    return [
        element(
            "div",
            element("span", of_captures.of_another(resting_on[other.id]), moment(other.taken_at)),
            link(texts.COMPARE_THAT, chosen._replace(before=other).href()),
            style="tags small",
        )
        for other in reversed(captures)
        if resting_on[other.id] and other.id not in compared
    ]
