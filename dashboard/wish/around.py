"""What surrounds a claim: searches, replies, comments, relations, and judgements of its evidence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.vocabulary import (
    Aspect,
    ClaimRelationKind,
    SearchOutcome,
    Stance,
    Tier,
)


@dataclass(frozen=True, slots=True)
class Search:
    """A search as somebody logs it."""

    place: str
    query: str
    outcome: SearchOutcome
    note: str
    form: str = "search"


@dataclass(frozen=True, slots=True)
class Request:
    """A request for a reply as somebody notes it."""

    addressee: str
    question: str
    due: dt.date | None
    form: str = "reply"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a request: an answer, or None for none."""

    request_id: int
    answer: str | None
    form: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as somebody writes it."""

    body: str
    blocking: bool
    form: str = "comment"


@dataclass(frozen=True, slots=True)
class Resolved:
    """A comment that somebody closes."""

    comment_id: int
    form: str


@dataclass(frozen=True, slots=True)
class Related:
    """A tie from this claim to another one: «this claim KIND other»; ``other`` is what was typed for its short id."""

    other: str
    kind: ClaimRelationKind
    note: str
    form: str = "relate"


Around = Search | Request | Reply | Remark | Resolved | Related


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece of evidence judged anew; ``seen`` is the version of it that the person saw."""

    evidence_id: int
    seen: int
    aspect: Aspect
    stance: Stance
    tier: Tier
    note: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A piece of evidence that somebody takes off the claim."""

    evidence_id: int
    seen: int
    why: str
