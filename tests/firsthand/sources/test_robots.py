"""Scheduled looks obey robots.txt; a person's click does not ask."""

from __future__ import annotations

import time

import pytest

from db.vocabulary import CaptureOutcome
from firsthand.sources.budget import Budget
from firsthand.sources.fetching import Asked, Limits, Web
from firsthand.sources.robots import Robots
from firsthand.sources.targets import aim
from firsthand.sources.trouble import Trouble
from tests.firsthand.sources.loopback import loopback_web
from tests.firsthand.sources.wire import Line, Wire, answer, path_of, wire

RULES = b"User-agent: *\nDisallow: /private/\n\nUser-agent: Firsthand\nDisallow: /not-for-firsthand\n"


class Site:
    """A site with rules of a kind."""

    def __init__(self, rules: bytes) -> None:
        self.rules = rules

    def speak(self, line: Line, head: bytes) -> None:
        if path_of(head) == "/robots.txt":
            line.sendall(self.rules)
        elif path_of(head) == "/on":
            line.sendall(answer(b"", "Location: /not-for-firsthand", status="302 Found"))
        else:
            line.sendall(answer(b"<html>a page</html>"))


def asked_for(server: Wire) -> list[str]:
    return [path_of(head) for head in server.heads]


def web_of(server: Wire) -> Web:
    return loopback_web({"gov.example": server.address, "other.example": server.address})


def test_a_scheduled_look_obeys_the_rules_for_firsthand() -> None:
    with wire(Site(answer(RULES)).speak) as server:
        web = web_of(server)
        refused = web.fetch(Asked("http://gov.example/not-for-firsthand", robots=True))
        assert asked_for(server) == ["/robots.txt"]
        assert web.fetch(Asked("http://gov.example/private/", robots=True)).outcome is CaptureOutcome.COMPLETE
    assert (refused.outcome, refused.retry, refused.hops) == (CaptureOutcome.REFUSED, False, ())
    assert "robots.txt" in (refused.reason or "")
    assert "with a click" in (refused.reason or "")


def test_a_click_does_not_ask() -> None:
    with wire(Site(answer(RULES)).speak) as server:
        fetched = web_of(server).fetch(Asked("http://gov.example/not-for-firsthand"))
        assert asked_for(server) == ["/not-for-firsthand"]
    assert fetched.outcome is CaptureOutcome.COMPLETE


def test_the_rules_hold_for_where_a_page_sends_on_to() -> None:
    with wire(Site(answer(RULES)).speak) as server:
        fetched = web_of(server).fetch(Asked("http://gov.example/on", robots=True))
        assert asked_for(server) == ["/robots.txt", "/on"]
    assert (fetched.outcome, fetched.body) == (CaptureOutcome.REFUSED, None)


def test_rules_are_remembered_for_each_site() -> None:
    with wire(Site(answer(RULES)).speak) as server:
        web = web_of(server)
        for url in ("http://gov.example/a", "http://gov.example/b", "http://other.example/a"):
            assert web.fetch(Asked(url, robots=True)).outcome is CaptureOutcome.COMPLETE
        assert asked_for(server) == ["/robots.txt", "/a", "/b", "/robots.txt", "/a"]


def test_rules_are_remembered_for_an_hour() -> None:
    now = [0.0]
    known = Robots("Firsthand", clock=lambda: now[0])
    with wire(Site(answer(RULES)).speak) as server:
        web = web_of(server)
        for now[0], asked in ((100.0, 1), (3699.0, 1), (3701.0, 2)):
            known.check(aim("http://gov.example/a"), lambda url: web.fetch(Asked(url)))
            assert len(server.heads) == asked


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_a_site_without_rules_permits_everything(status: str) -> None:
    with wire(Site(answer(b"", status=status)).speak) as server:
        fetched = web_of(server).fetch(Asked("http://gov.example/a", robots=True))
    assert fetched.outcome is CaptureOutcome.COMPLETE


@pytest.mark.parametrize(
    ("rules", "retry"),
    [
        (answer(b"", "Retry-After: 60", status="503 Busy"), True),
        (answer(b"", status="429 Too Many"), True),
        (answer(b"", status="500 Error"), False),
        (b"", True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nUser-agent: *", True),
        (answer(b"#" * (1024 * 1024)), False),
    ],
    ids=["busy", "too often", "in error", "silent", "cut short", "endless"],
)
def test_rules_that_cannot_be_read_permit_nothing_for_now(rules: bytes, retry: bool) -> None:  # noqa: FBT001
    with wire(Site(rules).speak) as server:
        fetched = web_of(server).fetch(Asked("http://gov.example/a", robots=True))
        assert asked_for(server) == ["/robots.txt"]
    assert (fetched.body, fetched.retry) == (None, retry)
    assert fetched.outcome is not CaptureOutcome.COMPLETE
    assert "robots.txt" in (fetched.reason or "")


def test_rules_and_page_have_one_deadline_together() -> None:
    def speak(line: Line, head: bytes) -> None:
        time.sleep(0.6)
        line.sendall(answer(RULES if path_of(head) == "/robots.txt" else b"<html>a page</html>"))

    with wire(speak) as server:
        web = loopback_web({"gov.example": server.address}, limits=Limits(seconds=1))
        fetched = web.fetch(Asked("http://gov.example/a", robots=True))
    assert (fetched.outcome, fetched.body) == (CaptureOutcome.UNREACHABLE, None)


def test_a_part_of_a_fetch_has_bytes_and_no_time_of_its_own() -> None:
    part = Budget(Limits(seconds=0, wire=0)).within(Limits(seconds=60, wire=10))
    assert part.bytes() == 10
    with pytest.raises(Trouble):
        part.seconds()


def test_rules_that_send_inward_are_not_followed() -> None:
    inward = answer(b"", "Location: http://127.0.0.1/robots.txt", status="302 Found")
    with wire(Site(inward).speak) as server:
        fetched = web_of(server).fetch(Asked("http://gov.example/a", robots=True))
    assert (fetched.outcome, fetched.body) == (CaptureOutcome.REFUSED, None)


@pytest.mark.parametrize(("rules", "sites"), [(RULES, 256), (RULES + b"#" * 500_000, 8)], ids=["short", "long"])
def test_rules_of_so_many_sites_are_remembered_and_no_more(rules: bytes, sites: int) -> None:
    with wire(Site(answer(rules)).speak) as server:
        fetched = web_of(server).fetch(Asked("http://gov.example/robots.txt"))
    known = Robots("Firsthand")
    for number in range(300):
        known.check(aim(f"http://host-{number}.example/"), lambda _url: fetched)
    assert list(known._known) == [f"http://host-{number}.example:80" for number in range(300 - sites, 300)]
