"""Every word that is stored, as an enum whose value is what the database holds.

Codes are fixed for good: a label may be renamed on the dashboard, a code may not.
Nothing here imports anything of ours, so that every layer can speak these words.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person of the desk may do; a person may hold several."""

    READER = "reader"
    CHECKER = "checker"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


class WorkState(StrEnum):
    """Where a claim is on the desk."""

    DETECTED = "detected"
    OPEN = "open"
    IN_CHECK = "in_check"
    ON_HOLD = "on_hold"
    IN_REVIEW = "in_review"
    SIGNED_OFF = "signed_off"
    PUBLISHED = "published"
    RECHECK = "recheck"
    NOT_FOR_US = "not_for_us"
    WITHDRAWN = "withdrawn"

    @property
    def signed(self) -> bool:
        """Whether a second person has signed the findings and nothing has reopened them."""
        return self in {WorkState.SIGNED_OFF, WorkState.PUBLISHED}

    @property
    def closed(self) -> bool:
        """Whether the desk is done with the claim unless something reopens it."""
        return self.signed or self in {WorkState.NOT_FOR_US, WorkState.WITHDRAWN}


class SubstanceFinding(StrEnum):
    """What the desk concluded about the content of a claim, as known on the claim's date."""

    SUPPORTED = "supported"
    MOSTLY_SUPPORTED = "mostly_supported"
    MISLEADING = "misleading"
    MOSTLY_CONTRADICTED = "mostly_contradicted"
    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    INSUFFICIENT = "insufficient"
    OUTDATED = "outdated"
    NOT_CHECKABLE = "not_checkable"

    @property
    def rating(self) -> int | None:
        """ClaimReview's ratingValue on the fixed scale 1 to 5, higher is truer; None where there is no number."""
        return _RATINGS.get(self)

    @property
    def determinate(self) -> bool:
        """Whether the finding says something about the world, and so needs evidence behind it."""
        return self not in {SubstanceFinding.INSUFFICIENT, SubstanceFinding.NOT_CHECKABLE}


_RATINGS = {
    SubstanceFinding.SUPPORTED: 5,
    SubstanceFinding.MOSTLY_SUPPORTED: 4,
    SubstanceFinding.MISLEADING: 3,
    SubstanceFinding.MOSTLY_CONTRADICTED: 2,
    SubstanceFinding.CONTRADICTED: 1,
}


class AttributionFinding(StrEnum):
    """Whether this speaker said it, and in these words."""

    CONFIRMED = "confirmed"
    OTHER_WORDS = "other_words"
    SECOND_HAND = "second_hand"
    MISATTRIBUTED = "misattributed"
    NOT_FOUND = "not_found"
    DENIED = "denied"
    NO_SPEAKER = "no_speaker"

    @property
    def determinate(self) -> bool:
        """Whether the finding asserts something that a passage has to show."""
        return self not in {AttributionFinding.NOT_FOUND, AttributionFinding.NO_SPEAKER}


class VerificationStatus(StrEnum):
    """The one word per claim that the board shows: the substance finding once signed, else where it is in the work."""

    SUPPORTED = "supported"
    MOSTLY_SUPPORTED = "mostly_supported"
    MISLEADING = "misleading"
    MOSTLY_CONTRADICTED = "mostly_contradicted"
    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    INSUFFICIENT = "insufficient"
    OUTDATED = "outdated"
    NOT_CHECKABLE = "not_checkable"
    RECHECK = "recheck"
    DETECTED = "detected"
    OPEN = "open"
    IN_CHECK = "in_check"
    ON_HOLD = "on_hold"
    IN_REVIEW = "in_review"
    NOT_FOR_US = "not_for_us"
    WITHDRAWN = "withdrawn"

    @classmethod
    def of(cls, state: WorkState, substance: SubstanceFinding | None) -> VerificationStatus:
        """Derive the word for a claim in ``state`` whose current substance finding is ``substance``."""
        if state.signed and substance is not None:
            return cls(substance.value)
        return cls.IN_REVIEW if state.signed else cls(state.value)

    @property
    def finding(self) -> SubstanceFinding | None:
        """The signed finding that this word stands for, or None where it stands for a work state."""
        return next((finding for finding in SubstanceFinding if finding.value == self.value), None)


