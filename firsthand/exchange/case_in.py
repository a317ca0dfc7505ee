"""Loading a case file: all of it or, where something does not fit, nothing."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, insert, text
from sqlalchemy.orm import Session

from db import chain
from db.blobs import BlobStore
from db.queries.whole import highest, present
from db.vocabulary import CaptureOutcome, DocumentType, EventAction, Flag, RecordType, Role
from firsthand.desk.actor import Actor
from firsthand.errors import UnreadableCase
from firsthand.exchange import kinds as k
from firsthand.exchange.codec import Kind, decode

_BATCH = 500
_RECORD_KIND = {
    "desk": "desks",
    "user": "people",
    "speaker": "speakers",
    "article": "documents",
    "source": "documents",
    "claim": "claims",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a case brought: how many records of each kind are new, and how many claims were here already."""

    title: str
    counts: Mapping[str, int]
    known_claims: int


def load_case(
    session: Session,
    blobs: BlobStore,
    actor: Actor,
    case: object,
    progress: Callable[[str, int], None] = lambda _name, _count: None,
) -> Loaded:
    """Load a case in the caller's transaction. Records that are here already (by uid) stay as they are.

    Raises ``UnreadableCase`` with the place in the file. ``progress`` is told each list's name and length.
    """
    return _CaseReader(session, blobs, actor, case, progress).load()


