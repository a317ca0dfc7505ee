"""Evidence: passages of sources put forward on claims."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Base, utc_now
from db.vocabulary import Aspect, MatchGrade, NumberComparison, Stance, Tier


class Passage(Base):
    """A place in a source: exact words, what stands before and after, and where, if a capture has been taken.

    The selectors are those of the W3C Web Annotation model: position (``start``, ``end``) and quote (``exact``,
    ``prefix``, ``suffix``) side by side. ``locator`` is the place in words ("page 3, paragraph 2").
    """

    __tablename__ = "passage"
    __table_args__ = (
        CheckConstraint("length(exact) > 0", name="exact"),
        CheckConstraint('(capture_id IS NULL) = (start IS NULL) AND (start IS NULL) = ("end" IS NULL)', name="place"),
        CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="span"),
        Index(None, "source_id"),
        Index(None, "capture_id", "start"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    capture_id: Mapped[int | None] = mapped_column(ForeignKey("capture.id"))
    start: Mapped[int | None]
    end: Mapped[int | None]
    exact: Mapped[str]
    prefix: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    locator: Mapped[str | None]


class Evidence(Base):
    """A passage on a claim: which side of the claim it speaks to, what it does, and how first-hand it is for it."""

    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_why IS NULL)", name="withdrawn"),
        Index(None, "claim_id", "id", "source_id", "withdrawn_at"),
        Index(None, "source_id", "withdrawn_at", "claim_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(100), unique=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    passage_id: Mapped[int] = mapped_column(ForeignKey("passage.id"), index=True)
    aspect: Mapped[Aspect]
    stance: Mapped[Stance]
    tier: Mapped[Tier]
    grade: Mapped[MatchGrade | None]
    number_comparison: Mapped[NumberComparison | None]
    note: Mapped[str | None]
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    added_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    withdrawn_at: Mapped[dt.datetime | None]
    withdrawn_why: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)

    passage: Mapped[Passage] = relationship(lazy="joined", innerjoin=True)
