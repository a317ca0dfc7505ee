"""The work states of a claim as one table: who may move it from where to where, and what has to be there first.

Pure: the desk gathers the facts, this module judges them. Guards answer with sentences, one for each thing missing,
so that a page can show them as a list that ticks itself off and a refusal can say what to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from db.vocabulary import AttributionFinding, Flag, Role, Stance, SubstanceFinding, WorkState

MACHINE_STATES = frozenset({WorkState.DETECTED})


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What a guard needs to know of one live piece of evidence."""

    uid: str
    stance: Stance
    placed: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """A claim as its guards see it, together with who wants to move it and what they brought."""

    statement: str
    assigned: bool
    substance: SubstanceFinding | None
    attribution: AttributionFinding | None
    evidence: tuple[EvidenceFacts, ...]
    searched: bool
    blocking_comments: int
    flags: frozenset[Flag]
    actor_id: int | None
    own_work_of: frozenset[int]
    allow_self_signing: bool
    reason: str = ""
    awaiting: str = ""
    awaiting_from: str = ""
    awaiting_until: dt.date | None = None
    rechecked_by: int | None = None
    looked_at: frozenset[str] = frozenset()
    just_judged: bool = False

    @property
    def own_work(self) -> bool:
        """Whether the actor checked or last edited what is to be signed."""
        return self.actor_id in self.own_work_of


