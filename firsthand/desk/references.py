"""References: an article's own pointers, tied by a person to the desk's sources."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Article, Capture, Reference
from db.vocabulary import EventAction, Role
from firsthand.desk.actor import Actor
from firsthand.desk.record import find_article, find_source, row_of, tell_of_document
from firsthand.errors import NotFoundError


def tie_reference(session: Session, actor: Actor, reference_id: int, source_id: int | None) -> Reference:
    """Put on file that a reference points to a source of the desk, or, with None, that it points to none.

    A link that the article repeats is tied wherever it stands in the same capture.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="tie references to sources")
    reference = row_of(session, Reference, reference_id)
    if reference is None:
        raise NotFoundError("reference", reference_id)
    source = find_source(session, source_id) if source_id is not None else None
    if reference.source_id == source_id:
        return reference
    before = find_source(session, reference.source_id).uid if reference.source_id is not None else None
    same = select(Reference).where(Reference.capture_id == reference.capture_id, Reference.href == reference.href)
    for link in session.scalars(same):
        link.source_id = source_id
    tell_of_document(
        session,
        actor,
        EventAction.REFERENCE_TIED,
        _article_of(session, reference),
        before={"source": before},
        after={"address": reference.href, "source": source.uid if source else None},
    )
    return reference


def _article_of(session: Session, reference: Reference) -> Article:
    capture = session.get_one(Capture, reference.capture_id)
    return find_article(session, capture.document_id)
