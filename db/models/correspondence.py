"""What surrounds the work on a claim: searches, requests for a reply, comments."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import ReplyState, SearchOutcome


class SearchEntry(Base):
    """A search for a source: where, with which words, and what it brought. Append-only."""

    __tablename__ = "search_entry"
    __table_args__ = (Index(None, "claim_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    place: Mapped[str]
    query: Mapped[str]
    outcome: Mapped[SearchOutcome]
    note: Mapped[str | None]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    at: Mapped[dt.datetime] = mapped_column(default=utc_now)


class ReplyRequest(Base):
    """A question put to somebody whom the claim concerns."""

    __tablename__ = "reply_request"
    __table_args__ = (
        CheckConstraint("(state = 'answered') = (answer IS NOT NULL)", name="answer"),
        CheckConstraint("(state = 'awaited') = (settled_at IS NULL)", name="settled"),
        Index(None, "claim_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    addressee: Mapped[str]
    question: Mapped[str]
    due: Mapped[dt.date | None]
    state: Mapped[ReplyState]
    answer: Mapped[str | None]
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    asked_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    settled_at: Mapped[dt.datetime | None]


class Comment(Base):
    """A remark on a claim; a blocking one has to be resolved before sign-off."""

    __tablename__ = "comment"
    __table_args__ = (
        CheckConstraint("length(body) > 0", name="body"),
        CheckConstraint("(resolved_at IS NULL) = (resolved_by_id IS NULL)", name="resolved"),
        Index(None, "claim_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    body: Mapped[str]
    blocking: Mapped[bool] = mapped_column(default=False)
    at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    resolved_at: Mapped[dt.datetime | None]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
