"""Loading a case file: all of it or, where something does not fit, nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from db import chain
from db.blobs import BlobStore
from db.queries.whole import rows_with
from db.vocabulary import EventAction, RecordType, Role, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.backing import live_evidence, settle
from firsthand.desk.content import claim_hash
from firsthand.desk.record import find_claim
from firsthand.errors import UnreadableCase
from firsthand.exchange import case_history
from firsthand.exchange import kinds as k
from firsthand.exchange.case_bytes import keep_bytes
from firsthand.exchange.case_checks import CaseChecks
from firsthand.exchange.case_lists import CaseLists
from firsthand.exchange.case_rows import CaseRows, New

_BATCH = 500
_SIGNED = {WorkState.SIGNED_OFF.value, WorkState.PUBLISHED.value, WorkState.WITHDRAWN.value}


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
    """Writes the rows, then sees that they fit what is here, and chains the history on."""

    def __init__(self, session: Session, blobs: BlobStore, actor: Actor, lists: CaseLists) -> None:
        self._session = session
        self._blobs = blobs
        self._actor = actor
        self._lists = lists
        self._before = case_history.reached(session)
        self._rows = CaseRows(session, lists)

    def load(self) -> Loaded:
        self._rows.write_documents()
        keep_bytes(self._lists, self._blobs)
        self._rows.write_captures()
        self._require_same_texts()
        claims = self._rows.write_claims()
        self._settle(claims)
        self._events()
        self._count_on()
        known = len(self._rows.numbers["claims"]) - len(self._rows.fresh["claims"])
        return Loaded(self._lists.title, self._rows.counts, known)

    def _require_same_texts(self) -> None:
        """Make sure that captures which are here already hold the text that this case's claims point into."""
        entries = {entry["uid"]: (where, entry) for where, entry in self._lists.entries(k.CAPTURES)}
        known = sorted(entries.keys() - self._rows.fresh["captures"])
        for row in rows_with(self._session, k.CAPTURES.table, "uid", known):
            where, entry = entries[row["uid"]]
            if row["text_sha256"] != entry.get("text_sha256"):
                raise UnreadableCase(f"{where}: is here already, with another text.")

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
        drafts = case_history.events_in(self._lists.load(k.EVENTS), self._rows.numbers, self._rows.fresh)
        for start in range(0, len(drafts), _BATCH):
            chain.append(self._session, drafts[start : start + _BATCH])
        self._rows.counts["events"] = len(drafts)
        if any(self._rows.counts.values()):
            chain.append(self._session, [self._told(case_history.untold(self._session, self._before, drafts))])

    def _told(self, digests: list[str]) -> chain.EventDraft:
        after: dict[str, Any] = {
            "case": self._lists.title,
            "loaded": {name: count for name, count in self._rows.counts.items() if count},
        }
        return chain.EventDraft(
            at=self._actor.now(),
            actor_id=self._actor.id,
            actor=self._actor.email,
            action=EventAction.CASE_LOADED,
            record_type=RecordType.DESK,
            record_id=min(self._rows.numbers["desks"].values(), default=1),
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
