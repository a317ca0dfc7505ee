"""Loading a case file: all of it or, where something does not fit, nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, insert, text
from sqlalchemy.orm import Session

from db import chain
from db.blobs import BlobStore
from db.queries.whole import highest, present, rows_with
from db.vocabulary import DocumentType, EventAction, Flag, RecordType, Role, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.backing import live_evidence, settle
from firsthand.desk.content import claim_hash
from firsthand.desk.record import find_claim
from firsthand.errors import UnreadableCase
from firsthand.exchange import case_history
from firsthand.exchange import kinds as k
from firsthand.exchange.case_bytes import keep_bytes
from firsthand.exchange.case_checks import CaseChecks
from firsthand.exchange.case_lists import CaseLists, Entry, key_of, list_in, words_in
from firsthand.exchange.codec import Kind, decode

_BATCH = 500
_SIGNED = {WorkState.SIGNED_OFF.value, WorkState.PUBLISHED.value, WorkState.WITHDRAWN.value}

New = list[tuple[str, Entry, int]]


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
    if not actor.is_machine:
        actor.require(Role.CHECKER, Role.EDITOR, Role.ADMINISTRATOR, to="load cases")
    lists = CaseLists(case, progress)
    CaseChecks(lists).check()
    return _CaseLoader(session, blobs, actor, lists).load()


class _CaseLoader:
    """Loads the lists in the order in which they point at each other."""

    def __init__(self, session: Session, blobs: BlobStore, actor: Actor, lists: CaseLists) -> None:
        self._session = session
        self._blobs = blobs
        self._actor = actor
        self._lists = lists
        self._before = case_history.reached(session)
        self._numbers: dict[str, dict[str, int]] = {
            name: {}
            for name in ("desks", "people", "speakers", "documents", "captures", "claims", "evidence", "observations")
        }
        self._fresh: dict[str, set[str]] = {name: set() for name in self._numbers}
        self._counts: dict[str, int] = {}

    def load(self) -> Loaded:
        self._keyed(k.DESKS)
        self._people()
        self._speakers()
        self._keyed(k.ARTICLES, "documents", {"type": DocumentType.ARTICLE})
        self._keyed(k.SOURCES, "documents", {"type": DocumentType.SOURCE})
        self._captures()
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
        self._settle(claims)
        self._events()
        self._count_on()
        return Loaded(
            title=self._lists.title,
            counts=self._counts,
            known_claims=len(self._numbers["claims"]) - len(self._fresh["claims"]),
        )

    def _keyed(self, kind: Kind, group: str = "", more: Mapping[str, object] | None = None) -> New:
        """Load the new ones of a list whose entries have keys; give them back with their numbers."""
        group = group or kind.name
        entries = self._lists.load(kind)
        keys = [key_of(entry, kind, where) for where, entry in entries]
        numbers = self._numbers[group]
        numbers |= present(self._session, kind.table, k.KEY[kind.name], keys)
        number = highest(self._session, kind.table)
        # Claims keep their numbers on an empty desk, where nobody else's are in the way.
        keep = kind is k.CLAIMS and number == 0
        fresh, values = [], []
        for place, ((where, entry), key) in enumerate(zip(entries, keys, strict=True), start=1):
            if key in numbers:
                continue
            number = entry.get("number", place) if keep else number + 1
            values.append({"id": number, **decode(kind, entry, where, self._numbers), **(more or {})})
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

    def _captures(self) -> None:
        keep_bytes(self._lists, self._blobs)
        self._keyed(k.CAPTURES)
        self._require_same_texts()

    def _require_same_texts(self) -> None:
        """Make sure that captures which are here already hold the text that this case's claims point into."""
        entries = {entry["uid"]: (where, entry) for where, entry in self._lists.entries(k.CAPTURES)}
        known = sorted(entries.keys() - self._fresh["captures"])
        for row in rows_with(self._session, k.CAPTURES.table, "uid", known):
            where, entry = entries[row["uid"]]
            if row["text_sha256"] != entry.get("text_sha256"):
                raise UnreadableCase(f"{where}: is here already, with another text.")

    def _simple(self, kind: Kind, owner: str, group: str) -> None:
        """Load the entries whose owner is new."""
        numbered = "id" in kind.table.c
        number = highest(self._session, kind.table) if numbered else 0
        values = []
        for where, entry in self._lists.load(kind):
            row = decode(kind, entry, where, self._numbers)
            if entry[owner] not in self._fresh[group]:
                continue
            number += 1
            values.append({"id": number, **row} if numbered else row)
        self._insert(kind.table, values)
        self._counts[kind.name] = len(values)

    def _claims(self) -> New:
        fresh = self._keyed(k.CLAIMS)
        desks = self._numbers["desks"]
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
        self._numbers["evidence"] |= known
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
            self._numbers["evidence"][entry["uid"]] = number
            values.append({"id": number, **row, "passage_id": passages[same]})
        self._insert(k.PASSAGE.table, passage_values)
        self._insert(k.EVIDENCE.table, values)
        self._counts["evidence"] = len(values)

    def _settle(self, claims: New) -> None:
        """Compute the flags of claims that come without, and make sure that every signature is on what was signed."""
        for where, entry, number in claims:
            if k.FLAGS.name not in entry:
                settle(self._session, self._actor, find_claim(self._session, number))
            if entry.get("work_state") in _SIGNED:
                claim = find_claim(self._session, number)
                if claim_hash(claim, live_evidence(self._session, number)) != claim.content_hash:
                    raise UnreadableCase(f"{where}.content_hash: the claim was changed after it was signed.")

    def _events(self) -> None:
        """Chain the case's history on, and one event that says where it came from and tells what no other one does."""
        drafts = case_history.events_in(self._lists.load(k.EVENTS), self._numbers, self._fresh)
        for start in range(0, len(drafts), _BATCH):
            chain.append(self._session, drafts[start : start + _BATCH])
        self._counts["events"] = len(drafts)
        if any(self._counts.values()):
            chain.append(self._session, [self._told(case_history.untold(self._session, self._before, drafts))])

    def _told(self, digests: list[str]) -> chain.EventDraft:
        after: dict[str, Any] = {
            "case": self._lists.title,
            "loaded": {name: count for name, count in self._counts.items() if count},
        }
        return chain.EventDraft(
            at=self._actor.now(),
            actor_id=self._actor.id,
            actor=self._actor.email,
            action=EventAction.CASE_LOADED,
            record_type=RecordType.DESK,
            record_id=min(self._numbers["desks"].values(), default=1),
            after=after | ({"digests": digests} if digests else {}),
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
