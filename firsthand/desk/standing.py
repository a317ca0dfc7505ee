"""Which deed on a claim stands: its newest event that nobody has taken back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Event
from db.vocabulary import EventAction, RecordType, WorkState

TAKES_BACK: dict[str, Any] = {"undone": True}
"""What an event tells that takes back the newest one of its claim that stood."""

_BESIDE = frozenset({EventAction.CLAIM_COMPARED})
"""What leaves the claim itself as it is, and is taken back by itself."""


def standing(session: Session, claim_id: int) -> Event | None:
    """Find the newest event of a claim that has not been taken back, and does not itself take one back."""
    taken_back = 0
    newest_first = (
        select(Event)
        .where(Event.record_type == RecordType.CLAIM, Event.record_id == claim_id)
        .order_by(Event.seq.desc())
    )
    for event in session.scalars(newest_first).all():
        if (event.after or {}).get("undone") is True:
            taken_back += 1
        elif event.action in _BESIDE:
            continue
        elif taken_back:
            taken_back -= 1
        else:
            return event
    return None


def was_a_draft(event: Event | None) -> bool:
    """Whether an event is the judgement by which a claim stopped being a draft."""
    if event is None or event.action is not EventAction.CLAIM_MOVED:
        return False
    return (event.before or {}).get("state") == WorkState.DETECTED.value
