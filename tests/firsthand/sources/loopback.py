"""A small web on loopback: the real guard and the real client, with a resolver that knows the tests' hosts only.

Each host has a made-up public address, and the connection to it goes to a server on loopback; everything else of the
guard is as shipped, so that a page which sends on to http://127.0.0.1/ is refused here as well.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Mapping
from typing import Any

from firsthand.sources.fetching import Web

_FIRST = ipaddress.IPv4Address("93.184.0.1")


class Announced(socket.socket):
    """A connection that says it came from the address that was asked for."""

    peer: tuple[str, int]

    def getpeername(self) -> tuple[str, int]:
        return self.peer


def announced(connected: socket.socket, address: str, port: int) -> Announced:
    """Let a connection to loopback pass for one to a public address."""
    stand_in = Announced(connected.family, connected.type, connected.proto, fileno=connected.detach())
    stand_in.peer = (address, port)
    return stand_in


def loopback_web(hosts: Mapping[str, tuple[str, int]], **kw: Any) -> Web:
    """Make a web of these hosts («gov.example», or «gov.example:443» for one port) at (address, port) on loopback.

    No other name can be resolved. ``kw`` goes to ``Web``.
    """
    names = list(dict.fromkeys(host.partition(":")[0] for host in hosts))
    addresses = {name: str(_FIRST + place) for place, name in enumerate(names)}
    known = {address: name for name, address in addresses.items()}

    def resolve(host: str, _port: int) -> tuple[str, ...]:
        if host not in addresses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return (addresses[host],)

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        name = known[address]
        place = hosts.get(f"{name}:{port}") or hosts.get(name)
        if place is None:
            raise ConnectionRefusedError(111, "Connection refused")
        return announced(socket.create_connection(place, seconds), address, port)

    return Web(resolve=kw.pop("resolve", resolve), connect=kw.pop("connect", connect), **kw)
