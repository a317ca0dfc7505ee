"""An outside service on loopback, which answers what a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from firsthand.sources.fetching import Limits, Web
from tests.firsthand.sources.loopback import loopback_web

HOST = "service.example"
BASE = f"http://{HOST}/api"
QUICK = Limits(seconds=1.5, wire=200_000, body=200_000)


class Reply(NamedTuple):
    """What a service sends; ``slowly`` is the pause in seconds before each byte."""

    body: bytes = b""
    status: int = 200
    content_type: str = "application/json"
    slowly: float = 0.0
    headers: tuple[tuple[str, str], ...] = ()


def as_json(value: Any, status: int = 200) -> Reply:
    return Reply(json.dumps(value).encode(), status)


class Sent(NamedTuple):
    """One request as the service saw it."""

    path: str
    params: dict[str, str]
    headers: dict[str, str]


class Service(NamedTuple):
    """A running service: a web that reaches it, and what it was asked so far."""

    web: Web
    asked: list[Sent]


@contextmanager
def serving(answer: Callable[[dict[str, str]], Reply]) -> Iterator[Service]:
    """Run a service that answers each request from its parameters."""
    asked: list[Sent] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            params = dict(parse_qsl(parts.query, keep_blank_values=True))
            asked.append(Sent(parts.path, params, {name.lower(): value for name, value in self.headers.items()}))
            reply = answer(params)
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body)))
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            try:
                if not reply.slowly:
                    self.wfile.write(reply.body)
                    return
                for at in range(len(reply.body)):
                    time.sleep(reply.slowly)
                    self.wfile.write(reply.body[at : at + 1])
                    self.wfile.flush()
            except OSError:
                return  # the one who asked has had enough

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        with loopback_web({HOST: ("127.0.0.1", server.server_port)}, limits=QUICK) as web:
            yield Service(web, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