class ClaimType(StrEnum):
    """What kind of statement a claim is."""

    QUOTE = "quote"
    EVENT = "event"
    STATISTIC = "statistic"
    LEGAL = "legal"
    GEOGRAPHY = "geography"
    CHARACTERISATION = "characterisation"
    PREDICTION = "prediction"
    OPINION = "opinion"

    @property
    def checkable(self) -> bool:
        """Whether sources can settle a claim of this type; opinions and predictions are only recorded."""
        return self not in {ClaimType.PREDICTION, ClaimType.OPINION}


class ClaimOrigin(StrEnum):
    """How a claim came onto the desk."""

    MACHINE = "machine"
    PERSON = "person"
    IMPORTED = "imported"


class NotForUsReason(StrEnum):
    """Why a claim is not worth the desk's time."""

    NOT_A_CLAIM = "not_a_claim"
    OPINION = "opinion"
    TRIVIAL = "trivial"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"


class Withdrawal(StrEnum):
    """What a published claim is withdrawn for."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


class Confidence(StrEnum):
    """How sure a person is of a finding."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Aspect(StrEnum):
    """Which side of a claim a piece of evidence speaks to."""

    ATTRIBUTION = "attribution"
    SUBSTANCE = "substance"


class Stance(StrEnum):
    """What one piece of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Tier(StrEnum):
    """How first-hand a piece of evidence is for this claim, nearest first."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    DERIVED = "derived"
    UNKNOWN = "unknown"

    @property
    def distance(self) -> int:
        """Steps from the first hand: 0 for primary, rising; a smaller number is nearer."""
        return list(Tier).index(self)


class MatchGrade(StrEnum):
    """How well a quotation matches a text, best to worst."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    ELIDED = "elided"
    BRACKETED = "bracketed"
    NEAR = "near"
    ABSENT = "absent"
    ELSEWHERE = "elsewhere"
    AMBIGUOUS = "ambiguous"

    @property
    def faithful(self) -> bool:
        """Whether the words are the source's own, up to typography and visible editing."""
        return self in {MatchGrade.EXACT, MatchGrade.TYPOGRAPHIC, MatchGrade.ELIDED, MatchGrade.BRACKETED}


class NumberComparison(StrEnum):
    """How a figure in a claim stands to a figure in a source."""

    EQUAL = "equal"
    EQUAL_AFTER_ROUNDING = "equal_after_rounding"
    UNIT_DIFFERS = "unit_differs"
    PERIOD_DIFFERS = "period_differs"
    BASE_DIFFERS = "base_differs"
    SCALE_DIFFERS = "scale_differs"
    DIFFERENT = "different"
    CANNOT_COMPARE = "cannot_compare"


class AnchorHealth(StrEnum):
    """What became of a passage on a later capture of its source."""

    HOLDS = "holds"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


class Flag(StrEnum):
    """A fault in a claim's backing, computed, named as Wikipedia's editors know it."""

    NEEDS_SOURCE = "needs_source"
    NO_LOCATOR = "no_locator"
    SECONDARY_ONLY = "secondary_only"
    SINGLE_ORIGIN = "single_origin"
    BETTER_SOURCE_NEEDED = "better_source_needed"
    FAILED_VERIFICATION = "failed_verification"
    QUOTE_DRIFT = "quote_drift"
    NUMBER_MISMATCH = "number_mismatch"
    AFTER_CLAIM_DATE = "after_claim_date"
    DEAD_LINK = "dead_link"
    CHANGED_SINCE_CHECK = "changed_since_check"
    ANCHOR_LOST = "anchor_lost"
    NOT_CAPTURED = "not_captured"
    AWAITING_REPLY = "awaiting_reply"
    STALE = "stale"
    SELF_SIGNED = "self_signed"
    MACHINE_ONLY = "machine_only"

    @property
    def blocks_publishing(self) -> bool:
        """Whether an editor has to clear the flag, or override it with a reason, before publishing."""
        return self in {
            Flag.NEEDS_SOURCE,
            Flag.FAILED_VERIFICATION,
            Flag.QUOTE_DRIFT,
            Flag.NUMBER_MISMATCH,
            Flag.CHANGED_SINCE_CHECK,
            Flag.ANCHOR_LOST,
            Flag.AWAITING_REPLY,
        }


