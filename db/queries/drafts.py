"""What became of the machine's drafts: the precision as the desk experiences it, of an article and week by week."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import case, exists, func, select

from db.models import Article, Claim, DraftTally
from db.queries import articles, board_claims, cursors
from db.queries.periods import in_weeks, monday
from db.rows import ArticleRow, BoardFilter, DraftCount, Paged
from db.vocabulary import ClaimOrigin, DraftFate, WorkState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

_WAITING = Claim.work_state == WorkState.DETECTED
_FATE = case(
    (_WAITING, DraftFate.WAITING.value),
    (Claim.work_state == WorkState.NOT_FOR_US, DraftFate.TURNED_AWAY.value),
    else_=DraftFate.KEPT.value,
)
_DRAFTED = Claim.origin == ClaimOrigin.MACHINE


class Waiting(NamedTuple):
    """An article with the number of its claims that are drafts yet, and of all the drafts that it had."""

    article: ArticleRow
    waiting: int
    drafts: int


def of_article(session: Session, article_id: int) -> tuple[DraftCount, ...]:
    """Count an article's drafts by what drafted them and by their fate."""
    counted = (
        select(Claim.drafted_by, _FATE, func.count())
        .where(Claim.article_id == article_id, _DRAFTED)
        .group_by(Claim.drafted_by, _FATE)
    )
    return _counts((None, by or "", fate, claims) for by, fate, claims in session.execute(counted))


def by_week(session: Session, where: BoardFilter) -> tuple[DraftCount, ...]:
    """Count drafts by the week in which they came, by what drafted them and by their fate; the oldest week first."""
    if board_claims.tallied(where):
        desk = [] if where.desk_id is None else [DraftTally.desk_id == where.desk_id]
        key = (DraftTally.came, DraftTally.drafted_by, DraftTally.fate)
        total: Any = func.sum(DraftTally.claims)
        asked = select(*key, total).where(*desk, *in_weeks(DraftTally.came, where.came)).group_by(*key)
        return _counts(
            (week, by, fate, int(claims)) for week, by, fate, claims in session.execute(asked.having(total > 0))
        )
    conditions = [*board_claims.conditions(session, where), _DRAFTED]
    found = session.execute(select(Claim.created_at, Claim.drafted_by, _FATE).where(*conditions))
    counted = Counter((_week(came), by or "", fate) for came, by, fate in found)
    return _counts((*key, claims) for key, claims in counted.items())


def _week(came: dt.datetime) -> str:
    return monday(came.date()).isoformat()


def _counts(rows: Iterable[tuple[str | None, str, str, int]]) -> tuple[DraftCount, ...]:
    return tuple(DraftCount(week, by, DraftFate(fate), claims) for week, by, fate, claims in sorted(rows, key=repr))


def articles_waiting(session: Session, after: str | None = None, size: int = 30) -> Paged[Waiting]:
    """List the articles with drafts that nobody has judged, the newest first."""
    waits = exists().where(Claim.article_id == Article.id, _WAITING)
    asked = select(Article.id).where(waits).order_by(Article.id.desc()).limit(size + 1)
    begin = cursors.read(after, "articles-waiting", int)
    ids = list(session.scalars(asked if begin is None else asked.where(Article.id < begin[0])))
    listed = ids[:size]
    counted = (
        select(Claim.article_id, func.sum(case((_WAITING, 1), else_=0)), func.count())
        .where(Claim.article_id.in_(listed), _DRAFTED | _WAITING)
        .group_by(Claim.article_id)
    )
    counts = {article: (int(waiting), drafts) for article, waiting, drafts in session.execute(counted)}
    rows = tuple(Waiting(row, *counts[row.id]) for row in articles.of_ids(session, listed))
    return Paged(rows, cursors.write("articles-waiting", listed[-1]) if len(ids) > size else None)
