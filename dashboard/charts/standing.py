"""Where a claim stands, in three: settled by a signed finding, left to do, or set aside."""

from __future__ import annotations

from collections.abc import Iterable

from db.vocabulary import VerificationStatus

_S = VerificationStatus
SETTLED = frozenset(status for status in _S if status.finding is not None)
SET_ASIDE = frozenset({_S.NOT_FOR_US, _S.WITHDRAWN})
UNDONE = frozenset(_S) - SETTLED - SET_ASIDE


def count(statuses: Iterable[tuple[VerificationStatus, int]], of: frozenset[VerificationStatus]) -> int:
    """Count the claims that stand in one of some statuses."""
    return sum(claims for status, claims in statuses if status in of)
