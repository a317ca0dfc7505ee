"""Which documents are asked for by what their newest capture came to, or by what later looks found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, select

from db.models import Capture, Observation
from db.vocabulary import CaptureOutcome, ObservationOutcome

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

RARE = 5000  # captures
NEWEST = 2000  # looks with one outcome
CHANGED = (
    ObservationOutcome.HELD,
    ObservationOutcome.CHANGED,
    ObservationOutcome.MOVED,
    ObservationOutcome.AMBIGUOUS,
    ObservationOutcome.LOST,
)
"""What a look came to that found another text."""


def newest_is(session: Session, number: Any, outcomes: Collection[CaptureOutcome]) -> ColumnElement[bool]:  # noqa: ANN401
    """Ask for documents whose newest capture has one of some outcomes.

    Where few captures have one, the search begins with these; where many have, a page is full soon by looking one by
    one.
    """
    newest = select(func.max(Capture.id)).where(Capture.document_id == number).correlate_except(Capture)
    kinds = Capture.outcome.in_(sorted(outcomes))
    last_is = exists().where(Capture.id == newest.scalar_subquery(), kinds)
    some = select(Capture.document_id).where(kinds).limit(RARE).subquery()
    if (session.scalar(select(func.count()).select_from(some)) or 0) >= RARE:
        return last_is
    return and_(number.in_(select(Capture.document_id).where(kinds)), last_is)


def changed_since(session: Session, day: dt.date) -> list[int]:
    """List the documents in which a look on or after a day (UTC) found another text: those of the newest such looks."""
    since = dt.datetime.combine(day, dt.time(), dt.UTC)
    found: set[int] = set()
    for outcome in CHANGED:
        looks = (
            select(Observation.document_id, Observation.at)
            .where(Observation.outcome == outcome)
            .order_by(Observation.id.desc())
            .limit(NEWEST)
            .subquery()
        )
        found.update(session.scalars(select(looks.c.document_id).where(looks.c.at >= since)))
    return sorted(found)
