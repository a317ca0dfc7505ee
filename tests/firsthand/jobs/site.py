"""A small site for jobs: it answers at several names, as it is told to, and remembers who asked for what when."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from firsthand.sources.fetching import Web
from tests.firsthand.sources.loopback import loopback_web


class Request(NamedTuple):
    """One request: when it came and when it was answered, in seconds of one clock."""

    at: float
    answered: float
    host: str
    path: str
    headers: dict[str, str]


class Answer(NamedTuple):
    body: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


def page(words: str, **headers: str) -> Answer:
    """A page that a parser takes for one."""
    text = f"The council said on Monday: {words} " + "It will be built in Mill Lane within four years. " * 5
    return Answer(
        f"<html><head><title>{words[:40]}</title></head><body><article><h1>{words[:40]}</h1><p>{text}</p></article></body></html>",
        headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()),
    )


Says = Callable[[str, str, dict[str, str]], Answer]


@dataclass
class Site:
    """The names it answers at, and what it was asked."""

    hosts: dict[str, tuple[str, int]]
    asked: list[Request] = field(default_factory=list)

    def web(self) -> Web:
        return loopback_web(self.hosts)

    def pages(self) -> list[Request]:
        """What it was asked for but robots.txt, in order."""
        return sorted(request for request in self.asked if request.path != "/robots.txt")


def usual(host: str, path: str, _headers: dict[str, str]) -> Answer:
    """Every page there is, and no robots.txt."""
    return Answer("no such page", 404) if path == "/robots.txt" else page(f"{host}{path} stands.")


@contextmanager
def site(says: Says = usual, *, names: int = 3) -> Iterator[Site]:
    """Have a site at so many names (h0.example, h1.example …) for a while."""
    asked: list[Request] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            at, host = time.monotonic(), self.headers.get("Host", "")
            answer = says(host, self.path, {name.lower(): value for name, value in self.headers.items()})
            body = answer.body.encode()
            self.send_response(answer.status)
            for name, value in (("Content-Type", "text/html; charset=utf-8"), *answer.headers):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(ConnectionError):  # who asked may be dead by now
                self.wfile.write(body)
            asked.append(Request(at, time.monotonic(), host, self.path, dict(self.headers.items())))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    place = ("127.0.0.1", server.server_address[1])
    try:
        yield Site({f"h{number}.example": place for number in range(names)}, asked)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
