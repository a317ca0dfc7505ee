"""Sources: the documents that claims are checked against, and how they hang together."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, utc_now
from db.models.document import Document
from db.vocabulary import DocumentType, SourceKind, SourceRelationKind


class Source(Document):
    """A source; how primary it is depends on the claim, so the tier is on the evidence."""

    __mapper_args__ = {"polymorphic_identity": DocumentType.SOURCE}  # noqa: RUF012

    source_kind: Mapped[SourceKind | None]


class SourceRelation(Base):
    """Read «source KIND other»: this source reprints that one."""

    __tablename__ = "source_relation"
    __table_args__ = (
        UniqueConstraint("source_id", "other_id", "kind"),
        CheckConstraint("source_id <> other_id", name="not_itself"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    other_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    kind: Mapped[SourceRelationKind]
    note: Mapped[str | None]
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    added_at: Mapped[dt.datetime] = mapped_column(default=utc_now)
