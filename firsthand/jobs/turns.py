"""Turns: within one worker a host is asked by one at a time, and once in so many seconds, whoever asks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_REMEMBERED = 1000  # hosts, before those that nobody has to wait for are forgotten


class Turns:
    """The hosts' turns. ``asked_before`` is when hosts may have been asked by a worker that broke off."""

    def __init__(
        self,
        seconds: float,
        asked_before: float | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        """Say how many seconds lie between two requests."""
        self._seconds = seconds
        self._before = asked_before if asked_before is not None else float("-inf")
        self._clock, self._wait = clock, wait
        self._hosts: dict[str, threading.Lock] = {}
        self._asked: dict[str, float] = {}
        self._turn = threading.Lock()

    @contextmanager
    def of(self, host: str) -> Iterator[None]:
        """Wait for one's turn at a host, and keep it."""
        with self._turn:
            self._forget()
            lock = self._hosts.setdefault(host, threading.Lock())
        with lock:
            early = self._asked.get(host, self._before) + self._seconds - self._clock()
            if early > 0:
                self._wait(early)
            self._asked[host] = self._clock()
            yield

    def _forget(self) -> None:
        if len(self._hosts) < _REMEMBERED:
            return
        now = self._clock()
        for host, lock in list(self._hosts.items()):
            if not lock.locked() and self._asked.get(host, now) + self._seconds < now:
                del self._hosts[host], self._asked[host]
