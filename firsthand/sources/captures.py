"""Captures of what was fetched: bytes first, then the row; a fetch that brought nothing is a capture with its reason.

``capture`` does it all. A durable job does its two halves, ``fetch_document`` and ``record``, as steps; with a ``key``
the second half happens once, however often it is done.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy.orm import Session

from db.models import Article, Capture, Source
from db.queries import captures, references
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome, SourceKind
from firsthand import desk
from firsthand.errors import InvalidError
from firsthand.same_address import spellings
from firsthand.sources.fetched import Asked, Fetched
from firsthand.sources.origin_signs import Whose, whose
from firsthand.sources.parsed import Parsed
from firsthand.sources.parser_frames import storable
from firsthand.text.extracted import ExtractedArticle

if TYPE_CHECKING:
    from firsthand.sources.fetching import Web
    from firsthand.sources.parsing import Parser

__all__ = [
    "Recorded",
    "capture",
    "fetch_document",
    "fetched_capture",
    "next_try",
    "parse_fetched",
    "record",
    "source_at",
]

WAITS = tuple(dt.timedelta(minutes=minutes) for minutes in (15, 60, 360, 1440))
"""How long to wait after the first, second, third failure in a row, and after every later one."""

_LONGEST_WAIT = dt.timedelta(days=30)
_BROUGHT_BYTES = frozenset({CaptureOutcome.COMPLETE, CaptureOutcome.NO_TEXT})
_NEVER_AGAIN = frozenset({*_BROUGHT_BYTES, CaptureOutcome.REFUSED, CaptureOutcome.GONE})
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_NO_ADDRESS = "«{}» has no address that could be fetched: give it one, or upload what you have of it."
_EMPTY = "The site sent an empty page: open it in your browser, and upload what you see there."


class Recorded(NamedTuple):
    """What became of a fetch; ``same_text_as`` is the newest earlier capture of the document with the same text."""

    capture_id: int
    outcome: CaptureOutcome
    reason: str | None
    same_text_as: int | None


def capture(
    database: Database,
    web: Web,
    parser: Parser,
    actor: desk.Actor,
    document_id: int,
    *,
    robots: bool = False,
    key: str | None = None,
    conditional: bool = False,
) -> Recorded | None:
    """Fetch a document, read it, record the capture; None where the site answers that nothing has changed.

    ``robots`` asks the site's robots.txt first, ``conditional`` whether anything changed since the last capture.
    Raises ``NotFoundError``, and ``InvalidError`` for a document without an address.
    """
    if key is not None and (there := _recorded_before(database, key)):
        return there
    fetched = fetch_document(database, web, document_id, robots=robots, conditional=conditional)
    return None if fetched.unchanged else record(database, parser, actor, document_id, fetched, key=key)


def fetch_document(database: Database, web: Web, document_id: int, *, robots: bool, conditional: bool) -> Fetched:
    """Fetch a document's address; raises ``NotFoundError``, and ``InvalidError`` where it has none."""
    with database.read() as session:
        document = desk.find_document(session, document_id)
        if not document.url:
            raise InvalidError(_NO_ADDRESS.format(document.title))
        etag, modified = _state_on_file(session, document) if conditional else (None, None)
        asked = Asked(document.url, etag=etag, last_modified=modified, robots=robots)
    return web.fetch(asked)


def record(
    database: Database,
    parser: Parser,
    actor: desk.Actor,
    document_id: int,
    fetched: Fetched,
    *,
    key: str | None = None,
) -> Recorded:
    """Read what was fetched and record it as a capture; what the text says of its source fills the desk's gaps.

    With the ``key`` of a capture that is recorded already nothing is written. Raises ``NotFoundError``, and
    ``InvalidError`` for an answer «unchanged», which is no capture.
    """
    if fetched.unchanged:
        raise InvalidError("The site answered that nothing has changed: there is nothing to capture.")
    if key is not None and (there := _recorded_before(database, key)):
        return there
    with database.read() as session:
        is_article = isinstance(desk.find_document(session, document_id), Article)
    parsed = parse_fetched(parser, fetched, article=is_article)
    with database.read() as session:
        found = Whose() if is_article else whose(session, document_id, fetched.final_url, parsed)
    if fetched.body is not None and fetched.outcome in _BROUGHT_BYTES:
        database.blobs.put(fetched.body)
    with database.write() as session:
        document = desk.find_document(session, document_id)
        retry_at = next_try(fetched, captures.failures(session, document_id), actor.now())
        taken = desk.record_capture(session, actor, document, fetched_capture(fetched, parsed, key, retry_at))
        if isinstance(document, Source) and taken.text is not None:
            _tell_more(session, actor, document, parsed, found)
        return _recorded(session, taken.id)


