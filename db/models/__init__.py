"""The tables, one file per thing. Importing this package makes all of them known to the metadata."""

from db.models.article import Article
from db.models.capture import Capture
from db.models.claim import Claim, ClaimFlag, ClaimRelation
from db.models.correspondence import Comment, ReplyRequest, SearchEntry
from db.models.desk import Desk
from db.models.document import Document
from db.models.event import Event
from db.models.evidence import Evidence, Passage
from db.models.review import Review
from db.models.source import Source, SourceRelation
from db.models.speaker import Speaker, SpeakerRole
from db.models.tally import ClaimTally, FlagTally, RecordTally, SourceTally
from db.models.user import User, UserRole

__all__ = [
    "Article",
    "Capture",
    "Claim",
    "ClaimFlag",
    "ClaimRelation",
    "ClaimTally",
    "Comment",
    "Desk",
    "Document",
    "Event",
    "Evidence",
    "FlagTally",
    "Passage",
    "RecordTally",
    "ReplyRequest",
    "Review",
    "SearchEntry",
    "Source",
    "SourceRelation",
    "SourceTally",
    "Speaker",
    "SpeakerRole",
    "User",
    "UserRole",
]
