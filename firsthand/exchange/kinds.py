"""The lists of a case file, in the order in which they have to be loaded."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Table

from db.base import Base
from db.vocabulary import RecordType
from firsthand.exchange.codec import Kind

FORMAT = "firsthand-case/1"


def _table(name: str) -> Table:
    import db.models  # noqa: F401, PLC0415 - makes the tables known

    return Base.metadata.tables[name]


DESKS = Kind("desks", _table("desk"))
PEOPLE = Kind("people", _table("user_account"))
SPEAKERS = Kind("speakers", _table("speaker"))
ARTICLES = Kind(
    "articles",
    _table("document"),
    {"desk_id": "desks", "created_by_id": "people"},
    frozenset({"id", "type", "source_kind"}),
)
SOURCES = Kind("sources", _table("document"), {"created_by_id": "people"}, frozenset({"id", "type", "desk_id"}))
CAPTURES = Kind("captures", _table("capture"), {"document_id": "documents", "taken_by_id": "people"})
REFERENCES = Kind("references", _table("reference"), {"capture_id": "captures", "source_id": "documents"})
SOURCE_RELATIONS = Kind(
    "source_relations",
    _table("source_relation"),
    {"source_id": "documents", "other_id": "documents", "added_by_id": "people"},
)
CLAIMS = Kind(
    "claims",
    _table("claim"),
    {
        "desk_id": "desks",
        "article_id": "documents",
        "capture_id": "captures",
        "speaker_id": "speakers",
        "assignee_id": "people",
        "checker_id": "people",
        "last_editor_id": "people",
        "signed_by_id": "people",
        "created_by_id": "people",
    },
)
EVIDENCE = Kind(
    "evidence",
    _table("evidence"),
    {"claim_id": "claims", "source_id": "documents", "added_by_id": "people"},
    frozenset({"id", "passage_id"}),
)
PASSAGE = Kind("passage", _table("passage"), {"capture_id": "captures"}, frozenset({"id", "source_id"}))
REVIEWS = Kind("reviews", _table("review"), {"claim_id": "claims", "reviewer_id": "people"})
SEARCHES = Kind("searches", _table("search_entry"), {"claim_id": "claims", "by_id": "people"})
REPLIES = Kind("replies", _table("reply_request"), {"claim_id": "claims", "asked_by_id": "people"})
COMMENTS = Kind(
    "comments", _table("comment"), {"claim_id": "claims", "author_id": "people", "resolved_by_id": "people"}
)
CLAIM_RELATIONS = Kind(
    "claim_relations", _table("claim_relation"), {"claim_id": "claims", "other_id": "claims", "added_by_id": "people"}
)
# It has no number of its own: the two claims are its key.
RESEMBLANCES = Kind(
    "resemblances",
    _table("resemblance"),
    {"claim_id": "claims", "other_id": "claims", "decided_by_id": "people"},
    frozenset(),
)
OBSERVATIONS = Kind(
    "observations", _table("observation"), {"document_id": "documents", "capture_id": "captures", "by_id": "people"}
)
# What became of the places that claims rest on: they belong to the claim, and are nothing without it.
ANCHORS = Kind(
    "anchors",
    _table("anchor"),
    {"observation_id": "observations", "claim_id": "claims", "evidence_id": "evidence", "settled_by_id": "people"},
)
ATTESTATIONS = Kind("attestations", _table("attestation"), {"capture_id": "captures", "asked_by_id": "people"})
ORIGIN_SUGGESTIONS = Kind(
    "origin_suggestions",
    _table("origin_suggestion"),
    {"source_id": "documents", "other_id": "documents", "decided_by_id": "people"},
)
TRACES = Kind("traces", _table("trace"), {"claim_id": "claims", "by_id": "people"})
EVENTS = Kind(
    "events",
    _table("event"),
    {},
    frozenset({"seq", "recorded_at", "actor_id", "record_id", "article_id", "previous_hash", "hash"}),
)


class Nested(NamedTuple):
    """Rows that are written inside their owner's object, as a plain list or as objects."""

    name: str
    table: Table
    owner: str


ROLES = Nested("roles", _table("user_role"), "user_id")
SPEAKER_ROLES = Nested("roles", _table("speaker_role"), "speaker_id")
FLAGS = Nested("flags", _table("claim_flag"), "claim_id")

# The column whose value is a record's portable key.
KEY = {
    "desks": "slug",
    "people": "email",
    "speakers": "uid",
    "articles": "uid",
    "sources": "uid",
    "captures": "uid",
    "claims": "uid",
    "evidence": "uid",
    "observations": "uid",
    "traces": "uid",
}
# Whose keys an event's record is written with; articles and sources are numbered together.
KIND_OF_RECORD = {
    RecordType.DESK: "desks",
    RecordType.USER: "people",
    RecordType.SPEAKER: "speakers",
    RecordType.ARTICLE: "documents",
    RecordType.SOURCE: "documents",
    RecordType.CLAIM: "claims",
}
# What belongs to a claim and to nothing else.
OF_CLAIM = (REVIEWS, SEARCHES, REPLIES, COMMENTS)
EVERY_LIST = (
    DESKS,
    PEOPLE,
    SPEAKERS,
    ARTICLES,
    SOURCES,
    CAPTURES,
    REFERENCES,
    SOURCE_RELATIONS,
    CLAIMS,
    EVIDENCE,
    *OF_CLAIM,
    CLAIM_RELATIONS,
    RESEMBLANCES,
    OBSERVATIONS,
    ANCHORS,
    ATTESTATIONS,
    ORIGIN_SUGGESTIONS,
    TRACES,
    EVENTS,
)
