"""Events: anything that happened, append-only and chained."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.vocabulary import EventAction, RecordType


class Event(Base):
    """One event. ``seq`` counts up without gaps, ``hash`` covers every other column and the hash before it.

    ``at`` is when it happened, ``recorded_at`` when this record learned of it; they differ for loaded cases.
    ``actor`` is the person's address as it was then, or the machine's name.
    """

    __tablename__ = "event"
    __table_args__ = (
        Index(None, "record_type", "record_id", "seq"),
        Index(None, "article_id", "seq"),
        Index(None, "actor", "seq"),
        Index(None, "action", "seq"),
        Index(None, "at", "seq"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime]
    recorded_at: Mapped[dt.datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    actor: Mapped[str] = mapped_column(String(320))
    action: Mapped[EventAction]
    record_type: Mapped[RecordType]
    record_id: Mapped[int]
    article_id: Mapped[int | None]
    why: Mapped[str | None]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    previous_hash: Mapped[str] = mapped_column(String(64), unique=True)
    hash: Mapped[str] = mapped_column(String(64))
