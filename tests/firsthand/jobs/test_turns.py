"""Turns at a host: one at a time, so many seconds apart, whoever asks."""

from __future__ import annotations

from firsthand.jobs.turns import Turns


class Clock:
    """A clock that goes on only where somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waited: list[float] = []

    def wait(self, seconds: float) -> None:
        self.waited.append(round(seconds, 6))
        self.now += seconds

    def turns(self, asked_before: float | None = None) -> Turns:
        return Turns(2.0, asked_before, clock=lambda: self.now, wait=self.wait)


def test_the_second_request_to_a_host_waits_for_what_is_left_of_two_seconds():
    clock = Clock()
    turns = clock.turns()
    with turns.of("one.example"):
        clock.now += 0.5
    with turns.of("one.example"):
        pass
    assert clock.waited == [1.5]


def test_another_host_is_asked_at_once():
    clock = Clock()
    turns = clock.turns()
    for host in ("one.example", "two.example"):
        with turns.of(host):
            pass
    assert clock.waited == []


def test_after_a_worker_broke_off_every_host_counts_as_asked_a_moment_ago():
    clock = Clock()
    with clock.turns(asked_before=99.5).of("one.example"):
        pass
    assert clock.waited == [1.5]


def test_thousands_of_hosts_are_not_remembered_for_ever():
    clock = Clock()
    turns = clock.turns()
    for number in range(5000):
        with turns.of(f"h{number}.example"):
            clock.now += 1
    assert len(turns._hosts) <= 1001