def next_try(fetched: Fetched, failures: int, now: dt.datetime) -> dt.datetime | None:
    """Tell when to try again what brought nothing, after so many failures in a row before it; None for never.

    A quarter of an hour, an hour, six hours, then a day, and never sooner than the site asks for. What is refused or
    gone is not asked for again.
    """
    if fetched.outcome in _NEVER_AGAIN:
        return None
    wait = WAITS[min(failures, len(WAITS) - 1)] if fetched.retry else WAITS[-1]
    wished = min(fetched.retry_after or dt.timedelta(), _LONGEST_WAIT)
    return now + max(wait, wished)


def source_at(database: Database, actor: desk.Actor, url: str, *, title: str | None = None) -> int:
    """Find the source that goes by an address, however it is spelled, or add it; tells its number.

    Without a ``title`` the address stands for it until a capture tells a better one. Raises ``InvalidError`` for what
    is no address, ``NotAllowedError`` where the person may not add sources.
    """
    address = url.strip()
    with database.read() as session:
        there = _source_with(session, address)
    if there is not None:
        return there
    with database.write() as session:
        there = _source_with(session, address)  # somebody may have been faster
        if there is not None:
            return there
        fields = desk.DocumentFields(title=(title or "").strip() or address, url=address)
        return desk.add_source(session, actor, SourceKind.OTHER, fields).id


def _source_with(session: Session, address: str) -> int | None:
    found = references.sources_at(session, spellings(address))
    return found.get(address) or min(found.values(), default=None)


def _state_on_file(session: Session, document: Article | Source) -> tuple[str | None, str | None]:
    """Tell what the site called the state of the page that is on file: only its newest text, fetched from there."""
    last = captures.newest_readable(session, document.id)
    if last is None or last.method is not CaptureMethod.FETCH or last.url != document.url:
        return None, None
    return last.header("etag"), last.header("last-modified")


def parse_fetched(parser: Parser, fetched: Fetched, *, article: bool) -> Parsed:
    """Read the body; where there is none, or nobody can say what it is, the fetch has said why."""
    if fetched.body is None or fetched.outcome is not CaptureOutcome.COMPLETE:
        return Parsed(text=None, reason=fetched.reason)
    if not fetched.body.strip():
        return Parsed(text=None, reason=_EMPTY)
    return parser.parse(fetched.body, _declared(fetched), fetched.final_url, article=article)


def _declared(fetched: Fetched) -> str | None:
    """Tell the type that a body is taken for, with the charset that was declared beside it."""
    charset = _CHARSET.search(fetched.header("content-type") or "")
    return f"{fetched.media_type}; charset={charset[1]}" if fetched.media_type and charset else fetched.media_type


def fetched_capture(
    fetched: Fetched, parsed: Parsed | ExtractedArticle, key: str | None = None, retry_at: dt.datetime | None = None
) -> desk.NewCapture:
    """Put together what is to be recorded of a fetch; a whole one has a reason where its text has to be told about."""
    kept = fetched.body if fetched.outcome in _BROUGHT_BYTES else None
    outcome = fetched.outcome
    reason = parsed.reason if isinstance(parsed, Parsed) else None
    if outcome is CaptureOutcome.COMPLETE and parsed.text is None:
        outcome = CaptureOutcome.NO_TEXT
    return desk.NewCapture(
        method=CaptureMethod.FETCH,
        sha256=hashlib.sha256(kept).hexdigest() if kept is not None else None,
        size=len(kept) if kept is not None else None,
        media_type=fetched.media_type,
        text=parsed.text,
        extractor=parsed.extractor or None,
        url=fetched.url,
        outcome=outcome,
        reason=" ".join(parsed.warnings) or None if outcome is CaptureOutcome.COMPLETE else reason or fetched.reason,
        references=tuple(
            desk.NewReference(link.href, link.words, *(link.span or (None, None))) for link in parsed.references
        ),
        uid=key,
        status=fetched.status,
        declared_type=fetched.declared_type,
        headers=tuple((storable(name), storable(value)) for name, value in fetched.headers),
        hops=fetched.hops,
        started_at=fetched.started_at,
        retry_at=retry_at,
    )


def _tell_more(session: Session, actor: desk.Actor, source: Source, parsed: Parsed, found: Whose) -> None:
    """Let the text fill the gaps of what is known of its source, and suggest what it is a copy of."""
    told = desk.Told(
        title=parsed.title,
        author=parsed.author,
        publisher=found.publisher or parsed.publisher,
        published=parsed.published,
        language=parsed.language,
    )
    desk.fill_source(session, actor, source, told)
    if found.signs:
        desk.suggest_origins(session, actor, source.id, found.signs)


def _recorded_before(database: Database, key: str) -> Recorded | None:
    with database.read() as session:
        there = captures.with_uid(session, key)
        return _recorded(session, there.id) if there else None


def _recorded(session: Session, capture_id: int) -> Recorded:
    taken = session.get_one(Capture, capture_id)
    same = (
        captures.same_text_before(session, taken.document_id, taken.text_sha256, capture_id)
        if taken.text_sha256
        else None
    )
    return Recorded(capture_id, taken.outcome, taken.reason, same)
