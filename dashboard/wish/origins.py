"""What a person says of a suggested origin."""

from __future__ import annotations

from dataclasses import dataclass

from db.vocabulary import ResemblanceDecision


@dataclass(frozen=True, slots=True)
class OriginJudged:
    """The suggestion and the decision; ``form`` is where it was made."""

    suggestion_id: int
    decision: ResemblanceDecision
    form: str
