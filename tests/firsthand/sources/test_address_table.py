"""The address table against a second, plain statement of the same rules, and against addresses known by name."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.sources.address_table import is_public


def public_v4(a: int, b: int, c: int, d: int) -> bool:
    """Say the same by the parts of an address."""
    if a in {0, 10, 127} or a >= 224:
        return False
    if (a, b) in {(169, 254), (192, 168), (198, 18), (198, 19)}:
        return False
    if (a == 100 and 64 <= b <= 127) or (a == 172 and 16 <= b <= 31):
        return False
    if a == 192 and (b, c) in {(0, 0), (0, 2), (31, 196), (52, 193), (88, 99), (175, 48)}:
        return False
    if (a, b, c) in {(198, 51, 100), (203, 0, 113)}:
        return False
    return (a, b, c, d) != (168, 63, 129, 16)


def public_v6(number: int) -> bool:
    """Say the same by the first bits of an address."""
    if number >> 125 != 0b001:
        return False
    if number >> 105 == 0x20010000 >> 9:
        return False
    if number >> 96 == 0x20010DB8 or number >> 112 == 0x2002 or number >> 108 == 0x3FFF0:
        return False
    return number >> 80 != 0x2620004F8000


def edges(blocks: str) -> list[int]:
    """List the first and the last address of each block with those beside them, as numbers."""
    networks = [ipaddress.ip_network(block) for block in blocks.split()]
    most = networks[0].max_prefixlen
    ends = {int(end) + step for block in networks for end in (block[0], block[-1]) for step in (-1, 0, 1)}
    return sorted(end % 2**most for end in ends)


EDGES_V4 = edges(
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24"
    " 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15"
    " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32"
)
EDGES_V6 = edges("2000::/3 2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20 ::/96 64:ff9b::/96")
PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.216.34", "198.17.255.255", "223.255.255.255", "2606:4700::1", "2a00:1450::1"]
INSIDE = [
    "::ffff:8.8.8.8",  # mapped, even where the address inside is public
    "::8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
    "2001:0:808:808::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "100::1",  # discarded
    "::",
    "::1",
    "2606:4700::1%eth0",
    "8.8.8.8%eth0",
    "168.63.129.16",
]
NO_ADDRESS = [
    "",
    " 8.8.8.8",
    "8.8.8.8 ",
    "8.8.8",
    "134744072",
    "0x8.8.8.8",
    "08.8.8.8",
    "8.8.8.8/32",
    "[2606:4700::1]",
    "x",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_the_public_web_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", INSIDE)
def test_whatever_is_not_the_public_web_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", NO_ADDRESS)
def test_what_is_no_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@given(st.integers(0, 2**32 - 1) | st.sampled_from(EDGES_V4))
@example(0xA83F8110)
def test_every_ipv4_address_is_judged_as_its_parts_say(number: int) -> None:
    parts = number.to_bytes(4, "big")
    assert is_public(".".join(str(part) for part in parts)) is public_v4(*parts)


@pytest.mark.parametrize("number", EDGES_V4)
def test_ipv4_blocks_begin_and_end_where_they_should(number: int) -> None:
    parts = number.to_bytes(4, "big")
    assert is_public(str(ipaddress.IPv4Address(number))) is public_v4(*parts)


@given(st.integers(0, 2**128 - 1) | st.integers(0x2000 << 112, (0x4000 << 112) - 1) | st.sampled_from(EDGES_V6))
def test_every_ipv6_address_is_judged_as_its_first_bits_say(number: int) -> None:
    address = ipaddress.IPv6Address(number)
    assert is_public(str(address)) is is_public(address.exploded) is public_v6(number)


@pytest.mark.parametrize("number", EDGES_V6)
def test_ipv6_blocks_begin_and_end_where_they_should(number: int) -> None:
    assert is_public(str(ipaddress.IPv6Address(number))) is public_v6(number)


@given(st.integers(0, 2**32 - 1))
def test_no_ipv4_address_becomes_public_inside_an_ipv6_one(number: int) -> None:
    inner = ipaddress.IPv4Address(number)
    low = int(inner)
    wrapped = (0xFFFF << 32 | low, low, 0x64FF9B << 96 | low, 0x2002 << 112 | low << 80, 0x20010000 << 96 | low << 64)
    assert not any(is_public(str(ipaddress.IPv6Address(number))) for number in wrapped)
