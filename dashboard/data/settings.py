"""What the house has settled: desks and their rules, people, its words for findings, its publishers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dashboard.data.lists import history
from dashboard.data.record import ask
from db.queries import people as _people
from db.rows import EventFilter, EventRow, UserRow
from db.vocabulary import EventAction, RecordType

HOUSE_CHANGES: Final = frozenset(
    {
        EventAction.DESK_ADDED,
        EventAction.DESK_RULE_SET,
        EventAction.LABEL_SET,
        EventAction.PUBLISHER_SET,
        EventAction.USER_ADDED,
        EventAction.USER_CHANGED,
    }
)
"""What the settings page changes."""


def finding_labels() -> Mapping[str, str]:
    """Tell which findings go by another word: code to word. Every run hands it to ``labels.renamed``."""
    return ask(_people.finding_labels)


def everybody() -> tuple[UserRow, ...]:
    """List all people, also those who may do nothing any more, by name."""
    return ask(_people.users)


def newest_change(record_type: RecordType, record_id: int) -> int:
    """Tell the number of the newest event about a record: the version of one that has no column for it."""
    newest = history(EventFilter(record_type=record_type, record_id=record_id), size=1).rows
    return newest[0].seq if newest else 0


def changes(size: int = 20) -> tuple[EventRow, ...]:
    """List the newest changes of what the settings page shows."""
    return history(EventFilter(actions=HOUSE_CHANGES), size=size).rows
