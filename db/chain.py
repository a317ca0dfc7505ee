"""The chain of events: each carries the hash of the one before, so that a change to the past shows.

``hash = sha256(previous hash, canonical JSON of the event)``. Foreign content enters only by its own hash. Call it
tamper-evident: a chain does not see that its tail was cut or that all of it was rewritten, which is what the
checkpoints outside the database (``db.checkpoints``) are for.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import insert, select, text

from db.base import canonical_json, utc_now
from db.models.event import Event

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from db.vocabulary import EventAction, RecordType

GENESIS = "0" * 64
HEAD_KEY = "firsthand.head"
_CHUNK = 10_000
_FIRST = -(2**63) + 1  # the least number there is
_COLUMNS = (
    "seq, {at}, {recorded_at}, actor_id, actor, action, record_type, record_id, article_id, why, before, after,"
    " previous_hash, hash"
)
_ISO_ON_POSTGRESQL = "to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') || '+00:00'"
_quoted = json.encoder.encode_basestring
_digits = int.__repr__


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event before it has its place in the chain."""

    at: dt.datetime
    actor_id: int | None
    actor: str
    action: EventAction
    record_type: RecordType
    record_id: int
    article_id: int | None = None
    why: str | None = None
    before: dict[str, Any] | None = None
    after: dict[str, Any] | None = None


class Head(NamedTuple):
    """The newest event: how many there are, and its hash."""

    count: int  # type: ignore[assignment]  # tuple.count, which nobody asks a head for
    hash: str


class Break(NamedTuple):
    """A place where the chain does not hold."""

    seq: int
    sentence: str


def head(session: Session) -> Head:
    """Find the newest event."""
    row = session.execute(select(Event.seq, Event.hash).order_by(Event.seq.desc()).limit(1)).first()
    return Head(row.seq, row.hash) if row else Head(0, GENESIS)


def event_hash(previous: str, fields: Sequence[Any]) -> str:
    """Hash an event's fields (every column up to ``after``, times as ISO 8601 text, objects as canonical JSON).

    What is hashed is a JSON list without spaces. It is written out here because a general encoder takes most of the
    time of walking over a million events. Raises ``TypeError`` for a value that such a column cannot hold.
    """
    seq, at, recorded_at, actor_id, actor, action, record_type, record_id, article_id, why, before, after = fields
    written = (
        f"{previous}[{_digits(seq)},{_quoted(at)},{_quoted(recorded_at)},"
        f"{'null' if actor_id is None else _digits(actor_id)},{_quoted(actor)},{_quoted(action)},"
        f"{_quoted(record_type)},{_digits(record_id)},{'null' if article_id is None else _digits(article_id)},"
        f"{'null' if why is None else _quoted(why)},{'null' if before is None else _quoted(before)},"
        f"{'null' if after is None else _quoted(after)}]"
    )
    return hashlib.sha256(written.encode()).hexdigest()


def _stamp(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="microseconds")


def append(session: Session, drafts: Sequence[EventDraft]) -> Head:
    """Put events at the end of the chain. Use it inside a write transaction, which keeps all others out."""
    seq, previous = head(session)
    recorded_at = utc_now()
    rows = []
    for draft in drafts:
        seq += 1
        fields = [
            seq,
            _stamp(draft.at),
            _stamp(recorded_at),
            draft.actor_id,
            draft.actor,
            draft.action.value,
            draft.record_type.value,
            draft.record_id,
            draft.article_id,
            draft.why,
            None if draft.before is None else canonical_json(draft.before),
            None if draft.after is None else canonical_json(draft.after),
        ]
        current = event_hash(previous, fields)
        rows.append(
            {
                "seq": seq,
                "at": draft.at,
                "recorded_at": recorded_at,
                "actor_id": draft.actor_id,
                "actor": draft.actor,
                "action": draft.action,
                "record_type": draft.record_type,
                "record_id": draft.record_id,
                "article_id": draft.article_id,
                "why": draft.why,
                "before": draft.before,
                "after": draft.after,
                "previous_hash": previous,
                "hash": current,
            }
        )
        previous = current
    if rows:
        session.execute(insert(Event), rows)
    newest = Head(seq, previous)
    session.info[HEAD_KEY] = newest
    return newest


