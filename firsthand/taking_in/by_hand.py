"""Later texts that somebody brings by hand: of a source, of an article that is on the desk already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from db.models import Article, Source
from db.queries import captures
from db.session import Database
from db.vocabulary import CaptureOutcome
from firsthand import desk
from firsthand.desk.record import find_article, find_source
from firsthand.reading import Incoming
from firsthand.sources import watching
from firsthand.sources.parsing import Parser, shared_parser
from firsthand.taking_in.new_captures import new_capture


def capture_source(
    database: Database, actor: desk.Actor, source_id: int, incoming: Incoming, *, parser: Parser | None = None
) -> int:
    """Record the text of a source that somebody brings; tells the capture's number.

    It is read as what is fetched is read. Raises ``UnreadableText``, ``NotFoundError``.
    """
    return _capture_again(database, actor, lambda session: find_source(session, source_id), incoming, parser)


def capture_article(
    database: Database, actor: desk.Actor, article_id: int, incoming: Incoming, *, parser: Parser | None = None
) -> int:
    """Record a later version of an article's text; its claims stay with the text that they were made in.

    Tells the capture's number. Raises ``UnreadableText``, ``NotFoundError``.
    """
    return _capture_again(database, actor, lambda session: find_article(session, article_id), incoming, parser)


def _capture_again(
    database: Database,
    actor: desk.Actor,
    find: Callable[[Session], Article | Source],
    incoming: Incoming,
    parser: Parser | None,
) -> int:
    with database.read() as session:
        document = find(session)
        article, url = isinstance(document, Article), incoming.url or document.url
    found = (parser or shared_parser()).parse(
        incoming.data, incoming.media_type, url, incoming.file_name, article=article
    )
    new = new_capture(found.article(), incoming)
    database.blobs.put(incoming.data)
    with database.write() as session:
        document = find(session)
        notes = " ".join([*_refused(session, document.id), *found.warnings]) or None
        document_id = document.id
        capture_id = desk.record_capture(session, actor, document, replace(new, reason=notes)).id
    watching.after_capture(database, actor, document_id, capture_id)
    return capture_id


def _refused(session: Session, document_id: int) -> Iterator[str]:
    """Say that the site refused what a person then saved by hand."""
    last = captures.newest_fetch(session, document_id)
    if last is not None and last.outcome is CaptureOutcome.REFUSED:
        yield f"Saved by hand: the site refused programs on {last.taken_at.day} {last.taken_at:%B %Y}."
