"""Who acts on the desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from db.base import utc_now
from db.rows import UserRow
from db.vocabulary import Role
from firsthand.errors import NotAllowedError


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, or the machine (``id`` None), with the clock that their deeds are dated by."""

    id: int | None
    email: str
    name: str
    roles: frozenset[Role]
    clock: Callable[[], dt.datetime] = utc_now

    @classmethod
    def of(cls, user: UserRow) -> Actor:
        """Let a person of the desk act; a disabled one holds no role."""
        return cls(user.id, user.email, user.name, frozenset() if user.disabled else user.roles)

    @classmethod
    def machine(cls, name: str) -> Actor:
        """Let a program act under its own name; it drafts and measures, and never decides."""
        return cls(None, name, name, frozenset())

    @property
    def is_machine(self) -> bool:
        """Whether no person stands behind it."""
        return self.id is None

    def now(self) -> dt.datetime:
        """Tell the time of what is being done."""
        return self.clock()

    def at(self, moment: dt.datetime) -> Actor:
        """Act as at another moment, for work that was done before it was recorded here."""
        return replace(self, clock=lambda: moment)

    def require(self, *roles: Role, to: str) -> int:
        """Make sure that the person holds one of the roles; tell their id, or raise ``NotAllowedError``."""
        if self.id is None or not self.roles & set(roles):
            needed = " or ".join(sorted(role.value for role in roles))
            raise NotAllowedError(f"{self.name} may not {to}: that takes the role of {needed}.")
        return self.id


SYSTEM = Actor.machine("firsthand")
