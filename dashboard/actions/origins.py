"""Saying of a source what it is a copy of."""

from __future__ import annotations

from dashboard.actions.attempts import refused, writing
from dashboard.outcome import Outcome
from dashboard.texts import origins as texts
from dashboard.wish.origins import OriginJudged
from db.errors import FirsthandError
from db.rows import UserRow
from firsthand import desk


def decide(person: UserRow, wish: OriginJudged) -> Outcome:
    """Note what a person says of a suggested origin."""
    try:
        with writing() as session:
            desk.decide_origin(session, desk.Actor.of(person), wish.suggestion_id, wish.decision)
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, texts.sentence(wish.decision))
