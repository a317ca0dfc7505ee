"""Articles, sources, their captures, and how sources hang together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from db.rows.refs import document_ref
from db.vocabulary import (
    CaptureMethod,
    CaptureOutcome,
    DocumentType,
    SourceKind,
    SourceRelationKind,
    Stance,
    SubstanceFinding,
    Tier,
    VerificationStatus,
    WorkState,
)


class Hop(NamedTuple):
    """One request on the way to a page: the address asked for, the status answered, the network address it came from.

    ``status`` and ``address`` are None where there was no answer.
    """

    url: str
    status: int | None
    address: str | None


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """A capture without its text; ``characters`` is the length of the frozen text.

    The fields from ``status`` on are known of what was fetched: the last answer's status, the type that was declared
    (``media_type`` is the one it was taken for), the way there, when the fetch began, and when a failed one may be
    tried again.
    """

    id: int
    document_id: int
    method: CaptureMethod
    outcome: CaptureOutcome
    reason: str | None
    sha256: str | None
    size: int | None
    media_type: str | None
    file_name: str | None
    url: str | None
    extractor: str | None
    characters: int | None
    taken_at: dt.datetime
    taken_by: str | None
    status: int | None = None
    declared_type: str | None = None
    hops: tuple[Hop, ...] = ()
    started_at: dt.datetime | None = None
    retry_at: dt.datetime | None = None

    @property
    def final_url(self) -> str | None:
        """Where the bytes came from in the end."""
        return self.hops[-1].url if self.hops else self.url


@dataclass(frozen=True, slots=True)
class KnownCapture:
    """A capture that already holds certain bytes, and the document it belongs to."""

    document_id: int
    capture_id: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article with the number of its claims by verification status."""

    id: int
    uid: str
    desk_id: int
    desk: str
    title: str
    title_is_description: bool
    author: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str | None
    created_at: dt.datetime
    version: int
    statuses: tuple[tuple[VerificationStatus, int], ...] = ()

    @property
    def ref(self) -> str:
        """The short id."""
        return document_ref(DocumentType.ARTICLE, self.id)

    @property
    def claims(self) -> int:
        """How many claims it has in all."""
        return sum(count for _, count in self.statuses)


@dataclass(frozen=True, slots=True)
class CaptureGlance:
    """When a capture was taken, how, and what came of it."""

    at: dt.datetime
    method: CaptureMethod
    outcome: CaptureOutcome
    reason: str | None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with what rests on it and how it has been captured.

    The fields from ``tiers`` on are known of a source in a list of sources and on its own page, not of one among the
    choices: its live pieces of evidence by tier, its newest capture with a text, its newest capture whatever came of
    it, and how many sources go back to the same origin, itself included.
    """

    id: int
    uid: str
    title: str
    title_is_description: bool
    author: str | None
    publisher: str | None
    url: str | None
    published: str | None
    language: str | None
    kind: SourceKind
    note: str | None
    created_at: dt.datetime
    version: int
    evidence: int
    claims: int
    captures: int
    captured: bool
    tiers: tuple[tuple[Tier, int], ...] = ()
    readable: CaptureGlance | None = None
    newest: CaptureGlance | None = None
    of_one_origin: int = 1

    @property
    def ref(self) -> str:
        """The short id."""
        return document_ref(DocumentType.SOURCE, self.id)


@dataclass(frozen=True, slots=True)
class SourceRelationRow:
    """Read «source KIND other», with the titles of both."""

    id: int
    source_id: int
    source_title: str
    other_id: int
    other_title: str
    kind: SourceRelationKind
    note: str | None


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A piece of evidence as seen from its source: which claim rests on it, where that claim stands."""

    evidence_id: int
    claim_id: int
    statement: str
    article_id: int
    article_title: str
    work_state: WorkState
    substance_finding: SubstanceFinding | None
    stance: Stance
    tier: Tier
    exact: str
    locator: str | None
    capture_id: int | None
    start: int | None
    end: int | None
    claim_version: int = 0

    @property
    def status(self) -> VerificationStatus:
        """The claim's one word."""
        return VerificationStatus.of(self.work_state, self.substance_finding)


@dataclass(frozen=True, slots=True)
class Impact:
    """What rests on a source: claims by status, in how many articles, and how many of the claims are signed."""

    statuses: tuple[tuple[VerificationStatus, int], ...]
    articles: int
    signed: int


@dataclass(frozen=True, slots=True)
class Network:
    """Sources and how they stand to one another: everything that is reached from some of them by relations."""

    sources: tuple[SourceRow, ...]
    relations: tuple[SourceRelationRow, ...]


@dataclass(frozen=True, slots=True)
class LibraryFigures:
    """How many sources there are, how many claims rest on and are captured, and how many are used as which tier."""

    sources: int
    used: int
    captured: int
    tiers: tuple[tuple[Tier, int], ...]
