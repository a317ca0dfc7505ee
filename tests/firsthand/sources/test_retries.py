"""Trying again at the command line: what a while may mend, never a refusal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
import stamina

from db.vocabulary import CaptureOutcome
from firsthand.sources.fetching import Asked, Fetched, fetch_with_retries
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import answer, speaks, wire

BUSY = answer(b"", "Retry-After: 7", status="503 Service Unavailable")


@pytest.fixture(autouse=True)
def without_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=4, cap=True):
        yield


def fetched_after(*replies: bytes) -> tuple[Fetched, int, list[dt.timedelta]]:
    waits: list[dt.timedelta] = []
    with wire(speaks(*replies)) as server:
        web = loopback_web({"gov.example": server.address})
        fetched = fetch_with_retries(
            web, Asked("http://gov.example/"), on_wait=lambda _so_far, wait: waits.append(wait)
        )
        return fetched, server.connects, waits


def test_a_busy_site_is_asked_again_when_it_wishes() -> None:
    fetched, connects, waits = fetched_after(BUSY, b"", answer(b"<html>here</html>"))
    assert (fetched.outcome, connects) == (CaptureOutcome.COMPLETE, 3)
    assert waits == [dt.timedelta(seconds=7), dt.timedelta(seconds=4)]


def test_a_site_that_stays_busy_is_given_up_after_four_times() -> None:
    fetched, connects, _ = fetched_after(BUSY)
    assert (fetched.outcome, fetched.status, connects) == (CaptureOutcome.UNREACHABLE, 503, 4)


@pytest.mark.parametrize("status", ["403 Forbidden", "404 Not Found", "500 Internal Server Error", "451 No"])
def test_a_refusal_is_not_asked_again(status: str) -> None:
    fetched, connects, waits = fetched_after(answer(b"", status=status))
    assert (connects, waits) == (1, [])
    assert fetched.status == int(status[:3])


def test_a_site_that_wants_to_be_left_alone_for_long_is_left_for_another_day() -> None:
    fetched, connects, waits = fetched_after(answer(b"", "Retry-After: 3600", status="429 Too Many"))
    assert (connects, waits, fetched.retry_after) == (1, [], dt.timedelta(hours=1))
