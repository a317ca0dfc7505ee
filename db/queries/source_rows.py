"""Sources as rows, with what is known of each beside its own columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Capture, Document, SourceTally, SourceTier
from db.rows import CaptureGlance, SourceRow
from db.vocabulary import Tier

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_TABLE = Document.__table__.c

_ROWS = select(
    _TABLE.id,
    _TABLE.uid,
    _TABLE.title,
    _TABLE.title_is_description,
    _TABLE.author,
    _TABLE.publisher,
    _TABLE.url,
    _TABLE.published,
    _TABLE.language,
    _TABLE.source_kind.label("kind"),
    _TABLE.note,
    _TABLE.created_at,
    _TABLE.version,
    SourceTally.evidence,
    SourceTally.claims,
    SourceTally.captures,
    SourceTally.captured,
).join_from(Document.__table__, SourceTally, SourceTally.source_id == _TABLE.id)


def of_ids(session: Session, ids: Sequence[int]) -> tuple[SourceRow, ...]:
    """Fetch sources in the order of their ids as given."""
    if not ids:
        return ()
    rows = {
        row.id: SourceRow(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
        for row in session.execute(_ROWS.where(_TABLE.id.in_(ids)))
    }
    return tuple(rows[source_id] for source_id in ids if source_id in rows)


def tiers(session: Session, ids: Sequence[int]) -> dict[int, tuple[tuple[Tier, int], ...]]:
    """Count the live evidence on each of some sources by tier, the most first-hand tier first."""
    asked = select(SourceTier.source_id, SourceTier.tier, SourceTier.pieces)
    known: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for source_id, tier, pieces in session.execute(asked.where(SourceTier.source_id.in_(ids), SourceTier.pieces > 0)):
        known[source_id][tier] = pieces
    return {
        source_id: tuple((tier, pieces[tier.value]) for tier in Tier if tier.value in pieces)
        for source_id, pieces in known.items()
    }


def last_captures(session: Session, ids: Sequence[int], *conditions: ColumnElement[bool]) -> dict[int, CaptureGlance]:
    """Find the newest capture of each of some sources, among those that fulfil the conditions."""
    newest = select(func.max(Capture.id)).where(Capture.document_id.in_(ids), *conditions).group_by(Capture.document_id)
    asked = select(
        Capture.document_id, Capture.taken_at.label("at"), Capture.method, Capture.outcome, Capture.reason
    ).where(Capture.id.in_(newest))
    return {
        row.document_id: CaptureGlance(row.at, row.method, row.outcome, row.reason) for row in session.execute(asked)
    }
