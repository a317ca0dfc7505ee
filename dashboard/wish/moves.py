"""A claim on its way from one work state to the next, and what a person concludes about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dashboard.texts import deeds as texts
from db.rows import Findings
from db.vocabulary import (
    NotForUsReason,
    Withdrawal,
    WorkState,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A move to another work state with what that move asks for; what it does not ask for stays empty."""

    source: WorkState
    target: WorkState
    why: str = ""
    assignee_id: int | None = None
    reason: NotForUsReason | None = None
    kind: Withdrawal | None = None
    awaiting: str = ""
    from_whom: str = ""
    until: dt.date | None = None

    def entered(self) -> dict[str, str]:
        """Tell what was typed, by label, in case it cannot be saved."""
        until = self.until.isoformat() if self.until else ""
        return {
            texts.REASON: self.why,
            texts.AWAITED: self.awaiting,
            texts.FROM: self.from_whom,
            texts.UNTIL: until,
        }


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature: the second person's own findings."""

    findings: Findings
    why: str


@dataclass(frozen=True, slots=True)
class Rechecked:
    """A re-check as somebody logs it: the evidence looked at, by uid, and a note."""

    looked_at: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Edited:
    """The fields of a claim that differ from what is there, and why they were changed."""

    changes: dict[str, object]
    why: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """A claim that somebody is given."""

    user_id: int
