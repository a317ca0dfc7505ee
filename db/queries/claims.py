"""Claims: pages of them, one of them, everything on one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import Claim
from db.queries import claim_filters, claim_leaders, claim_orders, claim_rows, claim_tallies, cursors, fulltext, words
from db.queries.claim_files import file
from db.queries.claim_orders import ClaimOrder, Section
from db.rows import ClaimFilter, ClaimRow, Paged

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Row, Select
    from sqlalchemy.orm import Session

__all__ = ["ClaimOrder", "count", "file", "get", "of_article", "page", "versions"]

LARGEST_PAGE = 500
_BEST_MATCHES = 50


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
        asked = claim_leaders.selected(session, where)
        found = fulltext.best(session, fulltext.CLAIMS, words.read(where.text), asked, min(size, _BEST_MATCHES))
        return Paged(claim_rows.of_ids(session, found))
    parts = claim_orders.sections(session, where, order)
    start, begin = _where_to_begin(parts, after)
    listed: list[tuple[Section, Row[Any]]] = []
    for part in parts[start:]:
        listed += [(part, row) for row in session.execute(part.first(begin, size + 1 - len(listed)))]
        if len(listed) > size:
            break
        begin = None
    rows = claim_rows.of_ids(session, [row[-1] for _, row in listed[:size]])
    last, key = listed[size - 1] if len(listed) > size else (None, ())
    return Paged(rows, cursors.write(last.name, *key) if last else None)


def _where_to_begin(parts: list[Section], after: str | None) -> tuple[int, list[int | dt.datetime] | None]:
    """Find the part of a list that a cursor points into, and the place in it; the very beginning for no cursor."""
    for number, part in enumerate(parts):
        begin = cursors.read(after, part.name, *part.types)
        if begin is not None:
            return number, begin
    return 0, None


def get(session: Session, claim_id: int) -> ClaimRow | None:
    """Find one claim."""
    return next(iter(claim_rows.of_ids(session, [claim_id])), None)


def of_article(session: Session, article_id: int) -> tuple[ClaimRow, ...]:
    """List all claims of an article in the order of its text."""
    ids = session.scalars(select(Claim.id).where(Claim.article_id == article_id).order_by(Claim.start, Claim.id))
    return claim_rows.of_ids(session, list(ids))


def count(session: Session, where: ClaimFilter, *, at_most: int = 10_000) -> int:
    """Count the claims of a filter: all of them where the tallies know, else by looking, up to ``at_most``."""
    known = claim_tallies.tallied(session, where)
    if known is not None:
        return known
    if where.text.strip():
        asked = claim_leaders.selected(session, where, claim_leaders.RARE_FOR_COUNTING)
        return fulltext.count(session, fulltext.CLAIMS, words.read(where.text), asked, at_most)
    some = _one_by_one(session, where).limit(at_most).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def _one_by_one(session: Session, where: ClaimFilter) -> Select[Any]:
    """Select the claims of a filter for counting, each once: from a list, along a period's index, or as may be."""
    first = claim_leaders.leader(session, where, claim_leaders.RARE_FOR_COUNTING)
    if first is None:
        return select(Claim.id).where(*claim_filters.conditions(session, where, None))
    if first.along is None:
        return first.led(claim_filters.conditions(session, where, first)).distinct()
    return select(Claim.id).where(*claim_filters.conditions(session, where, None, by=(), along=first.along))


def versions(session: Session, ids: Sequence[int]) -> dict[int, int]:
    """Tell the versions of claims; one that does not exist is left out."""
    return dict(session.execute(select(Claim.id, Claim.version).where(Claim.id.in_(ids))).all()) if ids else {}
