# ruff: noqa: S608 - the tables and columns are our own
"""A thousand ways to meddle with a record: each knows what it did and which words of the report have to name it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import create_engine, text

from db.session import Database
from tests.db.tampering import unguarded

# Every column that a hash or a digest covers; the numbers of rows are the chain's own or nobody's.
EVENT_COLUMNS = (
    "at",
    "recorded_at",
    "actor_id",
    "actor",
    "action",
    "record_type",
    "record_id",
    "article_id",
    "why",
    "before",
    "after",
    "hash",
    "previous_hash",
)
CAPTURE_COLUMNS = (
    "document_id",
    "method",
    "outcome",
    "reason",
    "sha256",
    "size",
    "media_type",
    "file_name",
    "url",
    "text",
    "text_sha256",
    "extractor",
    "taken_at",
)
REVIEW_COLUMNS = (
    "kind",
    "looked_at",
    "note",
    "substance_finding",
    "claim_version",
    "content_hash",
    "at",
    "reviewer_id",
    "claim_id",
)
SEARCH_COLUMNS = ("place", "query", "outcome", "note", "at", "claim_id")
COLUMNS = {"capture": CAPTURE_COLUMNS, "review": REVIEW_COLUMNS, "search_entry": SEARCH_COLUMNS}
LABELS = {"capture": "capture", "review": "review", "search_entry": "search"}
WORDS = {
    "method": ("file", "paste", "upload"),
    "outcome": {"capture": ("partial", "complete"), "search_entry": ("found", "nothing", "blocked")},
    "kind": ("findings", "sent_back", "signed_off"),
    "substance_finding": ("supported", "contradicted"),
}


@dataclass(frozen=True)
class Meddled:
    """What was done, and words one of which has to stand at the beginning of a problem."""

    deed: str
    named: tuple[str, ...]


class Meddler:
    """Does one random thing to a record."""

    def __init__(self, database: Database, chance: random.Random) -> None:
        self._database = database
        self._chance = chance

    def meddle(self) -> Meddled:
        deeds: list[Callable[[], Meddled]] = [
            self.edit_event,
            self.edit_event,
            self.delete_events,
            self.swap_events,
            self.insert_event,
            self.edit_row,
            self.edit_row,
            self.delete_row,
            self.insert_row,
            self.edit_blob,
            self.delete_blob,
        ]
        return self._chance.choice(deeds)()

    def _ask(self, statement: str, **given: Any) -> list[tuple[Any, ...]]:
        engine = create_engine(self._database.url)
        with engine.connect() as connection:
            rows = [tuple(row) for row in connection.execute(text(statement), given)]
        engine.dispose()
        return rows

    def _write(self, table: str, *statements: tuple[str, dict[str, Any]]) -> None:
        """Write past all guards: triggers, references, checks."""
        with unguarded(self._database, table):
            pass
        engine = create_engine(self._database.url)
        with engine.begin() as connection:
            if self._database.is_sqlite:
                connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
            else:
                connection.execute(text("SET session_replication_role = replica"))
                checks = text(
                    "SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = CAST(:t AS regclass)"
                )
                for name in connection.execute(checks, {"t": table}).scalars().all():
                    connection.execute(text(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'))
            for statement, given in statements:
                connection.execute(text(statement), given)
        engine.dispose()

    def _events(self) -> int:
        return int(self._ask("SELECT max(seq) FROM event")[0][0])

    def _other(self, column: str, value: Any, table: str = "") -> Any:  # noqa: PLR0911 - one way out for each kind
        """Make another value for a column, a likely one or one that was never written there."""
        if isinstance(value, str) and self._chance.random() < 0.1:
            return self._chance.choice([word for word in ("", "x", "{", "[]", "0", "2026") if word != value])
        words: Any = WORDS.get(column)
        if isinstance(words, dict):
            words = words.get(table)
        if words:
            return next(word for word in words if word != value)
        if column in {"at", "recorded_at", "taken_at"} and not isinstance(value, str):
            return value.replace(microsecond=(value.microsecond + 1) % 1_000_000)
        if isinstance(value, int):
            return value + 1
        if not value:
            return 1 if column.endswith("_id") else "x"
        place = self._chance.randrange(len(value))
        letter = "a" if value[place] != "a" else "b"
        if column in {"at", "recorded_at", "taken_at"}:
            return value[:-7] + ("1" if value[-7] != "1" else "2") + value[-6:]
        return value[:place] + letter + value[place + 1 :]

    def edit_event(self) -> Meddled:
        seq, column = self._chance.randint(1, self._events()), self._chance.choice(EVENT_COLUMNS)
        ((value,),) = self._ask(f'SELECT "{column}" FROM event WHERE seq = :seq', seq=seq)
        statement = f'UPDATE event SET "{column}" = :value WHERE seq = :seq'
        self._write("event", (statement, {"value": self._other(column, value), "seq": seq}))
        return Meddled(f"event {seq}: {column} edited", (f"event {seq}:",))

    def delete_events(self) -> Meddled:
        last = self._events()
        seq = self._chance.randint(1, last)
        upto = min(last, seq + self._chance.randint(0, 3))
        self._write("event", ("DELETE FROM event WHERE seq BETWEEN :seq AND :upto", {"seq": seq, "upto": upto}))
        named = (f"event {seq}:", f"events {seq} to {upto}:", "events up to ")
        return Meddled(f"events {seq} to {upto} deleted", named)

    def swap_events(self) -> Meddled:
        one, other = sorted(self._chance.sample(range(1, self._events() + 1), 2))
        steps = ((one, -1), (other, one), (-1, other))
        self._write(
            "event", *(("UPDATE event SET seq = :to WHERE seq = :old", {"old": old, "to": to}) for old, to in steps)
        )
        return Meddled(f"events {one} and {other} swapped", (f"event {one}:",))

    def insert_event(self) -> Meddled:
        seq = self._events()
        columns = ", ".join(f'"{column}"' for column in EVENT_COLUMNS if column not in {"hash", "previous_hash"})
        statement = (
            f"INSERT INTO event (seq, {columns}, previous_hash, hash)"
            f" SELECT :new, {columns}, :previous, :hash FROM event WHERE seq = :old"
        )
        previous = self._chance.choice(["f" * 64, self._ask("SELECT hash FROM event WHERE seq = :seq", seq=seq)[0][0]])
        given = {"new": seq + 1, "old": self._chance.randint(1, seq), "previous": previous, "hash": "e" * 64}
        self._write("event", (statement, given))
        return Meddled(f"event {seq + 1} inserted", (f"event {seq + 1}:",))

    def _row(self) -> tuple[str, int]:
        table = self._chance.choice(list(COLUMNS))
        return table, self._chance.choice(self._ask(f"SELECT id FROM {table}"))[0]

    def edit_row(self) -> Meddled:
        table, number = self._row()
        column = self._chance.choice(COLUMNS[table])
        ((value,),) = self._ask(f'SELECT "{column}" FROM {table} WHERE id = :id', id=number)
        given = {"value": self._other(column, value, table), "id": number}
        self._write(table, (f'UPDATE {table} SET "{column}" = :value WHERE id = :id', given))
        named = (f"{LABELS[table]} {number} of", f"{LABELS[table]} {number}:")
        return Meddled(f"{table} {number}: {column} edited from {value!r:.30}", named)

    def delete_row(self) -> Meddled:
        table, number = self._row()
        self._write(table, (f"DELETE FROM {table} WHERE id = :id", {"id": number}))
        return Meddled(f"{table} {number} deleted", ("event ",))

    def insert_row(self) -> Meddled:
        table, number = self._row()
        new = int(self._ask(f"SELECT max(id) FROM {table}")[0][0]) + 1
        columns = ", ".join(f'"{column}"' for column in COLUMNS[table])
        own = {"capture": ("uid, ", ":uid, "), "review": ("", ""), "search_entry": ("", "")}[table]
        statement = (
            f"INSERT INTO {table} (id, {own[0]}{columns}) SELECT :new, {own[1]}{columns} FROM {table} WHERE id = :id"
        )
        self._write(table, (statement, {"new": new, "uid": f"slipped-in-{new}", "id": number}))
        return Meddled(f"{table} {new} inserted", (f"{LABELS[table]} {new} of",))

    def _blob(self) -> tuple[int, str]:
        rows = self._ask("SELECT id, sha256 FROM capture WHERE sha256 IS NOT NULL")
        number, sha256 = self._chance.choice(rows)
        return number, sha256

    def edit_blob(self) -> Meddled:
        number, sha256 = self._blob()
        path = self._database.blobs.path(sha256)
        data = bytearray(path.read_bytes())
        way = self._chance.choice(["flip", "cut", "add"])
        if way == "add" or not data:
            data += b"\0"
        elif way == "cut":
            del data[-1]
        else:
            data[self._chance.randrange(len(data))] ^= 1 << self._chance.randrange(8)
        path.write_bytes(data)
        return Meddled(f"bytes of capture {number}: {way}", (f"capture {number} of",))

    def delete_blob(self) -> Meddled:
        number, sha256 = self._blob()
        path = self._database.blobs.path(sha256)
        if self._chance.random() < 0.3:
            shutil.rmtree(path.parent)
        else:
            path.unlink()
        return Meddled(f"bytes of capture {number} deleted", (f"capture {number} of",))
