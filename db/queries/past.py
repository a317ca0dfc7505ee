"""The desk as it was: today's claims, with the history folded back."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import String, func, select, type_coerce

from db.models import Claim, ClaimTally, Event
from db.queries.articles import in_order, status_of_group
from db.queries.claim_filters import unindexed
from db.vocabulary import EventAction, SubstanceFinding, VerificationStatus, WorkState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_CHUNK = 500


class _Told(NamedTuple):
    """Where an event tells what it changed: the key, the claim's column, the words that there are."""

    key: str
    column: str
    words: frozenset[str]


_TOLD = {
    EventAction.CLAIM_MOVED: _Told("state", "work_state", frozenset(state.value for state in WorkState)),
    EventAction.FINDINGS_SET: _Told(
        "substance", "substance_finding", frozenset({"", *(finding.value for finding in SubstanceFinding)})
    ),
}


class _Group(NamedTuple):
    """A claim's work state and substance finding, '' for none."""

    work_state: str
    substance_finding: str


def as_of(
    session: Session, moment: dt.datetime, desk_id: int | None = None
) -> tuple[tuple[VerificationStatus, int], ...]:
    """Count the claims by status as they stood at a moment, in the order of the statuses, nothing with zero.

    A claim stood where its first move after the moment found it, or else where it stands today; likewise with its
    finding. Claims that came later are left out. Takes the longer, the more has happened since.
    """
    counted = Counter(_today(session, desk_id))
    changed = _first_changes(session, moment)
    for claim in _claims(session, list(changed), desk_id):
        counted[claim.now] -= 1
        counted[claim.now._replace(**changed[claim.id])] += 1
    for group, claims in _came_later(session, moment, desk_id, changed).items():
        counted[group] -= claims
    statuses: Counter[VerificationStatus] = Counter()
    for (state, finding), claims in counted.items():
        statuses[status_of_group(state, finding)] += claims
    return in_order(statuses)


class _Standing(NamedTuple):
    id: int
    now: _Group


def _today(session: Session, desk_id: int | None) -> dict[_Group, int]:
    key = (ClaimTally.work_state, ClaimTally.substance_finding)
    asked = select(*key, func.sum(ClaimTally.claims)).group_by(*key)
    if desk_id is not None:
        asked = asked.where(ClaimTally.desk_id == desk_id)
    return {_Group(state, finding): int(claims) for state, finding, claims in session.execute(asked)}


def _first_changes(session: Session, moment: dt.datetime) -> dict[int, dict[str, str]]:
    """Collect what the first changes after a moment found, by claim: its work state, its finding, or both."""
    asked = (
        select(Event.record_id, Event.action, type_coerce(Event.before, String))
        .where(Event.at > moment, unindexed(session, Event.action).in_(sorted(_TOLD)))
        .order_by(Event.at, Event.seq)
    )
    found: dict[int, dict[str, str]] = {}
    for claim_id, action, before in session.execute(asked.execution_options(yield_per=_CHUNK)):
        told = found.setdefault(claim_id, {})
        column = _TOLD[action].column
        if column not in told:
            word = (json.loads(before) if before else {}).get(_TOLD[action].key) or ""
            # A case from elsewhere may tell what nobody here knows: then the next event is asked.
            if word in _TOLD[action].words:
                told[column] = word
    return found


def _claims(session: Session, ids: list[int], desk_id: int | None) -> Iterator[_Standing]:
    desk = [] if desk_id is None else [Claim.desk_id == desk_id]
    for start in range(0, len(ids), _CHUNK):
        asked = select(Claim.id, Claim.work_state, Claim.substance_finding)
        for row in session.execute(asked.where(Claim.id.in_(ids[start : start + _CHUNK]), *desk)):
            finding = row.substance_finding.value if row.substance_finding else ""
            yield _Standing(row.id, _Group(row.work_state.value, finding))


def _came_later(
    session: Session, moment: dt.datetime, desk_id: int | None, changed: dict[int, dict[str, str]]
) -> Counter[_Group]:
    """Count the claims that came after a moment, as they stand once the changes are taken back."""
    asked = select(Claim.id, Claim.work_state, Claim.substance_finding).where(Claim.created_at > moment)
    if desk_id is not None:
        asked = asked.where(unindexed(session, Claim.desk_id) == desk_id)
    later: Counter[_Group] = Counter()
    for row in session.execute(asked.execution_options(yield_per=_CHUNK)):
        now = _Group(row.work_state.value, row.substance_finding.value if row.substance_finding else "")
        later[now._replace(**changed.get(row.id, {}))] += 1
    return later
