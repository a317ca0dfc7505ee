"""The house's own words: what it thinks of publishers, and what it calls its findings."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import PublisherKind, Tier


class Publisher(Base):
    """How first hand a publisher's documents usually are; the tier that counts is the one on each evidence.

    ``hosts`` (``{"hosts": [...]}``) are the host names, each with all below it, that are known to be the publisher's,
    ``country`` an ISO 3166 code of two letters.
    """

    __tablename__ = "publisher"
    __table_args__ = (CheckConstraint("length(name) > 0", name="name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    tier: Mapped[Tier]
    note: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    kind: Mapped[PublisherKind | None]
    country: Mapped[str | None] = mapped_column(String(2))
    hosts: Mapped[dict[str, Any] | None]


class FindingLabel(Base):
    """The word that a finding goes by instead of its usual one; codes are fixed for good."""

    __tablename__ = "finding_label"
    __table_args__ = (CheckConstraint("length(word) > 0", name="word"),)

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    word: Mapped[str] = mapped_column(String(100), unique=True)
