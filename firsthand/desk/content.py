"""What exactly is signed: the canonical content of a claim, and the digests of rows that are only ever added."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Any

from db.base import canonical_json

if TYPE_CHECKING:
    from db.models import Capture, Claim, Evidence, Review, SearchEntry

_CLAIM = (
    "uid",
    "start",
    "end",
    "literal",
    "statement",
    "claim_type",
    "checkable",
    "speaker_as_named",
    "cue",
    "quoted_words",
    "said_on",
    "said_where",
    "substance_finding",
    "attribution_finding",
    "confidence",
    "finding_note",
)
_EVIDENCE = (
    "uid",
    "aspect",
    "stance",
    "tier",
    "note",
)
_PASSAGE = (
    "exact",
    "prefix",
    "suffix",
    "locator",
    "start",
    "end",
)
_CAPTURE = (
    "method",
    "outcome",
    "reason",
    "sha256",
    "size",
    "media_type",
    "file_name",
    "url",
    "text_sha256",
    "extractor",
    "taken_at",
)
# What only fetched captures have; the digests of the others are as they were before anything was fetched.
_FETCHED = (
    "status",
    "declared_type",
    "headers",
    "hops",
    "started_at",
    "retry_at",
)
_REVIEW = (
    "kind",
    "substance_finding",
    "attribution_finding",
    "confidence",
    "note",
    "looked_at",
    "claim_version",
    "content_hash",
    "at",
)
_SEARCH = (
    "place",
    "query",
    "outcome",
    "note",
    "at",
)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return value


def _fields(row: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: _plain(getattr(row, name)) for name in names}


def digest(value: object) -> str:
    """SHA-256 of a value's canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()


def claim_hash(claim: Claim, evidence: Iterable[Evidence]) -> str:
    """Hash what a signature covers: the claim, its findings, and its live evidence with the passages."""
    pieces = [
        {**_fields(piece, _EVIDENCE), **_fields(piece.passage, _PASSAGE)}
        for piece in sorted(evidence, key=lambda piece: piece.uid)
        if piece.withdrawn_at is None
    ]
    return digest({"claim": _fields(claim, _CLAIM), "evidence": pieces})


def capture_digest(capture: Capture, document_uid: str) -> str:
    """Hash a capture's row; the frozen text enters by its own hash."""
    fetched = {name: value for name, value in _fields(capture, _FETCHED).items() if value is not None}
    return digest({"document": document_uid, **_fields(capture, _CAPTURE), **fetched})


def review_digest(review: Review, claim_uid: str, reviewer: str) -> str:
    """Hash a review's row."""
    return digest({"claim": claim_uid, "reviewer": reviewer, **_fields(review, _REVIEW)})


def search_digest(entry: SearchEntry, claim_uid: str) -> str:
    """Hash a search entry's row."""
    return digest({"claim": claim_uid, **_fields(entry, _SEARCH)})
