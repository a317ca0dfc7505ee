"""The queues: jobs themselves, their parts one at a time per host, and traces, which go from host to host."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dbos import DBOSClient

JOBS = "jobs"
PARTS = "parts-by-host"
TRACES = "traces"

SECONDS_BETWEEN = 2.0
"""A host is asked once in so many seconds, and by one at a time."""
_JOBS_AT_ONCE = 40  # they only wait for their parts
_PARTS_AT_ONCE = 8  # hosts that one worker asks at the same time
_TRACES_AT_ONCE = 2
_LOOK = 0.5  # seconds between two looks for work


_FIRST, _LATER = 1, 1_000_000


def priority(place: int, *, asked: bool) -> int:
    """Tell a part's priority, the smaller the sooner: what people asked for goes first, and jobs take turns."""
    return (_FIRST if asked else _LATER) + place


def open_queues(client: DBOSClient) -> None:
    """Declare the queues, or change them to what is said here."""
    client.register_queue(JOBS, worker_concurrency=_JOBS_AT_ONCE, polling_interval_sec=_LOOK)
    client.register_queue(
        PARTS,
        worker_concurrency=_PARTS_AT_ONCE,
        partition_concurrency=1,
        partition_limiter={"limit": 1, "period": SECONDS_BETWEEN},
        polling_interval_sec=_LOOK,
    )
    client.register_queue(TRACES, worker_concurrency=_TRACES_AT_ONCE, polling_interval_sec=_LOOK)