class _CaseReader:
    """Reads the lists in the order in which they point at each other."""

    def __init__(
        self,
        session: Session,
        blobs: BlobStore,
        actor: Actor,
        case: object,
        progress: Callable[[str, int], None],
    ) -> None:
        if not isinstance(case, dict) or not str(case.get("format", "")).startswith("firsthand-case/"):
            raise UnreadableCase(f'This is no case file: it does not say «"format": "{k.FORMAT}"» at its top.')
        if case["format"] != k.FORMAT:
            raise UnreadableCase(
                f"This case file is of the format {case['format']}; this version of Firsthand reads {k.FORMAT}."
            )
        self._session = session
        self._blobs = blobs
        self._actor = actor
        self._case = case
        self._progress = progress
        self._numbers: dict[str, dict[str, int]] = {
            name: {} for name in ("desks", "people", "speakers", "documents", "captures", "claims", "evidence")
        }
        self._fresh: dict[str, set[str]] = {name: set() for name in self._numbers}
        self._counts: dict[str, int] = {}

    def load(self) -> Loaded:
        self._keyed(k.DESKS)
        self._people()
        self._speakers()
        self._documents(k.ARTICLES, DocumentType.ARTICLE)
        self._documents(k.SOURCES, DocumentType.SOURCE)
        self._captures()
        self._simple(k.SOURCE_RELATIONS, "source", "documents")
        self._claims()
        self._evidence()
        for kind in k.OF_CLAIM:
            self._simple(kind, "claim", "claims")
        self._simple(k.CLAIM_RELATIONS, "claim", "claims")
        self._events()
        self._count_on()
        return Loaded(
            title=str(self._case.get("title") or "Untitled case"),
            counts=self._counts,
            known_claims=len(self._numbers["claims"]) - len(self._fresh["claims"]),
        )

    def _list(self, kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
        """Go through one list of the file with the place of each entry."""
        entries = self._case.get(kind.name, [])
        if not isinstance(entries, list):
            raise UnreadableCase(f"{kind.name}: expected a list.")
        self._progress(kind.name, len(entries))
        for place, entry in enumerate(entries):
            where = f"{kind.name}[{place}]"
            if not isinstance(entry, dict):
                raise UnreadableCase(f"{where}: expected an object, found {type(entry).__name__}.")
            yield where, entry

    def _keyed(
        self, kind: Kind, group: str = "", more: Mapping[str, object] | None = None
    ) -> list[tuple[str, dict[str, Any], int]]:
        """Load the new ones of a list whose entries have keys; give them back with their numbers."""
        group = group or kind.name
        key_name = k.KEY[kind.name]
        entries = list(self._list(kind))
        keys = [_key(entry, key_name, where) for where, entry in entries]
        if len(set(keys)) != len(keys):
            twice = next(key for key in keys if keys.count(key) > 1)
            raise UnreadableCase(f"{kind.name}: «{twice}» stands there twice.")
        numbers = self._numbers[group]
        numbers |= present(self._session, kind.table, key_name, keys)
        number = highest(self._session, kind.table)
        fresh, values = [], []
        for (where, entry), key in zip(entries, keys, strict=True):
            if key in numbers:
                continue
            number += 1
            row = decode(kind, entry, where, self._numbers)
            values.append({"id": number, **row, **(more or {})})
            fresh.append((where, entry, number))
            numbers[key] = number
            self._fresh[group].add(key)
        self._insert(kind.table, values)
        self._counts[kind.name] = len(values)
        return fresh

    def _insert(self, table: Table, values: list[dict[str, Any]]) -> None:
        for start in range(0, len(values), _BATCH):
            self._session.execute(insert(table), values[start : start + _BATCH])

    def _people(self) -> None:
        self._insert(
            k.ROLES.table,
            [
                {"user_id": number, "role": _word(Role, role, f"{where}.roles")}
                for where, entry, number in self._keyed(k.PEOPLE)
                for role in entry.get("roles", [])
            ],
        )

    def _speakers(self) -> None:
        number = highest(self._session, k.SPEAKER_ROLES.table)
        values = []
        for where, entry, speaker in self._keyed(k.SPEAKERS):
            for role in entry.get("roles", []):
                if not isinstance(role, dict) or not isinstance(role.get("role"), str):
                    raise UnreadableCase(f"{where}.roles: expected objects with a «role».")
                number += 1
                dates = {name: role.get(name) for name in ("since", "until")}
                values.append({"id": number, "speaker_id": speaker, "role": role["role"], **dates})
        self._insert(k.SPEAKER_ROLES.table, values)

    def _documents(self, kind: Kind, document_type: DocumentType) -> None:
        self._keyed(kind, "documents", {"type": document_type})

    def _captures(self) -> None:
        """Put the bytes into the store before the rows that name them."""
        for where, entry in self._list(k.CAPTURES):
            if entry.get("text") is not None:
                digest = hashlib.sha256(str(entry["text"]).encode()).hexdigest()
                if entry.setdefault("text_sha256", digest) != digest:
                    raise UnreadableCase(f"{where}.text: is not the text that «text_sha256» was taken of.")
            data = _bytes(entry, where)
            if data is None:
                continue
            entry.setdefault("sha256", hashlib.sha256(data).hexdigest())
            entry.setdefault("size", len(data))
            if self._blobs.put(data) != entry["sha256"]:
                raise UnreadableCase(f"{where}.bytes: are not the bytes that «sha256» was taken of.")
        self._keyed(k.CAPTURES)

    def _simple(self, kind: Kind, owner: str, group: str) -> None:
        """Load the entries whose owner is new."""
        number = highest(self._session, kind.table)
        values = []
        for where, entry in self._list(kind):
            row = decode(kind, entry, where, self._numbers)
            if entry[owner] not in self._fresh[group]:
                continue
            number += 1
            values.append({"id": number, **row})
        self._insert(kind.table, values)
        self._counts[kind.name] = len(values)

    def _claims(self) -> None:
        """Keep the claims' numbers on an empty desk, where nobody else's are in the way."""
        texts = {entry["uid"]: entry.get("text") for _, entry in self._list(k.CAPTURES)}
        for where, entry in self._list(k.CLAIMS):
            self._check_place(where, entry, texts)
        empty = highest(self._session, k.CLAIMS.table) == 0
        fresh = self._keyed_claims() if empty else self._keyed(k.CLAIMS)
        self._insert(
            k.FLAGS.table,
            [
                {
                    "claim_id": number,
                    "desk_id": self._numbers["desks"][entry["desk"]],
                    "flag": _word(Flag, flag, f"{where}.flags"),
                }
                for where, entry, number in fresh
                for flag in entry.get("flags", [])
            ],
        )

    def _keyed_claims(self) -> list[tuple[str, dict[str, Any], int]]:
        fresh, values = [], []
        used: set[int] = set()
        entries = list(self._list(k.CLAIMS))
        for place, (where, entry) in enumerate(entries, start=1):
            number = entry.get("number", place)
            key = _key(entry, "uid", where)
            if not isinstance(number, int) or number < 1 or number in used or key in self._numbers["claims"]:
                raise UnreadableCase(f"{where}: its number or uid stands there twice or is no number.")
            used.add(number)
            values.append({"id": number, **decode(k.CLAIMS, entry, where, self._numbers)})
            fresh.append((where, entry, number))
            self._numbers["claims"][key] = number
            self._fresh["claims"].add(key)
        self._insert(k.CLAIMS.table, values)
        self._counts["claims"] = len(values)
        return fresh

    @staticmethod
    def _check_place(where: str, entry: Mapping[str, Any], texts: Mapping[str, Any]) -> None:
        """Make sure that the literal words stand where the claim says they do."""
        captured = texts.get(str(entry.get("capture")))
        start, end = entry.get("start"), entry.get("end")
        if not isinstance(captured, str) or not isinstance(start, int) or not isinstance(end, int):
            raise UnreadableCase(f"{where}: needs a capture with a text, a start and an end.")
        if captured[start:end] != entry.get("literal"):
            raise UnreadableCase(f"{where}.literal: these words do not stand at {start} to {end} of the capture.")

    def _evidence(self) -> None:
        entries = list(self._list(k.EVIDENCE))
        known = present(self._session, k.EVIDENCE.table, "uid", [_key(e, "uid", w) for w, e in entries])
        number, passage_number = highest(self._session, k.EVIDENCE.table), highest(self._session, k.PASSAGE.table)
        passages: dict[tuple[object, ...], int] = {}
        values, passage_values = [], []
        for where, entry in entries:
            row = decode(k.EVIDENCE, entry, where, self._numbers)
            place = decode(k.PASSAGE, entry.get("passage"), f"{where}.passage", self._numbers)
            if entry["uid"] in known or entry["claim"] not in self._fresh["claims"]:
                continue
            same = (row["source_id"], *place.values())
            if same not in passages:
                passage_number += 1
                passages[same] = passage_number
                passage_values.append({"id": passage_number, "source_id": row["source_id"], **place})
            number += 1
            values.append({"id": number, **row, "passage_id": passages[same]})
        self._insert(k.PASSAGE.table, passage_values)
        self._insert(k.EVIDENCE.table, values)
        self._counts["evidence"] = len(values)

    def _events(self) -> None:
        """Chain the case's history on, with its own times and people, and one event that says where it came from."""
        drafts = [draft for where, entry in self._list(k.EVENTS) if (draft := self._event(where, entry)) is not None]
        for start in range(0, len(drafts), _BATCH):
            chain.append(self._session, drafts[start : start + _BATCH])
        self._counts["events"] = len(drafts)
        title = str(self._case.get("title") or "Untitled case")
        if any(self._counts.values()):
            chain.append(self._session, [self._told(title)])

    def _told(self, title: str) -> chain.EventDraft:
        desk = min(self._numbers["desks"].values(), default=1)
        return chain.EventDraft(
            at=self._actor.now(),
            actor_id=self._actor.id,
            actor=self._actor.email,
            action=EventAction.CASE_LOADED,
            record_type=RecordType.DESK,
            record_id=desk,
            after={"case": title, "loaded": {name: count for name, count in self._counts.items() if count}},
        )

    def _event(self, where: str, entry: dict[str, Any]) -> chain.EventDraft | None:
        row = decode(k.EVENTS, entry, where, self._numbers)
        group = _RECORD_KIND[row["record_type"].value]
        key = str(entry.get("record"))
        if key not in self._numbers[group]:
            raise UnreadableCase(f"{where}.record: there is no such entry under «{group}»: {key!r}.")
        if key not in self._fresh[group]:
            return None
        article = entry.get("article")
        return chain.EventDraft(
            **row,
            actor_id=self._numbers["people"].get(row["actor"]),
            record_id=self._numbers[group][key],
            article_id=self._numbers["documents"].get(str(article)) if article else None,
        )

    def _count_on(self) -> None:
        """Tell PostgreSQL's sequences which numbers are taken."""
        if self._session.get_bind().dialect.name != "postgresql":
            return
        tables = {kind.table.name for kind in k.EVERY_LIST if "id" in kind.table.c} | {"passage", "speaker_role"}
        for name in sorted(tables):
            self._session.execute(
                text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), (SELECT max(id) FROM {name}))")  # noqa: S608
            )


def _key(entry: Mapping[str, Any], name: str, where: str) -> str:
    key = entry.get(name)
    if not isinstance(key, str) or not key:
        raise UnreadableCase(f"{where}.{name}: missing.")
    return key


def _word(words: type[Flag | Role], value: object, where: str) -> Flag | Role:
    try:
        return words(str(value))
    except ValueError:
        raise UnreadableCase(f"{where}: {value!r} is none of {', '.join(word.value for word in words)}.") from None


def _bytes(entry: Mapping[str, Any], where: str) -> bytes | None:
    """Get a capture's bytes: those given in base64, else the text's own, if it was complete."""
    given = entry.get("bytes")
    if given is None:
        whole = entry.get("outcome") == CaptureOutcome.COMPLETE.value or entry.get("sha256") is not None
        return str(entry["text"]).encode() if whole and entry.get("text") is not None else None
    try:
        return base64.b64decode(str(given), validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableCase(f"{where}.bytes: this is not base64.") from None
