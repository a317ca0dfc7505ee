"""Suggestions: other words for a draft, written by a language model, for a person to take or to leave."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.models import Claim
from db.rows import Reading, Suggested
from db.vocabulary import EventAction, WorkState
from firsthand.desk.actor import Actor
from firsthand.desk.record import row_of, tell_of
from firsthand.errors import NotFoundError

_WAITING = frozenset({WorkState.DETECTED, WorkState.OPEN})


def suggest_statement(session: Session, machine: Actor, claim_id: int, statement: str) -> bool:
    """Put another statement beside a claim's own; tells whether it was new.

    The claim itself stays as it is, so that nobody's form is out of date by it. A claim that somebody works on already
    is left alone.
    """
    claim = row_of(session, Claim, claim_id)
    if claim is None:
        raise NotFoundError("claim", claim_id)
    reading = Reading.of(claim.reading)
    suggested = Suggested(statement, machine.name)
    if claim.work_state not in _WAITING or statement == claim.statement or suggested in reading.suggested:
        return False
    claim.reading = Reading(reading.figures, reading.replaced, (*reading.suggested, suggested)).kept()
    session.flush()
    tell_of(session, machine, claim, EventAction.CLAIM_CHANGED, after={"suggested": statement})
    return True
