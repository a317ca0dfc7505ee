"""References: an article's own pointers to its sources, as they stand in one capture of it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base


class Reference(Base):
    """A link of the article with the words that it stands on.

    ``place`` counts the references of a capture in the order of the text. ``start`` and ``end`` are where the words
    stand in the capture's text, both absent where that could not be told. ``source_id`` is the source that a person
    tied the reference to.
    """

    __tablename__ = "reference"
    __table_args__ = (
        CheckConstraint("length(href) > 0", name="href"),
        CheckConstraint('(start IS NULL) = ("end" IS NULL)', name="both_ends"),
        CheckConstraint('start IS NULL OR (start >= 0 AND "end" > start)', name="span"),
        Index(None, "capture_id", "place", unique=True),
        Index(None, "source_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    capture_id: Mapped[int] = mapped_column(ForeignKey("capture.id"))
    place: Mapped[int]
    href: Mapped[str]
    words: Mapped[str]
    start: Mapped[int | None]
    end: Mapped[int | None]
    source_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
