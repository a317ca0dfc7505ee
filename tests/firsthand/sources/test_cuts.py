"""A body cut short anywhere is never taken for a whole one: 500 cuts of every kind of answer there is."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.vocabulary import CaptureOutcome
from firsthand.sources.fetching import Asked, Fetched, Web
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import answer, chunked, client_context, hang_up, read_head, server_context

PAGE = (
    b"<!doctype html><html><body>"
    + b"".join(b"<p>sentence %d of the minister</p>" % n for n in range(400))
    + b"</body></html>"
)
LIST = b"year,figure\r\n" + b"".join(b"%d,%d\r\n" % (n, n * n) for n in range(1900, 2026))
PAPER = b"%PDF-1.7\n" + bytes(range(256)) * 30 + b"\nstartxref\n9\n%%EOF"
_GZIP = "Content-Encoding: gzip"
_CHUNKED = "Transfer-Encoding: chunked"
_CLOSE = "Connection: close"


class Kind(NamedTuple):
    """An answer as it goes over the wire, and the body that it stands for."""

    wire: bytes
    body: bytes


KINDS = {
    "with its length": Kind(answer(LIST, "Content-Type: text/csv"), LIST),
    "in chunks": Kind(answer(chunked(PAGE, 1000), _CHUNKED, length=False), PAGE),
    "in small chunks": Kind(answer(chunked(LIST, 7), _CHUNKED, length=False), LIST),
    "packed, with its length": Kind(answer(gzip.compress(PAGE), _GZIP), PAGE),
    "packed, in chunks": Kind(answer(chunked(gzip.compress(LIST), 50), _GZIP, _CHUNKED, length=False), LIST),
    "packed, without a length": Kind(answer(gzip.compress(PAGE), _GZIP, _CLOSE, length=False), PAGE),
    "a page without a length": Kind(answer(PAGE, _CLOSE, length=False), PAGE),
    "a paper without a length": Kind(answer(PAPER, _CLOSE, length=False), PAPER),
}


class Cutter:
    """A server that sends the beginning of an answer and is gone; ``keeps`` is how much of it, of 1."""

    def __init__(self) -> None:
        self.wire = b""
        self.keeps = 1.0
        self.resets = False
        self.goodbye = False  # TLS ends with one, by which a whole stream is told from a cut one
        self._context = server_context()
        self._plain, self._secure = (socket.create_server(("127.0.0.1", 0)) for _ in range(2))
        threading.Thread(target=self._serve, args=(self._plain, self._speak), daemon=True).start()
        threading.Thread(target=self._serve, args=(self._secure, self._speak_encrypted), daemon=True).start()
        places = {"gov.example:80": self._plain.getsockname(), "gov.example:443": self._secure.getsockname()}
        self.web: Web = loopback_web(places, tls=client_context())

    def fetch(self, wire: bytes, keeps: float, *, tls: bool, resets: bool = False, goodbye: bool = False) -> Fetched:
        self.wire, self.keeps, self.resets, self.goodbye = wire, keeps, resets, goodbye
        return self.web.fetch(Asked(f"http{'s' if tls else ''}://gov.example/report"))

    def close(self) -> None:
        for listening in (self._plain, self._secure):
            listening.shutdown(socket.SHUT_RDWR)
            listening.close()

    def _serve(self, listening: socket.socket, speak: Callable[[socket.socket], bytes]) -> None:
        while True:
            try:
                connected, _ = listening.accept()
            except OSError:
                return
            with connected, contextlib.suppress(OSError):
                connected.settimeout(10)
                connected.sendall(speak(connected))
                if self.resets:
                    hang_up(connected)

    def _cut(self, sent: bytes) -> bytes:
        return sent if self.keeps == 1 else sent[: int(len(sent) * self.keeps)]

    def _speak(self, connected: socket.socket) -> bytes:
        read_head(connected)
        return self._cut(self.wire)

    def _speak_encrypted(self, connected: socket.socket) -> bytes:
        """Cut what is encrypted, as a rule in the middle of a record."""
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = self._context.wrap_bio(incoming, outgoing, server_side=True)
        shaken, head = False, b""
        while b"\r\n\r\n" not in head:
            try:
                if not shaken:
                    tls.do_handshake()
                    shaken = True
                head += tls.read(65536)
            except ssl.SSLWantReadError:
                connected.sendall(outgoing.read())
                incoming.write(connected.recv(65536))
        connected.sendall(outgoing.read())
        for place in range(0, len(self.wire), 200):
            tls.write(self.wire[place : place + 200])
        sent = self._cut(outgoing.read())
        with contextlib.suppress(ssl.SSLWantReadError):
            tls.unwrap()
        return sent + outgoing.read() if self.goodbye else sent


@pytest.fixture(scope="module")
def cutter() -> Iterator[Cutter]:
    server = Cutter()
    yield server
    server.close()


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "encrypted"])
@pytest.mark.parametrize("kind", KINDS)
def test_whole_answers_are_complete(cutter: Cutter, kind: str, tls: bool) -> None:  # noqa: FBT001
    fetched = cutter.fetch(KINDS[kind].wire, 1, tls=tls, goodbye=tls)
    assert (fetched.outcome, fetched.body, fetched.reason) == (CaptureOutcome.COMPLETE, KINDS[kind].body, None)


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(
    kind=st.sampled_from(sorted(KINDS)),
    keeps=st.floats(0, 1, exclude_max=True),
    tls=st.booleans(),
    resets=st.booleans(),
)
def test_no_cut_answer_is_complete(cutter: Cutter, kind: str, keeps: float, tls: bool, resets: bool) -> None:  # noqa: FBT001
    fetched = cutter.fetch(KINDS[kind].wire, keeps, tls=tls, resets=resets)
    assert fetched.outcome in {CaptureOutcome.PARTIAL, CaptureOutcome.UNREACHABLE, CaptureOutcome.FAILED}
    assert fetched.outcome is not CaptureOutcome.FAILED or fetched.status is None
    assert (fetched.body, fetched.media_type, fetched.sniffed_type) == (None, None, None)
    assert fetched.reason


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "encrypted"])
def test_an_answer_without_its_last_byte_is_not_complete(cutter: Cutter, kind: str, tls: bool) -> None:  # noqa: FBT001
    fetched = cutter.fetch(KINDS[kind].wire, 1 - 1e-6, tls=tls)
    assert (fetched.outcome, fetched.body) == (CaptureOutcome.PARTIAL, None)


def test_text_without_a_length_is_whole_only_where_the_encryption_says_that_it_ended(cutter: Cutter) -> None:
    text = answer(LIST, "Content-Type: text/csv", _CLOSE, length=False)
    assert cutter.fetch(text, 1, tls=True, goodbye=True).body == LIST
    for tls in (False, True):
        fetched = cutter.fetch(text, 1, tls=tls)
        assert (fetched.outcome, fetched.body, fetched.retry) == (CaptureOutcome.PARTIAL, None, False)
        assert "upload it here" in (fetched.reason or "")


@pytest.mark.parametrize(
    "wire",
    [
        answer(gzip.compress(LIST)[:-9], _GZIP),
        answer(gzip.compress(LIST)[:-8] + bytes(8), _GZIP),
        answer(b"no gzip at all", _GZIP),
        answer(b"", _GZIP, _CLOSE, length=False),
        answer(chunked(LIST, 100)[:-7] + b"zz\r\n", _CHUNKED, length=False),
    ],
    ids=["packed bytes missing", "wrong checksum", "not packed", "nothing at all", "no number where a chunk begins"],
)
def test_a_body_that_is_whole_on_the_wire_and_broken_inside_is_not_complete(cutter: Cutter, wire: bytes) -> None:
    fetched = cutter.fetch(wire, 1, tls=False)
    assert (fetched.outcome, fetched.body) == (CaptureOutcome.PARTIAL, None)


def test_a_packed_body_in_two_pieces_with_padding_is_whole(cutter: Cutter) -> None:
    packed = gzip.compress(LIST) + gzip.compress(LIST) + bytes(512)
    assert cutter.fetch(answer(packed, _GZIP), 1, tls=False).body == LIST * 2
