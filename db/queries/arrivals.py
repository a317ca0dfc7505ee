"""What the desk has already of an article that arrives: its bytes, its text, its address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Article, Capture, Document
from db.rows import KnownCapture
from db.vocabulary import DocumentType

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def with_text(session: Session, text_sha256: str, urls: Sequence[str]) -> KnownCapture | None:
    """Find the oldest capture of an article with exactly this text.

    The article's address has to be one of ``urls`` or unknown: two papers that print one agency's story are two
    articles. Without ``urls`` any address will do.
    """
    asked = (
        select(Capture.document_id, Capture.id)
        .join(Article, Article.id == Capture.document_id)
        .where(Capture.text_sha256 == text_sha256)
        .order_by(Capture.id)
        .limit(1)
    )
    if urls:
        asked = asked.where(Document.url.is_(None) | Document.url.in_(urls))
    row = session.execute(asked).first()
    return KnownCapture(*row) if row else None


def at_address(session: Session, urls: Sequence[str]) -> KnownCapture | None:
    """Find the newest article that goes by one of these addresses, with its newest capture."""
    row = session.execute(
        select(Document.id, func.max(Capture.id))
        .join(Capture, Capture.document_id == Document.id)
        .where(Document.type == DocumentType.ARTICLE, Document.url.in_(urls))
        .group_by(Document.id)
        .order_by(Document.id.desc())
        .limit(1)
    ).first()
    return KnownCapture(*row) if row else None
