"""Deeds on an article's references: tied to a source of the desk, or made one."""

from __future__ import annotations

from dashboard.actions.attempts import refused, writing
from dashboard.outcome import Outcome
from dashboard.texts import references as texts
from dashboard.wish import Followed, Tied
from db.errors import FirsthandError
from db.queries import references
from db.rows import UserRow, document_ref
from db.vocabulary import DocumentType
from firsthand import desk
from firsthand.errors import NotFoundError


def carry_out(person: UserRow, wish: Tied | Followed) -> Outcome:
    """Tie a reference, or add the source that it leads to and tie it to that."""
    actor = desk.Actor.of(person)
    try:
        with writing() as session:
            source_id = wish.source_id if isinstance(wish, Tied) else None
            if isinstance(wish, Followed):
                row = references.get(session, wish.reference_id)
                if row is None:
                    raise NotFoundError("reference", wish.reference_id)
                fields = desk.DocumentFields(row.words.strip() or row.href, title_is_description=True, url=row.href)
                source_id = desk.add_source(session, actor, wish.kind, fields).id
            desk.tie_reference(session, actor, wish.reference_id, source_id)
    except FirsthandError as error:
        return refused(error)
    if source_id is None:
        return Outcome(True, texts.UNTIED)
    ref = document_ref(DocumentType.SOURCE, source_id)
    return Outcome(True, texts.added(ref) if isinstance(wish, Followed) else texts.tied(ref), ref=ref)
