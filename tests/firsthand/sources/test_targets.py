"""Addresses are read once and strictly: whatever passes is a name or a plain network address, on a port of the web."""

from __future__ import annotations

import contextlib
import ipaddress
import socket

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firsthand.sources.targets import PORTS, aim, is_address, never_fetched
from firsthand.sources.trouble import Trouble

LETTERS = st.sampled_from("0123456789abcdefxABCDEF.-_:[]%@/\\?# \t\n\u3002１٣①ⓐßéİ")
HOSTS = st.text(LETTERS, max_size=40) | st.text(max_size=40) | st.from_regex(r"[0-9a-fxX.]{1,20}", fullmatch=True)


@given(st.sampled_from(["http://", "https://", "HTTP://", "http:/", "http:", "ftp://", "//", ""]), HOSTS)
@example("http://", "1.2.3.4.")
@example("http://", "0x7f.1")
@example("http://", "[::1%25lo]")
def test_whatever_passes_is_what_the_resolver_reads_too(scheme: str, host: str) -> None:
    try:
        target = aim(f"{scheme}{host}")
    except Trouble:
        return
    assert target.url.scheme in {"http", "https"}
    assert target.port in PORTS
    assert target.host == target.url.raw_host.decode()
    if is_address(target.host):
        ipaddress.ip_address(target.host)
    else:
        with pytest.raises(OSError, match="illegal IP address"):
            socket.inet_aton(target.host)  # the resolver would read it as a number


@given(st.ip_addresses(), st.sampled_from(["", ":80", ":8080"]))
def test_network_addresses_are_read_as_they_are(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address, port: str
) -> None:
    written = f"[{address}]" if isinstance(address, ipaddress.IPv6Address) else str(address)
    with contextlib.suppress(Trouble):
        assert ipaddress.ip_address(aim(f"http://{written}{port}/").host) == address


@pytest.mark.parametrize(
    ("address", "host", "port", "origin"),
    [
        ("http://gov.example", "gov.example", 80, "http://gov.example:80"),
        ("https://GOV.example/a?b#c", "gov.example", 443, "https://gov.example:443"),
        ("  http://gov.example:8080/ ", "gov.example", 8080, "http://gov.example:8080"),
        ("https://[2606:4700::1]:8443/", "2606:4700::1", 8443, "https://[2606:4700::1]:8443"),
        ("http://_dmarc.gov.example/", "_dmarc.gov.example", 80, "http://_dmarc.gov.example:80"),
        ("http://президент.рф/", "xn--d1abbgf6aiiy.xn--p1ai", 80, "http://xn--d1abbgf6aiiy.xn--p1ai:80"),
        ("http://1.gov.example/", "1.gov.example", 80, "http://1.gov.example:80"),
    ],
)
def test_ordinary_addresses_pass(address: str, host: str, port: int, origin: str) -> None:
    target = aim(address)
    assert (target.host, target.port, target.origin) == (host, port, origin)


@pytest.mark.parametrize(
    "host",
    [
        "gov",
        "gov..example",
        ".gov.example",
        "gov.example.",
        "-gov.example",
        "gov-.example",
        "g" * 64 + ".example",
        "gov.example-",
        "gov.1",
        "gov.x",
        "a." * 130 + "example",
        "gov.example%2f",
        "gov_.localhost",
        "gov.corp",
    ],
)
def test_names_that_the_web_does_not_write_do_not_pass(host: str) -> None:
    with pytest.raises(Trouble):
        aim(f"http://{host}/")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://10.0.0.1/x", "private network"),
        ("http://[::1]/", "private network"),
        ("http://printer.local/", "private network"),
        ("https://gov.example:8501/", "port 8501"),
        ("ftp://gov.example/", "http://"),
        ("nonsense", "http://"),
    ],
)
def test_an_address_that_is_never_fetched_says_so_before_anybody_asks(address: str, said: str) -> None:
    assert said in (never_fetched(address) or "")


@pytest.mark.parametrize(
    "address", ["https://gov.example/report", "http://93.184.216.34/", "https://gov.example:8443/"]
)
def test_an_address_that_may_be_tried_has_no_fault(address: str) -> None:
    assert never_fetched(address) is None