def _chunk(connection: Connection, after: int, limit: int) -> list[Sequence[Any]]:
    """Read events as the database holds them; decoding each through the ORM's types takes four times as long."""
    iso = _ISO_ON_POSTGRESQL if connection.dialect.name == "postgresql" else "{}"
    columns = _COLUMNS.format(at=iso.format("at"), recorded_at=iso.format("recorded_at"))
    result = connection.exec_driver_sql(
        f"SELECT {columns} FROM event WHERE seq > {after:d} ORDER BY seq LIMIT {limit:d}"  # noqa: S608 - numbers only
    )
    return list(result.cursor.fetchall()) if result.cursor is not None else []


def _events(connection: Connection) -> Iterator[Sequence[Any]]:
    """Walk over the events in order; one that the driver cannot decode comes as its number alone."""
    after = _FIRST
    while True:
        try:
            rows = _chunk(connection, after, _CHUNK)
        except sqlite3.Error:
            # Somebody wrote what is no text: find the row by walking on from the last good one in small steps.
            rows = _one_by_one(connection, after)
        yield from rows
        if not rows:
            return
        after = rows[-1][0]


def _one_by_one(connection: Connection, after: int) -> list[Sequence[Any]]:
    seqs = connection.exec_driver_sql(
        f"SELECT seq FROM event WHERE seq > {after:d} ORDER BY seq LIMIT {_CHUNK:d}"  # noqa: S608 - numbers only
    )
    rows: list[Sequence[Any]] = []
    for seq in seqs.scalars().all():
        try:
            rows.extend(_chunk(connection, seq - 1, 1))
        except sqlite3.Error:
            rows.append((seq,))
    return rows


def breaks(connection: Connection, expected: Iterable[Head] = ()) -> Iterator[Break]:
    """Walk the whole chain and name every place where it does not hold.

    ``expected`` are checkpoints written outside the database: each has to be found in the chain as it was.
    """
    known: dict[int, set[str]] = {}
    for checkpoint in expected:
        known.setdefault(checkpoint.count, set()).add(checkpoint.hash)
    seq = 0
    previous: str | None = GENESIS  # None after an event that cannot be read: nobody knows what should follow
    for row in _events(connection):
        if not _follows(row, seq, previous):
            yield from filter(None, (_misplaced(row, seq, previous), _changed(row)))
        if row[0] < 1:
            continue
        seq, previous = row[0], row[13] if len(row) > 1 else None
        if known and previous is not None and not known.pop(seq, {previous}) <= {previous}:
            yield Break(seq, f"event {seq}: is not the one that a checkpoint outside the database remembers")
    for count in sorted(known):
        if count > seq:
            yield Break(count, f"events up to {count} were written, but the record ends at event {seq}")
            break


def _follows(row: Sequence[Any], seq: int, previous: str | None) -> bool:
    """Whether an event is whole and in its place; nearly always so, hence asked in one go."""
    try:
        return bool(row[0] == seq + 1 and row[12] == previous and event_hash(row[12], row[:12]) == row[13])
    except (IndexError, TypeError):
        return False


def _misplaced(row: Sequence[Any], seq: int, previous: str | None) -> Break | None:
    """Compare an event with the number and the hash of the one before it."""
    number = row[0]
    if number == seq + 1:
        if previous is None or len(row) == 1 or row[12] == previous:
            return None
        return Break(number, f"event {number}: does not follow from the event before it")
    if number < 1:
        return Break(number, f"event {number}: does not belong here, events count from 1")
    gone = f"event {seq + 1}" if number == seq + 2 else f"events {seq + 1} to {number - 1}"
    return Break(seq + 1, f"{gone}: missing")


def _changed(row: Sequence[Any]) -> Break | None:
    """Compare an event with its own hash."""
    if row[0] < 1:
        return None
    if len(row) == 1:
        return Break(row[0], f"event {row[0]}: cannot be read any more")
    try:
        holds = event_hash(row[12], row[:12]) == row[13]
    except TypeError:  # something in a column that was never written there
        holds = False
    return None if holds else Break(row[0], f"event {row[0]}: changed after it was written")


def count_events(connection: Connection) -> int:
    """Tell how many events there are by the newest number."""
    return int(connection.execute(text("SELECT coalesce(max(seq), 0) FROM event")).scalar_one())
