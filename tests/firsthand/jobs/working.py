"""A worker for tests: it runs in a thread of its own until the test is done with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from db.rows import JobRow
from db.session import Database
from firsthand.jobs import Jobs, work
from firsthand.settings import Settings
from firsthand.sources.fetching import Web

PATIENCE = 120.0  # seconds; a busy machine takes its time


@contextmanager
def working(database: Database, settings: Settings, web: Web) -> Iterator[Jobs]:
    """Have a worker at work, with this web; gives a client to ask it with."""
    stop, started = threading.Event(), threading.Event()
    failed: list[BaseException] = []

    def run() -> None:
        try:
            work(database, settings, web=web, stop=stop, started=started)
        except BaseException as error:  # noqa: BLE001 - told to the test below
            failed.append(error)
            started.set()

    thread = threading.Thread(target=run, name="worker")
    thread.start()
    jobs = Jobs(settings)
    try:
        assert started.wait(PATIENCE), "the worker did not start"
        if failed:
            raise failed[0]
        yield jobs
    finally:
        stop.set()
        thread.join(PATIENCE)
        jobs.close()
    assert not failed, failed


def finished(jobs: Jobs, job_id: str) -> JobRow:
    """Wait until a job is over, and tell how it ended."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        job = jobs.get(job_id)
        if job is not None and job.state.over:
            return job
        time.sleep(0.1)
    raise AssertionError(f"{job_id} is not over: {jobs.get(job_id)} {jobs.parts(job_id)}")


def settings_of(database: Database) -> Settings:
    """The settings of a home whose record is this database, without a schedule of its own."""
    return Settings(
        home=database.folder,
        database_url=database.url.render_as_string(hide_password=False),
        user="ann@desk.example",
        address="localhost",
        port=8501,
        watch=False,
    )
