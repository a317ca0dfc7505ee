"""Articles in lists: filtered, and ordered by when they came or by how much is left to do in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from db.models import Article, Claim
from db.queries import articles, cursors, fulltext, periods, words
from db.rows import ArticleRow, Paged, Period
from db.vocabulary import WorkState

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

COUNTED_UP_TO = 10_000
_S = WorkState
UNDONE = (_S.DETECTED, _S.OPEN, _S.IN_CHECK, _S.ON_HOLD, _S.IN_REVIEW, _S.RECHECK)
"""The states in which a claim waits for somebody."""


class ArticleOrder(StrEnum):
    """Orders of a list of articles."""

    NEWEST = "newest"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles; an empty field asks for nothing. ``published`` is by EDTF dates, ``text`` is full-text search."""

    desk_id: int | None = None
    publisher: str | None = None
    published: Period | None = None
    text: str = ""


def page(
    session: Session, where: ArticleFilter, *, order: ArticleOrder, after: str | None = None, size: int = 50
) -> Paged[ArticleRow]:
    """List one page of articles; those with nothing left to do come last in the order of what is undone."""
    size = max(1, min(size, articles.LARGEST_PAGE))
    asked = _asked(session, where)
    if order is ArticleOrder.NEWEST:
        begin = cursors.read(after, "articles-newest", int)
        if begin is not None:
            asked.append(Article.id < begin[0])
        ids = list(session.scalars(select(Article.id).where(*asked).order_by(Article.id.desc()).limit(size + 1)))
        following = cursors.write("articles-newest", ids[size - 1]) if len(ids) > size else None
        return Paged(articles.of_ids(session, ids[:size]), following)
    left = (
        select(Claim.article_id, func.count().label("n"))
        .where(Claim.work_state.in_(UNDONE))
        .group_by(Claim.article_id)
        .subquery()
    )
    undone = func.coalesce(left.c.n, 0)
    begin = cursors.read(after, "articles-undone", int, int)
    if begin is not None:
        asked.append(or_(undone < begin[0], (undone == begin[0]) & (Article.id < begin[1])))
    rows = session.execute(
        select(Article.id, undone.label("n"))
        .outerjoin(left, left.c.article_id == Article.id)
        .where(*asked)
        .order_by(undone.desc(), Article.id.desc())
        .limit(size + 1)
    ).all()
    last = rows[size - 1] if len(rows) > size else None
    following = cursors.write("articles-undone", last.n, last.id) if last else None
    return Paged(articles.of_ids(session, [row.id for row in rows[:size]]), following)


def count(session: Session, where: ArticleFilter) -> int:
    """Count articles, up to ten thousand."""
    some = select(Article.id).where(*_asked(session, where)).limit(COUNTED_UP_TO).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def publishers(session: Session, limit: int = 200) -> tuple[str, ...]:
    """List the publishers that most articles come from."""
    asked = (
        select(Article.publisher)
        .where(Article.publisher.is_not(None))
        .group_by(Article.publisher)
        .order_by(func.count().desc(), Article.publisher)
        .limit(limit)
    )
    return tuple(sorted((name for name in session.scalars(asked) if name), key=str.casefold))


def _asked(session: Session, where: ArticleFilter) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if where.desk_id is not None:
        asked.append(Article.desk_id == where.desk_id)
    if where.publisher is not None:
        asked.append(Article.publisher == where.publisher)
    if where.published is not None:
        asked.append(periods.touching(Article.published, where.published))
    if where.text.strip():
        found = fulltext.best(session, fulltext.DOCUMENTS, words.read(where.text), asked, fulltext.CANDIDATES)
        asked.append(Article.id.in_(found))
    return asked
