"""What is known of captures: of which document, what rests on them, how they were answered, what attests them."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.data import jobs, watching
from dashboard.data.library import resting_on
from dashboard.data.lists import article, claims_of, source
from dashboard.data.record import ask, database, settings
from db.errors import RecordError
from db.queries import attestations as _attestations
from db.queries import captures as _captures
from db.rows import AttestationRow, CaptureRow, JobRow, parse_ref
from db.vocabulary import VerificationStatus, WorkState


@dataclass(frozen=True, slots=True)
class Captured:
    """An article or a source, as far as its captures are concerned."""

    id: int
    ref: str
    title: str
    is_article: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in a capture that a claim rests on: a passage of a source, or the claim's own words in its article."""

    claim_id: int
    status: VerificationStatus
    statement: str
    capture_id: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document's captures beside their rows; the ``headers`` are those of one of them."""

    archived: tuple[AttestationRow, ...]
    watch: watching.DocumentWatch
    headers: tuple[tuple[str, str], ...]
    may_archive: bool


def known(document_id: int, told: CaptureRow | None) -> Known:
    """Read what a document's page tells of its captures; ``told`` is the one of which everything is told."""
    return Known(
        ask(_attestations.of_document, document_id),
        watching.of_document(document_id),
        ask(_captures.headers, told.id) if told else (),
        settings().services.wayback is not None,
    )


def document(ref: str) -> Captured | None:
    """Find an article or a source by its short id."""
    for prefix, find in (("FA", article), ("FS", source)):
        number = parse_ref(ref, prefix)
        found = find(number) if number is not None else None
        if found is not None:
            return Captured(found.id, found.ref, found.title, prefix == "FA")
    return None


def placed(of: Captured) -> tuple[Placed, ...]:
    """List the places in a document's captures that claims rest on."""
    if of.is_article:
        return tuple(
            Placed(claim.id, claim.status, claim.statement or claim.literal, claim.capture_id, claim.start, claim.end)
            for claim in claims_of(of.id)
            if claim.work_state not in {WorkState.NOT_FOR_US, WorkState.DETECTED}
        )
    return tuple(
        Placed(use.claim_id, use.status, use.statement, use.capture_id, use.start, use.end)
        for use in resting_on(of.id)
        if use.capture_id is not None and use.start is not None and use.end is not None
    )


def at_work(document_id: int, job_id: str | None) -> JobRow | None:
    """Find the job that fetches a document now, else the one that is named."""
    found = next((job for job in jobs.open_jobs() if document_id in job.documents), None)
    return found or (jobs.get(job_id) if job_id else None)


def progress(job_id: str) -> tuple[JobRow | None, tuple[JobRow, ...]]:
    """Tell how a job stands, and each of its parts."""
    return jobs.get(job_id), jobs.parts(job_id)


def drafts_of(article_id: int) -> int:
    """Count the drafts of an article that wait to be looked at."""
    row = article(article_id)
    return dict(row.statuses).get(VerificationStatus.DETECTED, 0) if row else 0


def in_bytes(capture: CaptureRow) -> bytes:
    """Read the bytes of a capture; a sentence in their place where they are gone from the disk."""
    try:
        return database().blobs.get(capture.sha256 or "")
    except RecordError as error:
        return str(error).encode()


def as_warc(capture: CaptureRow) -> bytes:
    """Write a capture as a WARC."""
    from firsthand.exchange.warc import warc_bytes  # noqa: PLC0415 - warcio is wanted by this alone

    return warc_bytes(database(), [capture.id])
