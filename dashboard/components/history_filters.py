"""Which events to show, in the address; days are those of the reader's own zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from dashboard import addresses
from dashboard.components import filters
from dashboard.components.history_rows import who
from dashboard.escaping import shortened
from dashboard.texts import history as texts
from db.rows import DeskRow, EventFilter, Names, parse_ref
from db.vocabulary import EventAction, RecordType

RECORDS = {
    "FH": RecordType.CLAIM,
    "FA": RecordType.ARTICLE,
    "FS": RecordType.SOURCE,
    "FP": RecordType.SPEAKER,
}
_CALENDAR = dt.date(1990, 1, 1), dt.date(2100, 12, 31)  # the days that may be chosen
EMPTY: dict[str, object] = {"by": None, "did": [], "of": "", "from": None, "to": None, "desk": None}
"""How each filter looks when it asks for nothing."""


class Zone(NamedTuple):
    """The reader's zone, and what to call it."""

    info: dt.tzinfo
    name: str


def zone(name: str | None) -> Zone:
    """Find a zone by the name that the browser gives it; UTC where there is none by that name."""
    try:
        return Zone(ZoneInfo(name), name) if name else Zone(dt.UTC, "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Zone(dt.UTC, "UTC")


def begins(day: dt.date, where: dt.tzinfo) -> dt.datetime:
    """Tell when a day begins in a zone, in UTC; at the edges of the calendar, UTC's own day has to do."""
    try:
        return dt.datetime.combine(day, dt.time(), where).astimezone(dt.UTC)
    except OverflowError:
        return dt.datetime.combine(day, dt.time(), dt.UTC)


def narrowed(
    actors: Sequence[str], people: Mapping[str, str], desks: Sequence[DeskRow], here: Zone
) -> tuple[EventFilter, DeskRow | None]:
    """Draw the filters; tell which events are asked for, and of which desk."""
    known = Names({}, dict(people), {})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        actor = st.selectbox(
            texts.PERSON,
            actors,
            index=None,
            placeholder=texts.ANYBODY,
            format_func=lambda address: shortened(_called(address, known), 60),
            key="by",
            bind="query-params",
            width=200,
        )
        did = filters.words_filter(st.container(width=200), texts.ACTION, EventAction, key="did")
        record = filters.text_filter(st.container(width=190), texts.RECORD, key="of", hint=texts.RECORD_HINT)
        desk = filters.desk_filter(desks, key="desk")
        since = day(texts.SINCE_DAY, "from")
        until = day(texts.UNTIL_DAY, "to")
    st.caption(texts.zone(here.name))
    kind = RECORDS.get(record[:2].upper())
    number = parse_ref(record, record[:2].upper()) if kind else None
    if record and number is None:
        st.warning(texts.NOT_READ, icon=":material/help:")
    last = until + dt.timedelta(days=1) if until and until < dt.date.max else None
    asked = EventFilter(
        actor=actor,
        actions=did,
        record_type=kind if number is not None else None,
        record_id=number,
        desk_id=desk.id if desk else None,
        since=begins(since, here.info) if since else None,
        until=begins(last, here.info) - dt.timedelta(microseconds=1) if last else None,
        after=after(),
    )
    return asked, desk


def day(label: str, key: str) -> dt.date | None:
    """Draw the choice of a day, which lives in the address."""
    first, last = _CALENDAR
    return st.date_input(label, value=None, min_value=first, max_value=last, key=key, bind="query-params", width=170)


def after() -> int | None:
    """Read from the address which event the reader saw last."""
    written = addresses.asked_for(st.query_params, "after")
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= len(str(2**62)) - 1 else None


def _called(address: str, known: Names) -> str:
    name = who(address, known)
    return address if name == address else texts.person(name, address)
