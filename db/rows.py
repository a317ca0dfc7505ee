"""What queries return and which filters they take: frozen values, no SQLAlchemy, safe to cache and to pass around."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from db.vocabulary import (
    Aspect,
    AttributionFinding,
    CaptureMethod,
    CaptureOutcome,
    ClaimOrigin,
    ClaimRelationKind,
    ClaimType,
    Confidence,
    DocumentType,
    EventAction,
    Flag,
    MatchGrade,
    NotForUsReason,
    NumberComparison,
    RecordType,
    ReplyState,
    ReviewKind,
    Role,
    SearchOutcome,
    SourceKind,
    SourceRelationKind,
    SpeakerKind,
    Stance,
    SubstanceFinding,
    Tier,
    VerificationStatus,
    Withdrawal,
    WorkState,
)

T = TypeVar("T")


def claim_ref(claim_id: int) -> str:
    """Write a claim's stable short id: ``FH-000123``."""
    return f"FH-{claim_id:06d}"


def document_ref(document_type: DocumentType, document_id: int) -> str:
    """Write an article's (``FA-000001``) or a source's (``FS-000002``) short id."""
    return f"{'FA' if document_type is DocumentType.ARTICLE else 'FS'}-{document_id:06d}"


def speaker_ref(speaker_id: int) -> str:
    """Write a speaker's short id: ``FP-000003``."""
    return f"FP-{speaker_id:06d}"


def parse_ref(ref: str, prefix: str) -> int | None:
    """Read the number out of a short id with this prefix (any case, zeros optional); None for anything else."""
    head, _, digits = ref.strip().upper().partition("-")
    if head != prefix or not (digits.isascii() and digits.isdigit()) or len(digits) > 18:  # noqa: PLR2004 - 64 bits
        return None
    return int(digits)


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list. ``next`` is the cursor of the page after, None on the last one."""

    rows: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included, in UTC; an end that is None is open."""

    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk and its rules."""

    id: int
    slug: str
    name: str
    allow_self_signing: bool
    stale_after_days: int
    version: int


@dataclass(frozen=True, slots=True)
class UserRow:
    """A person of the desk."""

    id: int
    email: str
    name: str
    roles: frozenset[Role]
    disabled: bool


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker with the roles known of them, newest first: (role, since, until)."""

    id: int
    uid: str
    name: str
    kind: SpeakerKind
    note: str | None
    roles: tuple[tuple[str, str | None, str | None], ...]
    claims: int

    @property
    def ref(self) -> str:
        """The short id."""
        return speaker_ref(self.id)


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """A capture without its text; ``characters`` is the length of the frozen text."""

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
class ClaimRow:
    """A claim as lists and pages show it. People are given by name."""

    id: int
    uid: str
    desk_id: int
    article_id: int
    article_title: str
    capture_id: int
    start: int
    end: int
    literal: str
    statement: str
    claim_type: ClaimType
    checkable: bool
    speaker_id: int | None
    speaker: str | None
    speaker_as_named: str | None
    cue: str | None
    quoted_words: str | None
    said_on: str | None
    said_on_text: str | None
    said_where: str | None
    origin: ClaimOrigin
    drafted_by: str | None
    draft_reason: str | None
    work_state: WorkState
    state_since: dt.datetime
    assignee_id: int | None
    assignee: str | None
    checker: str | None
    last_editor: str | None
    hold_awaiting: str | None
    hold_from: str | None
    hold_until: dt.date | None
    not_for_us_reason: NotForUsReason | None
    recheck_trigger: str | None
    withdrawal: Withdrawal | None
    substance_finding: SubstanceFinding | None
    attribution_finding: AttributionFinding | None
    confidence: Confidence | None
    finding_note: str | None
    best_tier: Tier | None
    signed_by: str | None
    signed_at: dt.datetime | None
    self_signed: bool
    created_at: dt.datetime
    version: int
    flags: frozenset[Flag] = frozenset()
    evidence: int = 0

    @property
    def ref(self) -> str:
        """The stable short id."""
        return claim_ref(self.id)

    @property
    def status(self) -> VerificationStatus:
        """The one word that the board shows."""
        return VerificationStatus.of(self.work_state, self.substance_finding)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A passage put forward on a claim, with its source. Withdrawn evidence keeps its reason."""

    id: int
    uid: str
    claim_id: int
    source_id: int
    source_title: str
    source_title_is_description: bool
    source_publisher: str | None
    source_url: str | None
    source_published: str | None
    source_kind: SourceKind
    source_language: str | None
    capture_id: int | None
    start: int | None
    end: int | None
    exact: str
    prefix: str
    suffix: str
    locator: str | None
    aspect: Aspect
    stance: Stance
    tier: Tier
    grade: MatchGrade | None
    number_comparison: NumberComparison | None
    note: str | None
    added_by: str | None
    added_at: dt.datetime
    withdrawn_at: dt.datetime | None
    withdrawn_why: str | None
    version: int


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
class ReviewRow:
    """One act of judgement."""

    id: int
    reviewer: str
    kind: ReviewKind
    substance_finding: SubstanceFinding | None
    attribution_finding: AttributionFinding | None
    confidence: Confidence | None
    note: str | None
    claim_version: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A logged search."""

    id: int
    place: str
    query: str
    outcome: SearchOutcome
    note: str | None
    by: str | None
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A request for a reply."""

    id: int
    addressee: str
    question: str
    due: dt.date | None
    state: ReplyState
    answer: str | None
    asked_by: str | None
    asked_at: dt.datetime
    settled_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment, blocking or not, resolved or not."""

    id: int
    author: str
    body: str
    blocking: bool
    at: dt.datetime
    resolved_at: dt.datetime | None
    resolved_by: str | None


