"""Jobs for a claim: traces, polite at every host and as durable as captures are; captures for its search log."""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from sqlalchemy import select

from db.models import Capture, Observation, Publisher, SearchEntry
from db.queries import people, traces
from db.rows import JobRow, TraceRow, UserRow
from db.session import Database
from db.vocabulary import CaptureOutcome, JobKind, JobState, PublisherKind, SearchOutcome, Tier, TraceOutcome
from firsthand.jobs import Jobs
from firsthand.jobs.queues import SECONDS_BETWEEN
from firsthand.settings import Settings
from firsthand.sources.captures import source_at
from firsthand.verification import verify
from tests.firsthand.finding.small_web import QUOTE, SAID, claim_with_references
from tests.firsthand.jobs.lives import Lives, lives
from tests.firsthand.jobs.site import Answer, Says, Site, page, site, usual
from tests.firsthand.jobs.working import PATIENCE, finished, working
from tests.firsthand.newsroom import Newsroom

SLACK = 0.05  # seconds by which two clocks of one machine may differ in what they call two seconds
STATIONS = 3
FIRST_HAND = "h2.example"


@pytest.fixture
def newsroom(database: Database) -> Newsroom:
    """A desk that knows one host as first hand."""
    opened = Newsroom.opened(database)
    with database.write() as session:
        hosts = {"hosts": [FIRST_HAND]}
        session.add(Publisher(name="The Assembly", kind=PublisherKind.PARLIAMENT, tier=Tier.PRIMARY, hosts=hosts))
    return opened


@pytest.fixture
def chris(newsroom: Newsroom) -> UserRow:
    with newsroom.database.read() as session:
        found = people.user_by_email(session, newsroom.chris.email)
    assert found is not None
    return found


def chain(host: str, path: str, _headers: dict[str, str]) -> Answer:
    """At every host a page that leads to the same path at the next one; the last is the first hand."""
    number = int(host[1])
    if number == STATIONS - 1:
        return page(f"Ms Petrov: I thank the member, and {SAID}.")
    onward = f'<a href="http://h{number + 1}.example{path}">record of the sitting</a>'
    return page(f"“{QUOTE},” Minister Ana Petrov said, according to the {onward}.")


def traces_of(database: Database, claim_id: int) -> tuple[TraceRow, ...]:
    with database.read() as session:
        return traces.of_claim(session, claim_id)


def captured(database: Database, job_ids: Sequence[str]) -> list[str]:
    """The keys of the captures that jobs took."""
    with database.read() as session:
        keys = session.scalars(select(Capture.uid).where(Capture.uid.like("trace-%"))).all()
    return sorted(key for key in keys if key.startswith(tuple(job_ids)))


def way(path: str) -> list[str]:
    return [f"http://h{number}.example{path}" for number in range(STATIONS)]


def test_a_trace_goes_from_page_to_page_and_tells_how_far_it_is(
    newsroom: Newsroom, chris: UserRow, settings: Settings
) -> None:
    claim_id = claim_with_references(newsroom, (way("/1")[0], "told reporters"))
    told: list[str] = []
    with site(chain) as there, working(newsroom.database, settings, there.web()) as jobs:
        job_id = jobs.trace(chris, claim_id)
        while not (job := finished_or_told(jobs, job_id, told)):
            time.sleep(0.05)
        parts = jobs.parts(job_id)
    assert (job.state, job.done, job.total, job.claim_id) == (JobState.DONE, 1, 1, claim_id)
    (trace,) = traces_of(newsroom.database, claim_id)
    assert (trace.outcome, job.sentence) == (TraceOutcome.FOUND, trace.reason)
    assert [step.url for step in trace.steps[1:]] == way("/1")
    assert [(part.kind, part.host, part.state) for part in parts] == [
        (JobKind.CAPTURE, f"h{number}.example", JobState.DONE) for number in range(STATIONS)
    ]
    assert any(sentence.startswith("Page 2 of at most 6: h1.example") for sentence in told), told
    with newsroom.database.read() as session:
        watched = set(session.scalars(select(Observation.document_id)))
    assert {step.document_id for step in trace.steps[1:]} <= watched


def finished_or_told(jobs: Jobs, job_id: str, told: list[str]) -> JobRow | None:
    job = jobs.get(job_id)
    assert job is not None
    told.append(job.sentence)
    return job if job.state.over else None


