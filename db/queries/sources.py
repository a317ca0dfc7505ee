"""Sources, what rests on them, and how they hang together."""

from __future__ import annotations

import dataclasses
from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, literal, select, tuple_, union_all

from db.models import Capture, Claim, Document, Evidence, LibraryTally, Passage, RecordTally, SourceTally, SourceTier
from db.queries import cursors, fulltext, source_captures, source_rows, words
from db.queries.source_relations import network, of_one_origin, relations
from db.queries.source_rows import of_ids
from db.rows import Impact, LibraryFigures, Paged, SourceFilter, SourceRow, SourceUse, parse_ref
from db.vocabulary import DocumentType, Tier, VerificationStatus, WorkState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import InstrumentedAttribute, Session

__all__ = [
    "SourceOrder",
    "choices",
    "get",
    "impact",
    "library",
    "network",
    "numbers",
    "of_ids",
    "page",
    "relations",
    "uses",
]

LARGEST_PAGE = 500
_RARE = 5000  # sources
_TABLE = Document.__table__.c


class SourceOrder(StrEnum):
    """Orders of the list, each along an index: by claims that rest on them, or the newest on file first."""

    CLAIMS = "sources"
    NEWEST = "newest sources"

    @property
    def key(self) -> tuple[InstrumentedAttribute[int], ...]:
        """The columns that order the list; the last one is unique."""
        if self is SourceOrder.NEWEST:
            return (SourceTally.source_id,)
        return (SourceTally.claims, SourceTally.source_id)


def page(
    session: Session,
    where: SourceFilter,
    *,
    order: SourceOrder = SourceOrder.CLAIMS,
    after: str | None = None,
    size: int = 50,
) -> Paged[SourceRow]:
    """List sources in full; ``text`` looks for words of title, publisher and author."""
    size = max(1, min(size, LARGEST_PAGE))
    asked = _conditions(session, where)
    begin = cursors.read(after, order.value, *(int for _ in order.key))
    if begin is not None:
        asked.append(tuple_(*order.key) < tuple_(*(literal(value) for value in begin)))
    keys = session.execute(_keys(where, order, asked, size + 1)).all()
    rows = _in_full(session, of_ids(session, [key.source_id for key in keys[:size]]))
    return Paged(rows, cursors.write(order.value, *keys[size - 1]) if len(keys) > size else None)


def numbers(session: Session, where: SourceFilter, limit: int) -> tuple[int, ...]:
    """List the ids of sources, those that most claims rest on first, up to ``limit``."""
    keys = session.execute(_keys(where, SourceOrder.CLAIMS, _conditions(session, where), limit)).all()
    return tuple(key.source_id for key in keys)


def get(session: Session, source_id: int) -> SourceRow | None:
    """Find one source, in full."""
    return next(iter(_in_full(session, of_ids(session, [source_id]))), None)


def library(session: Session) -> LibraryFigures:
    """Sum up all sources."""
    counted = dict(session.execute(select(LibraryTally.kind, LibraryTally.sources)).all())
    every = session.scalar(select(RecordTally.records).where(RecordTally.kind == DocumentType.SOURCE.value))
    return LibraryFigures(
        sources=every or 0,
        used=counted.get("used", 0),
        captured=counted.get("captured", 0),
        tiers=tuple((tier, counted[tier.value]) for tier in Tier if counted.get(tier.value)),
    )


def choices(session: Session, text: str, limit: int = 20) -> tuple[SourceRow, ...]:
    """Offer sources to pick from: by short id, by address, or by words; without a text, those most claims rest on."""
    if not text.strip():
        keys = session.execute(_keys(SourceFilter(), SourceOrder.CLAIMS, [], limit)).all()
        return of_ids(session, [key.source_id for key in keys])
    number = parse_ref(text, "FS")
    if number is not None:
        return of_ids(session, [number])
    at_address = select(_TABLE.id).where(_TABLE.type == DocumentType.SOURCE, _TABLE.url == text.strip()).limit(limit)
    found = [*session.scalars(at_address), *_found(session, text, limit)]
    return of_ids(session, list(dict.fromkeys(found))[:limit])


def impact(session: Session, source_id: int) -> Impact:
    """Sum up the claims that rest on a source."""
    resting = select(Evidence.claim_id).where(Evidence.source_id == source_id, Evidence.withdrawn_at.is_(None))
    groups = session.execute(
        select(Claim.work_state, Claim.substance_finding, Claim.article_id, func.count())
        .where(Claim.id.in_(resting))
        .group_by(Claim.work_state, Claim.substance_finding, Claim.article_id)
    ).all()
    counted: Counter[VerificationStatus] = Counter()
    for state, finding, _, claims in groups:
        counted[VerificationStatus.of(state, finding)] += claims
    return Impact(
        statuses=tuple((status, counted[status]) for status in VerificationStatus if counted[status]),
        articles=len({article_id for _, _, article_id, _ in groups}),
        signed=sum(claims for state, _, _, claims in groups if state.signed),
    )


