"""Jobs: asked for by a client, done by a worker, host by host, and told of in words."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sqlite3
import threading
import time
from collections import defaultdict
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from db.base import utc_now
from db.models import Article, Capture, Observation, Watch
from db.queries import articles
from db.rows import UserRow
from db.session import Database
from db.vocabulary import CaptureOutcome, JobKind, JobState, ObservationOutcome
from firsthand.jobs import Jobs, work, worker
from firsthand.jobs.queues import SECONDS_BETWEEN
from firsthand.settings import Settings
from tests.firsthand.jobs.conftest import Sources
from tests.firsthand.jobs.lives import lives
from tests.firsthand.jobs.site import Answer, page, site, usual
from tests.firsthand.jobs.working import PATIENCE, finished, working

SLACK = 0.05  # seconds by which two clocks of one machine may differ in what they call two seconds


def captures_of(database: Database, number: int) -> list[Capture]:
    with database.read() as session:
        return list(session.scalars(select(Capture).where(Capture.document_id == number).order_by(Capture.id)))


def test_before_anybody_asked_for_a_job_there_are_none_and_nothing_is_made(jobs: Jobs, settings: Settings):
    assert jobs.list() == ()
    assert jobs.get("capture-1") is None
    assert jobs.workers() == 0
    assert not settings.home.joinpath("jobs.sqlite").exists()


def test_a_job_waits_for_a_worker_and_is_done_by_the_next_one(
    database: Database, settings: Settings, jobs: Jobs, ann: UserRow, sources: Sources
):
    with site() as there:
        (number,) = sources(["http://h0.example/one"])
        job_id = jobs.capture(ann, [number])
        waiting = jobs.get(job_id)
        assert waiting is not None
        assert (waiting.state, waiting.sentence, waiting.asked_by) == (
            JobState.WAITING,
            "Waits for a worker.",
            "ann@desk.example",
        )
        with working(database, settings, there.web()):
            assert jobs.workers() == 1
            done = finished(jobs, job_id)
            (part,) = jobs.parts(job_id)
    assert (done.state, done.kind, done.sentence) == (JobState.DONE, JobKind.CAPTURE, "Captured.")
    assert done.about == "FS-000001 http://h0.example/one"
    assert (part.documents, part.host, part.state) == ((number,), "h0.example", JobState.DONE)
    (taken,) = captures_of(database, number)
    assert (taken.outcome, taken.uid) == (CaptureOutcome.COMPLETE, part.id)


def test_a_host_is_asked_by_one_at_a_time_and_once_in_two_seconds_in_the_order_asked_for(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
):
    with site() as there:
        numbers = sources([f"http://h{host}.example/{place}" for place in range(3) for host in range(3)])
        with working(database, settings, there.web()) as jobs:
            done = finished(jobs, jobs.capture(ann, numbers))
    assert (done.done, done.total, done.sentence) == (9, 9, "All 9 captured.")
    by_host = defaultdict(list)
    for request in there.pages():
        by_host[request.host].append(request)
    assert {host: [request.path for request in asked] for host, asked in by_host.items()} == {
        f"h{host}.example": ["/0", "/1", "/2"] for host in range(3)
    }
    for asked in by_host.values():
        for earlier, later in pairwise(asked):
            assert later.at >= earlier.answered
            assert later.at - earlier.at >= SECONDS_BETWEEN - SLACK


def test_what_is_out_of_order_for_a_moment_is_tried_again_after_the_time_that_the_site_asks_for(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
):
    tries = []

    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        tries.append(time.monotonic())
        if len(tries) == 1:
            return Answer("later", 503, (("Retry-After", "6"),))
        return usual(host, path, headers)

    with site(says) as there, working(database, settings, there.web()) as jobs:
        (number,) = sources(["http://h0.example/busy"])
        done = finished(jobs, jobs.capture(ann, [number]))
    assert done.state is JobState.DONE
    assert len(tries) == 2
    assert tries[1] - tries[0] >= 6 - SLACK
    assert [taken.outcome for taken in captures_of(database, number)] == [CaptureOutcome.COMPLETE]


@pytest.mark.parametrize(("status", "said"), [(403, "refused"), (404, "gone"), (410, "gone")])
def test_a_refusal_is_recorded_and_never_tried_again(
    database: Database, settings: Settings, ann: UserRow, sources: Sources, status: int, said: str
):
    with site(lambda *_: Answer("no", status)) as there, working(database, settings, there.web()) as jobs:
        (number,) = sources(["http://h0.example/private"])
        failed = finished(jobs, jobs.capture(ann, [number]))
    assert failed.state is JobState.FAILED
    assert failed.retry_at is None
    assert len(there.pages()) == 1
    (taken,) = captures_of(database, number)
    assert taken.outcome.value == said
    assert failed.sentence == taken.reason


def test_a_longer_wish_of_the_site_is_left_to_the_next_look(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
):
    def says(*_: object) -> Answer:
        return Answer("later", 503, (("Retry-After", "7200"),))

    with site(says) as there, working(database, settings, there.web()) as jobs:
        (number,) = sources(["http://h0.example/busy"])
        failed = finished(jobs, jobs.capture(ann, [number]))
    assert failed.state is JobState.FAILED
    assert len(there.pages()) == 1
    (taken,) = captures_of(database, number)
    assert taken.retry_at is not None
    assert failed.retry_at == taken.retry_at
    assert (taken.retry_at - taken.taken_at).total_seconds() >= 7200 - 1


def test_one_part_that_fails_leaves_the_others_alone(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
):
    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        return Answer("no", 403) if path == "/private" else usual(host, path, headers)

    with site(says) as there, working(database, settings, there.web()) as jobs:
        numbers = sources(["http://h0.example/private", "http://h1.example/open"])
        done = finished(jobs, jobs.capture(ann, [*numbers, 999]))
        parts = jobs.parts(done.id)
    assert done.state is JobState.DONE
    assert (done.done, done.total) == (1, 3)
    assert done.sentence.startswith("1 of 3 captured; the first of the others: ")
    assert [part.state for part in parts] == [JobState.FAILED, JobState.DONE, JobState.FAILED]
    assert "999" in parts[2].sentence


def test_a_document_without_an_address_says_so(database: Database, settings: Settings, ann: UserRow, sources: Sources):
    with site() as there, working(database, settings, there.web()) as jobs:
        (number,) = sources([""])
        failed = finished(jobs, jobs.capture(ann, [number]))
    assert failed.state is JobState.FAILED
    assert "has no address" in failed.sentence


def test_a_cancelled_job_records_nothing_more_and_keeps_what_it_recorded(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
):
    arrived, go_on = threading.Event(), threading.Event()

    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        if path == "/1":
            arrived.set()
            go_on.wait(PATIENCE)
        return usual(host, path, headers)

    with site(says, names=1) as there, working(database, settings, there.web()) as jobs:
        numbers = sources([f"http://h0.example/{place}" for place in range(4)])
        job_id = jobs.capture(ann, numbers)
        assert arrived.wait(PATIENCE)
        jobs.cancel(job_id)
        go_on.set()
        cancelled = finished(jobs, job_id)
        states = [part.state for part in jobs.parts(job_id)]
    assert cancelled.state is JobState.CANCELLED
    assert states == [JobState.DONE, *[JobState.CANCELLED] * 3]
    assert [len(captures_of(database, number)) for number in numbers] == [1, 0, 0, 0]


def test_a_look_asks_for_what_changed_and_takes_no_for_an_answer(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
):
    def says(_host: str, path: str, headers: dict[str, str]) -> Answer:
        if path == "/robots.txt":
            return Answer("", 404)
        return Answer("", 304) if headers.get("if-none-match") == '"one"' else page("It stands.", ETag='"one"')

    with site(says) as there, working(database, settings, there.web()) as jobs:
        (number,) = sources(["http://h0.example/page"])
        first = finished(jobs, jobs.watch(ann, [number]))
        second = finished(jobs, jobs.watch(ann, [number]))
    assert (first.state, second.state) == (JobState.DONE, JobState.DONE)
    assert second.sentence == "Unchanged."
    assert len(captures_of(database, number)) == 1
    with database.read() as session:
        seen = list(session.scalars(select(Observation.outcome).order_by(Observation.id)))
    assert len(seen) == 2
    assert seen[1] is ObservationOutcome.UNCHANGED


def test_robots_are_obeyed_by_the_schedule_and_not_asked_by_a_click(
    database: Database, settings: Settings, ann: UserRow, sources: Sources
):
    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        if path == "/robots.txt":
            return Answer("User-agent: *\nDisallow: /", 200, (("Content-Type", "text/plain"),))
        return usual(host, path, headers)

    with site(says) as there, working(database, settings, there.web()) as jobs:
        by_click, by_schedule = sources(["http://h0.example/click", "http://h0.example/schedule"])
        assert finished(jobs, jobs.watch(ann, [by_click])).state is JobState.DONE
        assert [request.path for request in there.asked] == ["/click"]
        job_id = jobs.watch_due([by_schedule])
        assert job_id is not None
        finished(jobs, job_id)
    assert [request.path for request in there.pages()] == ["/click"]
    assert [taken.outcome for taken in captures_of(database, by_schedule)] == [CaptureOutcome.REFUSED]


def test_the_schedule_asks_for_one_job_at_a_time(jobs: Jobs):
    assert jobs.watch_due([1, 2]) is not None
    assert jobs.watch_due([1, 2, 3]) is None
    (waiting,) = jobs.list()
    assert waiting.asked_by is None
    jobs.cancel(waiting.id)
    assert jobs.watch_due([3]) is not None


def test_articles_are_taken_in_by_their_addresses_with_their_drafts(
    database: Database, settings: Settings, ann: UserRow, desk_id: int
):
    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        return Answer("no", 403) if path == "/private" else usual(host, path, headers)

    with site(says) as there, working(database, settings, there.web()) as jobs:
        urls = ["http://h0.example/report", "http://h1.example/private"]
        done = finished(jobs, jobs.take_in(ann, desk_id, urls))
        parts = jobs.parts(done.id)
        again = finished(jobs, jobs.take_in(ann, desk_id, urls[:1]))
    assert (done.done, done.total) == (1, 2)
    assert [part.about for part in parts] == urls
    assert [part.state for part in parts] == [JobState.DONE, JobState.FAILED]
    (number,) = done.documents
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Article)) == 1
        (taken,) = articles.captures(session, number)
    assert (taken.status, taken.final_url) == (200, urls[0])
    assert "here already" in again.sentence


def test_jobs_are_found_by_what_they_work_on(jobs: Jobs, ann: UserRow):
    first, second = jobs.capture(ann, [1, 2]), jobs.watch(ann, [2])
    third = jobs.trace(ann, 7)
    assert [job.id for job in jobs.list()] == [third, second, first]
    assert [job.id for job in jobs.list(document_id=2)] == [second, first]
    assert [job.id for job in jobs.list(document_id=1)] == [first]
    assert [job.id for job in jobs.list(claim_id=7)] == [third]
    jobs.cancel(second)
    assert [job.id for job in jobs.list(open_only=True)] == [third, first]


def test_the_jobs_of_a_person_who_left_say_so(database: Database, settings: Settings, ann: UserRow, sources: Sources):
    with site() as there, working(database, settings, there.web()) as jobs:
        (number,) = sources(["http://h0.example/one"])
        failed = finished(jobs, jobs.capture(dataclasses.replace(ann, email="gone@desk.example"), [number]))
    assert failed.state is JobState.FAILED
    assert "gone@desk.example is no longer on this desk" in failed.sentence


def test_what_a_live_worker_is_at_is_not_taken_up_by_another_one(
    postgresql_database: Database, team_settings: Settings, team_ann: UserRow, team_sources: Sources
):
    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        time.sleep(6)  # three rounds in which the other one looks for what is left over
        return usual(host, path, headers)

    with site(says) as there, lives(postgresql_database, there.hosts) as workers:
        workers.begin()
        with working(postgresql_database, team_settings, there.web()) as jobs:
            numbers = team_sources([f"http://h{host}.example/slow" for host in range(3)])
            done = finished(jobs, jobs.capture(team_ann, numbers))
            assert jobs.workers() == 2
    assert done.sentence == "All 3 captured."
    assert sorted(request.host for request in there.pages()) == ["h0.example", "h1.example", "h2.example"]


def test_what_jobs_keep_is_json_and_small(
    sqlite_database: Database, local_settings: Settings, local_ann: UserRow, local_sources: Sources
):
    big = page("It stands. " * 20_000)
    with site(lambda *_: big) as there, working(sqlite_database, local_settings, there.web()) as jobs:
        (number,) = local_sources(["http://h0.example/big"])
        assert finished(jobs, jobs.capture(local_ann, [number])).state is JobState.DONE
    kept = sqlite3.connect(local_settings.home / "jobs.sqlite")
    try:
        outputs = [row[0] for row in kept.execute("SELECT output FROM operation_outputs WHERE output IS NOT NULL")]
        kinds = {row[0] for row in kept.execute("SELECT serialization FROM operation_outputs")}
    finally:
        kept.close()
    assert sum(map(len, outputs)) < 20_000
    assert kinds <= {"portable_json", None}


def test_a_local_record_has_one_worker_and_a_second_one_leaves_or_waits(
    sqlite_database: Database, local_settings: Settings
):
    with site() as there, working(sqlite_database, local_settings, there.web()) as jobs:
        assert work(sqlite_database, local_settings, web=there.web(), wait=False) is False
        stop = threading.Event()
        waiting = threading.Thread(target=work, args=(sqlite_database, local_settings), kwargs={"stop": stop})
        waiting.start()
        assert jobs.workers() == 1
        stop.set()
        waiting.join(PATIENCE)
        assert not waiting.is_alive()


def test_jobs_that_were_over_long_ago_are_let_go_of_and_what_they_did_stays(
    sqlite_database: Database,
    local_settings: Settings,
    local_ann: UserRow,
    local_sources: Sources,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(worker, "_KEPT", dt.timedelta(seconds=-1))
    with site() as there:
        (number,) = local_sources(["http://h0.example/one"])
        with working(sqlite_database, local_settings, there.web()) as jobs:
            finished(jobs, jobs.capture(local_ann, [number]))
            waiting = jobs.trace(local_ann, 999)
            finished(jobs, waiting)
        with working(sqlite_database, local_settings, there.web()) as jobs:
            end = time.monotonic() + PATIENCE
            while jobs.list() and time.monotonic() < end:
                time.sleep(0.1)
            assert jobs.list() == ()
    assert len(captures_of(sqlite_database, number)) == 1


def test_looks_that_are_due_become_a_job_by_themselves(
    sqlite_database: Database, local_settings: Settings, local_sources: Sources
):
    with site() as there:
        (number,) = local_sources(["http://h0.example/one"])
        with sqlite_database.write() as session:
            session.add(Watch(document_id=number, next_at=utc_now() - dt.timedelta(hours=1)))
        with working(sqlite_database, dataclasses.replace(local_settings, watch=True), there.web()) as jobs:
            end = time.monotonic() + PATIENCE
            while not jobs.list() and time.monotonic() < end:
                time.sleep(0.1)
            (job,) = jobs.list()
            done = finished(jobs, job.id)
    assert (done.kind, done.asked_by, done.documents) == (JobKind.WATCH, None, (number,))
    assert len(captures_of(sqlite_database, number)) == 1
