"""The guard against a matrix of attacks: whatever it connects to that is not public lands on a listener that counts."""

from __future__ import annotations

import itertools
import socket
from collections.abc import Iterator

import pytest

from db.vocabulary import CaptureOutcome
from firsthand.sources.budget import Budget, Limits
from firsthand.sources.fetching import Asked, Fetched, Web
from firsthand.sources.guard import Guard
from firsthand.sources.trouble import Trouble
from tests.firsthand.sources.attacks import ATTACKS, SENT_ON_TO, Answers, Attack
from tests.firsthand.sources.loopback import announced
from tests.firsthand.sources.wire import Line, Wire, answer, client_context, path_of, wire

PUBLIC = frozenset({*(f"93.184.0.{n}" for n in range(1, 9)), "2606:4700::1"})
PAGE = b"<!doctype html><html><p>the ministry's own words</p></html>"


class World:
    """A public server, an inner one where everything else lands, and a resolver that the attacker answers for."""

    def __init__(self, public: Wire, inner: Wire, secure: Wire) -> None:
        self.public = public
        self.inner = inner
        self.secure = secure
        self.location = ""
        self.names: dict[str, Answers] = {}
        self.lookups: list[str] = []
        self.inside: list[str] = []

    def web(self, names: dict[str, Answers], location: str = "", **kw: object) -> Web:
        self.location = location
        self.names = {"news.example": (("93.184.0.1",),), **names}
        self.lookups = []
        self.inside = []
        self.inner.heads.clear()
        return Web(resolve=self.resolve, connect=self.connect, tls=client_context(), **kw)  # type: ignore[arg-type]

    def resolve(self, host: str, _port: int) -> tuple[str, ...]:
        self.lookups.append(host)
        if host in self.names:
            answers = self.names[host]
            return answers[min(self.lookups.count(host), len(answers)) - 1]
        if host.rstrip(".").endswith("localhost"):
            return ("::1", "127.0.0.1")
        try:
            return (socket.inet_ntoa(socket.inet_aton(host)),)  # as the system's resolver reads numbers
        except OSError:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        if address not in PUBLIC:
            self.inside.append(address)
            server = self.inner
        else:
            server = self.secure if port == 443 else self.public
        return announced(socket.create_connection(server.address, seconds), address, port)

    def speak(self, line: Line, head: bytes) -> None:
        if path_of(head) == "/on":
            line.sendall(
                b"HTTP/1.1 302 Found\r\nLocation: " + self.location.encode() + b"\r\nContent-Length: 0\r\n\r\n"
            )
        elif path_of(head).startswith("/step/"):
            on = int(path_of(head).rpartition("/")[2]) - 1
            line.sendall(answer(b"", f"Location: /step/{on}" if on else "Location: /", status="301 Moved"))
        else:
            line.sendall(answer(PAGE, "Content-Type: text/html"))


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    def speak(line: Line, head: bytes) -> None:
        made.speak(line, head)

    def inside(line: Line, _head: bytes) -> None:
        line.sendall(answer(b"<html>the secret</html>"))

    with wire(speak) as public, wire(inside) as inner, wire(speak, tls=True) as secure:
        made = World(public, inner, secure)
        yield made


def reached_nothing(world: World, fetched: Fetched) -> None:
    assert world.inside == []
    assert world.inner.heads == []
    assert fetched.body is None
    assert fetched.outcome is CaptureOutcome.REFUSED
    assert fetched.reason
    assert "upload" in fetched.reason
    assert not fetched.retry


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.sentence.replace(" ", "_"))
def test_nothing_inside_is_reached_by_asking_for_it(world: World, attack: Attack) -> None:
    reached_nothing(world, world.web(attack.names).fetch(Asked(attack.url)))


@pytest.mark.parametrize("attack", SENT_ON_TO, ids=lambda attack: attack.sentence.replace(" ", "_"))
def test_nothing_inside_is_reached_by_a_page_that_sends_there(world: World, attack: Attack) -> None:
    fetched = world.web(attack.names, attack.url).fetch(Asked("http://news.example/on"))
    assert (world.inside, fetched.body) == ([], None)
    if fetched.outcome is CaptureOutcome.FAILED:
        assert "an address that cannot be read" in (fetched.reason or "")
    else:
        reached_nothing(world, fetched)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.sentence.replace(" ", "_"))
def test_nothing_inside_is_reached_by_rules_for_programs_that_send_there(world: World, attack: Attack) -> None:
    fetched = world.web(attack.names).fetch(Asked(attack.url, robots=True))
    reached_nothing(world, fetched)


def test_there_are_enough_attacks_and_each_is_another_one() -> None:
    each = {(attack.url, *attack.names.items()) for attack in ATTACKS}
    assert len({attack.sentence for attack in ATTACKS}) == len(each) == len(ATTACKS) >= 54


