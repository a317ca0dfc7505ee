"""Whatever a server says, and whatever somebody types as an address: an outcome, never an error."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import CaptureOutcome
from firsthand.sources.fetching import Asked, Fetched, Limits, Web
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import Line, answer, chunked, wire

PAGE = b"<!doctype html><html><p>as the minister said</p></html>"
PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK",
        b"HTTP/1.1 302 Found",
        b"HTTP/1.0 200",
        b"\r\n",
        b"\r\n\r\n",
        b"\n",
        b": ",
        b"Content-Length: 5",
        b"Content-Length: -1",
        b"Transfer-Encoding: chunked",
        b"Content-Encoding: gzip",
        b"Location: /",
        b"Location: //",
        b"Set-Cookie: a=b; Domain=gov.example; Expires=x",
        b"Content-Type: text/html; charset=\xff",
        b"5\r\nhello\r\n",
        b"0\r\n\r\n",
        b"\0",
        b"\xff\xfe",
        b"HTTP/1.1 100 Continue",
        b"Retry-After: 1e9",
        PAGE,
    ]
)
WHOLE = st.sampled_from(
    [answer(PAGE, "Content-Type: text/html"), answer(chunked(PAGE, 9), "Transfer-Encoding: chunked", length=False)]
)


class Parrot:
    """A server that says what it was told."""

    def __init__(self) -> None:
        self.says = b""

    def speak(self, line: Line, _head: bytes) -> None:
        line.sendall(self.says)


@pytest.fixture(scope="module")
def talking() -> Iterator[tuple[Parrot, Web]]:
    parrot = Parrot()
    with wire(parrot.speak) as server:
        yield parrot, loopback_web({"gov.example": server.address}, limits=Limits(seconds=10))


def is_sound(fetched: Fetched) -> None:
    assert fetched.outcome in CaptureOutcome
    assert (fetched.reason is None) == (fetched.outcome is CaptureOutcome.COMPLETE)
    assert fetched.body is None or fetched.outcome in {CaptureOutcome.COMPLETE, CaptureOutcome.NO_TEXT}
    assert "read: save the page" not in (fetched.reason or "")  # the sentence for errors of our own
    assert not (fetched.retry and fetched.outcome is CaptureOutcome.REFUSED)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.binary(max_size=20), max_size=12).map(b"".join))
def test_whatever_a_server_says_has_an_outcome(talking: tuple[Parrot, Web], said: bytes) -> None:
    parrot, web = talking
    parrot.says = said
    is_sound(web.fetch(Asked("http://gov.example/")))
    is_sound(web.fetch(Asked("http://gov.example/", robots=True)))


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(WHOLE, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), max_size=4))
def test_an_answer_with_a_few_other_bytes_has_an_outcome(
    talking: tuple[Parrot, Web], whole: bytes, other: list[tuple[int, int]]
) -> None:
    parrot, web = talking
    said = bytearray(whole)
    for place, byte in other:
        said[place % len(said)] = byte
    parrot.says = bytes(said)
    is_sound(web.fetch(Asked("http://gov.example/")))


@given(
    st.text(max_size=60)
    | st.text(max_size=40).map(lambda text: f"http://gov.example/{text}")
    | st.text(max_size=20).map(lambda text: f"http://{text}.example/")
)
def test_whatever_is_typed_as_an_address_has_an_outcome(talking: tuple[Parrot, Web], typed: str) -> None:
    parrot, web = talking
    parrot.says = answer(PAGE)
    is_sound(web.fetch(Asked(typed)))
    is_sound(web.fetch(Asked("http://gov.example/", etag=typed, last_modified=typed)))
