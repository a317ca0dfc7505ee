"""What sources are copies of: the machine's suggestions, and texts that may be the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from db.models import Capture, Document, OriginSuggestion, Source, User
from db.queries import fulltext
from db.rows import OriginSuggestionRow
from db.vocabulary import ResemblanceDecision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_ORDER = (ResemblanceDecision.SUGGESTED, ResemblanceDecision.CONFIRMED, ResemblanceDecision.DISMISSED)
_A_RUN = 5  # candidates looked at for each run of words
_MOST = 8


class Alike(NamedTuple):
    """A source whose newest text may be the same as another one's; ``published`` is an EDTF date."""

    source_id: int
    title: str
    published: str | None
    text: str


def of_source(session: Session, source_id: int) -> tuple[OriginSuggestionRow, ...]:
    """List the suggestions about a source, from either end: open ones first, then confirmed, then dismissed ones."""
    source, other = aliased(Document, name="source"), aliased(Document, name="other")
    asked = (
        select(OriginSuggestion, source.title, other.title, User.name)
        .join(source, source.id == OriginSuggestion.source_id)
        .outerjoin(other, other.id == OriginSuggestion.other_id)
        .outerjoin(User, User.id == OriginSuggestion.decided_by_id)
        .where(or_(OriginSuggestion.source_id == source_id, OriginSuggestion.other_id == source_id))
    )
    rows = [
        OriginSuggestionRow(
            kept.id,
            kept.source_id,
            title,
            kept.other_id,
            other_title,
            kept.other_url,
            kept.other_name,
            kept.kind,
            kept.why,
            kept.decision,
            decided_by,
            kept.decided_at,
        )
        for kept, title, other_title, decided_by in session.execute(asked)
    ]
    return tuple(sorted(rows, key=lambda row: (_ORDER.index(row.decision), row.id)))


def waiting(session: Session) -> int:
    """Count the suggestions that nobody has decided."""
    decided = OriginSuggestion.decision == ResemblanceDecision.SUGGESTED
    return session.scalar(select(func.count()).select_from(OriginSuggestion).where(decided)) or 0


def alike(session: Session, source_id: int, text_sha256: str, runs: Sequence[Sequence[str]]) -> tuple[Alike, ...]:
    """Find the sources whose newest text is the same, or has one of these runs of words; at most eight, with texts."""
    same = select(Capture.id).where(Capture.text_sha256 == text_sha256).order_by(Capture.id.desc()).limit(_MOST)
    found = dict.fromkeys(session.scalars(same))
    for run in runs:
        found.update(dict.fromkeys(fulltext.best(session, fulltext.CAPTURES, tuple(run), (), _A_RUN)))
    others = (
        select(Capture.document_id)
        .join(Source, Source.id == Capture.document_id)
        .where(Capture.id.in_(list(found)), Capture.document_id != source_id)
        .distinct()
        .order_by(Capture.document_id)
        .limit(_MOST)
    )
    newest = (
        select(func.max(Capture.id))
        .where(Capture.document_id.in_(others), Capture.text.is_not(None))
        .group_by(Capture.document_id)
    )
    asked = (
        select(Document.id, Document.title, Document.published, Capture.text)
        .join(Capture, Capture.document_id == Document.id)
        .where(Capture.id.in_(newest))
        .order_by(Document.id)
    )
    return tuple(Alike(row.id, row.title, row.published, row.text or "") for row in session.execute(asked))
