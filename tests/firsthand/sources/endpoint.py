"""A language model's endpoint on loopback: a real server that answers as told, well or badly."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answering = Callable[["Call"], None]


class Call(BaseHTTPRequestHandler):
    """One request; ``body`` is what was asked."""

    server: Endpoint
    body: dict[str, Any]

    def do_POST(self) -> None:
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, "key": self.headers["Authorization"], **self.body})
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the client may have given up
            self.server.answering(self)

    def send(self, payload: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def say(self, content: object) -> None:
        """Answer as a model does: with words, here JSON unless they are words already."""
        words = content if isinstance(content, str) else json.dumps(content)
        self.send(json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode())

    def drip(self, seconds: float, *, headers: bool = False) -> None:
        """Send a byte every tenth of a second, without an end."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" if headers else b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.wfile.write(b"X-Drip: 1\r\n" if headers else b" ")
            self.wfile.flush()
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Endpoint(ThreadingHTTPServer):
    """The server; ``asked`` keeps every request."""

    daemon_threads = True

    def __init__(self, answering: Answering) -> None:
        super().__init__(("127.0.0.1", 0), Call)
        self.answering = answering
        self.asked: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def article(self) -> str:
        """What the newest request gave to be read."""
        asked: str = self.asked[-1]["messages"][-1]["content"]
        return asked


@contextlib.contextmanager
def endpoint(answering: Answering) -> Iterator[Endpoint]:
    """Serve on a free port until the end of the block."""
    server = Endpoint(answering)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
