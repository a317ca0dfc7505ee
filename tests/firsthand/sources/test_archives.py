"""The Wayback Machine as it answers, recorded in shape and played on loopback."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from db.models import Capture
from db.queries import attestations
from db.rows import AttestationRow
from db.vocabulary import Archive, AttestationState, EventAction
from firsthand.errors import InvalidError, NotFoundError
from firsthand.settings import WaybackKeys
from firsthand.sources.archives import Service, ask, follow_up, look_up, save, saved
from firsthand.sources.fetching import Web
from tests.firsthand.newsroom import Newsroom
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import Line, Wire, answer, path_of, speaks, wire

KEYS = WaybackKeys("key7", "secret9")
SERVICE = Service(
    save="http://wayback.example/save",
    status="http://wayback.example/save/status",
    availability="http://wayback.example/wayback/available",
    copies="https://web.archive.org/web",
)
PAGE = "https://works.example/remarks"
TICKET = "spn2-4c1d7dbd0f5ed0b3a2f86ad02d3ad5c6d4d66a7d"
TAKEN = {"url": PAGE, "job_id": TICKET}
PENDING = {"status": "pending", "job_id": TICKET, "resources": []}
SUCCESS = {
    "status": "success",
    "job_id": TICKET,
    "original_url": PAGE,
    "timestamp": "20261122101530",
    "duration_sec": 6.2,
    "http_status": 200,
}


def _error(code: str, message: str = "Something went wrong.") -> dict[str, Any]:
    return {"status": "error", "job_id": TICKET, "status_ext": code, "message": message}


def _says(*told: Any, status: str = "200 OK") -> list[bytes]:
    return [answer(json.dumps(one).encode(), "Content-Type: application/json", status=status) for one in told]


@contextmanager
def wayback(*replies: bytes) -> Iterator[tuple[Web, Wire]]:
    with wire(speaks(*replies)) as server:
        yield loopback_web({"wayback.example": server.address}), server


def test_saving_an_address_is_asked_for_with_the_desks_key() -> None:
    asked: list[bytes] = []

    def speak(line: Line, head: bytes) -> None:
        asked.append(head if head.endswith(b"skip_first_archive=1") else head + line.recv(1000))
        line.sendall(_says(TAKEN)[0])

    with wire(speak) as server:
        told = save(loopback_web({"wayback.example": server.address}), KEYS, PAGE, service=SERVICE)
    assert (told.state, told.ticket) == (AttestationState.PENDING, TICKET)
    head = asked[0].decode()
    assert head.startswith("POST /save HTTP/1.1")
    assert "authorization: low key7:secret9" in head.lower()
    assert "accept: application/json" in head.lower()
    assert "url=https%3A%2F%2Fworks.example%2Fremarks" in head


@pytest.mark.parametrize(
    ("told", "state", "words"),
    [
        (_error("error:blocked-url"), AttestationState.REFUSED, "it saves nothing of this site"),
        (_error("error:too-many-daily-captures"), AttestationState.REFUSED, "as often as it does in a day"),
        (_error("error:job-failed", "The job\nfailed."), AttestationState.FAILED, "«The job failed.»"),
        ({}, AttestationState.FAILED, "no answer that can be read"),
        ([], AttestationState.FAILED, "no answer that can be read"),
        ({"job_id": "../../etc"}, AttestationState.FAILED, "no answer that can be read"),
    ],
)
def test_what_is_not_saved_has_its_reason(told: Any, state: AttestationState, words: str) -> None:
    with wayback(*_says(told)) as (web, _):
        asked = save(web, KEYS, PAGE, service=SERVICE)
    assert asked.state is state
    assert words in (asked.reason or "")


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (_error("error:no-access"), AttestationState.REFUSED),
        (_error("error:soft-time-limit-exceeded"), AttestationState.FAILED),
        ({**SUCCESS, "timestamp": "yesterday"}, AttestationState.PENDING),
        ({**SUCCESS, "original_url": None}, AttestationState.PENDING),
        ("pending", AttestationState.PENDING),
    ],
)
def test_how_saving_stands_is_believed_only_where_it_makes_sense(told: Any, state: AttestationState) -> None:
    with wayback(*_says(told)) as (web, server):
        assert saved(web, KEYS, TICKET, service=SERVICE).state is state
    assert path_of(server.heads[0]) == f"/save/status/{TICKET}"


def test_an_outage_is_an_answer() -> None:
    with wayback(answer(b"<html>busy</html>", status="503 Busy")) as (web, _):
        told = save(web, KEYS, PAGE, service=SERVICE)
        status = saved(web, KEYS, TICKET, service=SERVICE)
        found = look_up(web, PAGE, service=SERVICE)
    assert told.state is AttestationState.FAILED
    assert told.reason == (
        "The Wayback Machine could not be asked: the site cannot answer at the moment (503): try again later."
    )
    assert status.state is AttestationState.PENDING
    assert found.copy is None
    assert "could not be asked" in (found.reason or "")
    unreachable = save(loopback_web({}), KEYS, PAGE, service=SERVICE)
    assert unreachable.state is AttestationState.FAILED


def test_a_key_that_the_archive_does_not_know_is_a_refusal() -> None:
    with wayback(answer(b"{}", status="401 Unauthorized")) as (web, _):
        told = save(web, KEYS, PAGE, service=SERVICE)
    assert told.state is AttestationState.REFUSED
    assert "does not know the desk's key" in (told.reason or "")


def test_a_copy_is_looked_up_by_address_and_moment() -> None:
    closest = {
        "available": True,
        "url": "http://web.archive.org/web/20260301100000/https://works.example/remarks",
        "timestamp": "20260301100000",
        "status": "200",
    }
    none: dict[str, Any] = {"url": PAGE, "archived_snapshots": {}}
    with wayback(*_says({"url": PAGE, "archived_snapshots": {"closest": closest}}, none)) as (web, server):
        found = look_up(web, PAGE, dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC), service=SERVICE)
        nothing = look_up(web, PAGE, service=SERVICE)
    assert found.copy is not None
    assert found.copy.address == "https://web.archive.org/web/20260301100000/https://works.example/remarks"
    assert found.copy.at == dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC)
    assert "timestamp=20260301120000" in path_of(server.heads[0])
    assert (nothing.copy, nothing.reason) == (None, "The Wayback Machine has no copy of this address.")


def test_a_capture_is_attested_from_the_request_to_the_copy(newsroom: Newsroom) -> None:
    _, capture_id = newsroom.add_source("A text of the minister's.", url=PAGE)
    with wayback(*_says(TAKEN, PENDING, SUCCESS)) as (web, server):
        asked = ask(newsroom.database, web, KEYS, newsroom.chris, capture_id, service=SERVICE)
        pending = follow_up(newsroom.database, web, KEYS, newsroom.chris, asked.id, service=SERVICE)
        done = follow_up(newsroom.database, web, KEYS, newsroom.chris, asked.id, service=SERVICE)
        still = follow_up(newsroom.database, web, KEYS, newsroom.chris, asked.id, service=SERVICE)
    assert [row.state for row in (asked, pending, done)] == [
        AttestationState.PENDING,
        AttestationState.PENDING,
        AttestationState.DONE,
    ]
    assert still == done
    assert len(server.heads) == 3
    assert done.address == f"https://web.archive.org/web/20261122101530/{PAGE}"
    assert done.archived_at == dt.datetime(2026, 11, 22, 10, 15, 30, tzinfo=dt.UTC)
    assert (done.asked_by, done.settled_at is not None) == ("Chris", True)
    told = [event for event in newsroom.events() if event.action is EventAction.SOURCE_ATTESTED][-3:]
    assert [(event.after or {})["state"] for event in told] == ["asked", "pending", "done"]
    with newsroom.database.read() as session:
        document_id = session.get_one(Capture, capture_id).document_id
        assert attestations.of_document(session, document_id) == (done,)
        assert attestations.of_captures(session, [capture_id]) == (done,)


def test_what_is_asked_already_is_gone_on_with_and_not_asked_twice(newsroom: Newsroom) -> None:
    _, capture_id = newsroom.add_source("A text of the minister's.", url=PAGE)
    with wayback(*_says(TAKEN, PENDING)) as (web, server):
        first = ask(newsroom.database, web, KEYS, newsroom.chris, capture_id, service=SERVICE)
        again = ask(newsroom.database, web, KEYS, newsroom.chris, capture_id, service=SERVICE)
    assert first.id == again.id
    assert [head.split(b" ")[0] for head in server.heads] == [b"POST", b"GET"]


def test_a_request_that_was_put_on_file_and_never_made_is_made(newsroom: Newsroom) -> None:
    """As after a power cut between the two."""
    from firsthand.desk.attesting import Attested, attest

    _, capture_id = newsroom.add_source("A text of the minister's.", url=PAGE)
    row = newsroom.do(attest, newsroom.chris, capture_id, Archive.WAYBACK, Attested(AttestationState.ASKED))
    with wayback(*_says(TAKEN)) as (web, _):
        asked = follow_up(newsroom.database, web, KEYS, newsroom.chris, row.id, service=SERVICE)
    assert (asked.id, asked.state) == (row.id, AttestationState.PENDING)


def test_a_capture_that_failed_to_be_saved_can_be_asked_for_again(newsroom: Newsroom) -> None:
    _, capture_id = newsroom.add_source("A text of the minister's.", url=PAGE)
    rows: list[AttestationRow] = []
    with wayback(*_says(_error("error:job-failed"), TAKEN)) as (web, _):
        rows.extend(ask(newsroom.database, web, KEYS, newsroom.chris, capture_id, service=SERVICE) for _ in range(2))
    assert [row.state for row in rows] == [AttestationState.FAILED, AttestationState.PENDING]
    assert rows[0].id != rows[1].id


def test_what_has_no_address_cannot_be_saved(newsroom: Newsroom) -> None:
    with pytest.raises(InvalidError, match="no address on the web"):
        ask(newsroom.database, loopback_web({}), KEYS, newsroom.chris, newsroom.capture_id, service=SERVICE)
    with pytest.raises(NotFoundError):
        ask(newsroom.database, loopback_web({}), KEYS, newsroom.chris, 10**6, service=SERVICE)
