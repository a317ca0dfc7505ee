"""Reviews: acts of judgement, kept for good."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import AttributionFinding, Confidence, ReviewKind, SubstanceFinding


class Review(Base):
    """One act of judgement on the claim as it stood at ``claim_version`` with ``content_hash``. Append-only.

    ``looked_at`` lists the uids of the evidence that a re-check went through.
    """

    __tablename__ = "review"
    __table_args__ = (Index(None, "claim_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    kind: Mapped[ReviewKind]
    substance_finding: Mapped[SubstanceFinding | None]
    attribution_finding: Mapped[AttributionFinding | None]
    confidence: Mapped[Confidence | None]
    note: Mapped[str | None]
    looked_at: Mapped[dict[str, Any] | None]
    claim_version: Mapped[int]
    content_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[dt.datetime] = mapped_column(default=utc_now)
