"""Fetching foreign addresses: the one way from an address that somebody gave to bytes that can be relied on."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import importlib.metadata
import logging
import re
import ssl
import threading
from collections.abc import Container, Mapping
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self

from firsthand.sources.address_table import is_public
from firsthand.sources.answers import is_redirect, trouble_of
from firsthand.sources.bodies import whole_body
from firsthand.sources.budget import Budget, Limits
from firsthand.sources.client import httpx
from firsthand.sources.fetched import Asked, Fetched
from firsthand.sources.guard import Connect, Guard, Permits, connect_tcp
from firsthand.sources.hops import next_target
from firsthand.sources.journey import Journey, Question
from firsthand.sources.lookups import Resolve, system_addresses
from firsthand.sources.retries import fetch_with_retries
from firsthand.sources.robots import MOST_BYTES, Robots
from firsthand.sources.targets import PORTS, Target, aim
from firsthand.sources.transport import Transport
from firsthand.sources.trouble import Trouble, failed

__all__ = ["Asked", "Fetched", "Limits", "Web", "fetch_with_retries"]

AGENT = "Firsthand"
_USER_AGENT = f"{AGENT}/{importlib.metadata.version('firsthand')} (editorial fact-checking)"
_HEADERS = {
    "User-Agent": _USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_PLAIN = re.compile(r"[\x20-\x7e]{1,500}\Z")  # sites say strange things of themselves, which no request can repeat
_log = logging.getLogger(__name__)


class Web:
    """The web behind the guard; one for the whole process, used from any number of threads.

    ``resolve``, ``permits`` and ``connect`` are the guard's three questions to the world; tests answer them, nothing
    else does.
    """

    def __init__(
        self,
        *,
        resolve: Resolve = system_addresses,
        permits: Permits = is_public,
        connect: Connect = connect_tcp,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        tls: ssl.SSLContext | None = None,
        ports: Container[int] = PORTS,
    ) -> None:
        self._resolve = resolve
        self._permits = permits
        self._connect = connect
        self._limits = limits
        self._tls = tls
        self._ports = ports
        self._robots = Robots(AGENT)
        self._lock = threading.Lock()

    def fetch(self, asked: Asked) -> Fetched:
        """Fetch an address; never raises for anything that a site or an address does: the outcome says what became."""
        earlier = {"If-None-Match": asked.etag, "If-Modified-Since": asked.last_modified}
        return self._fetched(
            Question(
                "GET",
                asked.url,
                conditions={name: value for name, value in earlier.items() if value and _PLAIN.match(value)},
                robots=asked.robots,
            ),
            Budget(self._limits),
        )

    def ask(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        data: Mapping[str, Any] | None = None,
        json: Any = None,  # noqa: ANN401 - whatever can be written as JSON
    ) -> Fetched:
        """Ask an outside service, within the same guard and limits; an error's body is kept too, where it is whole.

        ``headers`` are sent to the service's own host only. Never raises for what the service does.
        """
        return self._fetched(
            Question(
                method.upper(), url, headers=headers or {}, params=params, data=data, json=json, keeps_errors=True
            ),
            Budget(self._limits),
        )

    def close(self) -> None:
        """Forget what was remembered of sites."""
        self._robots = Robots(AGENT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _fetched(self, question: Question, budget: Budget) -> Fetched:
        journey = Journey(question, _now())
        try:
            unchanged = self._travel(journey, budget)
        except Trouble as trouble:
            return journey.ended(trouble, _now())
        except Exception:  # noqa: BLE001 - a site must not be able to stop the one who looks at it
            _log.exception("a fetch ended in an error of our own")
            return journey.ended(
                failed("The site's answer could not be read: save the page in your browser and upload it here."), _now()
            )
        return journey.ended(None, _now(), unchanged=unchanged)

    def _travel(self, journey: Journey, budget: Budget) -> bool:
        """Go from hop to hop until a body is there; tells whether the site says that nothing changed."""
        question = journey.question
        url = str(httpx.URL(question.url).copy_merge_params(question.params)) if question.params else question.url
        first = target = aim(url, self._ports)
        guard = Guard(self._resolve, self._permits, self._connect, budget)
        with Transport(guard, self._context(), budget) as transport:
            for _ in range(budget.limits.redirects + 1):
                if question.robots:
                    self._robots.check(target, lambda rules: self._rules(rules, budget))
                headers = httpx.Headers({**_HEADERS, **question.conditions})
                if target.origin == first.origin:
                    headers.update(question.headers)
                with contextlib.closing(journey.send(transport, guard, target, headers)) as response:
                    if not is_redirect(response):
                        return _arrived(journey, response, budget)
                    target = self._next(journey, target, response)
        raise failed(
            f"The site sends on from address to address, more than {budget.limits.redirects} times: open the page in"
            " your browser, and fetch it from the address that it has there."
        )

    def _next(self, journey: Journey, target: Target, response: httpx.Response) -> Target:
        if journey.question.method not in {"GET", "HEAD"}:
            raise failed("The service sends a question on to another address, which is not followed.")
        return next_target(target, response, self._ports)

    def _rules(self, url: str, budget: Budget) -> Fetched:
        limits = dataclasses.replace(budget.limits, body=MOST_BYTES, wire=2 * MOST_BYTES)
        return self._fetched(Question("GET", url), budget.within(limits))

    def _context(self) -> ssl.SSLContext:
        with self._lock:
            if self._tls is None:
                self._tls = httpx.create_ssl_context(trust_env=False)
            return self._tls


def _arrived(journey: Journey, response: httpx.Response, budget: Budget) -> bool:
    question = journey.question
    if response.status_code == HTTPStatus.NOT_MODIFIED and question.conditions:
        return True
    trouble = trouble_of(response, _now())
    if trouble is None:
        journey.body = whole_body(response, budget)
        return False
    if question.keeps_errors:
        with contextlib.suppress(Trouble):
            journey.body = whole_body(response, budget)
    raise trouble


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