def uses(
    session: Session,
    source_id: int,
    *,
    limit: int = 1000,
    signed_only: bool = False,
    evidence_id: int | None = None,
    capture_id: int | None = None,
) -> tuple[SourceUse, ...]:
    """List the claims that rest on a source, newest first, one row for each piece of evidence that still counts.

    ``capture_id`` keeps those whose passage was taken from this capture, whether or not its place in it is known.
    """
    among = [Evidence.id == evidence_id] if evidence_id is not None else []
    if capture_id is not None:
        among.append(Passage.capture_id == capture_id)
    if signed_only:
        among.append(Claim.work_state.in_([state for state in WorkState if state.signed]))
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
            Claim.version.label("claim_version"),
        )
        .join(Claim, Claim.id == Evidence.claim_id)
        .join(Document, Document.id == Claim.article_id)
        .join(Passage, Passage.id == Evidence.passage_id)
        .where(Evidence.source_id == source_id, Evidence.withdrawn_at.is_(None), *among)
        .order_by(Evidence.claim_id.desc(), Evidence.id)
        .limit(limit)
    )
    return tuple(SourceUse(**row._mapping) for row in session.execute(asked))  # noqa: SLF001 - SQLAlchemy's public name


def _in_full(session: Session, rows: Sequence[SourceRow]) -> tuple[SourceRow, ...]:
    """Add to sources what a list and their own page tell of them."""
    ids = [row.id for row in rows]
    if not ids:
        return ()
    tiers, origins = source_rows.tiers(session, ids), of_one_origin(session, ids)
    readable = source_rows.last_captures(session, ids, Capture.text.is_not(None))
    newest = source_rows.last_captures(session, ids)
    return tuple(
        dataclasses.replace(
            row,
            tiers=tiers.get(row.id, ()),
            readable=readable.get(row.id),
            newest=newest.get(row.id),
            of_one_origin=origins[row.id],
        )
        for row in rows
    )


def _found(session: Session, text: str, limit: int = fulltext.CANDIDATES) -> list[int]:
    asked = [_TABLE.type == DocumentType.SOURCE]
    return fulltext.best(session, fulltext.DOCUMENTS, words.read(text), asked, limit)


def _conditions(session: Session, where: SourceFilter) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if where.captured is not None:
        asked.append(SourceTally.captured == where.captured)
    if where.used is not None:
        asked.append(SourceTally.claims > 0 if where.used else SourceTally.claims == 0)
    names = {where.publisher} if where.publisher else where.publishers
    if names is not None:
        theirs = _TABLE.publisher.in_(sorted(names))
        asked.append(_among(session, _TABLE.id, _TABLE.type == DocumentType.SOURCE, theirs))
    if where.addressed is not None:
        has = _TABLE.url.is_not(None) if where.addressed else _TABLE.url.is_(None)
        asked.append(exists().where(_TABLE.id == SourceTally.source_id, has))
    if where.outcomes:
        asked.append(source_captures.newest_is(session, SourceTally.source_id, where.outcomes))
    if where.changed_since is not None:
        asked.append(SourceTally.source_id.in_(source_captures.changed_since(session, where.changed_since)))
    if where.tiers:
        live = SourceTier.tier.in_([tier.value for tier in where.tiers]), SourceTier.pieces > 0
        asked.append(_among(session, SourceTier.source_id, *live))
    if where.text.strip():
        asked.append(SourceTally.source_id.in_(_found(session, where.text)))
    return asked


def _among(session: Session, number: Any, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:  # noqa: ANN401
    """Begin with what is rare, by its numbers; where there is much of it, a page is full soon by looking one by one."""
    some = select(literal(1)).where(*conditions).limit(_RARE).subquery()
    if (session.scalar(select(func.count()).select_from(some)) or 0) < _RARE:
        return SourceTally.source_id.in_(select(number).where(*conditions))
    return exists().where(number == SourceTally.source_id, *conditions)


def _keys(
    where: SourceFilter, order: SourceOrder, asked: list[ColumnElement[bool]], limit: int
) -> Select[*tuple[Any, ...]]:
    """Find the keys of one page: by claims, each kind is one range of an index, so their first ones are merged."""
    sorting = [column.desc() for column in order.key]
    if not where.kinds or order is SourceOrder.NEWEST:
        some = [SourceTally.source_kind.in_([kind.value for kind in where.kinds])] if where.kinds else []
        return select(*order.key).where(*asked, *some).order_by(*sorting).limit(limit)
    parts = [
        select(
            select(*order.key)
            .where(SourceTally.source_kind == kind.value, *asked)
            .order_by(*sorting)
            .limit(limit)
            .subquery()
        )
        for kind in sorted(where.kinds)
    ]
    merged = union_all(*parts).subquery()
    return select(merged).order_by(merged.c.claims.desc(), merged.c.source_id.desc()).limit(limit)
