"""The worker: it takes jobs up one after the other, and those that a worker before it, or beside it, broke off."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from db.base import utc_now
from firsthand.jobs.presence import Seat, take_seat
from firsthand.jobs.rows import OPEN
from firsthand.jobs.store import APPLICATION, SCHEMA, JobStore, quiet, serializer

if TYPE_CHECKING:
    from db.session import Database
    from firsthand.settings import Settings
    from firsthand.sources.fetching import Web

VERSION = "1"
"""Of the workflows: jobs that are under way are taken up again only by workers of the same version."""
_ROUND = 2.0  # seconds between two looks after oneself and the others
_DUE = 60.0  # seconds between two looks at the schedule
_DAY = 86_400.0  # seconds between two looks for what nobody has planned to look at, and for what is long over
_KEPT = dt.timedelta(days=90)
_FORGOTTEN = 500  # jobs at a time
_FINISH = 3  # seconds that steps are given when the worker is told to stop


def work(
    database: Database,
    settings: Settings,
    *,
    web: Web | None = None,
    stop: threading.Event | None = None,
    wait: bool = True,
    started: threading.Event | None = None,
    on_wait: Callable[[], None] = lambda: None,
) -> bool:
    """Work until told to stop. Tells whether there was a place to work at.

    A local record has one worker: a second one says so (``on_wait``) and waits for its place, or leaves at once without
    ``wait``. ``web`` is given by tests; ``started`` is set once jobs are taken up.
    """
    stop = stop or threading.Event()
    store = JobStore(settings)
    seat = take_seat(store, stop, wait=wait, on_wait=on_wait)
    if seat is None:
        return False
    try:
        with _equipped(database, settings, web, store, broke_off=_broke_off(store, seat)), _launched(store, seat):
            if started is not None:
                started.set()
            _rounds(database, settings, store, seat, stop)
            _leave()
    finally:
        seat.leave()
        store.close()
    return True


def _broke_off(store: JobStore, seat: Seat) -> bool:
    """Tell whether work was broken off that this worker takes up: hosts may have been asked a moment ago."""
    client = store.reading()
    return client is not None and any(
        seat.is_gone(status.executor_id or "") or status.executor_id == seat.executor_id
        for status in client.list_workflows(status="PENDING", load_input=False, load_output=False, limit=1)
    )


@contextlib.contextmanager
def _equipped(
    database: Database, settings: Settings, web: Web | None, store: JobStore, *, broke_off: bool
) -> Iterator[None]:
    from firsthand.jobs import steps  # noqa: PLC0415 - the parsers and the client for the web take their time
    from firsthand.jobs.queues import SECONDS_BETWEEN  # noqa: PLC0415
    from firsthand.jobs.turns import Turns  # noqa: PLC0415
    from firsthand.sources.fetching import Web as OpenWeb  # noqa: PLC0415
    from firsthand.sources.parsing import Parser  # noqa: PLC0415

    def parts_open(job_id: str) -> bool:
        under_way = store.asking().list_workflows(
            parent_workflow_id=job_id, status=list(OPEN), load_input=False, load_output=False, limit=1
        )
        return bool(under_way)

    turns = Turns(SECONDS_BETWEEN, time.monotonic() if broke_off else None)
    with contextlib.ExitStack() as held:
        if web is None:
            web = held.enter_context(OpenWeb())
        parser = held.enter_context(Parser())
        steps.equip(steps.Bench(database, settings, web, parser, turns, parts_open))
        held.callback(steps.equip, None)
        yield


@contextlib.contextmanager
def _launched(store: JobStore, seat: Seat) -> Iterator[None]:
    """Have the library run, without its console, telemetry or any address outside."""
    from dbos import DBOS, DBOSConfig  # noqa: PLC0415

    from firsthand.jobs import workflows  # noqa: F401, PLC0415 - the library knows workflows once they are imported
    from firsthand.jobs.queues import open_queues  # noqa: PLC0415

    config: DBOSConfig = {
        "name": APPLICATION,
        "system_database_url": store.url,
        "dbos_system_schema": SCHEMA,
        "application_version": VERSION,
        "executor_id": seat.executor_id,
        "serializer": serializer(),
        "enable_otlp": False,
        "log_level": "ERROR",
        "use_listen_notify": False,
        "sys_db_pool_size": 10,
    }
    open_queues(store.asking())
    DBOS(config=config)
    quiet()
    try:
        DBOS.launch()
        yield
    finally:
        DBOS.destroy(workflow_completion_timeout_sec=_FINISH)


def _rounds(database: Database, settings: Settings, store: JobStore, seat: Seat, stop: threading.Event) -> None:
    """Look after oneself, after workers that are gone and after the schedule, until told to stop."""
    from firsthand.jobs.schedule import ask_for_due, plan_looks  # noqa: PLC0415

    due = planned = time.monotonic()
    while not stop.wait(_ROUND):
        if not seat.held():
            return
        _take_up(store, seat)
        if time.monotonic() >= planned:
            _forget_old(store)
            if settings.watch:
                plan_looks(database)
            planned = time.monotonic() + _DAY
        if settings.watch and time.monotonic() >= due:
            ask_for_due(database, settings)
            due = time.monotonic() + _DUE


def _forget_old(store: JobStore) -> None:
    """Let go of jobs that were over long ago, with their parts; what they did is in the record."""
    client = store.asking()
    before = (utc_now() - _KEPT).isoformat()
    while old := client.list_workflows(
        completed_before=before, has_parent=False, load_input=False, load_output=False, limit=_FORGOTTEN
    ):
        client.delete_workflows([status.workflow_id for status in old], delete_children=True)


def _leave() -> None:
    """Begin no further step; those under way are given a moment to end."""
    from firsthand.jobs import steps  # noqa: PLC0415

    steps.equip(None)


def _take_up(store: JobStore, seat: Seat) -> None:
    """Put what workers that are gone left unfinished back into its queue."""
    from dbos import DBOS  # noqa: PLC0415

    left = {
        status.executor_id
        for status in store.asking().list_workflows(status="PENDING", load_input=False, load_output=False)
        if status.executor_id and status.executor_id != seat.executor_id
    }
    if gone := [executor_id for executor_id in left if seat.is_gone(executor_id)]:
        # The library takes up its own worker's work by itself, at its start. That another worker is dead only a service
        # outside this machine may tell it by the public way; what that service calls is this.
        DBOS._recover_pending_workflows(gone)  # noqa: SLF001
