"""Fetching, recording, looking again, taking in: the steps that deal with one page."""

from __future__ import annotations

import datetime as dt

from db.models import Capture, Document
from db.vocabulary import CaptureOutcome, ObservationOutcome
from firsthand.added import told
from firsthand.finding import looking
from firsthand.jobs.carried import packed, unpacked
from firsthand.jobs.ending import Ending
from firsthand.jobs.steps.bench import Bench, Json, actor_of, answered, at_hand, over
from firsthand.jobs.steps.planning import host_of
from firsthand.sources import captures, watching
from firsthand.sources.fetching import Asked
from firsthand.taking_in import take_in_fetched

_SEEN = {
    ObservationOutcome.UNCHANGED: "Unchanged.",
    ObservationOutcome.HELD: "The page has changed; what claims rest on stands where it stood.",
    ObservationOutcome.CHANGED: "The page has changed; no claim rests on what changed.",
    ObservationOutcome.MOVED: "The page has changed; what claims rest on stands elsewhere on it.",
    ObservationOutcome.AMBIGUOUS: "The page has changed; words that claims rest on stand there several times now.",
    ObservationOutcome.LOST: "Words that claims rest on are gone.",
    ObservationOutcome.UNREACHABLE: "The page could not be had, which is no deletion.",
}


@answered
def fetch(document_id: int, robots: bool, conditional: bool) -> Json:  # noqa: FBT001 - carried as they are
    """Fetch a document; its bytes stay behind in the blob store."""
    bench = at_hand()
    with bench.database.read() as session:
        document = session.get(Document, document_id)
        host = host_of(document.url if document else None)
    with bench.turns.of(host or ""):
        fetched = captures.fetch_document(
            bench.database, bench.web, document_id, robots=robots, conditional=conditional
        )
    return packed(fetched, bench.database.blobs)


@answered
def fetch_address(url: str) -> Json:
    """Fetch an address that is not on the desk yet."""
    bench = at_hand()
    with bench.turns.of(host_of(url) or ""):
        fetched = bench.web.fetch(Asked(url))
    return packed(fetched, bench.database.blobs)


@answered
def record(document_id: int, fetched: Json, key: str, asked_by: str | None) -> Json:
    """Read what was fetched and record the capture."""
    bench = at_hand()
    brought = unpacked(fetched, bench.database.blobs)
    recorded = captures.record(bench.database, bench.parser, actor_of(asked_by), document_id, brought, key=key)
    whole = recorded.outcome in {CaptureOutcome.COMPLETE, CaptureOutcome.NO_TEXT}
    same = " Its text is the same as before." if recorded.same_text_as is not None else ""
    sentence = f"Captured.{same}" if recorded.reason is None else recorded.reason
    ending = Ending(whole, sentence, int(whole), 1, _next_try(bench, recorded.capture_id))
    return over(
        ending,
        capture_id=recorded.capture_id,
        recorded={**recorded._asdict(), "outcome": recorded.outcome.value},
    )


def _next_try(bench: Bench, capture_id: int) -> dt.datetime | None:
    with bench.database.read() as session:
        found = session.get(Capture, capture_id)
        return found.retry_at if found else None


@answered
def observe(document_id: int, capture_id: int, asked_by: str | None) -> Json:
    """See what became of the passages that claims rest on, in a capture that a person asked for."""
    bench = at_hand()
    row = watching.after_capture(bench.database, actor_of(asked_by), document_id, capture_id)
    return {"outcome": row.outcome.value if row else None}


@answered
def log_search(claim_id: int, document_id: int, asked_by: str | None) -> Json:
    """Put into a claim's search log what came of a page that was fetched for it; once for each capture."""
    looking.log_capture(at_hand().database, actor_of(asked_by), claim_id, document_id)
    return {}


@answered
def look(document_id: int, recorded: Json | None, key: str, asked_by: str | None) -> Json:
    """Record what a look at a document brought."""
    bench = at_hand()
    found = captures.Recorded(**{**recorded, "outcome": CaptureOutcome(recorded["outcome"])}) if recorded else None
    row = watching.observed_from(bench.database, actor_of(asked_by), document_id, found, key=key)
    seen = row.outcome is not ObservationOutcome.UNREACHABLE
    return over(Ending(seen, row.reason if row.reason and not seen else _SEEN[row.outcome], int(seen)))


@answered
def keep(desk_id: int, fetched: Json, again: bool, key: str, asked_by: str | None) -> Json:  # noqa: FBT001
    """Take an article in from what was fetched; nothing is put on file where there is none."""
    bench = at_hand()
    brought = unpacked(fetched, bench.database.blobs)
    taken = take_in_fetched(bench.database, bench.parser, actor_of(asked_by), desk_id, brought, again=again, key=key)
    return over(Ending(came_through=True, sentence=f"{told(taken)}.", documents=(taken.article_id,)))
