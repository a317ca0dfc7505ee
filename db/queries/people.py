"""The people of the desk, what each keeps for themselves, its desks and the house's own words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import Desk, FindingLabel, Look, Publisher, Speaker, User, UserRole
from db.models import SavedView as View
from db.queries.speakers import of_ids as _speakers
from db.rows import DeskRow, LookRow, PublisherRow, SavedView, SpeakerRow, UserRow

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
    asked = select(Speaker.id).order_by(Speaker.name, Speaker.id).limit(limit)
    if text.strip():
        asked = asked.where(Speaker.name.icontains(text.strip(), autoescape=True))
    return _speakers(session, session.scalars(asked).all())


def views(session: Session, user_id: int, page: str) -> tuple[SavedView, ...]:
    """List the named views that a person keeps of a page, by name."""
    asked = select(View.id, View.page, View.name, View.query).where(View.user_id == user_id, View.page == page)
    return tuple(SavedView(*row) for row in session.execute(asked.order_by(View.name, View.id)))


def last_look(session: Session, user_id: int, thing: str) -> LookRow | None:
    """Tell when a person last looked at a thing; None for never."""
    row = session.execute(select(Look.seq, Look.at).where(Look.user_id == user_id, Look.thing == thing)).first()
    return None if row is None else LookRow(*row)


def publishers(session: Session) -> tuple[PublisherRow, ...]:
    """List the publishers that the desk has judged, by name."""
    asked = select(Publisher.id, Publisher.name, Publisher.tier, Publisher.note, Publisher.version)
    return tuple(PublisherRow(*row) for row in session.execute(asked.order_by(Publisher.name, Publisher.id)))


def finding_labels(session: Session) -> dict[str, str]:
    """Collect the findings that go by another word: code -> word."""
    return dict(session.execute(select(FindingLabel.code, FindingLabel.word).order_by(FindingLabel.code)).all())


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
