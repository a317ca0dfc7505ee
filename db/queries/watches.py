"""Which documents are watched, and when each is looked at next."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, bindparam, exists, func, or_, select

from db.models import Claim, Document, Evidence, Observation, Passage, Watch
from db.rows import WatchRow
from db.vocabulary import DocumentType, ObservationOutcome, WorkState

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_ROW = (Watch.document_id, Watch.next_at, Watch.looked_at, Watch.failures, Watch.paused_why)
UNWATCHED = (WorkState.DETECTED, WorkState.NOT_FOR_US, WorkState.WITHDRAWN)
"""Claims in these states want nothing to be looked at (``firsthand.schedule``)."""

_CHANGES = (
    ObservationOutcome.CHANGED,
    ObservationOutcome.HELD,
    ObservationOutcome.MOVED,
    ObservationOutcome.AMBIGUOUS,
    ObservationOutcome.LOST,
)


def due(session: Session, now: dt.datetime, limit: int = 100) -> tuple[WatchRow, ...]:
    """List the documents whose next look is due, the longest overdue first. Those that are paused have no next look.

    A document stays due until the look has been recorded: key the job by ``document_id`` and ``next_at``.
    """
    asked = select(*_ROW).where(Watch.next_at <= now).order_by(Watch.next_at).limit(limit)
    return tuple(WatchRow(*row) for row in session.execute(asked))


def get(session: Session, document_id: int) -> WatchRow | None:
    """Tell when a document was and will be looked at; None where nobody has planned to."""
    row = session.execute(select(*_ROW).where(Watch.document_id == document_id)).one_or_none()
    return None if row is None else WatchRow(*row)


class Resting(NamedTuple):
    """The states of the claims that rest on a document, and when one of them was signed last."""

    states: frozenset[WorkState]
    signed_at: dt.datetime | None


def resting(session: Session, document_id: int, of: DocumentType) -> Resting:
    """Tell the states of the claims that rest on a document: with a placed passage, or with their own words."""
    signed_at = func.max(Claim.signed_at, type_=Claim.signed_at.type)
    asked = select(Claim.work_state, signed_at).group_by(Claim.work_state)
    if of is DocumentType.ARTICLE:
        asked = asked.where(Claim.article_id == document_id)
    else:
        asked = (
            asked.join(Evidence, Evidence.claim_id == Claim.id)
            .join(Passage, Passage.id == Evidence.passage_id)
            .where(Evidence.source_id == document_id, Evidence.withdrawn_at.is_(None), Passage.capture_id.is_not(None))
        )
    found = session.execute(asked).all()
    return Resting(frozenset(state for state, _ in found), max((at for _, at in found if at is not None), default=None))


def last_change(session: Session, document_id: int) -> dt.datetime | None:
    """Tell when a look last found another text."""
    asked = select(Observation.at).where(Observation.document_id == document_id, Observation.outcome.in_(_CHANGES))
    return session.scalar(asked.order_by(Observation.id.desc()).limit(1))


def has_address() -> ColumnElement[bool]:
    """Ask for documents that lie at an address of the web."""
    return or_(Document.url.startswith("http://"), Document.url.startswith("https://"))


class Expected(NamedTuple):
    """A document that a claim rests on, with an address, and what is planned for it so far."""

    document_id: int
    planned: bool
    next_at: dt.datetime | None
    looked_at: dt.datetime | None
    failures: int
    paused: bool


def expected(session: Session, document_ids: Collection[int]) -> tuple[Expected, ...]:
    """Tell what is planned for those of some documents that have an address."""
    return tuple(Expected(*row) for row in session.execute(_EXPECTED, {"documents": list(document_ids)}))


# Asked with every deed on a claim, so it is put together once.
_EXPECTED = (
    select(
        Document.id,
        Watch.document_id.is_not(None),
        Watch.next_at,
        Watch.looked_at,
        func.coalesce(Watch.failures, 0),
        Watch.paused_why.is_not(None),
    )
    .outerjoin(Watch, Watch.document_id == Document.id)
    .where(Document.id.in_(bindparam("documents", expanding=True)), has_address())
)


def unplanned(session: Session, after: int, limit: int = 500) -> tuple[int, ...]:
    """List documents with an address that claims want to be looked at and nobody has planned to, by number.

    ``after`` is the number behind which to go on.
    """
    waiting = Claim.work_state.not_in(UNWATCHED)
    of_article = exists().where(Claim.article_id == Document.id, waiting)
    of_source = exists().where(
        Evidence.source_id == Document.id,
        Evidence.withdrawn_at.is_(None),
        Evidence.passage_id == Passage.id,
        Passage.capture_id.is_not(None),
        Evidence.claim_id == Claim.id,
        waiting,
    )
    asked = (
        select(Document.id)
        .outerjoin(Watch, Watch.document_id == Document.id)
        .where(
            Document.id > after,
            Watch.document_id.is_(None),
            has_address(),
            or_(
                and_(Document.type == DocumentType.ARTICLE, of_article),
                and_(Document.type == DocumentType.SOURCE, of_source),
            ),
        )
        .order_by(Document.id)
        .limit(limit)
    )
    return tuple(session.scalars(asked))
