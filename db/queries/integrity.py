"""What has to be looked at to tell whether the record is still what was written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Select, String, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.models import Capture, Claim, Document, Event, Evidence, Passage, Review, SearchEntry, User
from db.rows import claim_ref, document_ref
from db.vocabulary import EventAction, WorkState

_CHUNK = 500
_PIECE = 100  # rows with their texts, held at once
_FIRST = -(2**63)
# What the columns' types raise for a word, a time or an object that nobody ever wrote.
_GARBLED = (LookupError, TypeError, ValueError)


class Kept(NamedTuple):
    """A row that is only ever added, with the words that its digest needs beside it."""

    row: Capture | Review | SearchEntry
    owner_uid: str
    person: str
    label: str


class Anchor(NamedTuple):
    """Words that have to stand at a place of a captured text."""

    label: str
    capture_id: int
    start: int
    end: int
    words: str


class Unreadable(NamedTuple):
    """A row that holds what was never written there, so that it cannot be read at all."""

    label: str


def kept_rows(
    session: Session, *, captures_after: int = _FIRST, reviews_after: int = _FIRST, searches_after: int = _FIRST
) -> Iterator[Kept | Unreadable]:
    """Go through the rows of the append-only tables, those with higher numbers than given.

    A row whose document, claim or person is not there any more is among them, with an empty name for its owner.
    """
    captures = select(Capture, Document.uid, Document.id, Document.type).outerjoin(
        Document, Document.id == Capture.document_id
    )
    for row in _in_pieces(session, captures, Capture.id, captures_after, "capture"):
        if isinstance(row, Unreadable):
            yield row
            continue
        capture, uid, number, document_type = row
        owner = "nothing" if number is None else document_ref(document_type, number)
        yield Kept(capture, uid or "", "", f"capture {capture.id} of {owner}")
    reviews = (
        select(Review, Claim.uid, Claim.id, User.email)
        .outerjoin(Claim, Claim.id == Review.claim_id)
        .outerjoin(User, User.id == Review.reviewer_id)
    )
    for row in _in_pieces(session, reviews, Review.id, reviews_after, "review"):
        if isinstance(row, Unreadable):
            yield row
            continue
        review, uid, number, email = row
        yield Kept(review, uid or "", email or "", f"review {review.id} of {_claim(number)}")
    searches = select(SearchEntry, Claim.uid, Claim.id).outerjoin(Claim, Claim.id == SearchEntry.claim_id)
    for row in _in_pieces(session, searches, SearchEntry.id, searches_after, "search"):
        if isinstance(row, Unreadable):
            yield row
            continue
        search, uid, number = row
        yield Kept(search, uid or "", "", f"search {search.id} of {_claim(number)}")


def _claim(number: int | None) -> str:
    return "nothing" if number is None else claim_ref(number)


def _in_pieces(
    session: Session, statement: Select[*tuple[Any, ...]], key: InstrumentedAttribute[int], after: int, kind: str
) -> Iterator[Any]:
    """Read rows piece by piece in the order of their numbers; those of a piece that fails one by one."""
    while True:
        numbers = session.scalars(select(key).where(key > after).order_by(key).limit(_PIECE)).all()
        if not numbers:
            return
        try:
            rows: list[Any] = list(session.execute(statement.where(key > after, key <= numbers[-1]).order_by(key)))
        except _GARBLED:
            rows = [_alone(session, statement.where(key == number), f"{kind} {number}") for number in numbers]
        yield from rows
        after = numbers[-1]


def _alone(session: Session, statement: Select[*tuple[Any, ...]], label: str) -> object:
    try:
        return session.execute(statement).one()
    except _GARBLED:
        return Unreadable(label)


def told_digests(session: Session) -> Iterator[tuple[int, str]]:
    """Stream the digests that events have told, with the event's number; what is no JSON any more the chain names."""
    telling = (
        EventAction.ARTICLE_CAPTURED,
        EventAction.SOURCE_CAPTURED,
        EventAction.FINDINGS_SET,
        EventAction.REVIEW_GIVEN,
        EventAction.RECHECK_LOGGED,
        EventAction.SEARCH_LOGGED,
        EventAction.CASE_LOADED,
    )
    after = type_coerce(Event.after, String)
    statement = select(Event.seq, after).where(Event.action.in_(telling)).order_by(Event.seq)
    for seq, written in session.execute(statement.execution_options(yield_per=_CHUNK)):
        yield from ((seq, digest) for digest in _digests(written))


def _digests(written: object) -> list[str]:
    try:
        told = json.loads(written) if isinstance(written, str) else None
    except ValueError:
        return []
    if not isinstance(told, dict):
        return []
    many = told.get("digests")
    return [
        digest for digest in (told.get("digest"), *(many if isinstance(many, list) else ())) if isinstance(digest, str)
    ]


def anchors(session: Session) -> Iterator[Anchor]:
    """Stream every claim's and passage's words with their place, ordered by capture."""
    claims = select(Claim.id, Claim.capture_id, Claim.start, Claim.end, Claim.literal).order_by(Claim.capture_id)
    for number, capture_id, start, end, words in session.execute(claims.execution_options(yield_per=_CHUNK)):
        yield Anchor(claim_ref(number), capture_id, start, end, words)
    passages = (
        select(Passage.id, Passage.capture_id, Passage.start, Passage.end, Passage.exact)
        .where(Passage.capture_id.is_not(None))
        .order_by(Passage.capture_id)
    )
    for number, place, begin, stop, words in session.execute(passages.execution_options(yield_per=_CHUNK)):
        if place is not None and begin is not None and stop is not None:
            yield Anchor(f"passage {number}", place, begin, stop, words)


def signed_claims(session: Session) -> Iterator[tuple[Claim, list[Evidence]] | Unreadable]:
    """Go through the claims that carry a signature, each with its live evidence."""
    signed = (WorkState.SIGNED_OFF, WorkState.PUBLISHED, WorkState.WITHDRAWN)
    for number in session.scalars(select(Claim.id).where(Claim.work_state.in_(signed)).order_by(Claim.id)).all():
        live = select(Evidence).where(Evidence.claim_id == number, Evidence.withdrawn_at.is_(None))
        try:
            yield session.get_one(Claim, number), list(session.scalars(live))
        except _GARBLED:
            yield Unreadable(claim_ref(number))


def capture_text(session: Session, capture_id: int) -> str | None:
    """Get a capture's frozen text."""
    return session.scalar(select(Capture.text).where(Capture.id == capture_id))
