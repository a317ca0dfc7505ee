"""What the library of sources is summed up by: small sums kept by triggers, proved by recounting in a test."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.models.tally import BY_TRIGGER


class SourceTier(Base):
    """How many live pieces of evidence use a source as which tier."""

    __tablename__ = "source_tier"
    __table_args__ = (Index(None, "tier", "source_id"), {"info": BY_TRIGGER})

    source_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    tier: Mapped[str] = mapped_column(String(32), primary_key=True)
    pieces: Mapped[int]


class LibraryTally(Base):
    """How many sources some claim rests on (``used``), have a text (``captured``), or are used as a tier (its word)."""

    __tablename__ = "library_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012 - SQLAlchemy's own way to declare it

    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    sources: Mapped[int]
