"""Articles and their captures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import Article, Capture, Claim, Desk, Document, User
from db.queries import cursors, fulltext, words
from db.rows import ArticleRow, CaptureRow, Hop, KnownCapture, Paged
from db.vocabulary import DocumentType, SubstanceFinding, VerificationStatus, WorkState

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.orm import Session

LARGEST_PAGE = 500
_ORDER = "articles"
_TABLE = Document.__table__.c

_ROWS = select(
    _TABLE.id,
    _TABLE.uid,
    _TABLE.desk_id,
    Desk.name.label("desk"),
    _TABLE.title,
    _TABLE.title_is_description,
    _TABLE.author,
    _TABLE.publisher,
    _TABLE.url,
    _TABLE.published,
    _TABLE.language,
    _TABLE.created_at,
    _TABLE.version,
).outerjoin_from(Document.__table__, Desk, Desk.id == _TABLE.desk_id)

_CAPTURES = select(
    Capture.id,
    Capture.document_id,
    Capture.method,
    Capture.outcome,
    Capture.reason,
    Capture.sha256,
    Capture.size,
    Capture.media_type,
    Capture.file_name,
    Capture.url,
    Capture.extractor,
    func.length(Capture.text).label("characters"),
    Capture.taken_at,
    User.name.label("taken_by"),
    Capture.status,
    Capture.declared_type,
    Capture.hops,
    Capture.started_at,
    Capture.retry_at,
).outerjoin(User, User.id == Capture.taken_by_id)


def page(
    session: Session, *, desk_id: int | None = None, text: str = "", after: str | None = None, size: int = 50
) -> Paged[ArticleRow]:
    """List articles, newest first; ``text`` looks for words of title, publisher, author and note."""
    size = max(1, min(size, LARGEST_PAGE))
    asked = [_TABLE.type == DocumentType.ARTICLE]
    if desk_id is not None:
        asked.append(_TABLE.desk_id == desk_id)
    if text.strip():
        found = fulltext.best(session, fulltext.DOCUMENTS, words.read(text), asked, fulltext.CANDIDATES)
        asked.append(_TABLE.id.in_(found))
    begin = cursors.read(after, _ORDER, int)
    if begin is not None:
        asked.append(_TABLE.id < begin[0])
    ids = session.scalars(select(_TABLE.id).where(*asked).order_by(_TABLE.id.desc()).limit(size + 1)).all()
    return Paged(of_ids(session, ids[:size]), cursors.write(_ORDER, ids[size - 1]) if len(ids) > size else None)


def get(session: Session, article_id: int) -> ArticleRow | None:
    """Find one article."""
    return next(iter(of_ids(session, [article_id])), None)


def of_ids(session: Session, ids: Sequence[int], counted: Sequence[ColumnElement[bool]] = ()) -> tuple[ArticleRow, ...]:
    """Fetch articles, with their claims (those that are ``counted``) by status, in the order of their ids as given."""
    if not ids:
        return ()
    counts: defaultdict[int, defaultdict[VerificationStatus, int]] = defaultdict(lambda: defaultdict(int))
    group = (Claim.article_id, Claim.work_state, Claim.substance_finding)
    for row in session.execute(
        select(*group, func.count().label("n")).where(Claim.article_id.in_(ids), *counted).group_by(*group)
    ):
        counts[row.article_id][VerificationStatus.of(row.work_state, row.substance_finding)] += row.n
    rows = {
        row.id: ArticleRow(**row._mapping, statuses=in_order(counts[row.id]))  # noqa: SLF001 - SQLAlchemy's public name
        for row in session.execute(_ROWS.where(_TABLE.type == DocumentType.ARTICLE, _TABLE.id.in_(ids)))
    }
    return tuple(rows[article_id] for article_id in ids if article_id in rows)


def in_order(counts: dict[VerificationStatus, int]) -> tuple[tuple[VerificationStatus, int], ...]:
    """Put counts into the fixed order of the statuses, those with nothing left out."""
    return tuple((status, counts[status]) for status in VerificationStatus if counts.get(status))


def status_of_group(work_state: str, substance_finding: str) -> VerificationStatus:
    """Read a tally's key, in which '' stands for no finding."""
    finding = SubstanceFinding(substance_finding) if substance_finding else None
    return VerificationStatus.of(WorkState(work_state), finding)


def captures(session: Session, document_id: int) -> tuple[CaptureRow, ...]:
    """List the captures of an article or a source, newest first, without their texts."""
    asked = _CAPTURES.where(Capture.document_id == document_id).order_by(Capture.id.desc())
    return tuple(_capture(row) for row in session.execute(asked))


def _capture(row: Row[*tuple[Any, ...]]) -> CaptureRow:
    known = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    hops = (known.pop("hops") or {}).get("hops", ())
    return CaptureRow(**known, hops=tuple(Hop(hop["url"], hop.get("status"), hop.get("address")) for hop in hops))


def text(session: Session, capture_id: int) -> str | None:
    """Read the frozen text of a capture; None where it has none."""
    return session.scalar(select(Capture.text).where(Capture.id == capture_id))


def find_by_sha256(session: Session, sha256: str) -> tuple[KnownCapture, ...]:
    """Find captures of articles that hold exactly these bytes, oldest first."""
    asked = (
        select(Capture.document_id, Capture.id)
        .join(Article, Article.id == Capture.document_id)
        .where(Capture.sha256 == sha256)
        .order_by(Capture.id)
    )
    return tuple(KnownCapture(*row) for row in session.execute(asked))
