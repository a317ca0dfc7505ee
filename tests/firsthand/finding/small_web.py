"""A small web on loopback, whose pages a test writes, and a claim in an article that points into it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from db.models import Publisher
from db.session import Database
from db.vocabulary import CaptureMethod, ClaimType, PublisherKind, Tier
from firsthand import desk
from firsthand.sources.fetching import Limits, Web
from tests.firsthand.newsroom import Newsroom
from tests.firsthand.sources.loopback import loopback_web

ASSEMBLY, WIRE, COPIER, DAILY = "assembly.example", "wire.example", "copier.example", "daily.example"
QUOTE = "we will rebuild every bridge on this river within four years"
SAID = "we shall rebuild every bridge on this river within four years, weather permitting"
CLAIMED = f"“{QUOTE}”"
SENTENCE = f"Minister Ana Petrov told the assembly that {CLAIMED}, to applause."
FILLER = (
    "The river has nineteen bridges, some of them from before the war, and most of them carry a weight limit today."
)


class Answer(NamedTuple):
    """What the small web answers at an address."""

    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    location: str | None = None


def page(title: str, *paragraphs: str, head: str = "") -> Answer:
    """A page with a title and paragraphs of HTML."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return Answer(
        f'<!doctype html><html lang="en"><head><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{text}<p>{FILLER}</p></article></body></html>".encode()
    )


class Small(NamedTuple):
    """The running web: how to reach it, what it answers, what it was asked."""

    web: Web
    pages: dict[str, Answer]
    asked: Counter[str]


@contextmanager
def small_web(pages: Mapping[str, Answer]) -> Iterator[Small]:
    """Serve pages by their whole address; every other one is not found."""
    served, asked = dict(pages), Counter[str]()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = f"http://{self.headers['Host']}{self.path}"
            asked[address] += 1
            answer = served.get(address, Answer(b"Nothing here.", "text/plain", 404))
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
            if answer.location:
                self.send_header("Location", answer.location)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    hosts = {urlsplit(address).hostname or "" for address in pages} | {ASSEMBLY, WIRE, COPIER, DAILY}
    try:
        where = dict.fromkeys(sorted(hosts), ("127.0.0.1", server.server_port))
        with loopback_web(where, limits=Limits(seconds=10.0)) as web:
            yield Small(web, served, asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def know_the_assembly(database: Database) -> None:
    """Let the desk know that the assembly is first hand, and the wire second."""
    with database.write() as session:
        session.add_all(
            Publisher(name=name, kind=kind, tier=tier, hosts={"hosts": [host]})
            for name, kind, tier, host in (
                ("The Assembly", PublisherKind.PARLIAMENT, Tier.PRIMARY, ASSEMBLY),
                ("Coast Wire", PublisherKind.NEWS_AGENCY, Tier.SECONDARY, WIRE),
            )
        )


def claim_with_references(newsroom: Newsroom, *links: tuple[str, str], quote: str | None = QUOTE) -> int:
    """Take in an article that says the sentence, with links on the words given; tells the claim's number."""
    text = f"A week on the river.\n\n{SENTENCE} {' '.join(words for _, words in links)}\n\nThe fair opens on Saturday."
    start = text.index(CLAIMED)
    with newsroom.database.write() as session:
        fields = desk.DocumentFields("The week", url=f"http://{DAILY}/week", published="2026-03-04", language="en")
        article = desk.add_article(session, newsroom.chris, newsroom.desk_id, fields)
        places = [(href, words, text.index(words)) for href, words in links]
        sha256 = newsroom.database.blobs.put(text.encode())
        references = tuple(desk.NewReference(href, words, at, at + len(words)) for href, words, at in places)
        new = desk.NewCapture(
            CaptureMethod.PASTE, sha256, len(text.encode()), "text/plain", text, "plain", references=references
        )
        capture = desk.record_capture(session, newsroom.chris, article, new)
        claim = desk.NewClaim(
            article.id,
            capture.id,
            start,
            start + len(CLAIMED),
            "Petrov said that every bridge on the river will be rebuilt within four years.",
            ClaimType.QUOTE,
            speaker_as_named="Ana Petrov",
            cue="told",
            quoted_words=quote,
        )
        return desk.add_claim(session, newsroom.chris, claim).id
