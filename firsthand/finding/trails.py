"""A trace under way, and what is said of it: how far it is, what each station brought, how it ended. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from db.rows import TraceStep
from db.vocabulary import MatchGrade, Tier, TraceOutcome
from firsthand.finding.onward import Lead
from firsthand.finding.sought import Holding, Sought
from firsthand.same_address import host_of

if TYPE_CHECKING:
    from firsthand.finding.stations import Station

MOST_STATIONS = 6
"""Pages visited at most, the article aside."""

_GRADES = {
    MatchGrade.EXACT: "The quoted words stand here exactly.",
    MatchGrade.TYPOGRAPHIC: "The quoted words stand here; only marks and spaces differ.",
    MatchGrade.ELIDED: "The quoted words stand here, with something left out between them.",
    MatchGrade.BRACKETED: "The quoted words stand here; only words in brackets differ.",
    MatchGrade.NEAR: "The quoted words stand here with words that differ.",
    MatchGrade.AMBIGUOUS: "The quoted words stand here in several places.",
}


class Trail(NamedTuple):
    """A trace under way: the stations so far, from the article outwards, and what waits to be visited, next one first.

    ``held`` is the title of the last page that held the words; ``unread`` are the reasons of pages that brought none;
    ``credits`` are names that pages credit without a link. ``outcome`` is None while it goes on.
    """

    claim_id: int
    sought: Sought
    steps: tuple[TraceStep, ...] = ()
    waiting: tuple[Lead, ...] = ()
    visited: tuple[str, ...] = ()
    held: str | None = None
    unread: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    outcome: TraceOutcome | None = None
    reason: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will be visited."""
        return self.outcome is not None

    @property
    def stations(self) -> int:
        """How many pages were visited, the article aside."""
        return max(0, len(self.steps) - 1)

    @property
    def sentence(self) -> str:
        """Tell in one line how far it is, or how it ended."""
        if self.over:
            return self.reason
        host = host_of(self.waiting[0].url) if self.waiting else ""
        return f"Page {self.stations + 1} of at most {MOST_STATIONS}: {host}" if host else "Looking for the next page"

    def as_json(self) -> dict[str, Any]:
        """Write it down as JSON."""
        return {
            **self._asdict(),
            "sought": self.sought._asdict(),
            "steps": [{**step._asdict(), "tier": step.tier.value if step.tier else None} for step in self.steps],
            "waiting": [lead._asdict() for lead in self.waiting],
            "visited": list(self.visited),
            "unread": list(self.unread),
            "credits": list(self.credits),
            "outcome": self.outcome.value if self.outcome else None,
        }

    @classmethod
    def of_json(cls, kept: dict[str, Any]) -> Trail:
        """Read it back."""
        steps = (TraceStep(**{**step, "tier": Tier(step["tier"]) if step["tier"] else None}) for step in kept["steps"])
        fields = {
            **kept,
            "sought": Sought(**kept["sought"]),
            "steps": tuple(steps),
            "waiting": tuple(Lead(**lead) for lead in kept["waiting"]),
            "visited": tuple(kept["visited"]),
            "unread": tuple(kept["unread"]),
            "credits": tuple(kept["credits"]),
            "outcome": TraceOutcome(kept["outcome"]) if kept["outcome"] else None,
        }
        return cls(**fields)


def going_on(trail: Trail) -> Trail:
    """End it where nothing waits, or where it went far enough."""
    if trail.waiting and trail.stations < MOST_STATIONS:
        return trail
    if trail.waiting:
        said = f"After {MOST_STATIONS} pages it was not at the first hand yet. {_so_far(trail)}"
        return trail._replace(outcome=TraceOutcome.TOO_FAR, reason=said.strip(), waiting=())
    blocked = bool(trail.unread) and trail.steps[-1].outcome == trail.unread[-1]
    outcome = TraceOutcome.BLOCKED if blocked else TraceOutcome.DEAD_END
    return trail._replace(outcome=outcome, reason=_ended(trail, blocked=blocked))


def _ended(trail: Trail, *, blocked: bool) -> str:
    if not trail.stations:
        return "The article has no reference that leads to a source: look in the library, or add a source by hand."
    parts = [f"The last page could not be read: {trail.unread[-1]}"] if blocked else []
    parts.append(_so_far(trail))
    if trail.credits:
        parts.append(f"Credited without a link: {', '.join(trail.credits)}.")
    return " ".join(parts)


def _so_far(trail: Trail) -> str:
    if trail.held is None:
        return "No page on the way holds the words."
    return f"The words stand on «{trail.held}», which is not known to be first hand."


def outcome_of(there: Station) -> str:
    """Tell what came of a visit."""
    if there.holding is None:
        if there.capture is None:
            return "It was not captured."
        return there.capture.reason or f"It brought no text ({there.capture.outcome.value.replace('_', ' ')})."
    return _holds(there.holding)


def _holds(held: Holding) -> str:
    if held.grade in _GRADES:
        return _GRADES[held.grade]
    if held.grade is MatchGrade.ABSENT:
        return "It tells of it, without the quoted words." if held.told else "The quoted words are not here."
    return "A sentence here says as much." if held.held else "It does not say so."


def found_on(there: Station) -> str:
    """Tell that the first hand was reached."""
    return f"«{there.title}», published by {there.publisher or 'a primary publisher'}, holds the words."
