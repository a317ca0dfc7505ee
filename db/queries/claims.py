"""Claims: pages of them, one of them, everything on one of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select, tuple_, union_all

from db.models import Claim
from db.queries import claim_filters, claim_rows, cursors, fulltext, words
from db.queries.claim_files import file
from db.rows import ClaimFilter, ClaimRow, Paged

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import InstrumentedAttribute, Session

__all__ = ["ClaimOrder", "count", "file", "get", "of_article", "page"]

LARGEST_PAGE = 500
_BEST_MATCHES = 50


class ClaimOrder(StrEnum):
    """How a list of claims is ordered."""

    NEWEST = "newest"
    OLDEST_IN_STATE = "oldest_in_state"
    TEXT_ORDER = "text_order"

    @property
    def key(self) -> tuple[InstrumentedAttribute[Any], ...]:
        """The columns that the list is sorted by."""
        match self:
            case ClaimOrder.NEWEST:
                return (Claim.id,)
            case ClaimOrder.OLDEST_IN_STATE:
                return (Claim.state_since, Claim.id)
        return (Claim.article_id, Claim.start, Claim.id)


def page(
    session: Session,
    where: ClaimFilter,
    *,
    order: ClaimOrder = ClaimOrder.NEWEST,
    after: str | None = None,
    size: int = 50,
) -> Paged[ClaimRow]:
    """List claims, ``size`` a page. With ``text`` it is one page of at most 50, best matches first."""
    size = max(1, min(size, LARGEST_PAGE))
    if where.text.strip():
        asked = claim_filters.conditions(session, where)
        found = fulltext.best(session, fulltext.CLAIMS, words.read(where.text), asked, min(size, _BEST_MATCHES))
        return Paged(claim_rows.of_ids(session, found))
    begin = cursors.read(after, order.value, *(column.type.python_type for column in order.key))
    keys = session.execute(_keys(session, where, order, begin, size + 1)).all()
    rows = claim_rows.of_ids(session, [key.id for key in keys[:size]])
    return Paged(rows, cursors.write(order.value, *keys[size - 1]) if len(keys) > size else None)


def get(session: Session, claim_id: int) -> ClaimRow | None:
    """Find one claim."""
    return next(iter(claim_rows.of_ids(session, [claim_id])), None)


def of_article(session: Session, article_id: int) -> tuple[ClaimRow, ...]:
    """List all claims of an article in the order of its text."""
    ids = session.scalars(select(Claim.id).where(Claim.article_id == article_id).order_by(Claim.start, Claim.id))
    return claim_rows.of_ids(session, list(ids))


def count(session: Session, where: ClaimFilter, *, at_most: int = 10_000) -> int:
    """Count the claims of a filter: all of them where the tallies know, else by looking, up to ``at_most``."""
    known = claim_filters.tallied(session, where)
    if known is not None:
        return known
    asked = claim_filters.conditions(session, where, claim_filters.RARE_FOR_COUNTING)
    if where.text.strip():
        return fulltext.count(session, fulltext.CLAIMS, words.read(where.text), asked, at_most)
    some = select(literal(1)).select_from(Claim).where(*asked).limit(at_most).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def _keys(
    session: Session, where: ClaimFilter, order: ClaimOrder, begin: list[int | dt.datetime] | None, limit: int
) -> Select[*tuple[Any, ...]]:
    """Find the keys of one page: the first of each branch, then the first of those."""
    parts = []
    for branch in claim_filters.branches(session, where):
        part = select(*order.key).where(*branch)
        if begin is not None:
            part = part.where(_beyond(order, begin))
        parts.append(part.order_by(*_sorting(order, order.key)).limit(limit))
    if len(parts) == 1:
        return parts[0]
    merged = union_all(*(select(part.subquery()) for part in parts)).subquery()
    return select(merged).order_by(*_sorting(order, tuple(merged.c))).limit(limit)


def _sorting(order: ClaimOrder, key: tuple[Any, ...]) -> list[ColumnElement[Any]]:
    return [column.desc() for column in key] if order is ClaimOrder.NEWEST else list(key)


def _beyond(order: ClaimOrder, begin: list[int | dt.datetime]) -> ColumnElement[bool]:
    if order is ClaimOrder.NEWEST:
        return Claim.id < begin[0]
    values = (literal(value, column.type) for value, column in zip(begin, order.key, strict=True))
    return tuple_(*order.key) > tuple_(*values)
