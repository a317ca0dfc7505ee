"""Events, and what is told of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from db.rows.refs import claim_ref, document_ref, speaker_ref
from db.vocabulary import (
    DocumentType,
    EventAction,
    RecordType,
    WorkState,
)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the history."""

    seq: int
    at: dt.datetime
    recorded_at: dt.datetime
    actor: str
    action: EventAction
    record_type: RecordType
    record_id: int
    article_id: int | None
    why: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    hash: str

    @property
    def ref(self) -> str:
        """The short id of the record concerned."""
        match self.record_type:
            case RecordType.CLAIM:
                return claim_ref(self.record_id)
            case RecordType.ARTICLE:
                return document_ref(DocumentType.ARTICLE, self.record_id)
            case RecordType.SOURCE:
                return document_ref(DocumentType.SOURCE, self.record_id)
            case RecordType.SPEAKER:
                return speaker_ref(self.record_id)
        return f"{self.record_type.value} {self.record_id}"


@dataclass(frozen=True, slots=True)
class Names:
    """What events only number: titles of records, names of people by address, records by the uid that events tell."""

    records: dict[tuple[RecordType, int], str]
    people: dict[str, str]
    uids: dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What happened after an event: how many events in all (counted up to a limit), by action and by new state."""

    events: int
    actions: tuple[tuple[EventAction, int], ...]
    states: tuple[tuple[WorkState, int], ...]


@dataclass(frozen=True, slots=True)
class ChainState:
    """The chain's length and head, and whether the last of the checkpoints outside the database is found in it.

    ``agrees`` is None where there is no checkpoint; True says nothing of what lies before the last one.
    """

    count: int
    head_hash: str
    checkpoints: int
    agrees: bool | None
