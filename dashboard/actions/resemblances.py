"""Saying of two claims whether they are the same."""

from __future__ import annotations

from sqlalchemy.orm import Session

from dashboard.actions.attempts import attempt
from dashboard.outcome import Outcome
from dashboard.texts import seen_before as texts
from dashboard.wish.resemblances import Compared
from db.rows import UserRow
from db.vocabulary import NotForUsReason, ResemblanceDecision
from firsthand import desk

_SENTENCES = {
    ResemblanceDecision.CONFIRMED: texts.CONFIRMED,
    ResemblanceDecision.DISMISSED: texts.DISMISSED,
    ResemblanceDecision.SUGGESTED: texts.TAKEN_BACK,
}


def decide(person: UserRow, claim_id: int, other_id: int, *, confirmed: bool) -> Outcome:
    """Note that a claim repeats an earlier one, or that it does not."""
    decision = ResemblanceDecision.CONFIRMED if confirmed else ResemblanceDecision.DISMISSED
    return _decide(person, claim_id, other_id, decision)


def compare(person: UserRow, claim_id: int, seen: int, said: Compared) -> Outcome:
    """Note what a person says of an earlier claim; ``seen`` is the version of the claim that they saw."""
    if said.turn_away:
        return turn_away_as_duplicate(person, claim_id, seen, said.other_id)
    return _decide(person, claim_id, said.other_id, said.decision)


def _decide(person: UserRow, claim_id: int, other_id: int, decision: ResemblanceDecision) -> Outcome:
    return attempt(
        person,
        lambda s, a: desk.decide_resemblance(s, a, claim_id, other_id, decision),
        _SENTENCES[decision],
        claim_id=claim_id,
    )


def turn_away_as_duplicate(person: UserRow, claim_id: int, seen: int, other_id: int) -> Outcome:
    """Note that a claim repeats an earlier one, and turn it away for that; both or neither."""

    def deed(session: Session, actor: desk.Actor) -> None:
        desk.decide_resemblance(session, actor, claim_id, other_id, ResemblanceDecision.CONFIRMED)
        desk.turn_away(session, actor, claim_id, seen, NotForUsReason.DUPLICATE)

    return attempt(person, deed, texts.TURNED_AWAY, claim_id=claim_id)
