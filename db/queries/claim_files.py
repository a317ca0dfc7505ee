"""The file of one claim: everything the desk has on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select, union_all
from sqlalchemy.orm import aliased

from db.models import (
    Capture,
    Claim,
    ClaimRelation,
    Comment,
    Document,
    Evidence,
    Passage,
    ReplyRequest,
    Review,
    SearchEntry,
    Source,
    User,
)
from db.queries import articles, claim_rows
from db.rows import ClaimFile, ClaimRelationRow, CommentRow, EvidenceRow, ReplyRow, ReviewRow, SearchRow

if TYPE_CHECKING:
    from sqlalchemy import Executable
    from sqlalchemy.orm import Session

    from db.rows import ClaimRow

CONTEXT = 400  # characters of the article shown before and after the claim's words
_resolver = aliased(User, name="resolver")


def file(session: Session, claim_id: int) -> ClaimFile | None:
    """Collect everything on one claim; None where there is no such claim."""
    claim = next(iter(claim_rows.of_ids(session, [claim_id])), None)
    article = articles.get(session, claim.article_id) if claim else None
    if claim is None or article is None:
        return None
    before, after = _context(session, claim)
    return ClaimFile(
        claim=claim,
        article=article,
        context_before=before,
        context_after=after,
        evidence=evidence(session, claim_id),
        reviews=_reviews(session, claim_id),
        searches=_searches(session, claim_id),
        replies=_replies(session, claim_id),
        comments=_comments(session, claim_id),
        relations=_relations(session, claim_id),
    )


def evidence(session: Session, claim_id: int) -> tuple[EvidenceRow, ...]:
    """List the evidence on a claim, withdrawn pieces included."""
    asked = (
        select(
            Evidence.id,
            Evidence.uid,
            Evidence.claim_id,
            Evidence.source_id,
            Document.title.label("source_title"),
            Document.title_is_description.label("source_title_is_description"),
            Document.publisher.label("source_publisher"),
            Document.url.label("source_url"),
            Document.published.label("source_published"),
            Source.__table__.c.source_kind,
            Document.language.label("source_language"),
            Passage.capture_id,
            Passage.start,
            Passage.end,
            Passage.exact,
            Passage.prefix,
            Passage.suffix,
            Passage.locator,
            Evidence.aspect,
            Evidence.stance,
            Evidence.tier,
            Evidence.grade,
            Evidence.number_comparison,
            Evidence.note,
            User.name.label("added_by"),
            Evidence.added_at,
            Evidence.withdrawn_at,
            Evidence.withdrawn_why,
            Evidence.version,
        )
        .join(Passage, Passage.id == Evidence.passage_id)
        .join(Document, Document.id == Evidence.source_id)
        .outerjoin(User, User.id == Evidence.added_by_id)
        .where(Evidence.claim_id == claim_id)
        .order_by(Evidence.id)
    )
    return _rows(session, asked, EvidenceRow)


def _rows(session: Session, asked: Executable, row_type: type[Any]) -> tuple[Any, ...]:
    return tuple(row_type(**row._mapping) for row in session.execute(asked))  # noqa: SLF001 - SQLAlchemy's public name


def _context(session: Session, claim: ClaimRow) -> tuple[str, str]:
    """Read what stands around the claim's words; SQL counts characters from 1."""
    start = max(0, claim.start - CONTEXT)
    row = session.execute(
        select(
            func.substr(Capture.text, start + 1, claim.start - start),
            func.substr(Capture.text, claim.end + 1, CONTEXT),
        ).where(Capture.id == claim.capture_id)
    ).first()
    return (row[0] or "", row[1] or "") if row else ("", "")


def _reviews(session: Session, claim_id: int) -> tuple[ReviewRow, ...]:
    asked = (
        select(
            Review.id,
            User.name.label("reviewer"),
            Review.kind,
            Review.substance_finding,
            Review.attribution_finding,
            Review.confidence,
            Review.note,
            Review.claim_version,
            Review.at,
        )
        .join(User, User.id == Review.reviewer_id)
        .where(Review.claim_id == claim_id)
        .order_by(Review.id)
    )
    return _rows(session, asked, ReviewRow)


def _searches(session: Session, claim_id: int) -> tuple[SearchRow, ...]:
    asked = (
        select(
            SearchEntry.id,
            SearchEntry.place,
            SearchEntry.query,
            SearchEntry.outcome,
            SearchEntry.note,
            User.name.label("by"),
            SearchEntry.at,
        )
        .outerjoin(User, User.id == SearchEntry.by_id)
        .where(SearchEntry.claim_id == claim_id)
        .order_by(SearchEntry.id)
    )
    return _rows(session, asked, SearchRow)


def _replies(session: Session, claim_id: int) -> tuple[ReplyRow, ...]:
    asked = (
        select(
            ReplyRequest.id,
            ReplyRequest.addressee,
            ReplyRequest.question,
            ReplyRequest.due,
            ReplyRequest.state,
            ReplyRequest.answer,
            User.name.label("asked_by"),
            ReplyRequest.asked_at,
            ReplyRequest.settled_at,
        )
        .outerjoin(User, User.id == ReplyRequest.asked_by_id)
        .where(ReplyRequest.claim_id == claim_id)
        .order_by(ReplyRequest.id)
    )
    return _rows(session, asked, ReplyRow)


def _comments(session: Session, claim_id: int) -> tuple[CommentRow, ...]:
    asked = (
        select(
            Comment.id,
            User.name.label("author"),
            Comment.body,
            Comment.blocking,
            Comment.at,
            Comment.resolved_at,
            _resolver.name.label("resolved_by"),
        )
        .join(User, User.id == Comment.author_id)
        .outerjoin(_resolver, _resolver.id == Comment.resolved_by_id)
        .where(Comment.claim_id == claim_id)
        .order_by(Comment.id)
    )
    return _rows(session, asked, CommentRow)


def _relations(session: Session, claim_id: int) -> tuple[ClaimRelationRow, ...]:
    """Read the relations from both ends: each end has an index, an OR over both would use neither."""
    ends = union_all(
        select(ClaimRelation.id).where(ClaimRelation.claim_id == claim_id),
        select(ClaimRelation.id).where(ClaimRelation.other_id == claim_id),
    ).subquery()
    other_id = case((ClaimRelation.claim_id == claim_id, ClaimRelation.other_id), else_=ClaimRelation.claim_id)
    asked = (
        select(
            ClaimRelation.id,
            ClaimRelation.claim_id,
            ClaimRelation.other_id,
            Claim.statement.label("other_statement"),
            ClaimRelation.kind,
            (ClaimRelation.claim_id == claim_id).label("outgoing"),
            ClaimRelation.note,
        )
        .join(ends, ends.c.id == ClaimRelation.id)
        .join(Claim, Claim.id == other_id)
        .order_by(ClaimRelation.id)
    )
    return _rows(session, asked, ClaimRelationRow)
