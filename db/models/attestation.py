"""Attestations: what an archive of the web was asked to keep, and what it answered."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import Archive, AttestationState


class Attestation(Base):
    """A request to an archive about one capture's address; ``ticket`` is the archive's own number for it."""

    __tablename__ = "attestation"
    __table_args__ = (
        CheckConstraint("state NOT IN ('refused', 'failed') OR reason IS NOT NULL", name="reason"),
        CheckConstraint("state <> 'done' OR address IS NOT NULL", name="address"),
        Index(None, "capture_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    capture_id: Mapped[int] = mapped_column(ForeignKey("capture.id"))
    archive: Mapped[Archive]
    state: Mapped[AttestationState]
    address: Mapped[str | None]
    archived_at: Mapped[dt.datetime | None]
    ticket: Mapped[str | None] = mapped_column(String(200))
    reason: Mapped[str | None]
    asked_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    settled_at: Mapped[dt.datetime | None]
