"""Trying again, for whoever waits at the command line; jobs try again by themselves, durably."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

import stamina

from firsthand.sources.fetched import Asked, Fetched

_TRIES = 4
_FIRST_WAIT = dt.timedelta(seconds=2)
_LONGEST_WAIT = dt.timedelta(seconds=60)  # a site that wants more is left for another day


class _Fetching(Protocol):
    def fetch(self, asked: Asked) -> Fetched: ...


class _Again(Exception):  # noqa: N818 - never leaves this module
    """A fetch that may go better in a while."""

    def __init__(self, fetched: Fetched, wait: dt.timedelta) -> None:
        super().__init__(fetched.reason)
        self.fetched = fetched
        self.wait = wait


def fetch_with_retries(
    web: _Fetching, asked: Asked, *, on_wait: Callable[[Fetched, dt.timedelta], None] | None = None
) -> Fetched:
    """Fetch, and again after what a while may mend: four times at most, each wait as long as the site wishes.

    A refusal is never asked again. ``on_wait`` hears of each wait before it begins.
    """

    def wait_for(error: Exception) -> bool | dt.timedelta:
        if not isinstance(error, _Again) or error.wait > _LONGEST_WAIT:
            return False
        if on_wait:
            on_wait(error.fetched, error.wait)
        return error.wait

    try:
        for attempt in stamina.retry_context(on=wait_for, attempts=_TRIES, timeout=None):
            with attempt:
                return _once(web, asked, _FIRST_WAIT * 2 ** (attempt.num - 1))
    except _Again as given_up:
        return given_up.fetched
    raise AssertionError("there is at least one try")


def _once(web: _Fetching, asked: Asked, usual_wait: dt.timedelta) -> Fetched:
    fetched = web.fetch(asked)
    if fetched.retry:
        raise _Again(fetched, usual_wait if fetched.retry_after is None else fetched.retry_after)
    return fetched
