"""When claims were said, against when their sources are dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Claim, Document, Evidence
from db.queries import board_claims
from db.rows import BoardFilter, DatePair

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_MONTH = 7  # characters of «2024-08»


def calendar(session: Session, where: BoardFilter) -> tuple[DatePair, ...]:
    """Count pairs of claim and live source by the months in which the one was said and the other is dated.

    Looks at the newest 2,000 claims of the filter that have such a date; one known by its year alone has no month.
    Ordered by month of saying, then of the source.
    """
    newest = (
        select(Claim.id, Claim.said_on)
        .where(func.length(Claim.said_on) >= _MONTH, *board_claims.conditions(session, where))
        .order_by(Claim.created_at.desc(), Claim.id.desc())
        .limit(board_claims.NEWEST)
        .subquery()
    )
    pairs = (
        select(
            newest.c.id,
            func.substr(newest.c.said_on, 1, _MONTH).label("said"),
            func.substr(Document.published, 1, _MONTH).label("dated"),
            Document.id.label("source_id"),
        )
        .join(Evidence, Evidence.claim_id == newest.c.id)
        .join(Document, Document.id == Evidence.source_id)
        .where(Evidence.withdrawn_at.is_(None), func.length(Document.published) >= _MONTH)
        .distinct()
        .subquery()
    )
    key = (pairs.c.said, pairs.c.dated)
    asked = select(*key, func.count().label("pairs")).group_by(*key).order_by(*key)
    return tuple(DatePair(*row) for row in session.execute(asked))
