"""Articles: the published texts whose claims are checked."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.document import Document
from db.vocabulary import DocumentType


class Article(Document):
    """An article, which belongs to a desk."""

    __mapper_args__ = {"polymorphic_identity": DocumentType.ARTICLE}  # noqa: RUF012

    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"))


Index(None, Article.desk_id, Article.id)
