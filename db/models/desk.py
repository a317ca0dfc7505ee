"""A desk: a part of the newsroom with its own rules."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now


class Desk(Base):
    """A desk and the rules that it works by."""

    __tablename__ = "desk"
    __table_args__ = (CheckConstraint("stale_after_days > 0", name="stale_after_days"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    allow_self_signing: Mapped[bool] = mapped_column(default=False)
    stale_after_days: Mapped[int] = mapped_column(default=365)
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    version: Mapped[int] = mapped_column(default=1)
