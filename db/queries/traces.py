"""Traces: searches along references from a claim towards the first hand, as they were recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from db.models import Document, OriginSuggestion, Trace, User
from db.rows import TraceRow, TraceStep
from db.vocabulary import ResemblanceDecision, SourceRelationKind, Tier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

_ROWS = select(
    Trace.id, Trace.claim_id, Trace.outcome, Trace.reason, Trace.path, Trace.at, User.name.label("by")
).outerjoin(User, User.id == Trace.by_id)


def of_claim(session: Session, claim_id: int, *, limit: int = 10) -> tuple[TraceRow, ...]:
    """List the traces of a claim, newest first."""
    asked = _ROWS.where(Trace.claim_id == claim_id).order_by(Trace.id.desc()).limit(limit)
    return tuple(_row(row) for row in session.execute(asked).mappings())


def with_uid(session: Session, uid: str) -> TraceRow | None:
    """Find a trace by the key that it was recorded with."""
    row = session.execute(_ROWS.where(Trace.uid == uid)).mappings().first()
    return _row(row) if row is not None else None


def kept(step: TraceStep) -> dict[str, Any]:
    """Write a step as the object to be kept."""
    return {name: value for name, value in step._asdict().items() if value is not None}


def _row(row: Mapping[Any, Any]) -> TraceRow:
    steps = tuple(_step(one) for one in (row["path"] or {}).get("steps", ()))
    return TraceRow(row["id"], row["claim_id"], row["outcome"], row["reason"], steps, row["at"], row["by"])


def _step(entry: Mapping[str, Any]) -> TraceStep:
    """Read a step; fields of later versions are passed over."""
    known = {name: value for name, value in entry.items() if name in TraceStep._fields}
    tier = known.get("tier")
    return TraceStep(**{**known, "url": known.get("url") or "", "tier": Tier(tier) if tier else None})


class OriginSign(NamedTuple):
    """A sign on file that a source goes back to another text: its address, or only a name."""

    url: str | None
    name: str | None
    kind: SourceRelationKind
    why: str


def signs(session: Session, source_id: int) -> tuple[OriginSign, ...]:
    """List what a source is suggested or known to go back to; what a person dismissed is left out."""
    asked = (
        select(OriginSuggestion.other_url, Document.url, OriginSuggestion.other_name, Document.title)
        .add_columns(OriginSuggestion.kind, OriginSuggestion.why)
        .outerjoin(Document, Document.id == OriginSuggestion.other_id)
        .where(OriginSuggestion.source_id == source_id, OriginSuggestion.decision != ResemblanceDecision.DISMISSED)
        .order_by(OriginSuggestion.id)
    )
    return tuple(
        OriginSign(theirs or written, name or title, kind, why)
        for written, theirs, name, title, kind, why in session.execute(asked)
    )
