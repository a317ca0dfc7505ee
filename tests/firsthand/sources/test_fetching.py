"""What becomes of a fetch: an outcome, a sentence for an editor, and what a capture records of it."""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from db.rows.documents import Hop
from db.vocabulary import CaptureOutcome
from firsthand.sources.fetching import Asked, Fetched, Limits, Web
from firsthand.sources.targets import PORTS
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import Line, answer, client_context, path_of, speaks, wire

PAGE = b"<!doctype html><html><p>as the minister said</p></html>"
HTML = "Content-Type: text/html; charset=utf-8"


def fetch(*replies: bytes, url: str = "http://gov.example/page", **asked: object) -> Fetched:
    with wire(speaks(*replies)) as server:
        return loopback_web({"gov.example": server.address}).fetch(Asked(url, **asked))  # type: ignore[arg-type]


def test_a_page_is_fetched_with_all_that_a_capture_records() -> None:
    before = dt.datetime.now(dt.UTC)
    fetched = fetch(
        b"HTTP/1.1 301 Moved\r\nLocation: /there?a=1#b\r\nContent-Length: 0\r\n\r\n",
        answer(PAGE, HTML, 'ETag: "v1"', "Last-Modified: Sun, 22 Nov 2026 09:00:00 GMT"),
    )
    assert (fetched.outcome, fetched.reason, fetched.status) == (CaptureOutcome.COMPLETE, None, 200)
    assert fetched.body == PAGE
    assert fetched.hops == (
        Hop("http://gov.example/page", 301, "93.184.0.1"),
        Hop("http://gov.example/there?a=1#b", 200, "93.184.0.1"),
    )
    assert (fetched.url, fetched.final_url) == ("http://gov.example/page", "http://gov.example/there?a=1#b")
    assert (fetched.declared_type, fetched.sniffed_type, fetched.media_type) == ("text/html",) * 3
    assert (fetched.etag, fetched.last_modified) == ('"v1"', "Sun, 22 Nov 2026 09:00:00 GMT")
    assert ("Content-Type", "text/html; charset=utf-8") in fetched.headers
    assert before <= fetched.started_at <= fetched.ended_at <= dt.datetime.now(dt.UTC)
    assert (fetched.unchanged, fetched.retry, fetched.retry_after) == (False, False, None)


def test_a_request_says_who_asks_and_what_can_be_read() -> None:
    with wire(speaks(answer(PAGE))) as server:
        loopback_web({"gov.example": server.address}).fetch(Asked("http://gov.example:8080/a%20b?q=ä"))
    lines = server.heads[0].decode().split("\r\n")
    assert lines[0] == "GET /a%20b?q=%C3%A4 HTTP/1.1"
    assert "Host: gov.example:8080" in lines
    assert "Accept-Encoding: gzip" in lines
    (agent,) = [line for line in lines if line.startswith("User-Agent:")]
    assert agent.startswith("User-Agent: Firsthand/")


STATUSES = [
    ("401 Unauthorized", CaptureOutcome.REFUSED, False, "sign in"),
    ("402 Payment Required", CaptureOutcome.FAILED, False, "402 Payment Required"),
    ("403 Forbidden", CaptureOutcome.REFUSED, False, "The site refuses programs (403)"),
    ("404 Not Found", CaptureOutcome.GONE, False, "look for the page in an archive"),
    ("410 Gone", CaptureOutcome.GONE, False, "taken this page away"),
    ("418 I'm a teapot", CaptureOutcome.FAILED, False, "418"),
    ("429 Too Many Requests", CaptureOutcome.UNREACHABLE, True, "too often"),
    ("451 Unavailable For Legal Reasons", CaptureOutcome.REFUSED, False, "legal reasons"),
    ("500 Internal Server Error", CaptureOutcome.UNREACHABLE, False, "error of its own (500)"),
    ("502 Bad Gateway", CaptureOutcome.UNREACHABLE, True, "(502)"),
    ("503 Service Unavailable", CaptureOutcome.UNREACHABLE, True, "(503)"),
    ("504 Gateway Timeout", CaptureOutcome.UNREACHABLE, True, "(504)"),
    ("206 Partial Content", CaptureOutcome.PARTIAL, False, "only a part"),
    ("300 Multiple Choices", CaptureOutcome.FAILED, False, "300"),
    ("304 Not Modified", CaptureOutcome.FAILED, False, "304"),  # nobody had asked for changes
    ("599 Whatever", CaptureOutcome.UNREACHABLE, False, "599"),
    ("302 Found", CaptureOutcome.FAILED, False, "does not say which"),  # without a Location
]


