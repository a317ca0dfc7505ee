"""Makers: rows of the record with fixed defaults; what a test is about, it says by an override.

They write rows directly, past the desk's rules, and flush, so that ids are there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db import chain
from db.base import Base
from db.models import (
    Article,
    Capture,
    Claim,
    ClaimFlag,
    ClaimRelation,
    Comment,
    Desk,
    Evidence,
    Observation,
    Passage,
    ReplyRequest,
    Review,
    SearchEntry,
    Source,
    SourceRelation,
    Speaker,
    SpeakerRole,
    Trace,
    User,
    UserRole,
)
from db.vocabulary import (
    Aspect,
    AttributionFinding,
    CaptureMethod,
    CaptureOutcome,
    ClaimOrigin,
    ClaimRelationKind,
    ClaimType,
    EventAction,
    Flag,
    NotForUsReason,
    ObservationOutcome,
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
    TraceOutcome,
    Withdrawal,
    WorkState,
)

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
LITERAL = "the state closed 14 bridges last year"
ARTICLE_TEXT = (
    "On Tuesday the transport minister faced questions in parliament.\n\n"
    f"Minister Ana Petrov said that {LITERAL}, more than ever before.\n\n"
    "The opposition called for an inquiry."
)
SOURCE_TEXT = (
    "ANNUAL REPORT OF THE BRIDGE AUTHORITY\n\nIn the year under review, 14 bridges were closed to traffic.\n\n"
    "A further 31 bridges carry a weight limit."
)
PASSAGE = "14 bridges were closed to traffic"

Made = TypeVar("Made", bound=Base)


def make_user(session: Session, *roles: Role, **overrides: Any) -> User:
    number = _next(session, User)
    roles = roles or (Role.CHECKER,)
    return _made(
        session,
        User,
        {"email": f"user{number}@example.org", "name": f"User {number}", "created_at": NOON}
        | {"roles": [UserRole(role=role) for role in roles]},
        overrides,
    )


def make_desk(session: Session, **overrides: Any) -> Desk:
    number = _next(session, Desk)
    return _made(session, Desk, {"slug": f"desk-{number}", "name": f"Desk {number}", "created_at": NOON}, overrides)


def make_speaker(session: Session, *roles: tuple[str, str | None, str | None], **overrides: Any) -> Speaker:
    number = _next(session, Speaker)
    defaults = {"uid": f"speaker-{number}", "name": "Ana Petrov", "kind": SpeakerKind.PERSON, "created_at": NOON}
    speaker = _made(session, Speaker, defaults, overrides)
    session.add_all(
        SpeakerRole(speaker_id=speaker.id, role=role, since=since, until=until) for role, since, until in roles
    )
    session.flush()
    return speaker


def make_article(
    session: Session, *, desk: Desk | None = None, text: str | None = ARTICLE_TEXT, **overrides: Any
) -> Article:
    """Make an article with one complete capture of ``text``, or with none for ``text=None``."""
    number = _next(session, Article)
    defaults = {
        "uid": f"article-{number}",
        "title": "Minister questioned over closed bridges",
        "publisher": "The Daily Example",
        "url": f"https://news.example.org/{number}",
        "published": "2026-03-01",
        "language": "en",
        "created_at": NOON,
    }
    if "desk_id" not in overrides:
        overrides["desk_id"] = (desk or _any(session, Desk) or make_desk(session)).id
    article = _made(session, Article, defaults, overrides)
    if text is not None:
        make_capture(session, article, text=text)
    return article


def make_source(session: Session, *, text: str | None = None, **overrides: Any) -> Source:
    """Make a source, with one complete capture where a ``text`` is given."""
    number = _next(session, Source)
    defaults = {
        "uid": f"source-{number}",
        "title": "Annual report of the Bridge Authority",
        "publisher": "Bridge Authority",
        "url": f"https://bridges.example.org/report/{number}",
        "published": "2026-02",
        "language": "en",
        "source_kind": SourceKind.OFFICIAL_DOCUMENT,
        "created_at": NOON,
    }
    source = _made(session, Source, defaults, overrides)
    if text is not None:
        make_capture(session, source, text=text)
    return source


def make_capture(
    session: Session, document: Article | Source, *, text: str | None = SOURCE_TEXT, **overrides: Any
) -> Capture:
    number = _next(session, Capture)
    data = (text or "").encode()
    defaults = {
        "uid": f"capture-{number}",
        "document_id": document.id,
        "method": CaptureMethod.FETCH,
        "outcome": CaptureOutcome.COMPLETE,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "media_type": "text/html",
        "url": document.url,
        "text": text,
        "text_sha256": None if text is None else hashlib.sha256(data).hexdigest(),
        "extractor": "plain",
        "taken_at": NOON,
    }
    return _made(session, Capture, defaults, overrides)


def make_claim(
    session: Session, *, article: Article | None = None, speaker: Speaker | None = None, **overrides: Any
) -> Claim:
    """Make a claim in any ``work_state``, with whatever the table asks of a claim in that state."""
    article = article or make_article(session)
    capture = session.scalars(
        select(Capture).where(Capture.document_id == article.id).order_by(Capture.id.desc())
    ).first()
    number = _next(session, Claim)
    literal = overrides.get("literal", LITERAL)
    start = max(0, (capture.text or "").find(literal)) if capture else 0
    state = overrides.get("work_state", WorkState.OPEN)
    defaults = {
        "uid": f"claim-{number}",
        "desk_id": article.desk_id,
        "article_id": article.id,
        "capture_id": capture.id if capture else None,
        "start": start,
        "end": start + len(literal),
        "literal": literal,
        "statement": "In 2025 the state closed 14 bridges.",
        "claim_type": ClaimType.STATISTIC,
        "checkable": True,
        "speaker_id": speaker.id if speaker else None,
        "speaker_as_named": "Minister Ana Petrov",
        "cue": "said",
        "origin": ClaimOrigin.PERSON,
        "work_state": state,
        "state_since": NOON,
        "created_at": NOON,
    }
    return _made(session, Claim, defaults | _needs(session, state, overrides), overrides)


def make_flag(session: Session, claim: Claim, flag: Flag) -> ClaimFlag:
    return _made(session, ClaimFlag, {"claim_id": claim.id, "flag": flag, "desk_id": claim.desk_id}, {})


def make_passage(session: Session, source: Source, **overrides: Any) -> Passage:
    """Make a passage, placed in the source's newest capture where it has one."""
    exact = overrides.get("exact", PASSAGE)
    capture = session.scalars(
        select(Capture).where(Capture.document_id == source.id, Capture.text.is_not(None)).order_by(Capture.id.desc())
    ).first()
    start = (capture.text or "").find(exact) if capture else -1
    placed = {"capture_id": capture.id, "start": start, "end": start + len(exact)} if capture and start >= 0 else {}
    defaults = {"source_id": source.id, "exact": exact, "locator": "page 3", **placed}
    return _made(session, Passage, defaults, overrides)


