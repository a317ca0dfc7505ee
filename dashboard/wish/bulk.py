"""The same change to many claims."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from db.vocabulary import (
    NotForUsReason,
)


class BulkDeed(StrEnum):
    """What can be done with many claims at once."""

    KEEP = "keep"
    NOT_FOR_US = "not_for_us"
    BRING_BACK = "bring_back"
    GIVE = "give"
    TAKE_UP = "take_up"
    HOLD = "hold"
    RESUME = "resume"
    RETURN = "return"
    RECHECK = "recheck"

    @property
    def can_be_undone(self) -> bool:
        """Whether the desk knows a way back that leaves each claim as it was."""
        return self in {BulkDeed.NOT_FOR_US, BulkDeed.BRING_BACK, BulkDeed.GIVE, BulkDeed.HOLD, BulkDeed.RESUME}


@dataclass(frozen=True, slots=True)
class Bulk:
    """One deed for many claims, with one reason; what the deed does not ask for stays empty."""

    deed: BulkDeed
    why: str = ""
    assignee_id: int | None = None
    reason: NotForUsReason | None = None
    awaiting: str = ""
    from_whom: str = ""
    until: dt.date | None = None
