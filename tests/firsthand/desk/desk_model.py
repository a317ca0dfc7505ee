"""The desk in a few lines: a model that knows the rules from the plan and nothing of the code that keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.vocabulary import AttributionFinding, Stance, SubstanceFinding, Tier, WorkState
from firsthand.errors import ConflictError, GuardError, InvalidError, NotAllowedError, Refusal
from tests.firsthand.newsroom import ROLES

S = WorkState
Errors = set[type[Refusal]]
Conclusion = tuple[SubstanceFinding, AttributionFinding]
CONCLUSIONS: list[Conclusion] = [
    (SubstanceFinding.SUPPORTED, AttributionFinding.CONFIRMED),
    (SubstanceFinding.CONTRADICTED, AttributionFinding.CONFIRMED),
    (SubstanceFinding.MISLEADING, AttributionFinding.NO_SPEAKER),
    (SubstanceFinding.INSUFFICIENT, AttributionFinding.NO_SPEAKER),
]
MOVES: dict[tuple[S, S], set[str]] = {
    (S.DETECTED, S.OPEN): {"checker", "editor"},
    (S.DETECTED, S.NOT_FOR_US): {"checker", "editor"},
    (S.OPEN, S.NOT_FOR_US): {"checker", "editor"},
    (S.NOT_FOR_US, S.OPEN): {"checker", "editor"},
    (S.OPEN, S.IN_CHECK): {"checker"},
    (S.RECHECK, S.IN_CHECK): {"checker"},
    (S.IN_CHECK, S.ON_HOLD): {"checker"},
    (S.ON_HOLD, S.IN_CHECK): {"checker"},
    (S.IN_CHECK, S.IN_REVIEW): {"checker"},
    (S.IN_REVIEW, S.IN_CHECK): {"reviewer"},
    (S.IN_REVIEW, S.SIGNED_OFF): {"reviewer"},
    (S.SIGNED_OFF, S.PUBLISHED): {"editor"},
    (S.SIGNED_OFF, S.RECHECK): {"editor"},
    (S.PUBLISHED, S.RECHECK): {"editor"},
    (S.RECHECK, S.SIGNED_OFF): {"reviewer"},
    (S.PUBLISHED, S.WITHDRAWN): {"editor"},
}
WORKED_ON = {S.IN_CHECK, S.ON_HOLD, S.IN_REVIEW}
SIGNED = {S.SIGNED_OFF, S.PUBLISHED}


@dataclass
class Piece:
    """One piece of evidence."""

    version: int = 1
    stance: Stance = Stance.SUPPORTS
    tier: Tier = Tier.PRIMARY
    note: str = ""
    live: bool = True


@dataclass
class Claim:
    """What the model knows of one claim; people are known by name."""

    state: S
    version: int = 1
    statement: str = ""
    assignee: str | None = None
    checker: str | None = None
    last_editor: str | None = None
    concluded_by: str | None = None
    conclusion: Conclusion | None = None
    note: str = ""
    pieces: dict[int, Piece] = field(default_factory=dict)
    searched: bool = False
    blocking: set[int] = field(default_factory=set)
    awaited: set[int] = field(default_factory=set)
    rechecked: tuple[str, object] | None = None
    signed_by: str | None = None
    signing_allowed: bool = False

    @property
    def live(self) -> dict[int, Piece]:
        return {number: piece for number, piece in self.pieces.items() if piece.live}

    @property
    def content(self) -> object:
        """What a signature covers."""
        pieces = {(number, piece.stance, piece.tier, piece.note) for number, piece in self.live.items()}
        return self.statement, self.conclusion, self.note, frozenset(pieces)

    @property
    def recheck_stands(self) -> bool:
        return self.state is S.RECHECK and self.rechecked is not None and self.rechecked[1] == self.content

    @property
    def hands(self) -> set[str | None]:
        """Whose work it is."""
        rechecker = self.rechecked[0] if self.rechecked is not None and self.recheck_stands else None
        return {self.checker, self.last_editor, self.concluded_by, rechecker} - {None}

    @property
    def backed(self) -> bool:
        """Whether the findings are set and have behind them what they need."""
        if self.conclusion is None:
            return False
        substance, attribution = self.conclusion
        stances = {piece.stance for piece in self.live.values()}
        if substance is SubstanceFinding.INSUFFICIENT and attribution is AttributionFinding.NO_SPEAKER:
            return self.searched
        return (
            bool(stances)
            and (substance is not SubstanceFinding.SUPPORTED or Stance.SUPPORTS in stances)
            and (substance is not SubstanceFinding.CONTRADICTED or Stance.REFUTES in stances)
        )

    def move(self, target: S) -> None:
        self.state, self.version = target, self.version + 1
        self.rechecked = None
        if target not in SIGNED | {S.WITHDRAWN}:
            self.signed_by = None

    def touch(self, person: str) -> int:
        """Edit it; tells how many events that leaves, one more where it takes a signature away."""
        self.last_editor = person
        self.version += 1
        if self.state in SIGNED:
            self.move(S.RECHECK)
            return 2
        return 1


def holds(person: str, *roles: str) -> bool:
    return bool({role.value for role in ROLES[person]} & set(roles))


def moving(claim: Claim, target: S, person: str, *, ready: bool = True) -> Errors:
    """Tell what may be wrong with a move; ``ready`` is whether its guard is content."""
    roles = MOVES.get((claim.state, target))
    if roles is None:
        return {GuardError}
    errors: Errors = set() if holds(person, *roles) else {NotAllowedError}
    return errors if ready else errors | {GuardError}


def seeing(claim_version: int, seen: int) -> Errors:
    return set() if claim_version == seen else {ConflictError}


def may(person: str, *roles: str) -> Errors:
    return set() if holds(person, *roles) else {NotAllowedError}


def unchangeable(claim: Claim) -> Errors:
    return {InvalidError} if claim.state is S.WITHDRAWN else set()
