"""What archives of the web were asked to keep, and what they answered."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from db.models import Attestation, Capture, User
from db.rows import AttestationRow
from db.vocabulary import Archive, AttestationState

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_ROWS = (
    select(
        Attestation.id,
        Attestation.capture_id,
        Attestation.archive,
        Attestation.state,
        Attestation.address,
        Attestation.archived_at,
        Attestation.reason,
        Attestation.asked_at,
        User.name.label("asked_by"),
        Attestation.settled_at,
    )
    .outerjoin(User, User.id == Attestation.asked_by_id)
    .order_by(Attestation.id.desc())
)


def get(session: Session, attestation_id: int) -> AttestationRow | None:
    """Find one."""
    return next(iter(_rows(session, Attestation.id == attestation_id)), None)


def of_document(session: Session, document_id: int) -> tuple[AttestationRow, ...]:
    """List what archives attest of an article or a source, newest first."""
    return _rows(session, Attestation.capture_id.in_(select(Capture.id).where(Capture.document_id == document_id)))


def of_captures(session: Session, capture_ids: Collection[int]) -> tuple[AttestationRow, ...]:
    """List what archives attest of captures, newest first."""
    return _rows(session, Attestation.capture_id.in_(capture_ids))


def unsettled(session: Session, capture_id: int, archive: Archive) -> AttestationRow | None:
    """Find what an archive was asked about a capture and has not answered for good."""
    open_states = [state for state in AttestationState if not state.settled]
    asked = (
        Attestation.capture_id == capture_id,
        Attestation.archive == archive,
        Attestation.state.in_(open_states),
    )
    return next(iter(_rows(session, *asked)), None)


def ticket(session: Session, attestation_id: int) -> str | None:
    """Tell the archive's own number for a request."""
    return session.scalar(select(Attestation.ticket).where(Attestation.id == attestation_id))


def _rows(session: Session, *conditions: ColumnElement[bool]) -> tuple[AttestationRow, ...]:
    found: Any = session.execute(_ROWS.where(*conditions))
    return tuple(AttestationRow(**row._mapping) for row in found)  # noqa: SLF001 - SQLAlchemy's public name
