"""The places that claims rest on, and what became of each: what the desk asks before and after a look."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, null, select
from sqlalchemy.orm import aliased

from db.models import Anchor, Capture, Claim, Evidence, Observation, Passage
from db.vocabulary import AnchorHealth, CaptureOutcome, DocumentType, ObservationOutcome, WorkState

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

DONE_WITH = (WorkState.NOT_FOR_US, WorkState.WITHDRAWN)
"""What became of the places of such claims nobody asks."""

_Own, _Seen, _Each = aliased(Capture), aliased(Capture), aliased(Anchor)


class Place(NamedTuple):
    """A place that a claim rests on, as it is on record, and what became of it last.

    ``evidence_id`` is None for a claim's own words in its article; those have no ``prefix`` and ``suffix`` on record.
    ``known_on`` is the hash of the text on which it was found, or not found, last: that of its own capture at first.
    The fields from ``anchor_id`` on are None until a later capture has been looked at.
    """

    claim_id: int
    evidence_id: int | None
    work_state: WorkState
    capture_id: int
    start: int
    end: int
    exact: str
    prefix: str | None
    suffix: str | None
    known_on: str
    anchor_id: int | None
    health: AnchorHealth | None
    settled_at: dt.datetime | None
    settled_by_id: int | None
    settled_why: str | None


def resting_on(session: Session, document_id: int, of: DocumentType) -> tuple[Place, ...]:
    """List the places in a document that claims rest on: passages of a source, literal words of an article."""
    asked = _passages(document_id) if of is DocumentType.SOURCE else _own_words(document_id)
    return tuple(Place(*row) for row in session.execute(asked))


def _passages(source_id: int) -> Select[*tuple[Any, ...]]:
    newest = select(func.max(_Each.id)).where(_Each.evidence_id == Evidence.id).scalar_subquery()
    return (
        select(
            Evidence.claim_id,
            Evidence.id,
            Claim.work_state,
            Passage.capture_id,
            Passage.start,
            Passage.end,
            Passage.exact,
            Passage.prefix,
            Passage.suffix,
            func.coalesce(_Seen.text_sha256, _Own.text_sha256),
            *_last(),
        )
        .join(Claim, Claim.id == Evidence.claim_id)
        .join(Passage, Passage.id == Evidence.passage_id)
        .join(_Own, _Own.id == Passage.capture_id)
        .outerjoin(Anchor, Anchor.id == newest)
        .outerjoin(Observation, Observation.id == Anchor.observation_id)
        .outerjoin(_Seen, _Seen.id == Observation.capture_id)
        .where(Evidence.source_id == source_id, Evidence.withdrawn_at.is_(None), Claim.work_state.not_in(DONE_WITH))
        .order_by(Evidence.id)
    )


def _own_words(article_id: int) -> Select[*tuple[Any, ...]]:
    newest = select(func.max(_Each.id)).where(_Each.claim_id == Claim.id, _Each.evidence_id.is_(None)).scalar_subquery()
    return (
        select(
            Claim.id,
            null(),
            Claim.work_state,
            Claim.capture_id,
            Claim.start,
            Claim.end,
            Claim.literal,
            null(),
            null(),
            func.coalesce(_Seen.text_sha256, _Own.text_sha256),
            *_last(),
        )
        .join(_Own, _Own.id == Claim.capture_id)
        .outerjoin(Anchor, Anchor.id == newest)
        .outerjoin(Observation, Observation.id == Anchor.observation_id)
        .outerjoin(_Seen, _Seen.id == Observation.capture_id)
        .where(Claim.article_id == article_id, Claim.work_state.not_in(DONE_WITH))
        .order_by(Claim.id)
    )


def _last() -> tuple[Any, ...]:
    return (Anchor.id, Anchor.health, Anchor.settled_at, Anchor.settled_by_id, Anchor.settled_why)


class Standing(NamedTuple):
    """What became of a place last, and whether a person has settled that it may stay so."""

    health: AnchorHealth
    settled: bool


def standing_of(session: Session, claim_id: int, evidence: Collection[int]) -> dict[int | None, Standing]:
    """Tell what became last of a claim's places, by evidence; its own words in its article under None."""
    asked = session.execute(_STANDING, {"claim": claim_id, "pieces": list(evidence)})
    return {piece: Standing(health, bool(settled)) for piece, health, settled in asked}


# Asked with every deed on a claim, so it is put together once.
_STANDING = select(Anchor.evidence_id, Anchor.health, Anchor.settled_at.is_not(None)).where(
    Anchor.id.in_(
        select(func.max(_Each.id))
        .where(_Each.claim_id == bindparam("claim"), _Each.evidence_id.is_(None))
        .union_all(
            select(func.max(_Each.id))
            .where(_Each.evidence_id.in_(bindparam("pieces", expanding=True)))
            .group_by(_Each.evidence_id)
        )
    )
)


def newest_text(session: Session, document_id: int, before: int | None = None) -> tuple[int, str] | None:
    """Find a document's newest complete capture, with a smaller number than ``before``: its number and text's hash."""
    asked = select(Capture.id, Capture.text_sha256).where(
        Capture.document_id == document_id, Capture.outcome == CaptureOutcome.COMPLETE
    )
    if before is not None:
        asked = asked.where(Capture.id < before)
    row = session.execute(asked.order_by(Capture.id.desc()).limit(1)).one_or_none()
    return None if row is None or row[1] is None else (row[0], row[1])


def is_back(session: Session, document_id: int) -> bool:
    """Tell whether a look after the newest capture found the page: the answer «unchanged» leaves no capture."""
    taken = select(Capture.taken_at).where(Capture.document_id == document_id).order_by(Capture.id.desc()).limit(1)
    asked = select(Observation.outcome, Observation.at).where(Observation.document_id == document_id)
    look = session.execute(asked.order_by(Observation.id.desc()).limit(1)).one_or_none()
    newest = session.scalar(taken)
    return look is not None and newest is not None and look.outcome is ObservationOutcome.UNCHANGED and look.at > newest
