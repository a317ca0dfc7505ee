"""What archives of the web attest of a capture: asked, answered, refused; each turn leaves an event."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.models import Article, Attestation, Capture
from db.vocabulary import Archive, AttestationState, EventAction, Role
from firsthand.desk.actor import Actor
from firsthand.desk.documents import find_document
from firsthand.desk.record import row_of, tell_of_document
from firsthand.errors import ConflictError, InvalidError, NotFoundError

_LONGEST_TICKET = 200


@dataclass(frozen=True, slots=True)
class Attested:
    """Where a request stands; ``address`` is the archived copy's, ``ticket`` the archive's own number for it."""

    state: AttestationState
    address: str | None = None
    archived_at: dt.datetime | None = None
    ticket: str | None = None
    reason: str | None = None


def attest(
    session: Session,
    actor: Actor,
    capture_id: int,
    archive: Archive,
    told: Attested,
    *,
    attestation_id: int | None = None,
) -> Attestation:
    """Put on file what an archive was asked about a capture, or, for one that is on file, what it answered.

    Nothing happens where nothing is new. Raises ``NotFoundError``, ``InvalidError`` for an answer without what belongs
    to it, and ``ConflictError`` where the request is settled already.
    """
    if not actor.is_machine:
        actor.require(Role.CHECKER, Role.EDITOR, to="ask archives")
    _look_at(told)
    capture = row_of(session, Capture, capture_id)
    if capture is None:
        raise NotFoundError("capture", capture_id)
    row = _asked_before(session, capture, archive, attestation_id)
    before = None if row is None else row.state.value
    if row is None:
        row = Attestation(
            capture_id=capture.id, archive=archive, state=told.state, asked_at=actor.now(), asked_by_id=actor.id
        )
        session.add(row)
    elif row.state is told.state and row.ticket == (told.ticket or row.ticket):
        return row
    elif row.state.settled:
        raise ConflictError("The request to the archive", told.state.value, row.state.value, None)
    row.state, row.ticket = told.state, told.ticket or row.ticket
    row.address, row.archived_at, row.reason = told.address, told.archived_at, told.reason
    row.settled_at = actor.now() if told.state.settled else None
    if before != told.state.value:
        _tell(session, actor, capture, row, before)
    session.flush()
    return row


def _look_at(told: Attested) -> None:
    if told.state is AttestationState.DONE and not told.address:
        raise InvalidError("An archived copy has an address.")
    if told.state in {AttestationState.REFUSED, AttestationState.FAILED} and not told.reason:
        raise InvalidError("Say why the archive keeps no copy.")
    if told.ticket and len(told.ticket) > _LONGEST_TICKET:
        raise InvalidError(f"An archive's number for a request has at most {_LONGEST_TICKET} characters.")


def _asked_before(session: Session, capture: Capture, archive: Archive, ident: int | None) -> Attestation | None:
    if ident is None:
        return None
    row = row_of(session, Attestation, ident)
    if row is None or row.capture_id != capture.id or row.archive is not archive:
        raise NotFoundError("request to an archive", ident)
    return row


def _tell(session: Session, actor: Actor, capture: Capture, row: Attestation, before: str | None) -> None:
    document = find_document(session, capture.document_id)
    article = isinstance(document, Article)
    tell_of_document(
        session,
        actor,
        EventAction.ARTICLE_ATTESTED if article else EventAction.SOURCE_ATTESTED,
        document,
        why=row.reason,
        before={"state": before} if before else None,
        after={
            "capture": capture.uid,
            "archive": row.archive.value,
            "state": row.state.value,
            **({"address": row.address} if row.address else {}),
        },
    )
