"""What can be done with a claim next, by whom, and what is still missing for it."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy.orm import Session

from dashboard.data.record import ask
from db.rows import UserRow
from db.vocabulary import Role, WorkState
from firsthand import desk
from firsthand.desk.readiness import Item, steps_with_checklists


class Step(NamedTuple):
    """A way out of a claim's work state. ``missing`` are sentences; nothing missing means that it can be done now.

    ``items`` is the whole checklist, what is there already included.
    """

    target: WorkState
    roles: frozenset[Role]
    missing: tuple[str, ...]
    permitted: bool
    items: tuple[Item, ...] = ()


def next_steps(person: UserRow, claim_id: int) -> tuple[Step, ...]:
    """List every way out of a claim's state, as it stands for this person."""
    return ask(_steps, person, claim_id)


def _steps(session: Session, person: UserRow, claim_id: int) -> tuple[Step, ...]:
    return tuple(
        Step(step.way.target, step.way.roles, step.missing, bool(person.roles & step.way.roles), step.items)
        for step in steps_with_checklists(session, desk.Actor.of(person), claim_id)
    )
