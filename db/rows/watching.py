"""What later looks at documents brought, what archives attest, where texts come from, and the jobs that find out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from db.rows.refs import claim_ref
from db.vocabulary import (
    AnchorHealth,
    Archive,
    AttestationState,
    JobKind,
    JobState,
    ObservationOutcome,
    PublisherKind,
    ResemblanceDecision,
    SourceRelationKind,
    Tier,
    TraceOutcome,
    WorkState,
)


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """One look at a document, with the number of places that claims rest on by what became of them."""

    id: int
    document_id: int
    capture_id: int | None
    outcome: ObservationOutcome
    reason: str | None
    at: dt.datetime
    by: str | None
    anchors: tuple[tuple[AnchorHealth, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """What became of a place on a later capture: the words as they were captured, and where they are now, if anywhere.

    ``evidence_id`` is None for a claim's own words in its article. ``was_capture_id``, ``was_start`` and ``was_end``
    are the place as it is on record; ``capture_id``, ``start`` and ``end`` the one on the later capture.
    """

    id: int
    observation_id: int
    claim_id: int
    evidence_id: int | None
    document_id: int
    health: AnchorHealth
    exact: str
    was_capture_id: int | None
    was_start: int | None
    was_end: int | None
    capture_id: int | None
    start: int | None
    end: int | None
    at: dt.datetime
    work_state: WorkState
    settled_at: dt.datetime | None = None
    settled_by: str | None = None
    settled_why: str | None = None

    @property
    def ref(self) -> str:
        """The claim's short id."""
        return claim_ref(self.claim_id)


@dataclass(frozen=True, slots=True)
class WatchRow:
    """When a document was and will be looked at; ``failures`` counts the looks in a row that brought nothing."""

    document_id: int
    next_at: dt.datetime | None
    looked_at: dt.datetime | None
    failures: int
    paused_why: str | None


@dataclass(frozen=True, slots=True)
class AttestationRow:
    """What an archive was asked about a capture, and what it answered."""

    id: int
    capture_id: int
    archive: Archive
    state: AttestationState
    address: str | None
    archived_at: dt.datetime | None
    reason: str | None
    asked_at: dt.datetime
    asked_by: str | None
    settled_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class OriginSuggestionRow:
    """Read «source KIND other», with the machine's reason; the other one is a source, an address or only a name."""

    id: int
    source_id: int
    source_title: str
    other_id: int | None
    other_title: str | None
    other_url: str | None
    other_name: str | None
    kind: SourceRelationKind
    why: str
    decision: ResemblanceDecision
    decided_by: str | None = None
    decided_at: dt.datetime | None = None


class TraceStep(NamedTuple):
    """One station of a trace: an address, what stands there, and why the trace went there.

    ``words`` are the words of the link that led here, or of the wire credit; ``document_id`` and ``capture_id`` are
    None for what is not on the desk. ``outcome`` says in words what came of the visit.
    """

    url: str
    title: str | None = None
    publisher: str | None = None
    words: str | None = None
    why: str = ""
    outcome: str = ""
    document_id: int | None = None
    capture_id: int | None = None
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One search along references from a claim, from the article outwards."""

    id: int
    claim_id: int
    outcome: TraceOutcome
    reason: str
    steps: tuple[TraceStep, ...]
    at: dt.datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class KnownPublisher:
    """Whose an address is: from the registry that is shipped, or from what the desk added (``own``)."""

    name: str
    kind: PublisherKind | None
    country: str | None
    tier: Tier
    hosts: tuple[str, ...]
    note: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class JobRow:
    """A durable job. ``about`` names what it works on; ``sentence`` tells how it stands, or how it ended.

    ``done`` of ``total`` parts are over; ``total`` is 0 while it is not known. ``retry_at`` is when a failed part is
    tried again.
    """

    id: str
    kind: JobKind
    state: JobState
    about: str
    asked_by: str | None
    asked_at: dt.datetime
    started_at: dt.datetime | None
    ended_at: dt.datetime | None
    done: int
    total: int
    sentence: str
    host: str | None = None
    retry_at: dt.datetime | None = None
    documents: tuple[int, ...] = ()
    claim_id: int | None = None