class ObservationOutcome(StrEnum):
    """What looking at a document again brought, by the gravest of what rests on it.

    ``changed`` is another text that nothing rests on; ``unreachable`` is no text at all, which is not a deletion.
    """

    UNCHANGED = "unchanged"
    HELD = "held"
    CHANGED = "changed"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"
    UNREACHABLE = "unreachable"


class Archive(StrEnum):
    """An archive of the web that attests what stood at an address."""

    WAYBACK = "wayback"


class AttestationState(StrEnum):
    """Where a request to an archive stands."""

    ASKED = "asked"
    PENDING = "pending"
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def settled(self) -> bool:
        """Whether nothing more is to come."""
        return self in {AttestationState.DONE, AttestationState.REFUSED, AttestationState.FAILED}


class TraceOutcome(StrEnum):
    """How following references from a claim towards the first hand ended."""

    FOUND = "found"
    DEAD_END = "dead_end"
    BLOCKED = "blocked"
    TOO_FAR = "too_far"


class JobKind(StrEnum):
    """What a durable job does."""

    TAKE_IN = "take_in"
    CAPTURE = "capture"
    WATCH = "watch"
    TRACE = "trace"
    ARCHIVE = "archive"


class JobState(StrEnum):
    """Where a durable job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self in {JobState.DONE, JobState.FAILED, JobState.CANCELLED}


class PublisherKind(StrEnum):
    """What kind of institution stands behind an address."""

    GOVERNMENT = "government"
    MINISTRY = "ministry"
    PARLIAMENT = "parliament"
    COURT = "court"
    STATISTICS_OFFICE = "statistics_office"
    CENTRAL_BANK = "central_bank"
    INTERNATIONAL_BODY = "international_body"
    REGULATOR = "regulator"
    ARMED_FORCES = "armed_forces"
    EXCHANGE = "exchange"
    JOURNAL = "journal"
    RESEARCH = "research"
    NEWS_AGENCY = "news_agency"
    NEWS_OUTLET = "news_outlet"
    FACT_CHECKER = "fact_checker"
    ARCHIVE = "archive"
    MIRROR = "mirror"
    REPOSTER = "reposter"
    COMPANY = "company"
    PARTY = "party"
    NGO = "ngo"
    PLATFORM = "platform"
    OTHER = "other"


class DocumentType(StrEnum):
    """The two kinds of document."""

    ARTICLE = "article"
    SOURCE = "source"


class SourceKind(StrEnum):
    """What kind of document a source is."""

    OFFICIAL_TRANSCRIPT = "official_transcript"
    OFFICIAL_DOCUMENT = "official_document"
    TREATY = "treaty"
    LAW = "law"
    COURT_RECORD = "court_record"
    DATASET = "dataset"
    STUDY = "study"
    INTERVIEW = "interview"
    SOCIAL_POST = "social_post"
    FIRST_HAND_REPORT = "first_hand_report"
    WIRE_REPORT = "wire_report"
    SECONDARY = "secondary"
    OTHER = "other"


class SpeakerKind(StrEnum):
    """Whether a speaker is one person or a body that speaks with one voice."""

    PERSON = "person"
    BODY = "body"


class CaptureMethod(StrEnum):
    """How a capture's bytes came to the desk."""

    FILE = "file"
    PASTE = "paste"
    UPLOAD = "upload"
    FETCH = "fetch"
    IMPORT = "import"


class CaptureOutcome(StrEnum):
    """What a fetch brought; anything but ``complete`` has its reason beside it."""

    COMPLETE = "complete"
    NO_TEXT = "no_text"
    PARTIAL = "partial"
    REFUSED = "refused"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    FAILED = "failed"


class SearchOutcome(StrEnum):
    """What a logged search for a source brought."""

    FOUND = "found"
    NOTHING = "nothing"
    BLOCKED = "blocked"