def make_evidence(
    session: Session, claim: Claim | None = None, source: Source | None = None, **overrides: Any
) -> Evidence:
    claim = claim or make_claim(session)
    source = source or make_source(session)
    number = _next(session, Evidence)
    if "passage_id" not in overrides:
        overrides["passage_id"] = make_passage(session, source).id
    defaults = {
        "uid": f"evidence-{number}",
        "claim_id": claim.id,
        "source_id": source.id,
        "aspect": Aspect.SUBSTANCE,
        "stance": Stance.SUPPORTS,
        "tier": Tier.PRIMARY,
        "added_at": NOON,
    }
    return _made(session, Evidence, defaults, overrides)


def make_review(session: Session, claim: Claim, *, reviewer: User | None = None, **overrides: Any) -> Review:
    defaults = {
        "claim_id": claim.id,
        "reviewer_id": (reviewer or _any(session, User) or make_user(session)).id,
        "kind": ReviewKind.FINDINGS,
        "substance_finding": SubstanceFinding.SUPPORTED,
        "attribution_finding": AttributionFinding.CONFIRMED,
        "claim_version": 1,
        "content_hash": "0" * 64,
        "at": NOON,
    }
    return _made(session, Review, defaults, overrides)


def make_search(session: Session, claim: Claim, **overrides: Any) -> SearchEntry:
    defaults = {
        "claim_id": claim.id,
        "place": "The authority's register",
        "query": "bridges closed 2025",
        "outcome": SearchOutcome.NOTHING,
        "at": NOON,
    }
    return _made(session, SearchEntry, defaults, overrides)


