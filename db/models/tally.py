"""Tallies: small sums kept by triggers in the transaction of each change, so that counts stay fast at any size.

A test proves them by recounting. Nullable words are stored as '' here, because they are part of the key.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class ClaimTally(Base):
    """How many claims of a desk are in a state, with a finding, checkable or not, backed by which tier at best."""

    __tablename__ = "claim_tally"

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    work_state: Mapped[str] = mapped_column(String(32), primary_key=True)
    substance_finding: Mapped[str] = mapped_column(String(32), primary_key=True)
    checkable: Mapped[bool] = mapped_column(primary_key=True)
    best_tier: Mapped[str] = mapped_column(String(32), primary_key=True)
    claims: Mapped[int]


class FlagTally(Base):
    """How many claims of a desk carry a flag."""

    __tablename__ = "flag_tally"

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    flag: Mapped[str] = mapped_column(String(32), primary_key=True)
    claims: Mapped[int]


class SourceTally(Base):
    """How many pieces of evidence, and how many claims, rest on a source; withdrawn evidence does not count.

    Every source has its row from the start, with its kind and its captures beside the sums, so that a list of
    sources by claims walks along one index whatever it leaves out.
    """

    __tablename__ = "source_tally"
    __table_args__ = (
        Index(None, "claims", "source_id"),
        Index(None, "source_kind", "claims", "source_id"),
        Index(None, "captured", "claims", "source_id"),
    )

    source_id: Mapped[int] = mapped_column(ForeignKey("document.id"), primary_key=True)
    source_kind: Mapped[str] = mapped_column(String(32))
    evidence: Mapped[int]
    claims: Mapped[int]
    captures: Mapped[int]
    captured: Mapped[bool]


class RecordTally(Base):
    """How many rows there are of a kind, for the figures that everybody asks for first."""

    __tablename__ = "record_tally"

    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    records: Mapped[int]
