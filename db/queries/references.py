"""References: the links of an article as they stand in one capture of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Capture, Document, Reference
from db.rows import ReferenceRow
from db.vocabulary import DocumentType

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, ScalarSelect
    from sqlalchemy.orm import Session

_CHUNK = 500  # of values in a statement; both databases take more, and no article needs them
_ROWS = (
    select(
        Reference.id,
        Reference.capture_id,
        Reference.place,
        Reference.href,
        Reference.words,
        Reference.start,
        Reference.end,
        Reference.source_id,
        Document.title.label("source_title"),
    )
    .outerjoin(Document, Document.id == Reference.source_id)
    .order_by(Reference.place)
)


def of_capture(session: Session, capture_id: int) -> tuple[ReferenceRow, ...]:
    """List the references of one capture in the order of its text."""
    return _rows(session, Reference.capture_id == capture_id)


def of_article(session: Session, article_id: int) -> tuple[ReferenceRow, ...]:
    """List the references of an article as its newest capture with a text has them."""
    newest: ScalarSelect[int] = (
        select(func.max(Capture.id))
        .where(Capture.document_id == article_id, Capture.text.is_not(None))
        .scalar_subquery()
    )
    return _rows(session, Reference.capture_id == newest)


def get(session: Session, reference_id: int) -> ReferenceRow | None:
    """Find one reference."""
    return next(iter(_rows(session, Reference.id == reference_id)), None)


def sources_at(session: Session, urls: Sequence[str]) -> dict[str, int]:
    """Tell which of these addresses are those of sources; where several have one, the source that was added first."""
    found: dict[str, int] = {}
    for start in range(0, len(urls), _CHUNK):
        asked = (
            select(Document.url, func.min(Document.id))
            .where(Document.type == DocumentType.SOURCE, Document.url.in_(urls[start : start + _CHUNK]))
            .group_by(Document.url)
        )
        found |= {url: number for url, number in session.execute(asked) if url}
    return found


def _rows(session: Session, condition: ColumnElement[bool]) -> tuple[ReferenceRow, ...]:
    return tuple(ReferenceRow(**row) for row in session.execute(_ROWS.where(condition)).mappings())
