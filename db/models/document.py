"""Documents: what articles and sources have in common, in one table."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.vocabulary import DocumentType


class Document(Base):
    """A published text. ``published`` is an EDTF level 0 date: ``2024``, ``2024-08`` or ``2024-08-06``."""

    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("length(title) > 0", name="title"),
        CheckConstraint("published IS NULL OR length(published) IN (4, 7, 10)", name="published"),
        CheckConstraint("type <> 'article' OR desk_id IS NOT NULL", name="article_has_desk"),
        CheckConstraint("type <> 'source' OR source_kind IS NOT NULL", name="source_has_kind"),
        Index(None, "type", "id"),
        Index(None, "type", "url"),
        Index(None, "type", "published"),
        Index(None, "type", "publisher"),
    )
    __mapper_args__ = {"polymorphic_on": "type"}  # noqa: RUF012 - SQLAlchemy's own way to declare it

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(100), unique=True)
    type: Mapped[DocumentType]
    title: Mapped[str]
    title_is_description: Mapped[bool] = mapped_column(default=False)
    author: Mapped[str | None]
    publisher: Mapped[str | None]
    url: Mapped[str | None]
    published: Mapped[str | None] = mapped_column(String(10))
    language: Mapped[str | None] = mapped_column(String(35))
    note: Mapped[str | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    version: Mapped[int] = mapped_column(default=1)
