"""Bar 6 for jobs: workers killed at any moment lose nothing and do nothing twice."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Sequence

import pytest
from sqlalchemy import select

from db.models import Capture, Observation
from db.rows import UserRow
from db.session import Database
from firsthand.jobs import Jobs
from firsthand.jobs.store import JobStore
from firsthand.settings import Settings
from firsthand.verification import verify
from tests.firsthand.jobs.conftest import Sources
from tests.firsthand.jobs.lives import Lives, lives
from tests.firsthand.jobs.site import site
from tests.firsthand.jobs.working import finished, settings_of

HOSTS, PAGES = 8, 2


def kill_again_and_again(
    jobs: Jobs, workers: Lives, ann: UserRow, numbers: Sequence[int], *, kills: int, seed: int, at_once: int
) -> list[str]:
    """Keep workers at work on captures and looks while they are killed; tells the jobs that were asked for."""
    moments = random.Random(seed)
    asked: list[str] = []
    alive = [workers.begin() for _ in range(at_once)]
    for _ in range(kills):
        if not asked or all(job.state.over for job in jobs.list(limit=2)):
            asked += [jobs.capture(ann, numbers), jobs.watch(ann, numbers)]
        time.sleep(moments.uniform(0.0, 2.2))
        workers.end(alive.pop(0))
        alive.append(workers.begin())
    for job_id in asked:
        finished(jobs, job_id)
    return asked


def nothing_lost_and_nothing_twice(
    database: Database, jobs: Jobs, asked: Sequence[str], numbers: Sequence[int]
) -> None:
    for job_id in asked:
        parts = jobs.parts(job_id)
        assert [part.documents for part in parts] == [(number,) for number in numbers]
        assert {part.state.value for part in parts} == {"done"}, parts
    with database.read() as session:
        taken = list(session.execute(select(Capture.uid, Capture.document_id)))
        looked = list(session.execute(select(Observation.uid, Observation.document_id)))
    wanted = {f"{job_id}-{place}": number for job_id in asked for place, number in enumerate(numbers)}
    assert dict(taken) == wanted
    assert len(taken) == len(wanted)
    store = JobStore(settings_of(database))
    kept = store.asking().list_workflows(load_input=False, load_output=False)
    store.close()
    watched = {uid: number for uid, number in wanted.items() if uid.startswith("watch")}
    assert {uid: number for uid, number in looked if uid in watched} == watched
    assert Counter(number for _, number in looked) == Counter({number: len(asked) for number in numbers})
    assert any((status.recovery_attempts or 0) > 1 for status in kept), "no kill came in the middle of anything"
    report = verify(database)
    assert report.sound, report.problems


def soak(
    database: Database, settings: Settings, ann: UserRow, sources: Sources, *, kills: int, seed: int, at_once: int
) -> None:
    jobs = Jobs(settings)
    with site(names=HOSTS) as there:
        numbers = sources([f"http://h{host}.example/{place}" for place in range(PAGES) for host in range(HOSTS)])
        with lives(database, there.hosts) as workers:
            asked = kill_again_and_again(jobs, workers, ann, numbers, kills=kills, seed=seed, at_once=at_once)
            nothing_lost_and_nothing_twice(database, jobs, asked, numbers)
    jobs.close()


def test_workers_killed_five_times_lose_nothing_and_do_nothing_twice(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
) -> None:
    soak(database, settings, ann, sources, kills=5, seed=17, at_once=1 if database.is_sqlite else 2)


@pytest.mark.soak
def test_workers_killed_a_hundred_times_lose_nothing_and_do_nothing_twice(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
) -> None:
    soak(database, settings, ann, sources, kills=100, seed=4711, at_once=1 if database.is_sqlite else 2)
