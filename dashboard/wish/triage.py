"""What a person does to a draft while they go through an article's drafts; versions are those that were on view."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.vocabulary import NotForUsReason


@dataclass(frozen=True, slots=True)
class Keep:
    """A draft that somebody takes over, with what they changed about it first (its fields by name)."""

    changes: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TurnAway:
    """A draft that is not for the desk."""

    reason: NotForUsReason


@dataclass(frozen=True, slots=True)
class Reword:
    """Another statement for a draft, which stays one."""

    statement: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Another draft that goes into this one; ``statement`` is what both say."""

    other_id: int
    other_seen: int
    statement: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A part that a draft is split into: offsets into its literal words, and its statement."""

    start: int
    end: int
    statement: str


@dataclass(frozen=True, slots=True)
class Split:
    """The parts that a draft is split into."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """An earlier claim that says the same, or does not after all; None takes back what was said of it."""

    other_id: int
    same: bool | None


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The newest ``deeds`` of what somebody did to a claim, to be undone."""

    deeds: int = 1


Triage = Keep | TurnAway | Reword | Merge | Split | Compare | TakeBack