def test_the_listener_inside_hears_of_it_where_no_address_is_judged(world: World) -> None:
    web = world.web({"evil.example": (("10.0.0.1",),)}, permits=lambda _address: True)
    assert web.fetch(Asked("http://evil.example/")).body == b"<html>the secret</html>"
    assert world.inside == ["10.0.0.1"]


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "0177.0.0.1", "localhost", "localhost."])
def test_the_guard_alone_judges_what_numbers_and_names_lead_to(world: World, host: str) -> None:
    world.web({})
    guard = Guard(world.resolve, lambda address: address in PUBLIC, world.connect, Budget(Limits()))
    with pytest.raises(Trouble, match="an address inside a private network"):
        guard.connect_tcp(host, 80)
    assert world.inside == []


def test_the_guard_connects_to_no_file_of_this_machine(world: World) -> None:
    guard = Guard(world.resolve, lambda _address: True, world.connect, Budget(Limits()))
    with pytest.raises(Trouble, match="no address of the web"):
        guard.connect_unix_socket("/var/run/docker.sock")


def test_a_connection_that_ended_elsewhere_than_asked_carries_no_request(world: World) -> None:
    def bent(_address: str, port: int, seconds: float) -> socket.socket:
        return announced(socket.create_connection(world.inner.address, seconds), "10.0.0.1", port)

    world.web({})
    web = Web(resolve=world.resolve, connect=bent)
    fetched = web.fetch(Asked("http://news.example/"))
    assert (fetched.outcome, world.inner.heads) == (CaptureOutcome.REFUSED, [])
    assert "10.0.0.1" in (fetched.reason or "")


def test_proxies_of_the_environment_are_not_used(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://10.0.0.1:8080")
    assert world.web({}).fetch(Asked("http://news.example/")).body == PAGE
    assert world.inside == []


LEGITIMATE: dict[str, tuple[str, str, dict[str, Answers]]] = {
    "a name": ("http://news.example/", "", {}),
    "a name with several addresses at another port": (
        "http://many.example:8080/",
        "",
        {"many.example": (("2606:4700::1", "93.184.0.2"),)},
    ),
    "an address in numbers": ("http://93.184.0.3/", "", {}),
    "an address in numbers of IPv6": ("http://[2606:4700::1]/", "", {}),
    "a name in another script, encrypted": (
        "https://münchen.example/",
        "",
        {"xn--mnchen-3ya.example": (("93.184.0.4",),)},
    ),
    "a page that sends on from plain to encrypted": ("http://news.example/on", "https://news.example/", {}),
}


@pytest.mark.parametrize("case", LEGITIMATE)
def test_legitimate_pages_pass(world: World, case: str) -> None:
    url, location, names = LEGITIMATE[case]
    fetched = world.web(names, location).fetch(Asked(url))
    assert (fetched.outcome, fetched.body, fetched.reason) == (CaptureOutcome.COMPLETE, PAGE, None)
    assert fetched.hops[-1].address in PUBLIC
    assert world.inside == []


def test_five_redirects_are_followed_and_six_are_not(world: World) -> None:
    followed = world.web({}).fetch(Asked("http://news.example/step/5"))
    assert (followed.outcome, len(followed.hops), followed.final_url) == (
        CaptureOutcome.COMPLETE,
        6,
        "http://news.example/",
    )
    given_up = world.web({}).fetch(Asked("http://news.example/step/6"))
    assert (given_up.outcome, len(given_up.hops), given_up.body) == (CaptureOutcome.FAILED, 6, None)


def test_encryption_is_not_given_up_on_the_way(world: World) -> None:
    fetched = world.web({}, "http://news.example/").fetch(Asked("https://news.example/on"))
    assert (fetched.outcome, fetched.body) == (CaptureOutcome.REFUSED, None)
    assert "unencrypted" in (fetched.reason or "")


def test_a_site_that_cannot_prove_its_name_is_not_read(world: World) -> None:
    fetched = world.web({"other.example": (("93.184.0.1",),)}).fetch(Asked("https://other.example/"))
    assert (fetched.outcome, fetched.retry) == (CaptureOutcome.FAILED, False)
    assert "certificate of other.example" in (fetched.reason or "")


def test_a_name_is_looked_up_once_in_a_thousand_fetches_each_and_never_leads_inside(world: World) -> None:
    """A rebinding name: a public address for whoever checks it, an inner one for whoever connects."""
    world.web({})
    answers = itertools.cycle([("93.184.0.1",), ("127.0.0.1",)])
    lookups: list[str] = []

    def alternating(host: str, _port: int) -> tuple[str, ...]:
        lookups.append(host)
        return next(answers)

    web = Web(resolve=alternating, connect=world.connect)
    outcomes = [web.fetch(Asked("http://evil.example/")).outcome for _ in range(1000)]
    assert lookups == ["evil.example"] * 1000
    assert outcomes.count(CaptureOutcome.COMPLETE) == outcomes.count(CaptureOutcome.REFUSED) == 500
    assert world.inside == []