@pytest.mark.parametrize(("status", "outcome", "retry", "said"), STATUSES, ids=[row[0] for row in STATUSES])
def test_each_status_has_its_outcome_and_its_sentence(
    status: str,
    outcome: CaptureOutcome,
    retry: bool,  # noqa: FBT001
    said: str,
) -> None:
    fetched = fetch(answer(PAGE, HTML, status=status))
    assert (fetched.outcome, fetched.retry, fetched.body) == (outcome, retry, None)
    assert fetched.status == int(status[:3])
    assert said in (fetched.reason or "")
    assert (fetched.reason or "").endswith(".")


def test_an_answer_without_a_body_is_whole() -> None:
    fetched = fetch(b"HTTP/1.1 204 No Content\r\n\r\n")
    assert (fetched.outcome, fetched.body) == (CaptureOutcome.COMPLETE, b"")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    with wire(speaks(head)) as server:
        asked = loopback_web({"gov.example": server.address}).ask("HEAD", "http://gov.example/")
    assert (asked.outcome, asked.body) == (CaptureOutcome.COMPLETE, b"")


def test_a_page_that_sends_on_to_what_is_no_page_is_named_as_the_one_who_does() -> None:
    fetched = fetch(answer(b"", "Location: ftp://gov.example/", status="302 Found"))
    assert (fetched.reason or "").startswith("The site sends on to another address. This is no address")


def test_a_test_for_humans_is_a_refusal_that_is_not_asked_again() -> None:
    fetched = fetch(answer(PAGE, "cf-mitigated: challenge", status="503 Service Unavailable"))
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.REFUSED, False)


