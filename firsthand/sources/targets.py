"""The address of a request: read once, by the client's own reader, and held against a strict pattern.

Where the reading for the check and the reading for the request differ, a guard is walked around; here both are one.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Container
from typing import NamedTuple

from firsthand.sources.address_table import is_public
from firsthand.sources.client import httpx
from firsthand.sources.trouble import Trouble, refused

PORTS = frozenset({80, 443, 8080, 8443})
_USUAL_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
# The last label begins with a letter: «127.1», «0x7f.0.0.1» and «2130706433» are numbers in the clothes of a name.
_NAME = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\Z", re.ASCII
)
_NUMBER = r"(?:0|[1-9][0-9]{0,2})"
_IPV4 = re.compile(rf"(?:{_NUMBER}\.){{3}}{_NUMBER}\Z", re.ASCII)
# Names that no public resolver answers for (RFC 6761, 6762, 7686, 8375, and ICANN's .internal).
_INSIDE = frozenset({"localhost", "localdomain", "local", "internal", "intranet", "arpa", "onion", "lan", "corp"})
_UNREADABLE = "This is no address that can be fetched ({why}): check it, or save the page and upload it here."


class Target(NamedTuple):
    """Where one request goes; ``host`` is a name or an address in plain ASCII, without brackets."""

    url: httpx.URL
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Scheme, host and port, as robots.txt and redirects go by them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.url.scheme}://{host}:{self.port}"


def aim(address: str, ports: Container[int] = PORTS) -> Target:
    """Read an address; raises ``Trouble`` (refused) for all that does not lead to an ordinary page of the web."""
    if len(address) > _LONGEST:
        raise _unreadable(f"it is longer than {_LONGEST} characters")
    try:
        url = httpx.URL(address.strip())
        host = url.raw_host.decode("ascii").lower()
        port = url.port
    except (httpx.InvalidURL, ValueError, TypeError):
        raise _unreadable("it cannot be read") from None
    if url.scheme not in _USUAL_PORTS:
        raise _unreadable("it begins neither with http:// nor with https://")
    if url.userinfo:
        raise _unreadable("it holds a name or a password before an @")
    _check_host(host)
    port = _USUAL_PORTS[url.scheme] if port is None else port
    if port not in ports:
        raise refused(
            f"Pages are fetched from the ports of the web only, and this address names port {port}:"
            " save the page in your browser and upload it here."
        )
    return Target(url, host, port)


def never_fetched(address: str) -> str | None:
    """Say why an address is never fetched, as far as its spelling tells; None for one that may be tried."""
    try:
        host = aim(address).host
    except Trouble as trouble:
        return trouble.reason
    return inside(host, host).reason if is_address(host) and not is_public(host) else None


def inside(host: str, address: str) -> Trouble:
    """Refuse what leads into a private network."""
    said = f"{host} is" if host == address else f"{host} leads to {address}, which is"
    return refused(
        f"{said} an address inside a private network, and Firsthand fetches from the public web only:"
        " save the page and upload it here."
    )


def is_address(host: str) -> bool:
    """Whether a host is a network address, which needs no resolver."""
    return ":" in host or _IPV4.match(host) is not None


def _check_host(host: str) -> None:
    if not host:
        raise _unreadable("it names no site")
    if ":" in host or _IPV4.match(host):
        try:
            ipaddress.ip_address(host)
        except ValueError:
            raise _unreadable("its network address cannot be read") from None
        return
    if not _NAME.match(host):
        raise _unreadable("the name of its site is not written as the web writes names")
    if host.rpartition(".")[2] in _INSIDE:
        raise refused(
            f"«{host}» is a name inside a private network, and Firsthand fetches from the public web only:"
            " save the page and upload it here."
        )


def _unreadable(why: str) -> Trouble:
    return refused(_UNREADABLE.format(why=why))
