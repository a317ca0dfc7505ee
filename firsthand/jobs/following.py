"""Following a job from the command line; where no worker is at work, one is started until the job is over."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from firsthand.errors import FirsthandError, NotFoundError
from firsthand.jobs.child import end_worker, start_worker

if TYPE_CHECKING:
    from db.rows import JobRow
    from firsthand.jobs.client import Jobs
    from firsthand.settings import Settings

_EVERY = 0.3  # seconds


def follow(jobs: Jobs, settings: Settings, job_id: str) -> Iterator[JobRow]:
    """Tell again and again how a job stands, until it is over; whoever stops listening leaves it to other workers."""
    worker: subprocess.Popen[bytes] | None = None
    try:
        while True:
            job = jobs.get(job_id)
            if job is None:
                raise NotFoundError("job", job_id)
            yield job
            if job.state.over:
                return
            if worker is None and not jobs.workers():
                worker = start_worker(settings)
            if worker is not None and worker.poll() is not None:
                raise FirsthandError(
                    f"The worker ended ({worker.returncode}): start «firsthand worker» to see why, or run this again."
                )
            time.sleep(_EVERY)
    finally:
        if worker is not None:
            end_worker(worker)