@pytest.mark.parametrize(
    ("header", "wish"),
    [
        ("120", dt.timedelta(minutes=2)),
        ("99999999999999999999", dt.timedelta(days=7)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", dt.timedelta()),
        ("soon", None),
        ("-5", None),
    ],
)
def test_the_wait_that_a_site_wishes_is_read(header: str, wish: dt.timedelta | None) -> None:
    assert fetch(answer(b"", f"Retry-After: {header}", status="429 Too Many")).retry_after == wish


def test_a_date_to_come_back_at_is_a_wait() -> None:
    at = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    wish = fetch(answer(b"", f"Retry-After: {at:%a, %d %b %Y %H:%M:%S GMT}", status="503 Busy")).retry_after
    assert wish is not None
    assert dt.timedelta(minutes=50) < wish <= dt.timedelta(hours=1)


def test_a_site_may_answer_that_nothing_changed() -> None:
    with wire(speaks(b'HTTP/1.1 304 Not Modified\r\nETag: "v1"\r\n\r\n')) as server:
        web = loopback_web({"gov.example": server.address})
        fetched = web.fetch(Asked("http://gov.example/", etag='"v1"', last_modified="Sun, 22 Nov 2026 09:00:00 GMT"))
    assert (fetched.unchanged, fetched.body, fetched.reason) == (True, None, None)
    assert b'If-None-Match: "v1"\r\nIf-Modified-Since: Sun, 22 Nov 2026 09:00:00 GMT' in server.heads[0]


def test_what_a_site_said_of_itself_that_no_request_can_repeat_is_left_out() -> None:
    with wire(speaks(answer(PAGE))) as server:
        web = loopback_web({"gov.example": server.address})
        fetched = web.fetch(Asked("http://gov.example/", etag='"ä\r\nX: 1"', last_modified="x" * 5000))
    assert fetched.outcome is CaptureOutcome.COMPLETE
    assert b"If-" not in server.heads[0]
    assert b"X: 1" not in server.heads[0]


def test_a_pdf_declared_as_a_page_is_kept_and_not_read() -> None:
    fetched = fetch(answer(b"%PDF-1.7\n...", "Content-Type: text/html"))
    assert (fetched.outcome, fetched.media_type) == (CaptureOutcome.NO_TEXT, None)
    assert fetched.body is not None
    assert "kept but not read" in (fetched.reason or "")


@pytest.mark.parametrize(
    ("reply", "outcome", "retry"),
    [
        (b"", CaptureOutcome.UNREACHABLE, True),
        (b"HTTP/1.1 200 OK\r\nContent-", CaptureOutcome.UNREACHABLE, True),
        (b"220 mail.gov.example ESMTP\r\n\r\n", CaptureOutcome.FAILED, False),
        (answer(PAGE, "Content-Encoding: br"), CaptureOutcome.FAILED, False),
        (answer(PAGE, "Transfer-Encoding: gzip", length=False), CaptureOutcome.FAILED, False),
        (answer(PAGE, *(f"X-{n}: 1" for n in range(300))), CaptureOutcome.FAILED, False),
        (answer(PAGE, "X-Long: " + "x" * 70_000), CaptureOutcome.FAILED, False),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\nContent-Length: 0\r\n\r\n", CaptureOutcome.FAILED, False),
        (b"HTTP/1.1 302 Found\r\nLocation: \xff\xfe\r\nContent-Length: 0\r\n\r\n", CaptureOutcome.FAILED, False),
        (b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", CaptureOutcome.FAILED, False),
    ],
)
def test_strange_answers_end_in_an_outcome(reply: bytes, outcome: CaptureOutcome, retry: bool) -> None:  # noqa: FBT001
    fetched = fetch(reply)
    assert (fetched.outcome, fetched.retry, fetched.body) == (outcome, retry, None)
    assert fetched.reason


def test_a_page_that_unfolds_too_far_is_not_kept_and_a_small_repetitive_one_is() -> None:
    unfolds = fetch(answer(gzip.compress(bytes(5_000_000)), "Content-Encoding: gzip"))
    assert (unfolds.outcome, unfolds.retry, unfolds.body) == (CaptureOutcome.FAILED, False, None)
    assert "200 times" in (unfolds.reason or "")
    table = b"<td></td>" * 100_000 + b"</html>"
    assert fetch(answer(gzip.compress(table), "Content-Encoding: gzip")).body == table


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "encrypted"])
def test_every_byte_on_the_wire_counts_whatever_it_is_for(tls: bool) -> None:  # noqa: FBT001
    def speak(line: Line, _head: bytes) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(3000):
            line.sendall(b"1;" + b"x" * 1000 + b"\r\n.\r\n")

    with wire(speak, tls=tls) as server:
        web = loopback_web({"gov.example": server.address}, limits=Limits(wire=1024 * 1024), tls=client_context())
        fetched = web.fetch(Asked(f"http{'s' if tls else ''}://gov.example/"))
    assert (fetched.outcome, fetched.retry, fetched.body) == (CaptureOutcome.FAILED, False, None)
    assert "sends more than 1 MB" in (fetched.reason or "")


def test_interim_answers_without_end_are_not_listened_to() -> None:
    def speak(line: Line, _head: bytes) -> None:
        for _ in range(1000):
            line.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: " + b"x" * 4000 + b"\r\n\r\n")

    with wire(speak) as server:
        fetched = loopback_web({"gov.example": server.address}).fetch(Asked("http://gov.example/"))
    assert (fetched.outcome, fetched.status, fetched.retry) == (CaptureOutcome.FAILED, None, False)
    assert "more headers than a page needs" in (fetched.reason or "")


def test_a_document_that_is_too_large_is_not_begun() -> None:
    fetched = fetch(answer(PAGE, "Content-Length: 99999999", length=False))
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.FAILED, False)
    assert "larger than 20 MB" in (fetched.reason or "")


def test_cookies_live_as_long_as_a_fetch() -> None:
    with wire(speaks(answer(b"", "Set-Cookie: seen=yes", "Location: /", status="302 Found"), answer(PAGE))) as server:
        web = loopback_web({"gov.example": server.address})
        assert web.fetch(Asked("http://gov.example/")).body == PAGE
        web.fetch(Asked("http://gov.example/"))
    assert [b"Cookie: seen=yes" in head for head in server.heads] == [False, True, False]


def test_a_name_that_nobody_knows_is_a_typing_error() -> None:
    fetched = loopback_web({}).fetch(Asked("http://nowhere.example/"))
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.UNREACHABLE, False)
    assert "no site named nowhere.example" in (fetched.reason or "")
    assert fetched.hops == (Hop("http://nowhere.example/", None, None),)


def test_a_resolver_that_is_out_of_order_is_asked_again_later() -> None:
    def broken(_host: str, _port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    fetched = Web(resolve=broken).fetch(Asked("http://gov.example/"))
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.UNREACHABLE, True)
    none = Web(resolve=lambda _host, _port: ()).fetch(Asked("http://gov.example/"))
    assert (none.outcome, none.retry) == (CaptureOutcome.UNREACHABLE, False)