@dataclass(frozen=True, slots=True)
class ClaimRelationRow:
    """Read «claim KIND other», with the other's statement; ``outgoing`` is False where this claim is the other."""

    id: int
    claim_id: int
    other_id: int
    other_statement: str
    kind: ClaimRelationKind
    outgoing: bool
    note: str | None


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """Everything the desk has on one claim, each list oldest first."""

    claim: ClaimRow
    article: ArticleRow
    context_before: str
    context_after: str
    evidence: tuple[EvidenceRow, ...]
    reviews: tuple[ReviewRow, ...]
    searches: tuple[SearchRow, ...]
    replies: tuple[ReplyRow, ...]
    comments: tuple[CommentRow, ...]
    relations: tuple[ClaimRelationRow, ...]


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
class Hit:
    """A place that full-text search found, with an excerpt in plain text.

    ``kind`` is ``claim``, ``note`` (of its evidence, its comments, its reviews), ``article`` or ``source``;
    ``record_id`` is the claim's number for the first two and the document's for the others. ``score`` orders the hits
    of one search, higher is better; between searches it means nothing.
    """

    kind: str
    record_id: int
    title: str
    excerpt: str
    score: float


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is of everything."""

    articles: int
    claims: int
    sources: int
    evidence: int
    events: int
    captures: int
    speakers: int


@dataclass(frozen=True, slots=True)
class BoardFigures:
    """The board's numbers for one desk or all of them."""

    statuses: tuple[tuple[VerificationStatus, int], ...]
    claims: int
    checkable: int
    checkable_primary: int
    awaiting_sign_off: int
    to_recheck: int
    flags: tuple[tuple[Flag, int], ...]


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims; an empty field asks for nothing. ``text`` is full-text search.

    The periods are: ``came`` when the desk took the claim on file, ``waiting`` since when it has been in its state,
    ``signed`` and ``reopened`` when that happened (as often as it did), ``said`` when it was said and ``dated`` when
    one of its live sources was published (both by EDTF dates: a month or a year counts where it touches the period).
    """

    desk_id: int | None = None
    article_id: int | None = None
    source_id: int | None = None
    speaker_id: int | None = None
    assignee_id: int | None = None
    statuses: frozenset[VerificationStatus] = frozenset()
    types: frozenset[ClaimType] = frozenset()
    flags: frozenset[Flag] = frozenset()
    checkable: bool | None = None
    best_tier: Tier | None = None
    attributions: frozenset[AttributionFinding] = frozenset()
    unassigned: bool = False
    came: Period | None = None
    waiting: Period | None = None
    signed: Period | None = None
    reopened: Period | None = None
    said: Period | None = None
    dated: Period | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What the board is about: claims of a desk, an article, a speaker, and those taken on file in a period."""

    desk_id: int | None = None
    article_id: int | None = None
    speaker_id: int | None = None
    came: Period | None = None


