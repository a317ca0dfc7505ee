"""People and rules, as the command line changes them."""

from __future__ import annotations

from db.queries import people
from db.rows import DeskRow
from db.session import Database
from db.vocabulary import Role
from firsthand import desk
from firsthand.errors import InvalidError, NotFoundError
from firsthand.workspace import main_desk


def find_desk_row(database: Database, slug: str | None) -> DeskRow:
    """Find a desk by its short name, or the one that is used when nobody names one."""
    with database.read() as session:
        if slug is None:
            return main_desk(session)
        for row in people.desks(session):
            if row.slug == slug:
                return row
    raise NotFoundError("desk", slug)


def change_rules(
    database: Database, actor: desk.Actor, row: DeskRow, *, self_signing: bool | None, stale_after: int | None
) -> DeskRow:
    """Change a desk's rules; what is None stays as it is."""
    with database.write() as session:
        desk.set_rules(
            session,
            actor,
            row.id,
            row.version,
            allow_self_signing=row.allow_self_signing if self_signing is None else self_signing,
            stale_after_days=row.stale_after_days if stale_after is None else stale_after,
        )
    return find_desk_row(database, row.slug)


def add_or_change(database: Database, actor: desk.Actor, email: str, name: str, roles: list[str]) -> str:
    """Add a person or change their roles; tells what was done."""
    wanted = [_role(role) for role in roles] or [Role.CHECKER, Role.REVIEWER]
    said = ", ".join(sorted(wanted))
    with database.write() as session:
        there = people.user_by_email(session, email.strip().lower())
        if there is None:
            desk.add_user(session, actor, email, name, wanted)
            return f"{email} is on the desk now: {said}."
        desk.set_roles(session, actor, there.id, wanted, disabled=False)
        return f"{email} has these roles now: {said}."


def _role(word: str) -> Role:
    try:
        return Role(word.strip().lower())
    except ValueError:
        raise InvalidError(f"There is no role «{word}»: choose among {', '.join(Role)}.") from None
