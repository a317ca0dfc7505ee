"""Servers on loopback that speak byte by byte what a test wants them to, and count who comes."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

CERTIFICATES = Path(__file__).with_name("certificates")


class Line(Protocol):
    """One connection, plain or encrypted."""

    def sendall(self, data: bytes) -> object: ...
    def recv(self, size: int) -> bytes: ...


Speak = Callable[[Line, bytes], None]


class Wire:
    """A listening socket; ``connects`` counts connections, ``heads`` keeps every request's head."""

    def __init__(self, speak: Speak, *, tls: bool = False, family: socket.AddressFamily = socket.AF_INET) -> None:
        self._speak = speak
        self._tls = server_context() if tls else None
        self._listening = socket.create_server(("::1" if family == socket.AF_INET6 else "127.0.0.1", 0), family=family)
        self._stopped = False
        self.connects = 0
        self.heads: list[bytes] = []
        self.address: tuple[str, int] = self._listening.getsockname()[:2]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._stopped = True
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _serve(self) -> None:
        while not self._stopped:
            try:
                connected, _ = self._listening.accept()
            except OSError:
                return
            self.connects += 1
            threading.Thread(target=self._answer, args=(connected,), daemon=True).start()

    def _answer(self, connected: socket.socket) -> None:
        connected.settimeout(20)
        with contextlib.suppress(OSError), connected:
            line = self._tls.wrap_socket(connected, server_side=True) if self._tls else connected
            with line:
                head = read_head(line)
                if not head:
                    return
                self.heads.append(head)
                self._speak(line, head)
                if isinstance(line, ssl.SSLSocket):
                    line.unwrap()


@contextlib.contextmanager
def wire(speak: Speak, *, tls: bool = False, family: socket.AddressFamily = socket.AF_INET) -> Iterator[Wire]:
    """Run a server for a while."""
    server = Wire(speak, tls=tls, family=family)
    try:
        yield server
    finally:
        server.close()


def read_head(line: Line) -> bytes:
    """Read a request up to its empty line."""
    head = b""
    while b"\r\n\r\n" not in head:
        received = line.recv(65536)
        if not received:
            break
        head += received
    return head


def path_of(head: bytes) -> str:
    """Tell what a request asks for."""
    return head.split(b" ")[1].decode() if b" " in head else ""


def answer(body: bytes, *headers: str, status: str = "200 OK", length: bool = True) -> bytes:
    """Write an answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", *headers]
    if length:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def chunked(body: bytes, size: int) -> bytes:
    """Write a body in chunks."""
    pieces = (body[place : place + size] for place in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def speaks(*replies: bytes) -> Speak:
    """Say one thing after the other, one a request, and the last again and again."""
    left = list(replies)

    def speak(line: Line, _head: bytes) -> None:
        line.sendall(left.pop(0) if len(left) > 1 else left[0])

    return speak


def hang_up(connected: socket.socket) -> None:
    """Break a connection off with a reset instead of an end."""
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connected.close()


def server_context() -> ssl.SSLContext:
    """The certificate of gov.example, news.example, secure.example and münchen.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "site.pem")
    return context


def client_context() -> ssl.SSLContext:
    """Trust the tests' authority and nobody else."""
    return ssl.create_default_context(cafile=CERTIFICATES / "authority.pem")
