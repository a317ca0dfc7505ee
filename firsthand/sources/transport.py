"""The client's way to the web: HTTP/1.1 over the guard, one connection a request, its head within limits.

``httpx.Client`` stands above this layer as a rule. It is left out: it reads the environment, and where a redirect leads
to before anybody has judged it.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from typing import cast

from firsthand.sources.budget import OVERLONG_HEAD, Budget
from firsthand.sources.client import httpcore, httpx
from firsthand.sources.guard import Guard
from firsthand.sources.trouble import failed


class Transport(httpx.BaseTransport):
    """Sends each request on a connection of its own, which only the guard can make."""

    def __init__(self, guard: Guard, tls: ssl.SSLContext, budget: Budget) -> None:
        self._budget = budget
        self._pool = httpcore.ConnectionPool(
            ssl_context=tls,
            max_connections=1,
            max_keepalive_connections=0,
            http1=True,
            http2=False,
            network_backend=guard,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send and read the head of the answer; raises ``Trouble`` and what ``httpcore`` raises."""
        asked = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        with self._budget.until_the_head_came():
            answer = self._pool.handle_request(asked)
        size = sum(len(name) + len(value) for name, value in answer.headers)
        limits = self._budget.limits
        if len(answer.headers) > limits.headers or size > limits.header_bytes:
            answer.close()
            raise failed(OVERLONG_HEAD)
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
            request=request,
        )

    def close(self) -> None:
        """Let go of all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The raw body, as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return iter(cast("Iterator[bytes]", self._answer.stream))

    def close(self) -> None:
        self._answer.close()
