"""Archiving as a job: the Wayback Machine as it answers, played on loopback at its own name."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from db.models import Capture
from db.queries import attestations
from db.rows import UserRow
from db.session import Database
from db.vocabulary import AttestationState, JobState
from firsthand.jobs import Jobs, steps
from firsthand.settings import Services, Settings, WaybackKeys
from firsthand.sources import archives
from tests.firsthand.jobs.conftest import Sources
from tests.firsthand.jobs.site import site
from tests.firsthand.jobs.working import finished, working
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import Wire, answer, client_context, speaks, wire

PAGE = "http://h0.example/one"
TICKET = "spn2-4c1d7dbd0f5ed0b3a2f86ad02d3ad5c6d4d66a7d"
TAKEN = {"url": PAGE, "job_id": TICKET}
PENDING = {"status": "pending", "job_id": TICKET}
SUCCESS = {"status": "success", "job_id": TICKET, "original_url": PAGE, "timestamp": "20261122101530"}
OUTAGE = answer(b"<html>busy</html>", status="503 Busy")


def says(*told: dict[str, str]) -> list[bytes]:
    return [answer(json.dumps(one).encode(), "Content-Type: application/json") for one in told]


@pytest.fixture
def keyed(local_settings: Settings) -> Settings:
    return dataclasses.replace(local_settings, services=Services(wayback=WaybackKeys("key7", "secret9")))


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ARCHIVE_WAIT", 0.1)


@contextmanager
def desk_and_archive(database: Database, settings: Settings, *replies: bytes) -> Iterator[tuple[Jobs, Wire]]:
    """A worker that reaches a site and an archive; the archive's certificate is the tests' own."""
    context = client_context()
    context.check_hostname = False
    with site(names=1) as there, wire(speaks(*replies), tls=True) as wayback:
        hosts = {**there.hosts, archives.HOST: wayback.address}
        with loopback_web(hosts, tls=context) as web, working(database, settings, web) as jobs:
            yield jobs, wayback


def captured(jobs: Jobs, database: Database, ann: UserRow, sources: Sources) -> int:
    """Capture a page; tells the capture's number."""
    numbers = sources([PAGE])
    finished(jobs, jobs.capture(ann, numbers))
    with database.read() as session:
        return session.scalars(select(Capture.id).where(Capture.document_id == numbers[0])).one()


def test_a_capture_is_asked_for_once_followed_up_and_attested(
    sqlite_database: Database, keyed: Settings, local_ann: UserRow, local_sources: Sources
) -> None:
    with desk_and_archive(sqlite_database, keyed, *says(TAKEN, PENDING, SUCCESS)) as (jobs, wayback):
        number = captured(jobs, sqlite_database, local_ann, local_sources)
        done = finished(jobs, jobs.archive(local_ann, [number]))
        (part,) = jobs.parts(done.id)
    assert done.state is JobState.DONE
    assert done.sentence == f"Saved at https://web.archive.org/web/20261122101530/{PAGE}."
    assert (part.host, part.about) == (archives.HOST, PAGE)
    assert [head.split(b" ")[0] for head in wayback.heads] == [b"POST", b"GET", b"GET"]
    with sqlite_database.read() as session:
        (row,) = attestations.of_captures(session, [number])
    assert (row.state, row.asked_by) == (AttestationState.DONE, local_ann.name)


def test_an_outage_of_the_archive_ends_the_job_in_words_and_nothing_else(
    sqlite_database: Database, keyed: Settings, local_ann: UserRow, local_sources: Sources
) -> None:
    with desk_and_archive(sqlite_database, keyed, OUTAGE) as (jobs, _):
        number = captured(jobs, sqlite_database, local_ann, local_sources)
        failed = finished(jobs, jobs.archive(local_ann, [number]))
        assert finished(jobs, jobs.capture(local_ann, local_sources([f"{PAGE}/two"]))).state is JobState.DONE
    assert (failed.state, failed.done, failed.total) == (JobState.FAILED, 0, 1)
    assert failed.sentence
    with sqlite_database.read() as session:
        (row,) = attestations.of_captures(session, [number])
    assert row.state is AttestationState.FAILED


def test_without_keys_no_archive_is_asked(
    sqlite_database: Database, local_settings: Settings, local_ann: UserRow, local_sources: Sources
) -> None:
    with desk_and_archive(sqlite_database, local_settings, *says(TAKEN)) as (jobs, wayback):
        number = captured(jobs, sqlite_database, local_ann, local_sources)
        failed = finished(jobs, jobs.archive(local_ann, [number]))
    assert failed.state is JobState.FAILED
    assert "FIRSTHAND_WAYBACK_KEY" in failed.sentence
    assert not wayback.heads
