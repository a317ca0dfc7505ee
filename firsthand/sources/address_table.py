"""Which network addresses belong to the public web, by a table of our own.

``ipaddress`` changed its mind about ``is_private`` and ``is_global`` between patch releases, so that it only reads the
spelling here. IPv4 is a list of what is blocked, from IANA's registry of special-purpose addresses; IPv6 is a list of
what is allowed. Whatever wraps an IPv4 address in an IPv6 one (mapped, NAT64, Teredo, 6to4) is outside that list.
"""

from __future__ import annotations

import ipaddress

_BLOCKED_V4 = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by customers of one provider
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # link-local, and the metadata services of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # automatic multicast tunnels
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "168.63.129.16/32",  # Azure's host, inside every one of its networks
    )
)
_ALLOWED_V6 = ipaddress.IPv6Network("2000::/3")
_BLOCKED_V6 = tuple(
    ipaddress.IPv6Network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)


def is_public(address: str) -> bool:
    """Whether an address, written as the resolver writes it, is on the public web.

    False for whatever is no plain address, such as one with a zone («fe80::1%eth0»).
    """
    if "%" in address:
        return False
    try:
        read = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(read, ipaddress.IPv4Address):
        return not any(read in block for block in _BLOCKED_V4)
    return read in _ALLOWED_V6 and not any(read in block for block in _BLOCKED_V6)
