"""Jobs as the rest of the house sees them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from db.rows import JobRow
from db.vocabulary import JobKind, JobState
from firsthand.jobs.ending import Ending
from firsthand.jobs.tickets import Ticket

if TYPE_CHECKING:
    from dbos import WorkflowStatus

OPEN = ("ENQUEUED", "DELAYED", "PENDING")
_STATES = {
    "ENQUEUED": JobState.WAITING,
    "DELAYED": JobState.WAITING,
    "PENDING": JobState.RUNNING,
    "SUCCESS": JobState.DONE,
    "CANCELLED": JobState.CANCELLED,
}
PART = "-part"
"""What the names of workflows end in that are parts of a job: ``capture-part``."""


def job_row(status: WorkflowStatus, parts: Sequence[WorkflowStatus] = ()) -> JobRow:
    """Tell how a job stands; ``parts`` are wanted of open jobs only, for their progress.

    A trace is not counted by its parts, which are the pages so far: nobody knows how many there will be.
    """
    if status.name == JobKind.TRACE:
        parts = ()
    ticket, ending = Ticket.of_json(status.attributes), _ending(status)
    state = _STATES.get(status.status, JobState.FAILED)
    if ending is not None and not ending.came_through:
        state = JobState.FAILED
    over = sum(part.status not in OPEN for part in parts)
    waiting = parts[0] if len(parts) == 1 else status
    retry_at = ending.retry_at if ending else _moment((waiting.attributes or {}).get("retry_at_ms"))
    return JobRow(
        id=status.workflow_id,
        kind=JobKind(status.name.removesuffix(PART)),
        state=state,
        about=ticket.about,
        asked_by=status.authenticated_user or None,
        asked_at=_moment(status.created_at) or dt.datetime.fromtimestamp(0, dt.UTC),
        started_at=_moment(status.dequeued_at),
        ended_at=_moment(status.completed_at),
        done=ending.done if ending else over,
        total=ending.total if ending else max(ticket.total, len(parts)),
        sentence=ending.sentence if ending else _sentence(status, state, over, parts),
        host=ticket.host,
        retry_at=retry_at if state in {JobState.FAILED, JobState.RUNNING, JobState.DONE} else None,
        documents=ticket.documents or (ending.documents if ending else ()),
        claim_id=ticket.claim_id,
    )


def left_alone(row: JobRow) -> JobRow:
    """Tell of a job that was begun by a worker that has gone, while there is no other one."""
    done = f"{row.done} of {row.total} done. " if row.total > 1 else ""
    return replace(row, state=JobState.WAITING, sentence=f"{done}Its worker has gone; the next one goes on from there.")


def _ending(status: WorkflowStatus) -> Ending | None:
    return Ending.of_json(status.output) if status.status == "SUCCESS" and isinstance(status.output, dict) else None


def _sentence(status: WorkflowStatus, state: JobState, over: int, parts: Sequence[WorkflowStatus]) -> str:
    known = status.attributes or {}
    if state is JobState.WAITING:
        return (
            f"Waits for its turn at {known.get('host') or 'its host'}."
            if status.queue_partition_key
            else "Waits for a worker."
        )
    if state is JobState.RUNNING and len(parts) == 1:
        return job_row(parts[0]).sentence
    if state is JobState.RUNNING:
        return known.get("why") or (f"{over} of {len(parts)} done." if parts else "At work.")
    if state is JobState.CANCELLED:
        return "Cancelled; what was recorded before stays."
    if status.status == "MAX_RECOVERY_ATTEMPTS_EXCEEDED":
        return "Given up: it ended its worker again and again."
    return f"It broke off: {status.error}" if status.error else "It broke off."


def _moment(milliseconds: object) -> dt.datetime | None:
    return dt.datetime.fromtimestamp(milliseconds / 1000, dt.UTC) if isinstance(milliseconds, int) else None
