"""The steps of jobs: each does one thing to its end, is given JSON and answers with JSON.

What is refused or cannot be had is an answer and no exception: after a crash a step's answer is read back, and a
workflow must find the same. What a step records, it records under the workflow's key, so that doing it twice is doing
it once. This is the one module of jobs that calls fetching, captures, watching, tracing and taking in.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from db.errors import RecordError
from db.models import Article, Capture, Document
from db.queries import people
from db.rows import AttestationRow
from db.session import Database
from db.vocabulary import AttestationState, CaptureOutcome, DocumentType, ObservationOutcome
from firsthand import desk
from firsthand.added import told
from firsthand.errors import FirsthandError, NotAllowedError, SettingsError
from firsthand.finding import looking, tracing
from firsthand.jobs.carried import packed, unpacked
from firsthand.jobs.ending import Ending
from firsthand.jobs.tickets import Ticket, of_document
from firsthand.jobs.turns import Turns
from firsthand.settings import Settings
from firsthand.sources import archives, captures, watching
from firsthand.sources.fetching import Asked, Web
from firsthand.sources.parsing import Parser
from firsthand.taking_in import take_in_fetched

Json = dict[str, Any]
ARCHIVE_WAIT = archives.WAIT.total_seconds()
_LOOK = 0.5  # seconds between two looks at the parts of a job
_NO_KEYS = "This desk has no keys to the Wayback Machine: set FIRSTHAND_WAYBACK_KEY and FIRSTHAND_WAYBACK_SECRET."
_SEEN = {
    ObservationOutcome.UNCHANGED: "Unchanged.",
    ObservationOutcome.HELD: "The page has changed; what claims rest on stands where it stood.",
    ObservationOutcome.CHANGED: "The page has changed; no claim rests on what changed.",
    ObservationOutcome.MOVED: "The page has changed; what claims rest on stands elsewhere on it.",
    ObservationOutcome.AMBIGUOUS: "The page has changed; words that claims rest on stand there several times now.",
    ObservationOutcome.LOST: "Words that claims rest on are gone.",
    ObservationOutcome.UNREACHABLE: "The page could not be had, which is no deletion.",
}


@dataclass(frozen=True, slots=True)
class Bench:
    """What steps work with. The library calls steps by name in threads of its own, so they find it in one place."""

    database: Database
    settings: Settings
    web: Web
    parser: Parser
    turns: Turns
    tell: Callable[[str, str], None]
    """Lets a job, by its key, say in a sentence how far it is."""
    parts_open: Callable[[str], bool]
    """Tells whether some parts of a job, by its key, are not over yet."""


_bench: list[Bench] = []


class WorkerLeft(BaseException):
    """The worker leaves: what it was at stays as it is, for the next one; it is no failure, and caught by nobody."""


def equip(bench: Bench | None) -> None:
    """Put a worker's things in place, or take them away; a process has one worker at a time."""
    _bench.clear()
    if bench is not None:
        _bench.append(bench)


def _at_hand() -> Bench:
    if not _bench:
        raise WorkerLeft
    return _bench[0]


def wait_for_parts(key: str) -> None:
    """Wait until all parts of a job are over; raises ``WorkerLeft`` where the worker leaves first."""
    while _bench and _bench[0].parts_open(key):
        time.sleep(_LOOK)
    if not _bench:
        raise WorkerLeft


def _answered(step: Callable[..., Json]) -> Callable[..., Json]:
    """Turn what is refused in words into an answer; what the record cannot do for a moment stays an exception."""

    @wraps(step)
    def answering(*given: Any) -> Json:  # noqa: ANN401 - JSON
        try:
            return step(*given)
        except RecordError:
            raise
        except FirsthandError as error:
            return _over(Ending(came_through=False, sentence=str(error)))

    return answering


def _over(ending: Ending, **more: Any) -> Json:  # noqa: ANN401 - JSON
    return {"ending": ending.as_json(), **more}


@_answered
def plan(document_ids: list[int]) -> Json:
    """Tell which part goes to which host; a document that is not there is a part that says so."""
    parts = []
    with _at_hand().database.read() as session:
        for number in document_ids:
            document = session.get(Document, number)
            kind = DocumentType.ARTICLE if isinstance(document, Article) else DocumentType.SOURCE
            about = of_document(kind, number, document.title if document else "")
            host = _host(document.url if document else None)
            parts.append(_part(Ticket(about, (number,), host=host, total=1), number))
    return {"parts": parts}


def plan_addresses(urls: list[str]) -> Json:
    """Tell which address goes to which host."""
    return {"parts": [_part(Ticket(url, host=_host(url), total=1), url) for url in urls]}


@_answered
def plan_captures(capture_ids: list[int]) -> Json:
    """Name the captures that are to be archived; all of them go to the archive's own host."""
    parts = []
    with _at_hand().database.read() as session:
        for number in capture_ids:
            found = session.get(Capture, number)
            documents = (found.document_id,) if found else ()
            about = (found.url if found else None) or f"Capture {number}"
            parts.append(_part(Ticket(about, documents, host=archives.HOST, total=1), number))
    return {"parts": parts}


def _part(ticket: Ticket, given: int | str) -> Json:
    return {"ticket": ticket.as_json(), "given": [given]}


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


