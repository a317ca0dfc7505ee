"""Sources, what rests on them, and how they hang together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select, tuple_, union_all
from sqlalchemy.orm import aliased

from db.models import Claim, Document, Evidence, Passage, SourceRelation, SourceTally
from db.queries import cursors, fulltext, words
from db.rows import Paged, SourceFilter, SourceRelationRow, SourceRow, SourceUse, parse_ref
from db.vocabulary import DocumentType

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

LARGEST_PAGE = 500
_ORDER = "sources"
_TABLE = Document.__table__.c
_KEY = (SourceTally.claims, SourceTally.source_id)

_ROWS = select(
    _TABLE.id,
    _TABLE.uid,
    _TABLE.title,
    _TABLE.title_is_description,
    _TABLE.author,
    _TABLE.publisher,
    _TABLE.url,
    _TABLE.published,
    _TABLE.language,
    _TABLE.source_kind.label("kind"),
    _TABLE.note,
    _TABLE.created_at,
    _TABLE.version,
    SourceTally.evidence,
    SourceTally.claims,
    SourceTally.captures,
    SourceTally.captured,
).join_from(Document.__table__, SourceTally, SourceTally.source_id == _TABLE.id)


def page(session: Session, where: SourceFilter, *, after: str | None = None, size: int = 50) -> Paged[SourceRow]:
    """List sources, those that most claims rest on first; ``text`` looks for words of title, publisher and author."""
    size = max(1, min(size, LARGEST_PAGE))
    asked: list[ColumnElement[bool]] = []
    if where.captured is not None:
        asked.append(SourceTally.captured == where.captured)
    if where.text.strip():
        asked.append(SourceTally.source_id.in_(_found(session, where.text)))
    begin = cursors.read(after, _ORDER, int, int)
    if begin is not None:
        asked.append(tuple_(*_KEY) < tuple_(*(literal(value) for value in begin)))
    keys = session.execute(_keys(where, asked, size + 1)).all()
    rows = of_ids(session, [key.source_id for key in keys[:size]])
    return Paged(rows, cursors.write(_ORDER, *keys[size - 1]) if len(keys) > size else None)


def get(session: Session, source_id: int) -> SourceRow | None:
    """Find one source."""
    return next(iter(of_ids(session, [source_id])), None)


def of_ids(session: Session, ids: Sequence[int]) -> tuple[SourceRow, ...]:
    """Fetch sources in the order of their ids as given."""
    if not ids:
        return ()
    rows = {
        row.id: SourceRow(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
        for row in session.execute(_ROWS.where(_TABLE.id.in_(ids)))
    }
    return tuple(rows[source_id] for source_id in ids if source_id in rows)


def choices(session: Session, text: str, limit: int = 20) -> tuple[SourceRow, ...]:
    """Offer sources to pick from: by short id, by address, or by words; without a text, those most claims rest on."""
    if not text.strip():
        return page(session, SourceFilter(), size=limit).rows
    number = parse_ref(text, "FS")
    if number is not None:
        return of_ids(session, [number])
    at_address = select(_TABLE.id).where(_TABLE.type == DocumentType.SOURCE, _TABLE.url == text.strip()).limit(limit)
    found = [*session.scalars(at_address), *_found(session, text, limit)]
    return of_ids(session, list(dict.fromkeys(found))[:limit])


def uses(session: Session, source_id: int, *, limit: int = 1000) -> tuple[SourceUse, ...]:
    """List the claims that rest on a source, newest first, one row for each piece of evidence that still counts."""
    asked = (
        select(
            Evidence.id.label("evidence_id"),
            Evidence.claim_id,
            Claim.statement,
            Claim.article_id,
            Document.title.label("article_title"),
            Claim.work_state,
            Claim.substance_finding,
            Evidence.stance,
            Evidence.tier,
            Passage.exact,
            Passage.locator,
            Passage.capture_id,
            Passage.start,
            Passage.end,
        )
        .join(Claim, Claim.id == Evidence.claim_id)
        .join(Document, Document.id == Claim.article_id)
        .join(Passage, Passage.id == Evidence.passage_id)
        .where(Evidence.source_id == source_id, Evidence.withdrawn_at.is_(None))
        .order_by(Evidence.claim_id.desc(), Evidence.id)
        .limit(limit)
    )
    return tuple(SourceUse(**row._mapping) for row in session.execute(asked))  # noqa: SLF001


def relations(session: Session, source_id: int) -> tuple[SourceRelationRow, ...]:
    """List the relations of a source, from either end, oldest first."""
    source, other = aliased(Document, name="source"), aliased(Document, name="other")
    ends = union_all(
        select(SourceRelation.id).where(SourceRelation.source_id == source_id),
        select(SourceRelation.id).where(SourceRelation.other_id == source_id),
    ).subquery()
    asked = (
        select(
            SourceRelation.id,
            SourceRelation.source_id,
            source.title.label("source_title"),
            SourceRelation.other_id,
            other.title.label("other_title"),
            SourceRelation.kind,
            SourceRelation.note,
        )
        .join(ends, ends.c.id == SourceRelation.id)
        .join(source, source.id == SourceRelation.source_id)
        .join(other, other.id == SourceRelation.other_id)
        .order_by(SourceRelation.id)
    )
    return tuple(SourceRelationRow(**row._mapping) for row in session.execute(asked))  # noqa: SLF001


def _found(session: Session, text: str, limit: int = fulltext.CANDIDATES) -> list[int]:
    asked = [_TABLE.type == DocumentType.SOURCE]
    return fulltext.best(session, fulltext.DOCUMENTS, words.read(text), asked, limit)


def _keys(where: SourceFilter, asked: list[ColumnElement[bool]], limit: int) -> Select[*tuple[Any, ...]]:
    """Find the keys of one page: each kind is one range of an index, so their first ones are merged."""
    order = [column.desc() for column in _KEY]
    if not where.kinds:
        return select(*_KEY).where(*asked).order_by(*order).limit(limit)
    parts = [
        select(
            select(*_KEY).where(SourceTally.source_kind == kind.value, *asked).order_by(*order).limit(limit).subquery()
        )
        for kind in sorted(where.kinds)
    ]
    merged = union_all(*parts).subquery()
    return select(merged).order_by(merged.c.claims.desc(), merged.c.source_id.desc()).limit(limit)
