"""The people of the desk, its desks, and whom it quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import Claim, Desk, Speaker, SpeakerRole, User, UserRole
from db.rows import DeskRow, SpeakerRow, UserRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Executable
    from sqlalchemy.orm import Session

_DESKS = select(Desk.id, Desk.slug, Desk.name, Desk.allow_self_signing, Desk.stale_after_days, Desk.version)


def users(session: Session) -> tuple[UserRow, ...]:
    """List everybody, by name."""
    return _users(session)


def user(session: Session, user_id: int) -> UserRow | None:
    """Find a person."""
    return next(iter(_users(session, User.id == user_id)), None)


def user_by_email(session: Session, email: str) -> UserRow | None:
    """Find a person by their address, whatever its case."""
    return next(iter(_users(session, func.lower(User.email) == email.strip().lower())), None)


def desks(session: Session) -> tuple[DeskRow, ...]:
    """List the desks, by name."""
    return _desks(session, _DESKS.order_by(Desk.name, Desk.id))


def desk(session: Session, desk_id: int) -> DeskRow | None:
    """Find a desk."""
    return next(iter(_desks(session, _DESKS.where(Desk.id == desk_id))), None)


def speakers(session: Session, text: str = "", limit: int = 200) -> tuple[SpeakerRow, ...]:
    """List speakers whose name contains ``text``, by name, with their roles and how many claims they made."""
    asked = select(Speaker.id, Speaker.uid, Speaker.name, Speaker.kind, Speaker.note)
    if text.strip():
        asked = asked.where(Speaker.name.icontains(text.strip(), autoescape=True))
    rows = session.execute(asked.order_by(Speaker.name, Speaker.id).limit(limit)).all()
    ids = [row.id for row in rows]
    known = _roles(session, ids)
    counted = session.execute(
        select(Claim.speaker_id, func.count()).where(Claim.speaker_id.in_(ids)).group_by(Claim.speaker_id)
    )
    claims = dict(counted.all())
    return tuple(
        SpeakerRow(**row._mapping, roles=tuple(known[row.id]), claims=claims.get(row.id, 0))  # noqa: SLF001
        for row in rows
    )


def _roles(session: Session, speaker_ids: Sequence[int]) -> dict[int, list[tuple[str, str | None, str | None]]]:
    """Collect the roles of speakers, newest first; one without a beginning is taken for the oldest."""
    known: defaultdict[int, list[tuple[str, str | None, str | None]]] = defaultdict(list)
    asked = (
        select(SpeakerRole.speaker_id, SpeakerRole.role, SpeakerRole.since, SpeakerRole.until)
        .where(SpeakerRole.speaker_id.in_(speaker_ids))
        .order_by(func.coalesce(SpeakerRole.since, "").desc(), SpeakerRole.id.desc())
    )
    for row in session.execute(asked):
        known[row.speaker_id].append((row.role, row.since, row.until))
    return known


def _users(session: Session, *conditions: ColumnElement[bool]) -> tuple[UserRow, ...]:
    roles: defaultdict[int, set[Any]] = defaultdict(set)
    asked = select(UserRole.user_id, UserRole.role).join(User, User.id == UserRole.user_id).where(*conditions)
    for user_id, role in session.execute(asked):
        roles[user_id].add(role)
    people = select(User.id, User.email, User.name, User.disabled_at).where(*conditions).order_by(User.name, User.id)
    return tuple(
        UserRow(row.id, row.email, row.name, frozenset(roles[row.id]), disabled=row.disabled_at is not None)
        for row in session.execute(people)
    )


def _desks(session: Session, asked: Executable) -> tuple[DeskRow, ...]:
    return tuple(DeskRow(**row._mapping) for row in session.execute(asked))  # noqa: SLF001 - SQLAlchemy's public name
