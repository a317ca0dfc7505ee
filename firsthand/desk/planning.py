"""When documents are looked at again: planned with every deed on a claim, and anew after every look.

A deed brings the next look forward and never puts it off: what all claims together want is asked only after a look,
so that a deed on one claim does not have to read the others that rest on the same source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from db.models import Article, Claim, Evidence, Source, Watch
from db.queries import watches
from firsthand.desk.actor import Actor
from firsthand.desk.record import row_of
from firsthand.schedule import interval, next_look


def expect_looks(session: Session, actor: Actor, claim: Claim, evidence: Sequence[Evidence]) -> None:
    """See that what a claim rests on is looked at as soon as the claim's state wants it."""
    now = actor.now()
    often = interval({claim.work_state}, now - claim.signed_at if claim.signed_at else dt.timedelta.max)
    if often is None:
        return
    placed = {piece.source_id for piece in evidence if piece.passage.capture_id is not None}
    for document in watches.expected(session, {claim.article_id, *placed}):
        wanted = max(now, (document.looked_at or now) + often)
        if not document.planned:
            session.execute(insert(Watch).values(document_id=document.document_id, next_at=wanted, failures=0))
        elif not document.paused and (
            document.next_at is None or (document.next_at > wanted and not document.failures)
        ):
            session.execute(update(Watch).where(Watch.document_id == document.document_id).values(next_at=wanted))


def looked_at(
    session: Session, document: Article | Source, now: dt.datetime, *, failed: bool, retry_at: dt.datetime | None = None
) -> None:
    """Note that a document has been looked at, and plan the next look by all the claims that rest on it."""
    watch = watch_of(session, document)
    watch.looked_at = now
    watch.failures = watch.failures + 1 if failed else 0
    watch.next_at = None if watch.paused_why else wanted_look(session, document, watch.failures, now, retry_at)
    session.flush()


def plan_look(session: Session, document: Article | Source, now: dt.datetime) -> bool:
    """Plan the first look at a document for which nothing has been planned; whether anybody wants one."""
    if row_of(session, Watch, document.id) is not None:
        return False
    wanted = wanted_look(session, document, 0, now)
    if wanted is not None:
        session.execute(insert(Watch).values(document_id=document.id, next_at=wanted, failures=0))
    return wanted is not None


def wanted_look(
    session: Session,
    document: Article | Source,
    failures: int,
    now: dt.datetime,
    retry_at: dt.datetime | None = None,
) -> dt.datetime | None:
    """Tell when a document that is looked at now is to be looked at again; None for never."""
    if not (document.url or "").lower().startswith(("http://", "https://")):
        return None
    resting = watches.resting(session, document.id, document.type)
    changed = watches.last_change(session, document.id)
    last = max((moment for moment in (resting.signed_at, changed) if moment is not None), default=None)
    return next_look(resting.states, failures, now, last, retry_at)


def watch_of(session: Session, document: Article | Source) -> Watch:
    """Get what is planned for a document, or begin to plan."""
    watch = row_of(session, Watch, document.id)
    if watch is None:
        watch = Watch(document_id=document.id, failures=0)
        session.add(watch)
    return watch
