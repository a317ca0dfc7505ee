"""What the history shows beside its events: names, the desk as it was, the state of the chain, and a check of all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from dashboard.data.record import ask, database
from db.queries import history as _history
from db.queries import names as _names
from db.queries import statistics as _statistics
from db.rows import BoardFilter, ChainState, EventRow, Names
from db.vocabulary import VerificationStatus
from firsthand.verification import Verification, verify

_UIDS = ("evidence", "source", "other")

Counts = tuple[tuple[VerificationStatus, int], ...]


def names(events: Sequence[EventRow], *, titles: bool = True) -> Names:
    """Look up what the people of some events are called, and the records, unless they are all the same one."""
    records = tuple(sorted({(event.record_type, event.record_id) for event in events})) if titles else ()
    people = tuple(sorted({word for event in events for word in _words(event, ("assignee",))} | _actors(events)))
    uids = tuple(sorted({word for event in events for word in _words(event, _UIDS)}))
    return ask(_names.names, records, people, uids)


def people(addresses: Sequence[str]) -> dict[str, str]:
    """Look up the names of people by address; machines have none."""
    return ask(_names.names, (), tuple(addresses), ()).people


def _actors(events: Sequence[EventRow]) -> set[str]:
    return {event.actor for event in events}


def _words(event: EventRow, fields: Sequence[str]) -> set[str]:
    """Collect the texts in some fields of an event; foreign events may hold anything there."""
    held = [values[field] for values in (event.before, event.after) if values for field in fields if field in values]
    return {value for value in held if isinstance(value, str)}


def as_of(moment: dt.datetime, desk_id: int | None) -> Counts:
    """Count the claims by status as they were at a moment."""
    return ask(_history.as_of, moment, desk_id)


def now(desk_id: int | None) -> Counts:
    """Count the claims by status as they are."""
    return ask(_statistics.board, BoardFilter(desk_id=desk_id)).statuses


def chain() -> ChainState:
    """Tell how long the chain is and whether the newest checkpoint agrees; the file is read anew after each event."""
    return ask(_chain_state)


def _chain_state(session: Session) -> ChainState:
    return _history.chain_state(session, database().checkpoints)


def check(progress: Callable[[str], None]) -> Verification:
    """Walk the whole chain, and everything that it tells of; it reads all and changes nothing."""
    return verify(database(), progress)