@_answered
def fetch(document_id: int, robots: bool, conditional: bool) -> Json:  # noqa: FBT001 - carried as they are
    """Fetch a document; its bytes stay behind in the blob store."""
    bench = _at_hand()
    with bench.database.read() as session:
        document = session.get(Document, document_id)
        host = _host(document.url if document else None)
    with bench.turns.of(host or ""):
        fetched = captures.fetch_document(
            bench.database, bench.web, document_id, robots=robots, conditional=conditional
        )
    return packed(fetched, bench.database.blobs)


@_answered
def fetch_address(url: str) -> Json:
    """Fetch an address that is not on the desk yet."""
    bench = _at_hand()
    with bench.turns.of(_host(url) or ""):
        fetched = bench.web.fetch(Asked(url))
    return packed(fetched, bench.database.blobs)


@_answered
def record(document_id: int, fetched: Json, key: str, asked_by: str | None) -> Json:
    """Read what was fetched and record the capture."""
    bench = _at_hand()
    brought = unpacked(fetched, bench.database.blobs)
    recorded = captures.record(bench.database, bench.parser, _actor(asked_by), document_id, brought, key=key)
    whole = recorded.outcome in {CaptureOutcome.COMPLETE, CaptureOutcome.NO_TEXT}
    same = " Its text is the same as before." if recorded.same_text_as is not None else ""
    sentence = f"Captured.{same}" if recorded.reason is None else recorded.reason
    ending = Ending(whole, sentence, int(whole), 1, _next_try(bench, recorded.capture_id))
    return _over(
        ending,
        capture_id=recorded.capture_id,
        recorded={**recorded._asdict(), "outcome": recorded.outcome.value},
    )


def _next_try(bench: Bench, capture_id: int) -> dt.datetime | None:
    with bench.database.read() as session:
        found = session.get(Capture, capture_id)
        return found.retry_at if found else None


@_answered
def observe(document_id: int, capture_id: int, asked_by: str | None) -> Json:
    """See what became of the passages that claims rest on, in a capture that a person asked for."""
    bench = _at_hand()
    row = watching.after_capture(bench.database, _actor(asked_by), document_id, capture_id)
    return {"outcome": row.outcome.value if row else None}


@_answered
def log_search(claim_id: int, document_id: int, asked_by: str | None) -> Json:
    """Put into a claim's search log what came of a page that was fetched for it; once for each capture."""
    looking.log_capture(_at_hand().database, _actor(asked_by), claim_id, document_id)
    return {}


@_answered
def look(document_id: int, recorded: Json | None, key: str, asked_by: str | None) -> Json:
    """Record what a look at a document brought."""
    bench = _at_hand()
    found = captures.Recorded(**{**recorded, "outcome": CaptureOutcome(recorded["outcome"])}) if recorded else None
    row = watching.observed_from(bench.database, _actor(asked_by), document_id, found, key=key)
    seen = row.outcome is not ObservationOutcome.UNREACHABLE
    return _over(Ending(seen, row.reason if row.reason and not seen else _SEEN[row.outcome], int(seen)))


@_answered
def keep(desk_id: int, fetched: Json, again: bool, key: str, asked_by: str | None) -> Json:  # noqa: FBT001
    """Take an article in from what was fetched; nothing is put on file where there is none."""
    bench = _at_hand()
    brought = unpacked(fetched, bench.database.blobs)
    taken = take_in_fetched(bench.database, bench.parser, _actor(asked_by), desk_id, brought, again=again, key=key)
    return _over(Ending(came_through=True, sentence=f"{told(taken)}.", documents=(taken.article_id,)))


@_answered
def trace(claim_id: int, start: str | None, key: str, asked_by: str | None) -> Json:
    """Follow references from a claim; what was done before a crash is found by the key."""
    bench = _at_hand()
    row = tracing.trace(
        bench.database,
        bench.web,
        bench.parser,
        _actor(asked_by),
        claim_id,
        start,
        key=key,
        on_step=lambda trail: bench.tell(key, trail.sentence),
    )
    return _over(Ending(came_through=True, sentence=row.reason))


@_answered
def archive(capture_id: int, asked_by: str | None) -> Json:
    """Ask an archive to save a capture, or go on with what it was asked before."""
    bench = _at_hand()
    keys = bench.settings.services.wayback
    if keys is None:
        raise SettingsError(_NO_KEYS)
    actor = _actor(asked_by)
    with bench.turns.of(archives.HOST):
        return _attested(archives.ask(bench.database, bench.web, keys, actor, capture_id))


@_answered
def follow_up(attestation_id: int, asked_by: str | None) -> Json:
    """Ask the archive what became of what it was asked."""
    bench = _at_hand()
    keys = bench.settings.services.wayback
    if keys is None:
        raise SettingsError(_NO_KEYS)
    actor = _actor(asked_by)
    with bench.turns.of(archives.HOST):
        return _attested(archives.follow_up(bench.database, bench.web, keys, actor, attestation_id))


def _attested(row: AttestationRow) -> Json:
    done = row.state is AttestationState.DONE
    sentence = f"Saved at {row.address}." if done else row.reason or "The archive has not answered yet."
    return _over(Ending(done, sentence, int(done)), attestation_id=row.id, settled=row.state.settled)


def _actor(asked_by: str | None) -> desk.Actor:
    """Tell for whom the work is done; without a person it is the house's own."""
    if not asked_by:
        return desk.SYSTEM
    with _at_hand().database.read() as session:
        person = people.user_by_email(session, asked_by)
    if person is None or person.disabled:
        raise NotAllowedError(f"{asked_by} is no longer on this desk: somebody else has to ask for it.")
    return desk.Actor.of(person)
