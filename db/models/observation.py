"""Observations: what looking at a document again brought, and what became of each place that claims rest on."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import AnchorHealth, ObservationOutcome


class Observation(Base):
    """One look at a document. ``capture_id`` is what it brought, None where nothing new came (answered «unchanged»)."""

    __tablename__ = "observation"
    __table_args__ = (
        CheckConstraint("outcome <> 'unreachable' OR reason IS NOT NULL", name="reason"),
        Index(None, "document_id", "id"),
        Index(None, "outcome", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(100), unique=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    capture_id: Mapped[int | None] = mapped_column(ForeignKey("capture.id"), index=True)
    outcome: Mapped[ObservationOutcome]
    reason: Mapped[str | None]
    at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))


class Anchor(Base):
    """What became of a place on an observed capture: a piece of evidence, or a claim's own words in its article.

    ``evidence_id`` is None for the claim's own words. ``start`` and ``end`` are offsets into the observed capture's
    text, where the words are still to be found. ``settled_*`` say that a person looked at a lost or doubtful place and
    kept what was captured before, and why.
    """

    __tablename__ = "anchor"
    __table_args__ = (
        CheckConstraint('(start IS NULL) = ("end" IS NULL)', name="both_ends"),
        CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="span"),
        CheckConstraint("(settled_at IS NULL) = (settled_why IS NULL)", name="settled"),
        Index(None, "claim_id", "id"),
        Index(None, "evidence_id", "id"),
        Index(None, "observation_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    observation_id: Mapped[int] = mapped_column(ForeignKey("observation.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    evidence_id: Mapped[int | None] = mapped_column(ForeignKey("evidence.id"))
    health: Mapped[AnchorHealth]
    start: Mapped[int | None]
    end: Mapped[int | None]
    settled_at: Mapped[dt.datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    settled_why: Mapped[str | None]


class Watch(Base):
    """When a document is looked at next; without a row, or without ``next_at``, nobody watches it.

    ``failures`` counts the looks in a row that brought nothing. ``paused_why`` is a person's reason not to look.
    """

    __tablename__ = "watch"
    __table_args__ = (Index(None, "next_at"),)

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True, autoincrement=False)
    next_at: Mapped[dt.datetime | None]
    looked_at: Mapped[dt.datetime | None]
    failures: Mapped[int] = mapped_column(default=0)
    paused_why: Mapped[str | None]
