"""What a person keeps for themselves; nothing of it changes the record, and none of it leaves an event."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now


class SavedView(Base):
    """The query of a page's address under a name."""

    __tablename__ = "saved_view"
    __table_args__ = (
        UniqueConstraint("user_id", "page", "name"),
        CheckConstraint("length(name) > 0", name="name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    page: Mapped[str] = mapped_column(String(100))
    name: Mapped[str] = mapped_column(String(200))
    query: Mapped[str]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)


class Look(Base):
    """When a person last looked at a thing (a page, a record), and the number of the newest event then."""

    __tablename__ = "look"

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), primary_key=True)
    thing: Mapped[str] = mapped_column(String(100), primary_key=True)
    seq: Mapped[int]
    at: Mapped[dt.datetime] = mapped_column(default=utc_now)
