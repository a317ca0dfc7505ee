"""Claims: one checkable statement each, bound to its literal words in a capture of its article."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import (
    AttributionFinding,
    ClaimOrigin,
    ClaimRelationKind,
    ClaimType,
    Confidence,
    Flag,
    NotForUsReason,
    ResemblanceDecision,
    SubstanceFinding,
    Tier,
    Withdrawal,
    WorkState,
)


class Claim(Base):
    """A claim with its work state, its findings and the version that guards against lost updates.

    ``start`` and ``end`` are character offsets (code points) into the capture's text, and ``literal`` is what stands
    there. ``said_on`` is an EDTF level 0 date, ``said_on_text`` what the article says of it. ``worth`` is how much the
    machine held it worth checking, in thousandths. ``reading`` is what the machine read in the words, to be looked at
    and never signed: figures, and words of the statement with what they stand for (fields in ``db.rows.Reading``).
    """

    __tablename__ = "claim"
    __table_args__ = (
        CheckConstraint('start >= 0 AND "end" > start', name="span"),
        CheckConstraint("length(literal) > 0", name="literal"),
        CheckConstraint("work_state = 'detected' OR length(statement) > 0", name="statement"),
        CheckConstraint("said_on IS NULL OR length(said_on) IN (4, 7, 10)", name="said_on"),
        CheckConstraint(
            "work_state NOT IN ('in_check', 'on_hold', 'in_review') OR assignee_id IS NOT NULL", name="assignee"
        ),
        CheckConstraint("worth IS NULL OR (worth >= 0 AND worth <= 1000)", name="worth"),
        CheckConstraint("(work_state = 'on_hold') = (hold_awaiting IS NOT NULL)", name="on_hold"),
        CheckConstraint("(work_state = 'not_for_us') = (not_for_us_reason IS NOT NULL)", name="not_for_us"),
        CheckConstraint("(work_state = 'withdrawn') = (withdrawal IS NOT NULL)", name="withdrawn"),
        CheckConstraint("(work_state = 'recheck') = (recheck_trigger IS NOT NULL)", name="recheck"),
        CheckConstraint(
            "(work_state IN ('signed_off', 'published', 'withdrawn')) = (signed_by_id IS NOT NULL)", name="signed_by"
        ),
        CheckConstraint("(signed_by_id IS NULL) = (signed_at IS NULL)", name="signed_at"),
        CheckConstraint("(signed_by_id IS NULL) = (content_hash IS NULL)", name="content_hash"),
        CheckConstraint(
            "work_state NOT IN ('in_review', 'signed_off', 'published')"
            " OR (substance_finding IS NOT NULL AND attribution_finding IS NOT NULL)",
            name="findings",
        ),
        Index(None, "article_id", "start", "id"),
        Index(None, "article_id", "work_state", "substance_finding"),
        # The queue, of one desk and of all, by either order: each status is one range of one of these.
        # The dates that claims are picked out by stand in them as well, so that walking past a claim does not read it.
        Index(None, "desk_id", "work_state", "id", "said_on"),
        Index(
            "ix_claim_oldest_of_desk",
            "desk_id",
            "work_state",
            "state_since",
            "id",
            "substance_finding",
            "created_at",
            "said_on",
        ),
        Index(None, "desk_id", "work_state", "substance_finding", "id"),
        Index(None, "work_state", "id", "said_on"),
        Index("ix_claim_oldest", "work_state", "state_since", "id", "substance_finding", "created_at", "said_on"),
        Index(None, "work_state", "substance_finding", "id"),
        Index(None, "assignee_id", "work_state", "id"),
        # By speaker, with all that is counted of a speaker's claims, so that counting reads nothing else.
        Index(
            "ix_claim_of_speaker",
            "speaker_id",
            "created_at",
            "id",
            "desk_id",
            "work_state",
            "substance_finding",
            "attribution_finding",
            "best_tier",
            "checkable",
            "said_on",
        ),
        Index(None, "created_at", "id", "desk_id"),
        Index(None, "said_on", "id", "desk_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(100), unique=True)
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"))
    article_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    capture_id: Mapped[int] = mapped_column(ForeignKey("capture.id"))
    start: Mapped[int]
    end: Mapped[int]
    literal: Mapped[str]
    statement: Mapped[str]
    claim_type: Mapped[ClaimType]
    checkable: Mapped[bool]
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speaker.id"))
    speaker_as_named: Mapped[str | None]
    speaker_role: Mapped[str | None]
    cue: Mapped[str | None]
    quoted_words: Mapped[str | None]
    said_on: Mapped[str | None] = mapped_column(String(10))
    said_on_text: Mapped[str | None]
    said_where: Mapped[str | None]
    origin: Mapped[ClaimOrigin]
    drafted_by: Mapped[str | None] = mapped_column(String(100))
    draft_reason: Mapped[str | None]
    worth: Mapped[int | None]
    reading: Mapped[dict[str, Any] | None]

    work_state: Mapped[WorkState]
    state_since: Mapped[dt.datetime]
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    checker_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    last_editor_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    hold_awaiting: Mapped[str | None]
    hold_from: Mapped[str | None]
    hold_until: Mapped[dt.date | None]
    not_for_us_reason: Mapped[NotForUsReason | None]
    recheck_trigger: Mapped[str | None]
    withdrawal: Mapped[Withdrawal | None]

    substance_finding: Mapped[SubstanceFinding | None]
    attribution_finding: Mapped[AttributionFinding | None]
    confidence: Mapped[Confidence | None]
    finding_note: Mapped[str | None]
    best_tier: Mapped[Tier | None]

    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    signed_at: Mapped[dt.datetime | None]
    self_signed: Mapped[bool] = mapped_column(default=False)
    content_hash: Mapped[str | None] = mapped_column(String(64))

    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {  # noqa: RUF012
        # The desk compares versions with what the person saw; this makes the database refuse what slips past it.
        "version_id_col": version,
        "version_id_generator": False,
    }


class ClaimFlag(Base):
    """A flag that a claim carries now; recomputed in the transaction of every change to its backing."""

    __tablename__ = "claim_flag"
    __table_args__ = (Index(None, "flag", "claim_id"),)

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    flag: Mapped[Flag] = mapped_column(primary_key=True)
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"))


class ClaimRelation(Base):
    """Read «claim KIND other»: this claim repeats that one."""

    __tablename__ = "claim_relation"
    __table_args__ = (
        UniqueConstraint("claim_id", "other_id", "kind"),
        CheckConstraint("claim_id <> other_id", name="not_itself"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), index=True)
    kind: Mapped[ClaimRelationKind]
    note: Mapped[str | None]
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    added_at: Mapped[dt.datetime] = mapped_column(default=utc_now)


class Resemblance(Base):
    """The machine's suggestion that a claim says what an earlier one said, and what a person made of it.

    ``score`` (thousandths) orders the suggestions of one claim. A confirmed one has its ``ClaimRelation`` beside it.
    """

    __tablename__ = "resemblance"
    __table_args__ = (
        CheckConstraint("claim_id <> other_id", name="not_itself"),
        CheckConstraint("score >= 0", name="score"),
        CheckConstraint("(decision = 'suggested') = (decided_at IS NULL)", name="decided"),
        Index(None, "decision", "claim_id"),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("claim.id"), primary_key=True, index=True)
    score: Mapped[int]
    decision: Mapped[ResemblanceDecision] = mapped_column(default=ResemblanceDecision.SUGGESTED)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    decided_at: Mapped[dt.datetime | None]