Guard = Callable[[Facts], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the table; ``source`` None stands for a claim that does not exist yet.

    ``undoes`` marks a way back that takes a judgement back as if it had not been made; it is no step of the work.
    """

    source: WorkState | None
    target: WorkState
    roles: frozenset[Role]
    guard: Guard
    by_system: bool = False
    undoes: bool = False

    def missing(self, facts: Facts) -> tuple[str, ...]:
        """List what is not there yet, one sentence each; empty where the way is free."""
        return tuple(self.guard(facts))


def _nothing(_: Facts) -> Iterable[str]:
    return ()


def _statement(facts: Facts) -> Iterable[str]:
    if not facts.statement.strip():
        yield "Write the claim's statement so that it stands on its own."


def _reason(facts: Facts) -> Iterable[str]:
    if not facts.reason.strip():
        yield "Give a reason."


def _just_judged(facts: Facts) -> Iterable[str]:
    if not facts.just_judged:
        yield "Something else has happened to it since it was a draft, so this can no longer be undone."


def _assignee(facts: Facts) -> Iterable[str]:
    if not facts.assigned:
        yield "Say who checks it."


def _awaited(facts: Facts) -> Iterable[str]:
    if not facts.awaiting.strip():
        yield "Say what is awaited."
    if not facts.awaiting_from.strip():
        yield "Say from whom."
    if facts.awaiting_until is None:
        yield "Say until when."


def _checked(facts: Facts) -> Iterable[str]:
    if facts.substance is None:
        yield "Set the substance finding."
    if facts.attribution is None:
        yield "Set the attribution finding."
    yield from _backed(facts)
    if facts.substance is SubstanceFinding.INSUFFICIENT and not facts.searched:
        yield "Log at least one search: «not enough evidence» has to show where you looked."
    elif facts.attribution is AttributionFinding.NOT_FOUND and not facts.searched:
        yield "Log at least one search: «not found» has to show where you looked."
    if Flag.ANCHOR_LOST in facts.flags:
        yield "A passage is gone from its source: keep what was captured, place it again or withdraw that evidence."


def _backed(facts: Facts) -> Iterable[str]:
    """A determinate finding needs evidence with a place, and with a stance that can carry it."""
    placed = [piece for piece in facts.evidence if piece.placed]
    stances = {piece.stance for piece in placed}
    decided = (facts.substance is not None and facts.substance.determinate) or (
        facts.attribution is not None and facts.attribution.determinate
    )
    if decided and not placed:
        yield "Add evidence that says where in a source it stands."
        return
    if facts.substance is SubstanceFinding.SUPPORTED and Stance.SUPPORTS not in stances:
        yield "Add evidence that supports the claim: the finding says «supported»."
    if facts.substance is SubstanceFinding.CONTRADICTED and Stance.REFUTES not in stances:
        yield "Add evidence that refutes the claim: the finding says «contradicted»."
    if facts.substance is SubstanceFinding.CONFLICTING and not {Stance.SUPPORTS, Stance.REFUTES} <= stances:
        yield "Add evidence for both sides: the finding says that sources conflict."


def _signable(facts: Facts) -> Iterable[str]:
    """Evidence may have been withdrawn while the claim was in review: what is signed has to be backed now."""
    yield from _checked(facts)
    yield from _four_eyes(facts)


def _four_eyes(facts: Facts) -> Iterable[str]:
    if facts.blocking_comments:
        yield "Resolve the blocking comments first."
    if not facts.own_work:
        return
    if not facts.allow_self_signing:
        yield "Ask a second person: you checked or last edited this claim yourself."
    elif not facts.reason.strip():
        yield "Give a reason for signing your own work."


def _rechecked(facts: Facts) -> Iterable[str]:
    if facts.rechecked_by is None:
        yield "Log the re-check first: somebody has to look at each piece of evidence."
        return
    unseen = [piece for piece in facts.evidence if piece.uid not in facts.looked_at]
    if unseen:
        yield f"Look at each piece of evidence: {len(unseen)} not looked at yet."
    if not facts.reason.strip():
        yield "Say in a note what the re-check found."
    yield from _signable(facts)


def _publishable(facts: Facts) -> Iterable[str]:
    blocking = sorted(flag.value for flag in facts.flags if flag.blocks_publishing)
    if blocking and not facts.reason.strip():
        yield f"Clear the flags ({', '.join(blocking)}), or override them with a reason."


_CHECKER, _REVIEWER, _EDITOR = (frozenset({role}) for role in (Role.CHECKER, Role.REVIEWER, Role.EDITOR))
_S = WorkState

TRANSITIONS: tuple[Transition, ...] = (
    Transition(None, _S.DETECTED, frozenset(), _nothing, by_system=True),
    Transition(None, _S.OPEN, _CHECKER | _EDITOR, _statement),
    Transition(_S.DETECTED, _S.OPEN, _CHECKER | _EDITOR, _statement),
    Transition(_S.DETECTED, _S.NOT_FOR_US, _CHECKER | _EDITOR, _reason),
    Transition(_S.OPEN, _S.NOT_FOR_US, _CHECKER | _EDITOR, _reason),
    # Not in the first plan: a claim that was turned away by mistake has to have a way back.
    Transition(_S.NOT_FOR_US, _S.OPEN, _CHECKER | _EDITOR, _reason),
    # Nor were these: whoever goes through drafts by single keys presses a wrong one now and then.
    Transition(_S.OPEN, _S.DETECTED, _CHECKER | _EDITOR, _just_judged, undoes=True),
    Transition(_S.NOT_FOR_US, _S.DETECTED, _CHECKER | _EDITOR, _just_judged, undoes=True),
    Transition(_S.OPEN, _S.IN_CHECK, _CHECKER, _assignee),
    Transition(_S.RECHECK, _S.IN_CHECK, _CHECKER, _assignee),
    Transition(_S.IN_CHECK, _S.ON_HOLD, _CHECKER, _awaited),
    Transition(_S.ON_HOLD, _S.IN_CHECK, _CHECKER, _nothing),
    Transition(_S.IN_CHECK, _S.IN_REVIEW, _CHECKER, _checked),
    Transition(_S.IN_REVIEW, _S.IN_CHECK, _REVIEWER, _reason),
    Transition(_S.IN_REVIEW, _S.SIGNED_OFF, _REVIEWER, _signable),
    Transition(_S.SIGNED_OFF, _S.PUBLISHED, _EDITOR, _publishable),
    Transition(_S.SIGNED_OFF, _S.RECHECK, _EDITOR, _reason, by_system=True),
    Transition(_S.PUBLISHED, _S.RECHECK, _EDITOR, _reason, by_system=True),
    Transition(_S.RECHECK, _S.SIGNED_OFF, _REVIEWER, _rechecked),
    Transition(_S.PUBLISHED, _S.WITHDRAWN, _EDITOR, _reason),
)
_BY_ENDS = {(row.source, row.target): row for row in TRANSITIONS}


def transition(source: WorkState | None, target: WorkState) -> Transition | None:
    """Find the row that leads from one state to another, or None where no way does."""
    return _BY_ENDS.get((source, target))


def ways_out(source: WorkState) -> tuple[Transition, ...]:
    """List every step that leads out of a state, in the table's order; taking back a judgement is none."""
    return tuple(row for row in TRANSITIONS if row.source is source and not row.undoes)
