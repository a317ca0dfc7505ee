"""The guard: where a connection is made, below HTTP, and therefore for whatever made HTTP want one.

A name is resolved once, every answer is judged, and the connection goes to a judged address, never to the name, so that
a resolver that answers otherwise the second time is not asked. Name, SNI and certificate stay those of the host.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from firsthand.sources.budget import Budget
from firsthand.sources.client import httpcore
from firsthand.sources.lookups import Resolve, look_up
from firsthand.sources.streams import PlainStream
from firsthand.sources.targets import inside, is_address
from firsthand.sources.trouble import Trouble, refused, unreachable

Permits = Callable[[str], bool]
Connect = Callable[[str, int, float], socket.socket]

_MOST_TRIED = 4


def connect_tcp(address: str, port: int, seconds: float) -> socket.socket:
    """Connect to a network address; raises ``OSError``."""
    return socket.create_connection((address, port), seconds)


class Guard(httpcore.NetworkBackend):
    """Makes the connections of one fetch; ``address`` is the one that the last of them reached."""

    def __init__(self, resolve: Resolve, permits: Permits, connect: Connect, budget: Budget) -> None:
        self._resolve = resolve
        self._permits = permits
        self._connect = connect
        self._budget = budget
        self.address: str | None = None
        self._stream: PlainStream | None = None

    @property
    def broke_off(self) -> bool:
        """Whether the other side ended the last connection."""
        return self._stream is not None and self._stream.ended

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the budget's time counts
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> PlainStream:
        """Connect to a host at an address that was judged; raises ``Trouble``."""
        self.address = self._stream = None
        addresses = (host,) if is_address(host) else look_up(self._resolve, host, port, self._budget)
        for address in addresses:
            if not self._permits(address):
                raise inside(host, address)
        connected = self._first_that_answers(host, addresses, port)
        try:
            self.address = self._peer(host, connected)
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except (OSError, Trouble):
            connected.close()
            raise
        self._stream = PlainStream(connected, self._budget)
        return self._stream

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> NoReturn:
        """Refuse: nothing of the web is reached through a file."""
        raise refused(f"{path} is a file of this machine and no address of the web.")

    def _first_that_answers(self, host: str, addresses: Sequence[str], port: int) -> socket.socket:
        until = time.monotonic() + self._budget.limits.connect_seconds
        tried = addresses[:_MOST_TRIED]
        said = ""
        for place, address in enumerate(tried):
            share = max(until - time.monotonic(), 0.05) / (len(tried) - place)
            try:
                return self._connect(address, port, min(share, self._budget.seconds()))
            except OSError as error:
                said = error.strerror or "no answer in time"
        self._budget.seconds()
        raise unreachable(
            f"No connection to {host} ({said.lower()}): check the address, or try again later.",
        )

    def _peer(self, host: str, connected: socket.socket) -> str:
        peer = str(connected.getpeername()[0])
        if not self._permits(peer):
            raise inside(host, peer)
        return peer
