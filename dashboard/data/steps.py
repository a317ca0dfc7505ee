"""What can be done with a claim next, by whom, and what is still missing for it."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.data.record import database
from db.rows import UserRow
from db.vocabulary import Role, WorkState
from firsthand import desk

ASKED_BY_THE_FORM = frozenset(
    {
        "Give a reason.",
        "Say who checks it.",
        "Say what is awaited.",
        "Say from whom.",
        "Say until when.",
        "Give a reason for signing your own work.",
        "Say in a note what the re-check found.",
    }
)
"""What a guard misses only because nobody has filled in the form yet that asks for it."""


class Step(NamedTuple):
    """A way out of a claim's work state. ``missing`` are sentences; nothing missing means that it can be done now."""

    target: WorkState
    roles: frozenset[Role]
    missing: tuple[str, ...]
    permitted: bool


def next_steps(person: UserRow, claim_id: int) -> tuple[Step, ...]:
    """List every way out of a claim's state, as it stands for this person."""
    with database().read() as session:
        ways = desk.next_steps(session, desk.Actor.of(person), claim_id)
        return tuple(
            Step(
                way.target,
                way.roles,
                tuple(sentence for sentence in missing if sentence not in ASKED_BY_THE_FORM),
                bool(person.roles & way.roles),
            )
            for way, missing in ways
        )