def test_a_trace_takes_its_turn_at_a_host_like_everybody_else(
    newsroom: Newsroom, chris: UserRow, settings: Settings
) -> None:
    links = [(f"http://h0.example/{number}", f"words{number}") for number in range(3)]
    claim_id = claim_with_references(newsroom, *links)
    others = [source_at(newsroom.database, newsroom.chris, f"http://h0.example/other{number}") for number in range(2)]
    with site(names=1) as there, working(newsroom.database, settings, there.web()) as jobs:
        for job_id in (jobs.trace(chris, claim_id), jobs.capture(chris, others)):
            assert finished(jobs, job_id).state is JobState.DONE
    asked = there.pages()
    assert {request.path for request in asked} == {"/0", "/1", "/2", "/other0", "/other1"}
    for earlier, later in pairwise(asked):
        assert later.at >= earlier.answered
        assert later.at - earlier.at >= SECONDS_BETWEEN - SLACK


def test_a_page_that_is_out_of_order_for_a_moment_is_tried_again_on_the_way(
    newsroom: Newsroom, chris: UserRow, settings: Settings
) -> None:
    tries: Counter[str] = Counter()

    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        tries[host] += 1
        busy = host == "h1.example" and tries[host] == 1
        return Answer("later", 503, (("Retry-After", "3"),)) if busy else chain(host, path, headers)

    claim_id = claim_with_references(newsroom, (way("/1")[0], "told reporters"))
    with site(says) as there, working(newsroom.database, settings, there.web()) as jobs:
        finished(jobs, jobs.trace(chris, claim_id))
    (trace,) = traces_of(newsroom.database, claim_id)
    assert (trace.outcome, dict(tries)) == (TraceOutcome.FOUND, {"h0.example": 1, "h1.example": 2, "h2.example": 1})


def test_a_claim_that_is_not_there_is_a_job_that_says_so(
    newsroom: Newsroom, chris: UserRow, settings: Settings
) -> None:
    with site(chain) as there, working(newsroom.database, settings, there.web()) as jobs:
        failed = finished(jobs, jobs.trace(chris, 9_999))
    assert failed.state is JobState.FAILED
    assert "9999" in failed.sentence.replace(",", "")
    assert not there.asked


def test_a_cancelled_trace_asks_for_no_further_page_and_puts_no_trace_on_file(
    newsroom: Newsroom, chris: UserRow, settings: Settings
) -> None:
    arrived, go_on = threading.Event(), threading.Event()

    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        if host == "h1.example":
            arrived.set()
            go_on.wait(PATIENCE)
        return chain(host, path, headers)

    claim_id = claim_with_references(newsroom, (way("/1")[0], "told reporters"))
    with site(says) as there, working(newsroom.database, settings, there.web()) as jobs:
        job_id = jobs.trace(chris, claim_id)
        assert arrived.wait(PATIENCE)
        jobs.cancel(job_id)
        go_on.set()
        cancelled = finished(jobs, job_id)
        states = [part.state for part in jobs.parts(job_id)]
    assert (cancelled.state, states) == (JobState.CANCELLED, [JobState.DONE, JobState.CANCELLED])
    assert traces_of(newsroom.database, claim_id) == ()
    assert captured(newsroom.database, [job_id]) == [f"{job_id}-1"]


def test_a_capture_asked_for_on_a_claims_page_is_in_its_search_log(
    newsroom: Newsroom, chris: UserRow, settings: Settings
) -> None:
    def says(host: str, path: str, headers: dict[str, str]) -> Answer:
        return Answer("no", 403) if path == "/private" else chain(host, path, headers)

    claim_id = claim_with_references(newsroom, (way("/1")[0], "told reporters"))
    urls = ["http://h2.example/record", "http://h1.example/private"]
    held, refused = (source_at(newsroom.database, newsroom.chris, url) for url in urls)
    with site(says) as there, working(newsroom.database, settings, there.web()) as jobs:
        finished(jobs, jobs.capture(chris, [held, refused], claim_id=claim_id))
        finished(jobs, jobs.capture(chris, [held]))  # for nobody's claim
    with newsroom.database.read() as session:
        entries = session.scalars(select(SearchEntry).where(SearchEntry.claim_id == claim_id)).all()
        found = {(entry.query, entry.outcome) for entry in entries}
        blocked = session.scalars(select(Capture).where(Capture.document_id == refused)).one()
    assert found == {(urls[0], SearchOutcome.FOUND), (urls[1], SearchOutcome.BLOCKED)}
    assert len(entries) == len(urls)
    assert blocked.outcome is CaptureOutcome.REFUSED


