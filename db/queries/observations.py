"""Looks at documents, for showing: what each brought, what became of every place, what moved last."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, literal, select
from sqlalchemy.orm import aliased

from db.models import Anchor, Capture, Claim, ClaimFlag, Document, Evidence, Observation, Passage, User
from db.rows import AnchorRow, ObservationRow, document_ref
from db.vocabulary import AnchorHealth, CaptureOutcome, DocumentType, Flag, ObservationOutcome

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

_Each = aliased(Anchor)


def of_document(session: Session, document_id: int, limit: int = 50) -> tuple[ObservationRow, ...]:
    """List the newest looks at a document, newest first."""
    return _rows(session, _LOOKS.where(Observation.document_id == document_id).order_by(_NEWEST).limit(limit))


def get(session: Session, observation_id: int) -> ObservationRow | None:
    """Find one look."""
    return next(iter(_rows(session, _LOOKS.where(Observation.id == observation_id))), None)


_NEWEST = Observation.id.desc()
_LOOKS = select(
    Observation.id,
    Observation.document_id,
    Observation.capture_id,
    Observation.outcome,
    Observation.reason,
    Observation.at,
    User.name.label("by"),
).outerjoin(User, User.id == Observation.by_id)


def _rows(session: Session, asked: Select[*tuple[Any, ...]]) -> tuple[ObservationRow, ...]:
    rows = session.execute(asked).all()
    counted: defaultdict[int, dict[AnchorHealth, int]] = defaultdict(dict)
    count = select(Anchor.observation_id, Anchor.health, func.count()).group_by(Anchor.observation_id, Anchor.health)
    for number, health, places_ in session.execute(count.where(Anchor.observation_id.in_([row.id for row in rows]))):
        counted[number][health] = places_
    return tuple(
        ObservationRow(
            **row._mapping,  # noqa: SLF001 - SQLAlchemy's public name
            anchors=tuple((health, counted[row.id][health]) for health in AnchorHealth if health in counted[row.id]),
        )
        for row in rows
    )


def anchors_of_claim(session: Session, claim_id: int) -> tuple[AnchorRow, ...]:
    """Tell what became last of every place that a claim rests on, where a later capture has been looked at."""
    live = select(Evidence.id).where(Evidence.claim_id == claim_id, Evidence.withdrawn_at.is_(None))
    pieces = select(func.max(_Each.id)).where(_Each.evidence_id.in_(live)).group_by(_Each.evidence_id)
    own = select(func.max(_Each.id)).where(_Each.claim_id == claim_id, _Each.evidence_id.is_(None))
    return _anchors(session, _ANCHORS.where(Anchor.id.in_(own.union_all(pieces))).order_by(Anchor.evidence_id))


_ANCHORS = (
    select(
        Anchor.id,
        Anchor.observation_id,
        Anchor.claim_id,
        Anchor.evidence_id,
        Observation.document_id,
        Anchor.health,
        func.coalesce(Passage.exact, Claim.literal).label("exact"),
        func.coalesce(Passage.capture_id, Claim.capture_id).label("was_capture_id"),
        func.coalesce(Passage.start, Claim.start).label("was_start"),
        func.coalesce(Passage.end, Claim.end).label("was_end"),
        Observation.capture_id,
        Anchor.start,
        Anchor.end,
        Observation.at,
        Claim.work_state,
        Anchor.settled_at,
        User.name.label("settled_by"),
        Anchor.settled_why,
    )
    .join(Observation, Observation.id == Anchor.observation_id)
    .join(Claim, Claim.id == Anchor.claim_id)
    .outerjoin(Evidence, Evidence.id == Anchor.evidence_id)
    .outerjoin(Passage, Passage.id == Evidence.passage_id)
    .outerjoin(User, User.id == Anchor.settled_by_id)
)


def _anchors(session: Session, asked: Select[*tuple[Any, ...]]) -> tuple[AnchorRow, ...]:
    return tuple(AnchorRow(**row._mapping) for row in session.execute(asked))  # noqa: SLF001


class MovedDocument(NamedTuple):
    """A document in which a passage was lost or became doubtful, and when."""

    document_id: int
    document_type: DocumentType
    title: str
    outcome: ObservationOutcome
    at: dt.datetime
    capture_id: int | None

    @property
    def ref(self) -> str:
        """The document's short id."""
        return document_ref(self.document_type, self.document_id)


def moved(session: Session, limit: int = 5) -> tuple[MovedDocument, ...]:
    """List the newest looks by which a passage was lost or became doubtful, newest first."""
    grave = (ObservationOutcome.LOST, ObservationOutcome.AMBIGUOUS)
    newest = [
        number
        for outcome in grave
        for number in session.scalars(
            select(Observation.id).where(Observation.outcome == literal(outcome.value)).order_by(_NEWEST).limit(limit)
        )
    ]
    asked = (
        select(
            Document.id,
            Document.type,
            Document.title,
            Observation.outcome,
            Observation.at,
            Observation.capture_id,
        )
        .join(Observation, Observation.document_id == Document.id)
        .where(Observation.id.in_(newest))
        .order_by(_NEWEST)
        .limit(limit)
    )
    return tuple(MovedDocument(*row) for row in session.execute(asked))


class Moved(NamedTuple):
    """How many claims stand on ground that has moved, counted up to ``COUNTED_UP_TO``, and where it moved last."""

    lost: int
    doubtful: int
    documents: tuple[MovedDocument, ...]


COUNTED_UP_TO = 1000
"""Claims; beyond that it does not matter how many there are."""


def moved_claims(session: Session, desk_id: int | None = None, limit: int = 3) -> Moved:
    """Count the claims, of one desk or of all, whose passages are gone or whose ground is in doubt."""
    lost, doubtful = (_flagged(session, flag, desk_id) for flag in (Flag.ANCHOR_LOST, Flag.CHANGED_SINCE_CHECK))
    return Moved(lost, doubtful, moved(session, limit) if lost or doubtful else ())


def _flagged(session: Session, flag: Flag, desk_id: int | None) -> int:
    asked = select(ClaimFlag.claim_id).where(ClaimFlag.flag == flag).limit(COUNTED_UP_TO)
    if desk_id is not None:
        asked = asked.where(ClaimFlag.desk_id == desk_id)
    return session.scalar(select(func.count()).select_from(asked.subquery())) or 0


def texts_before(session: Session, document_id: int, captures: Collection[int]) -> dict[int, int]:
    """Find, for each of some captures of a document, the complete one before it."""
    asked = select(Capture.id).where(Capture.document_id == document_id, Capture.outcome == CaptureOutcome.COMPLETE)
    if not captures:
        return {}
    numbers = list(session.scalars(asked.where(Capture.id <= max(captures)).order_by(Capture.id)))
    return {later: earlier for earlier, later in pairwise(numbers) if later in set(captures)}


def about_anchors(session: Session, anchors: Collection[int]) -> dict[int, tuple[str, str, int]]:
    """Tell the documents of some anchors, by short id and title, and the versions of their evidence (0 for none)."""
    asked = (
        select(Anchor.id, Document.type, Document.id, Document.title, func.coalesce(Evidence.version, 0))
        .join(Observation, Observation.id == Anchor.observation_id)
        .join(Document, Document.id == Observation.document_id)
        .outerjoin(Evidence, Evidence.id == Anchor.evidence_id)
        .where(Anchor.id.in_(anchors))
    )
    return {
        number: (document_ref(of, document), title, version)
        for number, of, document, title, version in session.execute(asked)
    }
