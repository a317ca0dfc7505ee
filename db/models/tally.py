"""Tallies: small sums kept by triggers in the transaction of each change, so that counts stay fast at any size.

A test proves them by recounting. Nullable words are stored as '' here, because they are part of the key. A week is the
date of its Monday in UTC, ``2024-08-05``.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.models.claim import Claim
from db.models.event import Event
from db.vocabulary import WorkState

# Triggers make it anew when the rows that it sums up are copied, so that no backup copies it.
BY_TRIGGER = {"by_trigger": True}
EVERY_DESK = 0
# Where a claim waits for somebody: its age is worth knowing.
WAITING = tuple(state for state in WorkState if not state.closed)
# Triggers on events look up the claim: where rows are copied in the order of the tables, claims have to be there first.
Event.__table__.add_is_dependent_on(Claim.__table__)  # type: ignore[attr-defined]  # declared as any FromClause


class Deed(StrEnum):
    """What is counted when it happens to a claim; a claim may see both more than once."""

    SIGNED_OFF = "signed_off"
    REOPENED = "reopened"


class ClaimTally(Base):
    """How many claims of a desk are in a state, with a finding, checkable or not, backed by which tier at best."""

    __tablename__ = "claim_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012 - SQLAlchemy's own way to declare it

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    work_state: Mapped[str] = mapped_column(String(32), primary_key=True)
    substance_finding: Mapped[str] = mapped_column(String(32), primary_key=True)
    checkable: Mapped[bool] = mapped_column(primary_key=True)
    best_tier: Mapped[str] = mapped_column(String(32), primary_key=True)
    claims: Mapped[int]


class FlagTally(Base):
    """How many claims of a desk carry a flag."""

    __tablename__ = "flag_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012 - SQLAlchemy's own way to declare it

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
        {"info": BY_TRIGGER},
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
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012

    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    records: Mapped[int]


class WeekTally(Base):
    """How many claims of a desk that came in a week are in a state; with a finding where they are signed.

    ``settled`` are those that the board's share of primary evidence counts, of a type that sources can settle and not
    turned away; ``first_hand`` those of them with primary evidence.
    """

    __tablename__ = "week_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    came: Mapped[str] = mapped_column(String(10), primary_key=True)
    work_state: Mapped[str] = mapped_column(String(32), primary_key=True)
    substance_finding: Mapped[str] = mapped_column(String(32), primary_key=True)
    settled: Mapped[bool] = mapped_column(primary_key=True)
    first_hand: Mapped[bool] = mapped_column(primary_key=True)
    claims: Mapped[int]


class FlagWeekTally(Base):
    """What ``FlagTally`` counts, split by the week in which the desk took the claims on file."""

    __tablename__ = "flag_week_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    came: Mapped[str] = mapped_column(String(10), primary_key=True)
    flag: Mapped[str] = mapped_column(String(32), primary_key=True)
    claims: Mapped[int]


class AgeTally(Base):
    """How many claims wait in a state, by the week since when, and by the week in which they came."""

    __tablename__ = "age_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    work_state: Mapped[str] = mapped_column(String(32), primary_key=True)
    since: Mapped[str] = mapped_column(String(10), primary_key=True)
    came: Mapped[str] = mapped_column(String(10), primary_key=True)
    claims: Mapped[int]


class DraftTally(Base):
    """How many of the machine's drafts that came in a week met which fate, by what drafted them.

    ``fate`` is a ``DraftFate``; kept over all judged is the precision as the desk experiences it.
    """

    __tablename__ = "draft_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    came: Mapped[str] = mapped_column(String(10), primary_key=True)
    drafted_by: Mapped[str] = mapped_column(String(100), primary_key=True)
    fate: Mapped[str] = mapped_column(String(32), primary_key=True)
    claims: Mapped[int]


class ClaimDeed(Base):
    """When a claim was signed off or reopened, each time that it was, by the event that tells it."""

    __tablename__ = "claim_deed"
    __table_args__ = (
        Index(None, "deed", "at", "claim_id"),
        Index(None, "claim_id", "deed", "at"),
        {"info": BY_TRIGGER},
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    deed: Mapped[str] = mapped_column(String(32))
    at: Mapped[dt.datetime]


class FlowTally(Base):
    """How many claims were signed off or reopened in a week, by the week in which they came."""

    __tablename__ = "flow_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    week: Mapped[str] = mapped_column(String(10), primary_key=True)
    deed: Mapped[str] = mapped_column(String(32), primary_key=True)
    came: Mapped[str] = mapped_column(String(10), primary_key=True)
    claims: Mapped[int]


class SpeakerTally(Base):
    """How first hand the claims of a speaker on a desk are backed.

    ``settled`` is what it is in ``WeekTally``.
    """

    __tablename__ = "speaker_tally"
    __table_args__ = {"info": BY_TRIGGER}  # noqa: RUF012

    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), primary_key=True)
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    best_tier: Mapped[str] = mapped_column(String(32), primary_key=True)
    settled: Mapped[bool] = mapped_column(primary_key=True)
    claims: Mapped[int]


class SpeakerTotal(Base):
    """How many claims a speaker made on a desk; under desk 0 on all of them, where every speaker has a row."""

    __tablename__ = "speaker_total"
    __table_args__ = (Index(None, "desk_id", "claims", "speaker_id"), {"info": BY_TRIGGER})

    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"), primary_key=True)
    desk_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    claims: Mapped[int]
