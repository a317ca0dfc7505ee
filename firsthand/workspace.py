"""Opening the record, and knowing who works on it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.queries import people
from db.rows import DeskRow, UserRow
from db.session import Database
from db.vocabulary import Role
from firsthand.errors import NotAllowedError, RecordError
from firsthand.settings import Settings

DEMO_DESK = "demo"
_LOCAL_ROLES = frozenset({Role.CHECKER, Role.REVIEWER, Role.EDITOR})


def open_record(settings: Settings, *, with_desk: bool = True) -> Database:
    """Open the record, make or migrate it where needed, and make sure that it has a desk unless one will be loaded."""
    database = Database(settings.url, settings.home).prepare()
    if not with_desk:
        return database
    with database.read() as session:
        has_desk = bool(people.desks(session))
    if not has_desk:
        from firsthand import desk  # noqa: PLC0415 - a door that few commands have to open

        with database.write() as session:
            if not people.desks(session):
                desk.add_desk(session, desk.SYSTEM, "desk", "The desk")
    return database


def person(database: Database, login: str) -> UserRow:
    """Find the person by address or login name.

    On a laptop's own record an unknown person is added as they come: whoever can read the file can be anybody. On a
    team's record only the very first one is, as administrator; all others are added by them.
    """
    login = login.strip().lower()
    with database.read() as session:
        known = people.user_by_email(session, login)
        anybody = bool(people.users(session))
    if known is None:
        if anybody and not database.is_sqlite:
            raise NotAllowedError(
                f"{login} is not on this desk. Ask an administrator to run «firsthand people add {login}»."
            )
        with database.write() as session:
            known = people.user_by_email(session, login) or _add(session, login, first=not anybody)
    if known.disabled:
        raise NotAllowedError(f"{login} is no longer on this desk. Ask an administrator.")
    return known


def _add(session: Session, login: str, *, first: bool) -> UserRow:
    from firsthand import desk  # noqa: PLC0415

    desk.add_user(session, desk.SYSTEM, login, login, desk.EVERY_ROLE if first else _LOCAL_ROLES)
    added = people.user_by_email(session, login)
    if added is None:
        raise RecordError(f"{login} could not be added to the desk.")
    return added


def main_desk(session: Session) -> DeskRow:
    """Find the desk that takes articles in when nobody names one: the newest."""
    return max(people.desks(session), key=lambda row: row.id)


def is_demo(session: Session) -> bool:
    """Tell whether this record holds the sample case, where one may act as any of the desk's people."""
    return any(row.slug == DEMO_DESK for row in people.desks(session))
