"""What a tour asks and tells, kept in a dictionary instead of the record."""

from __future__ import annotations

import datetime as dt

from dashboard.components import tour
from db.rows import LookRow, UserRow

KEPT: dict[int, int] = {}
ASKED: list[int] = []
PEOPLE = {
    number: UserRow(number, f"{name}@example.org", name, frozenset(), disabled=False)
    for number, name in ((1, "Ann"), (2, "Ben"))
}


def reached(person: UserRow, thing: str) -> LookRow | None:
    assert thing == tour.THING
    ASKED.append(person.id)
    return LookRow(KEPT[person.id], dt.datetime.now(dt.UTC)) if person.id in KEPT else None


def keep(person: UserRow, thing: str, place: int) -> None:
    assert thing == tour.THING
    KEPT[person.id] = place
