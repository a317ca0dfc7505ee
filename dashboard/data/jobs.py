"""What pages show of jobs. They are no part of the record and leave no events, so they are asked for anew each time."""

from __future__ import annotations

from functools import lru_cache

from dashboard.data.record import settings
from db.rows import JobRow
from firsthand.jobs import Jobs
from firsthand.settings import Settings

SHOWN = 50
"""As many jobs as a page lists."""


def client() -> Jobs:
    """Get the jobs' client, one for the whole server."""
    return _client(settings())


@lru_cache(maxsize=2)
def _client(here: Settings) -> Jobs:
    return Jobs(here)


def listed(*, open_only: bool = False, limit: int = SHOWN) -> tuple[JobRow, ...]:
    """List jobs, the newest first."""
    return client().list(limit=limit, open_only=open_only)


def open_jobs() -> tuple[JobRow, ...]:
    """List what runs or waits."""
    return listed(open_only=True)


def of_document(document_id: int) -> JobRow | None:
    """Find the newest job that works, or worked, on a document."""
    return next(iter(client().list(limit=1, document_id=document_id)), None)


def of_claim(claim_id: int) -> JobRow | None:
    """Find the newest job that works, or worked, on a claim."""
    return next(iter(client().list(limit=1, claim_id=claim_id)), None)


def get(job_id: str) -> JobRow | None:
    """Find a job, or a part of one."""
    return client().get(job_id)


def parts(job_id: str) -> tuple[JobRow, ...]:
    """List the parts of a job."""
    return client().parts(job_id)


def workers() -> int:
    """Count the workers at work."""
    return client().workers()