@dataclass(frozen=True, slots=True)
class WeekFlow:
    """What happened to claims in the week that begins on a Monday: how many came in, were signed off, came back."""

    monday: dt.date
    came_in: int
    signed_off: int
    reopened: int


@dataclass(frozen=True, slots=True)
class TierMix:
    """How first hand the claims of an article or a speaker are backed: claims by best tier, None for no tier yet."""

    ref: str
    name: str
    tiers: tuple[tuple[Tier | None, int], ...]

    @property
    def claims(self) -> int:
        """How many claims it has in all."""
        return sum(count for _, count in self.tiers)


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Claims that wait in one status since some day of a period."""

    status: VerificationStatus
    since: Period
    claims: int


@dataclass(frozen=True, slots=True)
class DatePair:
    """Claims said in one month (``2024-08``) that rest on sources dated in another, as (claim, source) pairs."""

    said: str
    dated: str
    pairs: int


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """What happened after an event: how many events in all (counted up to a limit), by action and by new state."""

    events: int
    actions: tuple[tuple[EventAction, int], ...]
    states: tuple[tuple[WorkState, int], ...]


@dataclass(frozen=True, slots=True)
class SpeakerFate:
    """How claims of a speaker said in one year fared; None for a year, a finding or a tier that is not known."""

    year: str | None
    status: VerificationStatus
    attribution: AttributionFinding | None
    tier: Tier | None
    claims: int


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter that a person named, as the query of its page's address."""

    id: int
    page: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class LookRow:
    """When a person last looked at something, and the newest event then."""

    seq: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """What a desk thinks of a publisher: the tier that its documents usually have, and a note."""

    id: int
    name: str
    tier: Tier
    note: str | None
    version: int


@dataclass(frozen=True, slots=True)
class ChainState:
    """The chain's length and head, and whether the last of the checkpoints outside the database is found in it.

    ``agrees`` is None where there is no checkpoint; True says nothing of what lies before the last one.
    """

    count: int
    head_hash: str
    checkpoints: int
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class NamedPublisher:
    """A publisher as sources name it, how many do, and what the desk thinks of it; None for not judged yet."""

    name: str
    sources: int
    judged: PublisherRow | None


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


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources: ``tiers`` are those that one is used as (any of them), ``used`` whether a claim rests on it."""

    kinds: frozenset[SourceKind] = frozenset()
    captured: bool | None = None
    text: str = ""
    tiers: frozenset[Tier] = frozenset()
    publisher: str = ""
    used: bool | None = None


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events; ``until`` and ``since`` bound when they happened, in UTC; ``after`` asks for later numbers.

    ``desk_id`` asks for what happened to a desk's articles and their claims; sources and people belong to all desks.
    """

    actor: str | None = None
    actions: frozenset[EventAction] = frozenset()
    record_type: RecordType | None = None
    record_id: int | None = None
    article_id: int | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    after: int | None = None
    desk_id: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """Evidence to be added: words of a source, and where they stand if a capture has been taken."""

    source_id: int
    exact: str
    aspect: Aspect
    stance: Stance
    tier: Tier
    capture_id: int | None = None
    start: int | None = None
    end: int | None = None
    prefix: str = ""
    suffix: str = ""
    locator: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What a person concludes about a claim."""

    substance: SubstanceFinding
    attribution: AttributionFinding
    note: str
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Fields of a claim that a person edits; a field left out of ``fields`` stays as it is."""

    fields: dict[str, Any] = field(default_factory=dict)
