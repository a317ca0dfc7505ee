"""What claims resemble, as the machine suggested and people decided."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Desk, Resemblance, User
from db.queries import claim_rows
from db.rows import ResemblanceRow
from db.vocabulary import ResemblanceDecision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_ORDER = (ResemblanceDecision.CONFIRMED, ResemblanceDecision.SUGGESTED, ResemblanceDecision.DISMISSED)


def of_claims(session: Session, claim_ids: Sequence[int]) -> dict[int, tuple[ResemblanceRow, ...]]:
    """Read for each claim what it resembles: confirmed first, dismissed last, then the most alike, signed ones first.

    Claims that resemble nothing are left out.
    """
    asked = (
        select(Resemblance, User.name)
        .outerjoin(User, User.id == Resemblance.decided_by_id)
        .where(Resemblance.claim_id.in_(claim_ids))
    )
    found = session.execute(asked).all()
    others = {row.id: row for row in claim_rows.of_ids(session, sorted({kept.other_id for kept, _ in found}))}
    desks = dict(session.execute(select(Desk.id, Desk.name)).all())
    rows: dict[int, list[ResemblanceRow]] = defaultdict(list)
    for kept, decided_by in found:
        other = others[kept.other_id]
        rows[kept.claim_id].append(
            ResemblanceRow(
                claim_id=kept.claim_id,
                other_id=kept.other_id,
                score=kept.score / 1000,
                decision=kept.decision,
                decided_by=decided_by,
                decided_at=kept.decided_at,
                statement=other.statement or other.literal,
                speaker=other.speaker or other.speaker_as_named,
                article_id=other.article_id,
                article_title=other.article_title,
                desk=desks[other.desk_id],
                status=other.status,
                finding_note=other.finding_note if other.work_state.signed else None,
                said_on=other.said_on,
            )
        )

    def rank(row: ResemblanceRow) -> tuple[int, float, bool, int]:
        return _ORDER.index(row.decision), -row.score, not others[row.other_id].work_state.signed, row.other_id

    return {claim_id: tuple(sorted(listed, key=rank)) for claim_id, listed in rows.items()}
