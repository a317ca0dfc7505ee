"""The rows that a case file brings: those whose key is new here are written, in the order in which they point."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from db.queries.whole import highest, present
from db.vocabulary import DocumentType, Flag, Role
from firsthand.exchange import kinds as k
from firsthand.exchange.case_lists import CaseLists, Entry, key_of, list_in, words_in
from firsthand.exchange.codec import Kind, decode

_BATCH = 500

New = list[tuple[str, Entry, int]]
"""Entries that are new here: the place in the file, the entry, its number."""


class CaseRows:
    """Writes a case's lists in the caller's transaction.

    ``numbers`` tells the number of every key, ``fresh`` the keys that are new, both by group; ``counts`` how many rows
    of each list were written.
    """

    def __init__(self, session: Session, lists: CaseLists) -> None:
        self._session = session
        self._lists = lists
        self.numbers: dict[str, dict[str, int]] = {
            name: {}
            for name in ("desks", "people", "speakers", "documents", "captures", "claims", "evidence", "observations")
        }
        self.fresh: dict[str, set[str]] = {name: set() for name in self.numbers}
        self.counts: dict[str, int] = {}

    def write_documents(self) -> None:
        """Write desks, people, speakers and documents."""
        self._keyed(k.DESKS)
        self._people()
        self._speakers()
        self._keyed(k.ARTICLES, "documents", {"type": DocumentType.ARTICLE})
        self._keyed(k.SOURCES, "documents", {"type": DocumentType.SOURCE})

    def write_captures(self) -> None:
        """Write the captures of the documents."""
        self._keyed(k.CAPTURES)

    def write_claims(self) -> New:
        """Write what rests on captures, all but the history; gives the new claims."""
        self._simple(k.REFERENCES, "capture", "captures")
        self._simple(k.SOURCE_RELATIONS, "source", "documents")
        claims = self._claims()
        self._evidence()
        for kind in k.OF_CLAIM:
            self._simple(kind, "claim", "claims")
        self._simple(k.CLAIM_RELATIONS, "claim", "claims")
        self._simple(k.RESEMBLANCES, "claim", "claims")
        self._keyed(k.OBSERVATIONS)
        self._simple(k.ANCHORS, "claim", "claims")
        self._simple(k.ATTESTATIONS, "capture", "captures")
        self._simple(k.ORIGIN_SUGGESTIONS, "source", "documents")
        self._simple(k.TRACES, "claim", "claims")
        return claims

    def _keyed(self, kind: Kind, group: str = "", more: Mapping[str, object] | None = None) -> New:
        """Load the new ones of a list whose entries have keys; give them back with their numbers."""
        group = group or kind.name
        entries = self._lists.load(kind)
        keys = [key_of(entry, kind, where) for where, entry in entries]
        numbers = self.numbers[group]
        numbers |= present(self._session, kind.table, k.KEY[kind.name], keys)
        number = highest(self._session, kind.table)
        # Claims keep their numbers on an empty desk, where nobody else's are in the way.
        keep = kind is k.CLAIMS and number == 0
        fresh, values = [], []
        for place, ((where, entry), key) in enumerate(zip(entries, keys, strict=True), start=1):
            if key in numbers:
                continue
            number = entry.get("number", place) if keep else number + 1
            values.append({"id": number, **decode(kind, entry, where, self.numbers), **(more or {})})
            fresh.append((where, entry, number))
            numbers[key] = number
            self.fresh[group].add(key)
        self._insert(kind.table, values)
        self.counts[kind.name] = len(values)
        return fresh

    def _insert(self, table: Table, values: list[dict[str, Any]]) -> None:
        for start in range(0, len(values), _BATCH):
            self._session.execute(insert(table), values[start : start + _BATCH])

    def _people(self) -> None:
        self._insert(
            k.ROLES.table,
            [
                {"user_id": number, "role": role}
                for where, entry, number in self._keyed(k.PEOPLE)
                for role in words_in(entry, k.ROLES.name, Role, where)
            ],
        )

    def _speakers(self) -> None:
        held = [
            {"speaker_id": number, **{name: role.get(name) for name in ("role", "since", "until")}}
            for where, entry, number in self._keyed(k.SPEAKERS)
            for role in list_in(entry, k.SPEAKER_ROLES.name, where)
        ]
        first = highest(self._session, k.SPEAKER_ROLES.table) + 1
        self._insert(k.SPEAKER_ROLES.table, [{"id": number, **role} for number, role in enumerate(held, first)])

    def _simple(self, kind: Kind, owner: str, group: str) -> None:
        """Load the entries whose owner is new."""
        numbered = "id" in kind.table.c
        number = highest(self._session, kind.table) if numbered else 0
        values = []
        for where, entry in self._lists.load(kind):
            row = decode(kind, entry, where, self.numbers)
            if entry[owner] not in self.fresh[group]:
                continue
            number += 1
            values.append({"id": number, **row} if numbered else row)
        self._insert(kind.table, values)
        self.counts[kind.name] = len(values)

    def _claims(self) -> New:
        fresh = self._keyed(k.CLAIMS)
        desks = self.numbers["desks"]
        flags = [
            {"claim_id": number, "desk_id": desks[entry["desk"]], "flag": flag}
            for where, entry, number in fresh
            for flag in words_in(entry, k.FLAGS.name, Flag, where)
        ]
        self._insert(k.FLAGS.table, flags)
        return fresh

    def _evidence(self) -> None:
        entries = self._lists.load(k.EVIDENCE)
        known = present(self._session, k.EVIDENCE.table, "uid", [entry["uid"] for _, entry in entries])
        self.numbers["evidence"] |= known
        number, passage_number = highest(self._session, k.EVIDENCE.table), highest(self._session, k.PASSAGE.table)
        passages: dict[tuple[object, ...], int] = {}
        values, passage_values = [], []
        for where, entry in entries:
            row = decode(k.EVIDENCE, entry, where, self.numbers)
            place = decode(k.PASSAGE, entry.get("passage"), f"{where}.passage", self.numbers)
            if entry["uid"] in known or entry["claim"] not in self.fresh["claims"]:
                continue
            same = (row["source_id"], *place.values())
            if same not in passages:
                passage_number += 1
                passages[same] = passage_number
                passage_values.append({"id": passage_number, "source_id": row["source_id"], **place})
            number += 1
            self.numbers["evidence"][entry["uid"]] = number
            values.append({"id": number, **row, "passage_id": passages[same]})
        self._insert(k.PASSAGE.table, passage_values)
        self._insert(k.EVIDENCE.table, values)
        self.counts["evidence"] = len(values)
