"""One attempt at a change: one transaction, and an outcome in words whatever comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from dashboard.data.record import changed, database
from dashboard.outcome import Change, Outcome, evidence_key
from db.errors import FirsthandError
from db.models import Claim, Evidence
from db.rows import UserRow, claim_ref
from firsthand import desk
from firsthand.errors import ConflictError, Refusal

Deed = Callable[[Session, desk.Actor], object]


@contextmanager
def writing() -> Iterator[Session]:
    """Open the one transaction of a deed; what is read after it is what is there then."""
    try:
        with database().write() as session:
            yield session
    finally:
        changed()


def attempt(person: UserRow, deed: Deed, sentence: str, *, claim_id: int, evidence_id: int | None = None) -> Outcome:
    """Do a deed in one transaction; tell which versions it took the claim, and its evidence, from and to."""
    try:
        with writing() as session:
            claim = session.get(Claim, claim_id)
            piece = session.get(Evidence, evidence_id) if evidence_id is not None else None
            before = (claim.version if claim else 0, piece.version if piece else 0)
            deed(session, desk.Actor.of(person))
            session.flush()
            changes = [Change(claim_ref(claim_id), before[0], claim.version)] if claim else []
            if piece is not None:
                changes.append(Change(evidence_key(piece.id), before[1], piece.version))
            outcome = Outcome(True, sentence, changes=tuple(changes))
    except FirsthandError as error:
        return refused(error)
    return outcome


def refused(error: FirsthandError) -> Outcome:
    """Turn a refusal, or anything else that went wrong in words, into an outcome."""
    if isinstance(error, Refusal):
        return Outcome(False, error.message, missing=error.missing, conflict=isinstance(error, ConflictError))
    return Outcome(False, str(error))
