"""What has to be looked at to tell whether the record is still what was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Capture, Claim, Document, Event, Evidence, Passage, Review, SearchEntry, User
from db.rows import claim_ref, document_ref
from db.vocabulary import EventAction, WorkState

_CHUNK = 500


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


def kept_rows(
    session: Session, *, captures_after: int = 0, reviews_after: int = 0, searches_after: int = 0
) -> Iterator[Kept]:
    """Stream the rows of the append-only tables, those with higher numbers than given."""
    captures = (
        select(Capture, Document.uid, Document.id, Document.type)
        .join(Document, Document.id == Capture.document_id)
        .where(Capture.id > captures_after)
        .order_by(Capture.id)
    )
    for capture, uid, number, document_type in session.execute(captures.execution_options(yield_per=_CHUNK)):
        yield Kept(capture, uid, "", f"capture {capture.id} of {document_ref(document_type, number)}")
    reviews = (
        select(Review, Claim.uid, Claim.id, User.email)
        .join(Claim, Claim.id == Review.claim_id)
        .join(User, User.id == Review.reviewer_id)
        .where(Review.id > reviews_after)
        .order_by(Review.id)
    )
    for review, uid, number, email in session.execute(reviews.execution_options(yield_per=_CHUNK)):
        yield Kept(review, uid, email, f"review {review.id} of {claim_ref(number)}")
    searches = (
        select(SearchEntry, Claim.uid, Claim.id)
        .join(Claim, Claim.id == SearchEntry.claim_id)
        .where(SearchEntry.id > searches_after)
        .order_by(SearchEntry.id)
    )
    for search, uid, number in session.execute(searches.execution_options(yield_per=_CHUNK)):
        yield Kept(search, uid, "", f"search {search.id} of {claim_ref(number)}")


def told_digests(session: Session) -> Iterator[tuple[int, str]]:
    """Stream the digests that events have told, with the event's number."""
    telling = (
        EventAction.ARTICLE_CAPTURED,
        EventAction.SOURCE_CAPTURED,
        EventAction.FINDINGS_SET,
        EventAction.REVIEW_GIVEN,
        EventAction.RECHECK_LOGGED,
        EventAction.SEARCH_LOGGED,
        EventAction.CASE_LOADED,
    )
    statement = select(Event.seq, Event.after).where(Event.action.in_(telling)).order_by(Event.seq)
    for seq, after in session.execute(statement.execution_options(yield_per=_CHUNK)):
        told = after or {}
        if isinstance(told.get("digest"), str):
            yield seq, told["digest"]
        for digest in told.get("digests", ()):
            yield seq, str(digest)


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


def signed_claims(session: Session) -> Iterator[tuple[Claim, list[Evidence]]]:
    """Stream the claims that carry a signature, each with its live evidence."""
    signed = (WorkState.SIGNED_OFF, WorkState.PUBLISHED, WorkState.WITHDRAWN)
    for claim in session.scalars(select(Claim).where(Claim.work_state.in_(signed)).order_by(Claim.id)).all():
        live = select(Evidence).where(Evidence.claim_id == claim.id, Evidence.withdrawn_at.is_(None))
        yield claim, list(session.scalars(live))


def capture_text(session: Session, capture_id: int) -> str | None:
    """Get a capture's frozen text."""
    return session.scalar(select(Capture.text).where(Capture.id == capture_id))