class ReplyState(StrEnum):
    """Where a request for a reply stands."""

    AWAITED = "awaited"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"


class ReviewKind(StrEnum):
    """What an act of judgement did."""

    FINDINGS = "findings"
    SENT_BACK = "sent_back"
    SIGNED_OFF = "signed_off"
    RECHECKED = "rechecked"


class ClaimRelationKind(StrEnum):
    """How one claim stands to another."""

    REPEATS = "repeats"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    PART_OF = "part_of"


class ResemblanceDecision(StrEnum):
    """What a person said of the machine's suggestion that a claim was seen before."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


class DraftFate(StrEnum):
    """What became of a draft of the machine's: nobody has judged it yet, it was taken over, or it was turned away."""

    WAITING = "waiting"
    KEPT = "kept"
    TURNED_AWAY = "turned_away"


class SourceRelationKind(StrEnum):
    """How one source stands to another: read «source RELATION other»."""

    QUOTES = "quotes"
    REPRINTS = "reprints"
    TRANSLATION_OF = "translation_of"
    DERIVED_FROM = "derived_from"
    REVISION_OF = "revision_of"
    ARCHIVED_AS = "archived_as"

    @property
    def same_origin(self) -> bool:
        """Whether the relation makes both count as one origin when corroboration is counted."""
        return self is not SourceRelationKind.QUOTES


class RecordType(StrEnum):
    """What an event is about."""

    DESK = "desk"
    USER = "user"
    ARTICLE = "article"
    SOURCE = "source"
    SPEAKER = "speaker"
    CLAIM = "claim"


class EventAction(StrEnum):
    """What happened, in the grammar «record:thing:deed»."""

    DESK_ADDED = "desk:record:added"
    DESK_RULE_SET = "desk:rule:set"
    LABEL_SET = "desk:label:set"
    PUBLISHER_SET = "desk:publisher:set"
    CASE_LOADED = "desk:case:loaded"
    USER_ADDED = "user:record:added"
    USER_CHANGED = "user:record:changed"
    SPEAKER_ADDED = "speaker:record:added"
    SPEAKER_CHANGED = "speaker:record:changed"
    SPEAKER_ROLE_ADDED = "speaker:role:added"
    ARTICLE_ADDED = "article:record:added"
    ARTICLE_CHANGED = "article:record:changed"
    ARTICLE_CAPTURED = "article:capture:taken"
    ARTICLE_OBSERVED = "article:capture:observed"
    ARTICLE_ATTESTED = "article:attestation:set"
    REFERENCE_TIED = "article:reference:tied"
    SOURCE_ADDED = "source:record:added"
    SOURCE_CHANGED = "source:record:changed"
    SOURCE_CAPTURED = "source:capture:taken"
    SOURCE_OBSERVED = "source:capture:observed"
    SOURCE_ATTESTED = "source:attestation:set"
    SOURCE_RELATED = "source:relation:added"
    ORIGIN_DECIDED = "source:origin:decided"
    CLAIM_ADDED = "claim:record:added"
    CLAIM_CHANGED = "claim:record:changed"
    CLAIM_MERGED = "claim:record:merged"
    CLAIM_SPLIT = "claim:record:split"
    CLAIM_COMPARED = "claim:resemblance:decided"
    CLAIM_MOVED = "claim:state:changed"
    CLAIM_ASSIGNED = "claim:assignee:set"
    FINDINGS_SET = "claim:finding:set"
    EVIDENCE_ADDED = "claim:evidence:added"
    EVIDENCE_CHANGED = "claim:evidence:changed"
    EVIDENCE_WITHDRAWN = "claim:evidence:withdrawn"
    REVIEW_GIVEN = "claim:review:given"
    RECHECK_LOGGED = "claim:recheck:logged"
    ANCHOR_KEPT = "claim:anchor:kept"
    SEARCH_LOGGED = "claim:search:logged"
    REPLY_ASKED = "claim:reply:asked"
    REPLY_SETTLED = "claim:reply:settled"
    COMMENT_ADDED = "claim:comment:added"
    COMMENT_RESOLVED = "claim:comment:resolved"
    CLAIM_RELATED = "claim:relation:added"