def test_a_resolver_that_never_answers_does_not_hold_up_the_fetch() -> None:
    released = threading.Event()

    def hanging(_host: str, _port: int) -> tuple[str, ...]:
        released.wait(30)
        return ("93.184.0.1",)

    began = time.monotonic()
    fetched = Web(resolve=hanging, limits=Limits(seconds=0.3)).fetch(Asked("http://gov.example/"))
    took = time.monotonic() - began
    released.set()
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.UNREACHABLE, True)
    assert took < 10  # not the resolver's thirty


@pytest.mark.parametrize("drop", [b"", b"\x16"], ids=["never answers", "answers in drops"])
def test_a_server_that_never_agrees_on_an_encryption_does_not_hold_up_the_fetch(drop: bytes) -> None:
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak() -> None:
            connected, _ = listening.accept()
            with connected, contextlib.suppress(OSError):
                connected.sendall(b"\x16\x03\x03\x40\x00" if drop else b"")  # a record of 16 KB begins
                while not over.wait(0.05):
                    connected.sendall(drop)

        threading.Thread(target=speak, daemon=True).start()
        web = loopback_web({"gov.example": listening.getsockname()}, limits=Limits(seconds=0.4))
        began = time.monotonic()
        fetched = web.fetch(Asked("https://gov.example/"))
        took = time.monotonic() - began
        over.set()
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.UNREACHABLE, True)
    assert "within 0.4 seconds" in (fetched.reason or "")
    assert took < 10


def test_a_server_that_refuses_connections_is_unreachable_and_the_next_address_is_tried() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nobody = closed.getsockname()
    with wire(speaks(answer(PAGE))) as server:
        refused = loopback_web({"gov.example": nobody}).fetch(Asked("http://gov.example/"))
        assert (refused.outcome, refused.retry) == (CaptureOutcome.UNREACHABLE, True)
        assert "connection refused" in (refused.reason or "")
        second = loopback_web(
            {"gov.example": nobody, "other.example": server.address},
            resolve=lambda _host, _port: ("93.184.0.1", "93.184.0.2"),
        ).fetch(Asked("http://gov.example/"))
    assert (second.body, second.hops[0].address) == (PAGE, "93.184.0.2")


def test_a_plain_server_behind_an_encrypted_address_is_said_to_be_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def speak() -> None:
            connected, _ = listening.accept()
            with connected:
                connected.recv(65536)
                connected.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=speak, daemon=True).start()
        fetched = loopback_web({"gov.example": listening.getsockname()}).fetch(Asked("https://gov.example/"))
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.FAILED, False)
    assert "No encryption could be agreed on" in (fetched.reason or "")


def test_a_certificate_of_an_unknown_authority_proves_nothing() -> None:
    with wire(speaks(answer(PAGE)), tls=True) as server:
        fetched = loopback_web({"gov.example": server.address}).fetch(Asked("https://gov.example/"))
        assert (
            loopback_web({"gov.example": server.address}, tls=client_context())
            .fetch(Asked("https://gov.example/"))
            .body
            == PAGE
        )
    assert (fetched.outcome, server.heads) == (CaptureOutcome.FAILED, server.heads[-1:])
    assert "certificate of gov.example" in (fetched.reason or "")


def test_trust_in_authorities_is_not_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.firsthand.sources.wire import CERTIFICATES

    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(CERTIFICATES))
    with wire(speaks(answer(PAGE)), tls=True) as server:
        fetched = loopback_web({"gov.example": server.address}).fetch(Asked("https://gov.example/"))
    assert fetched.outcome is CaptureOutcome.FAILED


@pytest.mark.parametrize(
    "url", ["", " ", "gov.example/page", "http://", "x" * 9000, "http://gov.example/" + "x" * 9000]
)
def test_what_is_no_address_is_refused_with_a_sentence(url: str) -> None:
    fetched = loopback_web({}).fetch(Asked(url))
    assert (fetched.outcome, fetched.hops) == (CaptureOutcome.REFUSED, ())
    assert "no address that can be fetched" in (fetched.reason or "")


