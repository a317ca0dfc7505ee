"""What a person says of an earlier claim that may be the same."""

from __future__ import annotations

from dataclasses import dataclass

from db.vocabulary import ResemblanceDecision


@dataclass(frozen=True, slots=True)
class Compared:
    """The earlier claim and what the person says of it; ``turn_away`` turns the newer one away as a duplicate too."""

    other_id: int
    decision: ResemblanceDecision
    turn_away: bool = False
