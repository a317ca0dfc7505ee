"""Planning: which part of a job goes to which host."""

from __future__ import annotations

from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from db.models import Article, Capture, Document
from db.vocabulary import DocumentType
from firsthand.jobs.steps.bench import Json, answered, at_hand
from firsthand.jobs.tickets import Ticket, of_document
from firsthand.sources import archives


@answered
def plan(document_ids: list[int]) -> Json:
    """Tell which part goes to which host; a document that is not there is a part that says so."""
    with at_hand().database.read() as session:
        return {"parts": [part_of(session, number) for number in document_ids]}


def plan_addresses(urls: list[str]) -> Json:
    """Tell which address goes to which host."""
    return {"parts": [_part(Ticket(url, host=host_of(url), total=1), url) for url in urls]}


@answered
def plan_captures(capture_ids: list[int]) -> Json:
    """Name the captures that are to be archived; all of them go to the archive's own host."""
    parts = []
    with at_hand().database.read() as session:
        for number in capture_ids:
            found = session.get(Capture, number)
            documents = (found.document_id,) if found else ()
            about = (found.url if found else None) or f"Capture {number}"
            parts.append(_part(Ticket(about, documents, host=archives.HOST, total=1), number))
    return {"parts": parts}


def part_of(session: Session, document_id: int) -> Json:
    """Write down the part of a job that is about one document."""
    document = session.get(Document, document_id)
    kind = DocumentType.ARTICLE if isinstance(document, Article) else DocumentType.SOURCE
    about = of_document(kind, document_id, document.title if document else "")
    host = host_of(document.url if document else None)
    return _part(Ticket(about, (document_id,), host=host, total=1), document_id)


def _part(ticket: Ticket, given: int | str) -> Json:
    return {"ticket": ticket.as_json(), "given": [given]}


def host_of(url: str | None) -> str | None:
    """Tell the host of an address; None where it has none."""
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