@pytest.mark.parametrize("who", ["minister", "minister:secret", ":secret"])
def test_an_address_with_a_name_or_a_password_is_refused(who: str) -> None:
    with wire(speaks(answer(PAGE))) as server:
        fetched = loopback_web({"gov.example": server.address}).fetch(Asked(f"http://{who}@gov.example/"))
    assert (fetched.outcome, server.heads) == (CaptureOutcome.REFUSED, [])
    assert "before an @" in (fetched.reason or "")


def test_ports_are_those_of_the_web() -> None:
    assert {80, 443, 8080, 8443} == PORTS
    with wire(speaks(answer(PAGE))) as server:
        web = loopback_web({"gov.example": server.address})
        assert web.fetch(Asked("http://gov.example:8443/")).body == PAGE
        refused = web.fetch(Asked("http://gov.example:22/"))
    assert (refused.outcome, server.connects) == (CaptureOutcome.REFUSED, 1)
    assert "port 22" in (refused.reason or "")


def test_many_threads_fetch_at_once_through_one_web() -> None:
    def speak(line: Line, head: bytes) -> None:
        line.sendall(answer(path_of(head).encode()))

    with (
        wire(speak) as server,
        loopback_web({"gov.example": server.address}) as web,
        ThreadPoolExecutor(max_workers=16) as pool,
    ):
        bodies = list(pool.map(lambda n: web.fetch(Asked(f"http://gov.example/{n}")).body, range(200)))
    assert bodies == [b"/%d" % n for n in range(200)]


@pytest.fixture
def service() -> Iterator[tuple[Web, list[tuple[bytes, bytes]]]]:
    asked: list[tuple[bytes, bytes]] = []

    def speak(line: Line, head: bytes) -> None:
        length = next((int(row[15:]) for row in head.split(b"\r\n") if row.lower().startswith(b"content-length")), 0)
        body = head.partition(b"\r\n\r\n")[2]
        while len(body) < length:
            body += line.recv(65536)
        asked.append((head.partition(b"\r\n\r\n")[0], body))
        path = path_of(head)
        if path.startswith("/on"):
            line.sendall(answer(b"", "Location: http://other.example/", status="302 Found"))
        elif path.startswith("/wrong"):
            line.sendall(answer(b'{"error": "no such job"}', "Content-Type: application/json", status="404 Not Found"))
        else:
            line.sendall(answer(b'{"job": 1}', "Content-Type: application/json"))

    with wire(speak) as server:
        yield loopback_web({"api.example": server.address, "other.example": server.address}), asked


def test_a_service_is_asked_with_parameters_headers_and_a_body(service: tuple[Web, list[tuple[bytes, bytes]]]) -> None:
    web, asked = service
    found = web.ask("get", "http://api.example/s?v=1", params={"q": "a b", "key": "k"}, headers={"accept": "x/y"})
    assert json.loads(found.body or b"") == {"job": 1}
    assert asked[0][0].startswith(b"GET /s?v=1&q=a+b&key=k HTTP/1.1")
    assert [line for line in asked[0][0].lower().split(b"\r\n") if line.startswith(b"accept:")] == [b"accept: x/y"]
    assert "key" not in found.hops[0].url
    web.ask("POST", "http://api.example/save", data={"url": "http://gov.example/"})
    assert asked[1][1] == b"url=http%3A%2F%2Fgov.example%2F"
    web.ask("POST", "http://api.example/save", json={"url": "x"})
    assert json.loads(asked[2][1]) == {"url": "x"}


def test_a_service_may_explain_an_error(service: tuple[Web, list[tuple[bytes, bytes]]]) -> None:
    found = service[0].ask("GET", "http://api.example/wrong")
    assert (found.outcome, found.body) == (CaptureOutcome.GONE, b'{"error": "no such job"}')


def test_a_services_key_is_not_sent_on_to_another_host(service: tuple[Web, list[tuple[bytes, bytes]]]) -> None:
    web, asked = service
    assert web.ask("GET", "http://api.example/on", headers={"Authorization": "LOW a:b"}).status == 200
    assert [b"LOW a:b" in head for head, _ in asked] == [True, False]
    assert web.ask("POST", "http://api.example/on", json={}).outcome is CaptureOutcome.FAILED


def test_a_service_inside_is_refused_like_everything_else() -> None:
    found = loopback_web({}).ask("POST", "http://127.0.0.1/admin", json={"x": 1})
    assert (found.outcome, found.body) == (CaptureOutcome.REFUSED, None)
