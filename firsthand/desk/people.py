"""People and desks: who is here, with which roles, under which rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Claim, Desk, User, UserRole
from db.vocabulary import EventAction, RecordType, Role
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle
from firsthand.desk.record import find_desk, find_user, last_actor, newest_event_of, tell
from firsthand.desk.texts import require_text
from firsthand.errors import ConflictError, InvalidError

EVERY_ROLE = frozenset(Role)
_LONGEST_AGE = 36_500  # days; a hundred years


def person_with(session: Session, user_id: int, role: Role, to: str) -> int:
    """Make sure that somebody else than the actor may do something, before it is given to them."""
    user = find_user(session, user_id)
    if user.disabled_at is not None or role not in {held.role for held in user.roles}:
        raise InvalidError(f"{user.name} may not {to}: that takes the role of {role.value}.")
    return user.id


def add_user(session: Session, actor: Actor, email: str, name: str, roles: Iterable[Role]) -> User:
    """Add a person; the very first one may be added by the machine, later ones by an administrator."""
    if not actor.is_machine:
        actor.require(Role.ADMINISTRATOR, to="add people")
    email = email.strip().lower()
    if not email or any(c.isspace() for c in email):
        raise InvalidError("Give the person an address or a login name, without spaces.")
    require_text(email, "address")
    if session.scalar(select(User.id).where(User.email == email)) is not None:
        raise InvalidError(f"{email} is on this desk already.")
    wanted = sorted(set(roles))
    user = User(
        email=email, name=name.strip() or email, created_at=actor.now(), roles=[UserRole(role=r) for r in wanted]
    )
    session.add(user)
    session.flush()
    tell(
        session,
        actor,
        EventAction.USER_ADDED,
        RecordType.USER,
        user.id,
        after={"email": email, "name": user.name, "roles": [role.value for role in wanted]},
    )
    return user


def set_roles(
    session: Session, actor: Actor, user_id: int, roles: Iterable[Role], *, disabled: bool, seen: int | None = None
) -> User:
    """Change what a person may do; nobody takes their own administrator's role away, so that one stays.

    ``seen`` is the number of the newest event about the person that was on view; None does not ask.
    """
    actor.require(Role.ADMINISTRATOR, to="change roles")
    user = find_user(session, user_id)
    current = newest_event_of(session, RecordType.USER, user.id)
    if seen is not None and seen != current:
        by = last_actor(session, RecordType.USER, user.id)
        raise ConflictError(f"What {user.name} may do", seen, current, by)
    wanted = set(roles)
    if user.id == actor.id and (disabled or Role.ADMINISTRATOR not in wanted):
        raise InvalidError("Ask another administrator to take your own administrator's role away.")
    before = {"roles": sorted(held.role.value for held in user.roles), "disabled": user.disabled_at is not None}
    after = {"roles": sorted(role.value for role in wanted), "disabled": disabled}
    if before == after:
        return user
    user.roles = [held for held in user.roles if held.role in wanted]
    user.roles += [UserRole(role=role) for role in sorted(wanted - {held.role for held in user.roles})]
    if disabled != before["disabled"]:
        user.disabled_at = actor.now() if disabled else None
    tell(session, actor, EventAction.USER_CHANGED, RecordType.USER, user.id, before=before, after=after)
    return user


def add_desk(session: Session, actor: Actor, slug: str, name: str, *, allow_self_signing: bool = False) -> Desk:
    """Add a desk with the default rules."""
    if not actor.is_machine:
        actor.require(Role.ADMINISTRATOR, to="add desks")
    require_text(slug, "short name")
    if not slug.strip() or not name.strip() or session.scalar(select(Desk.id).where(Desk.slug == slug)) is not None:
        raise InvalidError(f"Give the desk a short name that is not taken yet; «{slug}» will not do.")
    desk = Desk(slug=slug, name=name, allow_self_signing=allow_self_signing, created_at=actor.now())
    session.add(desk)
    session.flush()
    after = {"slug": slug, "name": name, "allow_self_signing": allow_self_signing}
    tell(session, actor, EventAction.DESK_ADDED, RecordType.DESK, desk.id, after=after)
    return desk


def set_rules(
    session: Session, actor: Actor, desk_id: int, seen: int, *, allow_self_signing: bool, stale_after_days: int
) -> Desk:
    """Change a desk's rules."""
    actor.require(Role.ADMINISTRATOR, to="change the desk's rules")
    desk = find_desk(session, desk_id)
    if desk.version != seen:
        raise ConflictError(f"The rules of {desk.name}", seen, desk.version, None)
    if not 1 <= stale_after_days <= _LONGEST_AGE:
        raise InvalidError(f"Findings grow stale after at least one day and at most {_LONGEST_AGE:,}.")
    before = {"allow_self_signing": desk.allow_self_signing, "stale_after_days": desk.stale_after_days}
    after = {"allow_self_signing": allow_self_signing, "stale_after_days": stale_after_days}
    if before == after:
        return desk
    desk.allow_self_signing, desk.stale_after_days = allow_self_signing, stale_after_days
    desk.version += 1
    tell(session, actor, EventAction.DESK_RULE_SET, RecordType.DESK, desk.id, before=before, after=after)
    _age_anew(session, actor, desk, sorted((int(before["stale_after_days"]), stale_after_days)))
    return desk


def _age_anew(session: Session, actor: Actor, desk: Desk, days: list[int]) -> None:
    """Bring the flags of those signed claims up to date whose age lies between the old limit and the new one."""
    oldest, youngest = (actor.now() - dt.timedelta(days=limit) for limit in (days[1] + 1, days[0]))
    aged = select(Claim).where(Claim.desk_id == desk.id, Claim.signed_at.between(oldest, youngest))
    for claim in session.scalars(aged):
        settle(session, actor, claim)