def make_observation(session: Session, document: Article | Source, **overrides: Any) -> Observation:
    defaults = {
        "uid": "observation-1",
        "document_id": document.id,
        "outcome": ObservationOutcome.UNCHANGED,
        "at": NOON,
    }
    return _made(session, Observation, defaults, overrides)


def make_trace(session: Session, claim: Claim, **overrides: Any) -> Trace:
    defaults = {
        "uid": "trace-1",
        "claim_id": claim.id,
        "outcome": TraceOutcome.DEAD_END,
        "reason": "The article links to nothing.",
        "path": {"steps": []},
        "at": NOON,
    }
    return _made(session, Trace, defaults, overrides)


def make_reply(session: Session, claim: Claim, **overrides: Any) -> ReplyRequest:
    defaults = {
        "claim_id": claim.id,
        "addressee": "Ministry of Transport",
        "question": "How many bridges were closed in 2025?",
        "state": ReplyState.AWAITED,
        "asked_at": NOON,
    }
    return _made(session, ReplyRequest, defaults, overrides)


def make_comment(session: Session, claim: Claim, *, author: User | None = None, **overrides: Any) -> Comment:
    author = author or _any(session, User) or make_user(session)
    defaults = {"claim_id": claim.id, "author_id": author.id, "body": "Closed for good, or for repair?", "at": NOON}
    return _made(session, Comment, defaults, overrides)


def make_claim_relation(session: Session, claim: Claim, other: Claim, **overrides: Any) -> ClaimRelation:
    defaults = {"claim_id": claim.id, "other_id": other.id, "kind": ClaimRelationKind.REPEATS, "added_at": NOON}
    return _made(session, ClaimRelation, defaults, overrides)


def make_source_relation(session: Session, source: Source, other: Source, **overrides: Any) -> SourceRelation:
    defaults = {"source_id": source.id, "other_id": other.id, "kind": SourceRelationKind.REPRINTS, "added_at": NOON}
    return _made(session, SourceRelation, defaults, overrides)


def event(number: int = 1, **overrides: Any) -> chain.EventDraft:
    """Draft an event about claim ``number``."""
    values: dict[str, Any] = {
        "at": NOON + dt.timedelta(seconds=number),
        "actor_id": None,
        "actor": "mara@example.org",
        "action": EventAction.CLAIM_CHANGED,
        "record_type": RecordType.CLAIM,
        "record_id": number,
        "why": "A word was wrong",
        "before": {"statement": "In 2024 …"},
        "after": {"statement": "In 2025 …"},
    }
    return chain.EventDraft(**values | overrides)


def _needs(session: Session, state: WorkState, overrides: dict[str, Any]) -> dict[str, Any]:
    """Tell what the table asks of a claim in a state."""
    needs: dict[str, Any] = {}
    if state in {WorkState.IN_CHECK, WorkState.ON_HOLD, WorkState.IN_REVIEW} and "assignee_id" not in overrides:
        needs["assignee_id"] = (_any(session, User) or make_user(session)).id
    if state is WorkState.ON_HOLD:
        needs["hold_awaiting"] = "the ministry's figures"
    if state is WorkState.NOT_FOR_US:
        needs["not_for_us_reason"] = NotForUsReason.TRIVIAL
    if state is WorkState.WITHDRAWN:
        needs["withdrawal"] = Withdrawal.CORRECTION
    if state is WorkState.RECHECK:
        needs["recheck_trigger"] = "The source has changed."
    if state in {WorkState.IN_REVIEW, WorkState.SIGNED_OFF, WorkState.PUBLISHED}:
        needs |= {
            "substance_finding": SubstanceFinding.SUPPORTED,
            "attribution_finding": AttributionFinding.CONFIRMED,
        }
    if state in {WorkState.SIGNED_OFF, WorkState.PUBLISHED, WorkState.WITHDRAWN}:
        needs |= {"signed_at": NOON, "content_hash": "0" * 64}
        if "signed_by_id" not in overrides:
            needs["signed_by_id"] = (_any(session, User) or make_user(session)).id
    return needs


def _made(session: Session, model: type[Made], defaults: dict[str, Any], overrides: dict[str, Any]) -> Made:
    row = model(**defaults | overrides)
    session.add(row)
    session.flush()
    return row


def _any(session: Session, model: type[Made]) -> Made | None:
    return session.scalars(select(model).limit(1)).first()


def _next(session: Session, model: Any) -> int:
    return (session.scalar(select(func.max(model.id))) or 0) + 1
