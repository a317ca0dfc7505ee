"""Captures: the immutable record of one fetch."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import CaptureMethod, CaptureOutcome


class Capture(Base):
    """Bytes by their SHA-256 (kept in the blob store), and the text frozen from them. Never changed, never deleted.

    What was fetched also has the ``status`` of the last answer, its ``headers`` (``{"fields": [[name, value], ...]}``),
    the ``hops`` on the way there (``{"hops": [{"url", "status", "address"}, ...]}``), the type that was declared beside
    the one it was taken for (``media_type``), and when a failed fetch may be tried again.
    """

    __tablename__ = "capture"
    __table_args__ = (
        CheckConstraint("outcome <> 'complete' OR (sha256 IS NOT NULL AND text IS NOT NULL)", name="complete"),
        CheckConstraint("outcome = 'complete' OR reason IS NOT NULL", name="reason"),
        CheckConstraint("(text IS NULL) = (text_sha256 IS NULL)", name="text_sha256"),
        Index(None, "document_id", "id"),
        Index(None, "sha256"),
        Index(None, "text_sha256"),
        Index(None, "outcome", "document_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(100), unique=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    method: Mapped[CaptureMethod]
    outcome: Mapped[CaptureOutcome]
    reason: Mapped[str | None]
    sha256: Mapped[str | None] = mapped_column(String(64))
    size: Mapped[int | None]
    media_type: Mapped[str | None] = mapped_column(String(200))
    file_name: Mapped[str | None]
    url: Mapped[str | None]
    text: Mapped[str | None]
    text_sha256: Mapped[str | None] = mapped_column(String(64))
    extractor: Mapped[str | None] = mapped_column(String(100))
    taken_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    status: Mapped[int | None]
    declared_type: Mapped[str | None] = mapped_column(String(200))
    headers: Mapped[dict[str, Any] | None]
    hops: Mapped[dict[str, Any] | None]
    started_at: Mapped[dt.datetime | None]
    retry_at: Mapped[dt.datetime | None]
