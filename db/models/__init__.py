"""The tables, one file per thing. Importing this package makes all of them known to the metadata."""

from db.models.article import Article
from db.models.attestation import Attestation
from db.models.capture import Capture
from db.models.claim import Claim, ClaimFlag, ClaimRelation, Resemblance
from db.models.correspondence import Comment, ReplyRequest, SearchEntry
from db.models.desk import Desk
from db.models.document import Document
from db.models.event import Event
from db.models.evidence import Evidence, Passage
from db.models.house import FindingLabel, Publisher
from db.models.library import LibraryTally, SourceTier
from db.models.observation import Anchor, Observation, Watch
from db.models.origin import OriginSuggestion, Trace
from db.models.personal import Look, SavedView
from db.models.reference import Reference
from db.models.review import Review
from db.models.source import Source, SourceRelation
from db.models.speaker import Speaker, SpeakerRole
from db.models.tally import (
    AgeTally,
    ClaimDeed,
    ClaimTally,
    Deed,
    DraftTally,
    FlagTally,
    FlagWeekTally,
    FlowTally,
    RecordTally,
    SourceTally,
    SpeakerTally,
    SpeakerTotal,
    WeekTally,
)
from db.models.user import User, UserRole

__all__ = [
    "AgeTally",
    "Anchor",
    "Article",
    "Attestation",
    "Capture",
    "Claim",
    "ClaimDeed",
    "ClaimFlag",
    "ClaimRelation",
    "ClaimTally",
    "Comment",
    "Deed",
    "Desk",
    "Document",
    "DraftTally",
    "Event",
    "Evidence",
    "FindingLabel",
    "FlagTally",
    "FlagWeekTally",
    "FlowTally",
    "LibraryTally",
    "Look",
    "Observation",
    "OriginSuggestion",
    "Passage",
    "Publisher",
    "RecordTally",
    "Reference",
    "ReplyRequest",
    "Resemblance",
    "Review",
    "SavedView",
    "SearchEntry",
    "Source",
    "SourceRelation",
    "SourceTally",
    "SourceTier",
    "Speaker",
    "SpeakerRole",
    "SpeakerTally",
    "SpeakerTotal",
    "Trace",
    "User",
    "UserRole",
    "Watch",
    "WeekTally",
]
