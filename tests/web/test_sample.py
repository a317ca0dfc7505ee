"""The sample case's sources, whose hosts a resolver maps to loopback: every one that has an address can be captured."""

from __future__ import annotations

import ssl
from html import escape
from urllib.parse import urlsplit

import pytest
from sqlalchemy import func, select

from db.models import Capture, Claim, ClaimFlag, Source, SourceTally
from db.vocabulary import CaptureOutcome, Flag, JobState
from firsthand.jobs import Jobs
from firsthand.sample import load_sample
from firsthand.verification import verify
from firsthand.workspace import person
from tests.firsthand.jobs.working import finished, settings_of, working
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import Line, answer, path_of, wire

WORDS = "The treaty on missiles was left in August 2019, the ministry said, and nothing has taken its place since. " * 6


def _speak(line: Line, head: bytes) -> None:
    """Answer with a page that names what was asked for, on any host."""
    body = (
        f"<!doctype html><title>{escape(path_of(head))}</title><article><h1>Page</h1><p>{WORDS}</p></article>".encode()
    )
    line.sendall(answer(body, "Content-Type: text/html; charset=utf-8", "Connection: close"))


def _any_name() -> ssl.SSLContext:
    """The names on the certificate are another test's subject; here one server stands for eighty hosts."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@pytest.mark.parametrize("at_once", [True, False], ids=["in bulk", "one by one"])
def test_the_sample_cases_sources_are_captured_in_one_job_or_one_by_one(sqlite_database, at_once):
    load_sample(sqlite_database)
    with sqlite_database.read() as session:
        addresses = dict(session.execute(select(Source.id, Source.url).where(Source.url.is_not(None))).all())
        assert len(addresses) == session.scalar(select(func.count()).select_from(Source))
    wanted = list(addresses) if at_once else sorted(addresses)[:4]
    hosts = {urlsplit(url).hostname or "" for url in addresses.values()}
    settings = settings_of(sqlite_database)
    who = person(sqlite_database, settings.user)
    with wire(_speak) as plain, wire(_speak, tls=True) as encrypted:
        places = {
            f"{host}:{port}": at for host in hosts for port, at in ((80, plain.address), (443, encrypted.address))
        }
        with loopback_web(places, tls=_any_name()) as web, working(sqlite_database, settings, web) as jobs:
            asked = [wanted] if at_once else [[source_id] for source_id in wanted]
            for job in [finished(jobs, job_id) for job_id in [jobs.capture(who, ids) for ids in asked]]:
                assert (job.state, job.done, job.total) == (JobState.DONE, job.total, job.total), job.sentence
    with sqlite_database.read() as session:
        taken = session.execute(
            select(Capture.document_id, Capture.outcome).where(Capture.document_id.in_(wanted))
        ).all()
        assert sorted(document_id for document_id, _ in taken) == sorted(wanted)
        reasons = set(session.scalars(select(Capture.reason).where(Capture.document_id.in_(wanted))))
        assert {outcome for _, outcome in taken} == {CaptureOutcome.COMPLETE}, reasons
        uncaptured = session.scalar(select(func.count()).where(SourceTally.captured.is_(False)))
        assert uncaptured == len(addresses) - len(wanted)
        if at_once:
            flagged = select(func.count()).where(ClaimFlag.flag == Flag.NOT_CAPTURED)
            assert session.scalar(flagged) == 0
            assert session.scalar(select(func.count()).select_from(Claim)) == 51
    assert verify(sqlite_database).sound
    assert Jobs(settings).workers() == 0
