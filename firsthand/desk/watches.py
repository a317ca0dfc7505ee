"""The watch over a document, paused and resumed by a person."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.models import Article, Source, Watch
from db.vocabulary import EventAction, Role
from firsthand.desk.actor import Actor
from firsthand.desk.documents import find_document
from firsthand.desk.planning import wanted_look, watch_of
from firsthand.desk.record import tell_of_document
from firsthand.errors import GuardError, InvalidError


def pause_watch(session: Session, actor: Actor, document_id: int, why: str) -> Watch:
    """Look at a document no more until somebody resumes it; raises ``InvalidError`` without a reason."""
    actor.require(Role.CHECKER, Role.EDITOR, to="pause the watch")
    document = find_document(session, document_id)
    watch = watch_of(session, document)
    if not why.strip():
        raise InvalidError("Give a reason for not looking at it.")
    if watch.paused_why is not None:
        raise GuardError("Nobody looks at it already.")
    watch.paused_why, watch.next_at = why.strip(), None
    _tell(session, actor, document, watched=False, why=why)
    return watch


def resume_watch(session: Session, actor: Actor, document_id: int) -> Watch:
    """Look at a document again, as often as its claims want it, and soon."""
    actor.require(Role.CHECKER, Role.EDITOR, to="resume the watch")
    document = find_document(session, document_id)
    watch = watch_of(session, document)
    if watch.paused_why is None:
        raise GuardError("It is looked at already.")
    watch.paused_why, watch.failures = None, 0
    wanted = wanted_look(session, document, 0, actor.now())
    watch.next_at = None if wanted is None else actor.now()
    _tell(session, actor, document, watched=True, why=None)
    return watch


def _tell(session: Session, actor: Actor, document: Article | Source, *, watched: bool, why: str | None) -> None:
    changed = EventAction.ARTICLE_CHANGED if isinstance(document, Article) else EventAction.SOURCE_CHANGED
    tell_of_document(
        session, actor, changed, document, why=why, before={"watched": not watched}, after={"watched": watched}
    )
