"""Claims, their evidence, and everything else on the file of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rows.documents import ArticleRow
from db.rows.readings import Reading
from db.rows.refs import claim_ref
from db.vocabulary import (
    Aspect,
    AttributionFinding,
    ClaimOrigin,
    ClaimRelationKind,
    ClaimType,
    Confidence,
    Flag,
    MatchGrade,
    NotForUsReason,
    NumberComparison,
    ReplyState,
    ReviewKind,
    SearchOutcome,
    SourceKind,
    Stance,
    SubstanceFinding,
    Tier,
    VerificationStatus,
    Withdrawal,
    WorkState,
)


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
    speaker_role: str | None
    cue: str | None
    quoted_words: str | None
    said_on: str | None
    said_on_text: str | None
    said_where: str | None
    origin: ClaimOrigin
    drafted_by: str | None
    draft_reason: str | None
    worth: int | None
    reading: Reading
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