def cutting_off(says: Says) -> tuple[Says, Callable[[], None]]:
    """Leave the first request for every page unanswered; the other function waits for the next of them to come."""
    seen: set[tuple[str, str]] = set()
    arrived = threading.Semaphore(0)

    def waits(host: str, path: str, headers: dict[str, str]) -> Answer:
        if (host, path) in seen:
            return says(host, path, headers)
        seen.add((host, path))
        arrived.release()
        time.sleep(2.0)  # the worker that asked is dead by then
        return Answer("too late", 200)

    def until() -> None:
        assert arrived.acquire(timeout=PATIENCE), "no page was asked for"

    return waits, until


def test_a_trace_that_is_killed_at_every_station_goes_on_there_and_is_put_on_file_once(
    newsroom: Newsroom, chris: UserRow, jobs: Jobs
) -> None:
    claim_id = claim_with_references(newsroom, (way("/1")[0], "told reporters"))
    says, next_page = cutting_off(chain)
    with site(says) as there, lives(newsroom.database, there.hosts) as workers:
        worker = workers.begin()
        job_id = jobs.trace(chris, claim_id)
        for _ in range(STATIONS):
            next_page()
            workers.end(worker)
            worker = workers.begin()
        assert finished(jobs, job_id).state is JobState.DONE
        visits = Counter(request.host for request in there.pages())
    (trace,) = traces_of(newsroom.database, claim_id)
    assert (trace.outcome, [step.url for step in trace.steps[1:]]) == (TraceOutcome.FOUND, way("/1"))
    assert captured(newsroom.database, [job_id]) == [f"{job_id}-{place}" for place in (1, 2, 3)]
    assert {host: visits[host] for host in there.hosts} == dict.fromkeys(there.hosts, 2), "cut off once, answered once"
    assert verify(newsroom.database).sound


def kill_at_any_moment(workers: Lives, jobs: Jobs, asked: Sequence[str], *, kills: int, seed: int) -> None:
    moments, worker = random.Random(seed), workers.begin()
    for _ in range(kills):
        time.sleep(moments.uniform(0.0, 2.2))
        workers.end(worker)
        worker = workers.begin()
    for job_id in asked:
        finished(jobs, job_id)


def every_trace_is_on_file_once(newsroom: Newsroom, claims: dict[str, int], there: Site) -> None:
    for place, (job_id, claim_id) in enumerate(claims.items()):
        (trace,) = traces_of(newsroom.database, claim_id)
        assert [step.url for step in trace.steps[1:]] == way(f"/{place}")
        assert captured(newsroom.database, [job_id]) == [f"{job_id}-{number}" for number in (1, 2, 3)]
    assert {request.path for request in there.pages()} == {f"/{place}" for place in range(len(claims))}
    assert verify(newsroom.database).sound


@pytest.mark.parametrize("kills", [2, pytest.param(40, marks=pytest.mark.soak)])
def test_traces_that_are_killed_at_any_moment_are_on_file_once(
    newsroom: Newsroom, chris: UserRow, jobs: Jobs, kills: int
) -> None:
    with site(chain) as there, lives(newsroom.database, there.hosts) as workers:
        claims = {}
        for place in range(max(2, kills // 4)):
            claim_id = claim_with_references(newsroom, (way(f"/{place}")[0], "told reporters"))
            claims[jobs.trace(chris, claim_id)] = claim_id
        kill_at_any_moment(workers, jobs, list(claims), kills=kills, seed=31)
        every_trace_is_on_file_once(newsroom, claims, there)


def test_what_a_trace_keeps_is_json(sqlite_database: Database, local_settings: Settings) -> None:
    newsroom = Newsroom.opened(sqlite_database)
    claim_id = claim_with_references(newsroom, (way("/1")[0], "told reporters"))
    with sqlite_database.read() as session:
        chris = people.user_by_email(session, newsroom.chris.email)
    assert chris is not None
    with site(usual) as there, working(sqlite_database, local_settings, there.web()) as jobs:
        assert finished(jobs, jobs.trace(chris, claim_id)).state is JobState.DONE
    kept = sqlite3.connect(local_settings.home / "jobs.sqlite")
    try:
        kinds = {row[0] for row in kept.execute("SELECT serialization FROM operation_outputs")}
    finally:
        kept.close()
    assert kinds <= {"portable_json", None}
