"""Speakers: whom content is attributed to."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import SpeakerKind


class Speaker(Base):
    """A person or a body that speaks."""

    __tablename__ = "speaker"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(100), unique=True)
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[SpeakerKind]
    note: Mapped[str | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)


class SpeakerRole(Base):
    """What a speaker was, and when: ``since`` and ``until`` are EDTF dates, open where None."""

    __tablename__ = "speaker_role"
    __table_args__ = (Index(None, "speaker_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speaker.id"))
    role: Mapped[str]
    since: Mapped[str | None] = mapped_column(String(10))
    until: Mapped[str | None] = mapped_column(String(10))
