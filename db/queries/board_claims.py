"""The claims that the board is about, where no tally knows them: conditions, and which articles they are from."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, select

from db.models import Claim, Document
from db.queries.claim_filters import unindexed
from db.queries.periods import in_days, whole_weeks
from db.rows import BoardFilter
from db.vocabulary import DocumentType, WorkState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# The newest so many claims of a filter stand for all of them where looking at each would take too long.
NEWEST = 2000
SETTLED = and_(Claim.checkable, Claim.work_state != WorkState.NOT_FOR_US)


def tallied(where: BoardFilter) -> bool:
    """Tell whether the tallies know the claims: those of desks and whole weeks."""
    return where.article_id is None and where.speaker_id is None and whole_weeks(where.came)


def of_desk_alone(where: BoardFilter) -> bool:
    """Tell whether a desk is all that is asked for."""
    return dataclasses.replace(where, desk_id=None) == BoardFilter()


def conditions(session: Session, where: BoardFilter) -> list[ColumnElement[bool]]:
    """Select the claims of a filter, to be looked up by article, by speaker, or by when they came."""
    asked: list[ColumnElement[bool]] = []
    if where.article_id is not None:
        asked.append(Claim.article_id == where.article_id)
    if where.speaker_id is not None:
        speaker = Claim.speaker_id if where.article_id is None else unindexed(session, Claim.speaker_id)
        asked.append(speaker == where.speaker_id)
    if where.desk_id is not None:
        asked.append(unindexed(session, Claim.desk_id) == where.desk_id)
    return asked if where.came is None else [*asked, *in_days(Claim.created_at, where.came)]


def newest_articles(session: Session, where: BoardFilter, limit: int, *asked: ColumnElement[bool]) -> list[int]:
    """Find the newest articles that have such claims, by number; of a speaker or a period, among the newest claims."""
    if where.article_id is not None:
        return [where.article_id]
    if where.speaker_id is not None or where.came is not None:
        newest = (
            select(Claim.article_id)
            .where(*conditions(session, where), *asked)
            .order_by(Claim.created_at.desc(), Claim.id.desc())
            .limit(NEWEST)
            .subquery()
        )
        found = select(newest.c.article_id).distinct().order_by(newest.c.article_id.desc())
        return list(session.scalars(found.limit(limit)))
    articles: Any = Document.__table__.c
    claimed = exists().where(Claim.article_id == articles.id, *asked)
    found = select(articles.id).where(articles.type == DocumentType.ARTICLE, claimed)
    if where.desk_id is not None:
        found = found.where(articles.desk_id == where.desk_id)
    return list(session.scalars(found.order_by(articles.id.desc()).limit(limit)))
