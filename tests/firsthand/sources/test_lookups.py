"""Lookups that nobody waits for any more go on, and stay few."""

from __future__ import annotations

import socket
import threading

import pytest

from firsthand.sources.budget import Budget, Limits
from firsthand.sources.lookups import look_up, system_addresses
from firsthand.sources.trouble import Trouble


def test_a_name_is_asked_for_once() -> None:
    asked: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append((host, port))
        return ("93.184.0.1", "2606:4700::1")

    assert look_up(resolve, "gov.example", 443, Budget(Limits())) == ("93.184.0.1", "2606:4700::1")
    assert asked == [("gov.example", 443)]


def test_hanging_lookups_stay_few_and_make_room_again() -> None:
    released = threading.Event()
    ended = threading.Semaphore(0)

    def hanging(_host: str, _port: int) -> tuple[str, ...]:
        released.wait(60)
        ended.release()
        return ("93.184.0.1",)

    def given_up(host: str) -> None:
        with pytest.raises(Trouble):
            look_up(hanging, host, 80, Budget(Limits(seconds=0.05)))

    before = threading.active_count()
    for n in range(40):
        given_up(f"slow-{n}.example")
    assert threading.active_count() - before <= 32
    with pytest.raises(Trouble, match="did not answer in full"):
        look_up(lambda _host, _port: ("93.184.0.1",), "gov.example", 80, Budget(Limits(seconds=0.05)))
    released.set()
    for _ in range(32):
        assert ended.acquire(timeout=20)
    assert look_up(lambda _host, _port: ("93.184.0.1",), "gov.example", 80, Budget(Limits())) == ("93.184.0.1",)


def test_the_systems_resolver_tells_each_address_once() -> None:
    found = system_addresses("localhost", 80)
    assert set(found) <= {"127.0.0.1", "::1"}
    assert len(found) == len(set(found)) >= 1


@pytest.mark.parametrize(
    ("error", "retry"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), False),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"), True),
        (UnicodeError("label too long"), True),
    ],
)
def test_what_goes_wrong_in_a_lookup_is_said(error: Exception, retry: bool) -> None:  # noqa: FBT001
    def resolve(_host: str, _port: int) -> tuple[str, ...]:
        raise error

    with pytest.raises(Trouble) as said:
        look_up(resolve, "gov.example", 80, Budget(Limits()))
    assert said.value.retry is retry
    assert "gov.example" in said.value.reason
