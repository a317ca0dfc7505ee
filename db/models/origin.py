"""Where texts come from: the machine's suggestions of relations between sources, and traces towards the first hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import ResemblanceDecision, SourceRelationKind, TraceOutcome


class OriginSuggestion(Base):
    """Read «source KIND other», as the machine reads it from the source's text or address, with ``why`` in words.

    The other one is a source of the desk's (``other_id``), else an address or a name that has no source yet. A
    confirmed one has its ``SourceRelation`` beside it.
    """

    __tablename__ = "origin_suggestion"
    __table_args__ = (
        CheckConstraint("other_id IS NULL OR source_id <> other_id", name="not_itself"),
        CheckConstraint("other_id IS NOT NULL OR other_url IS NOT NULL OR other_name IS NOT NULL", name="other"),
        CheckConstraint("(decision = 'suggested') = (decided_at IS NULL)", name="decided"),
        Index(None, "source_id", "decision"),
        Index(None, "other_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    other_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    other_url: Mapped[str | None]
    other_name: Mapped[str | None]
    kind: Mapped[SourceRelationKind]
    why: Mapped[str]
    decision: Mapped[ResemblanceDecision] = mapped_column(default=ResemblanceDecision.SUGGESTED)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    decided_at: Mapped[dt.datetime | None]
    found_at: Mapped[dt.datetime] = mapped_column(default=utc_now)


class Trace(Base):
    """One search along references, from a claim towards the first hand. Append-only.

    ``path`` is ``{"steps": [...]}``, its fields those of ``db.rows.TraceStep``, from the article outwards.
    """

    __tablename__ = "trace"
    __table_args__ = (Index(None, "claim_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(100), unique=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    outcome: Mapped[TraceOutcome]
    reason: Mapped[str]
    path: Mapped[dict[str, Any]]
    at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
