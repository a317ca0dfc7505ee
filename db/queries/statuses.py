"""The board's one word in terms of columns: which work states and findings a verification status stands for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, or_

from db.models import Claim
from db.vocabulary import SubstanceFinding, VerificationStatus, WorkState

Column = Any  # one of the claim's, or an expression of it

SIGNED = tuple(state for state in WorkState if state.signed)


class Place(NamedTuple):
    """A work state, and the finding that goes with it; None stands for any finding."""

    work_state: WorkState
    substance_finding: SubstanceFinding | None = None


def places(statuses: Iterable[VerificationStatus]) -> tuple[Place, ...]:
    """Tell where claims of these statuses are, in a fixed order; no status at all means every work state.

    A signed claim always has its finding (the table sees to it), so ``in_review`` is the work state of that name.
    """
    wanted = set(statuses)
    if not wanted or wanted == set(VerificationStatus):
        return tuple(Place(state) for state in WorkState)
    findings = [finding for finding in SubstanceFinding if VerificationStatus(finding.value) in wanted]
    unsigned = [state for state in WorkState if not state.signed and VerificationStatus(state.value) in wanted]
    if len(findings) == len(SubstanceFinding):
        return (*map(Place, unsigned), *map(Place, SIGNED))
    return (*map(Place, unsigned), *(Place(state, finding) for state in SIGNED for finding in findings))


def at_place(
    place: Place, state: Column = Claim.work_state, finding: Column = Claim.substance_finding
) -> ColumnElement[bool]:
    """Select the claims of one place."""
    here: ColumnElement[bool] = state == place.work_state
    return here if place.substance_finding is None else and_(here, finding == place.substance_finding)


def with_status(
    statuses: Iterable[VerificationStatus], state: Column = Claim.work_state, finding: Column = Claim.substance_finding
) -> ColumnElement[bool]:
    """Select the claims that have one of these statuses."""
    return or_(*(at_place(place, state, finding) for place in places(statuses)))
