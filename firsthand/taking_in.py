"""Taking in: what was read becomes a capture, its claims become drafts; and the same for the text of a source."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy.orm import Session

from db.models import Article, Source
from db.queries import arrivals, articles, captures
from db.rows import KnownCapture
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome
from firsthand import desk, seen_before
from firsthand.claims.drafting import DRAFTER
from firsthand.desk.record import find_article, find_source
from firsthand.errors import UnreadableText
from firsthand.new_claims import new_claims
from firsthand.reading import Incoming, Known, LeftOut, ReadArticle, drafted, read, read_each
from firsthand.same_address import names_a_page, spellings
from firsthand.sources import watching
from firsthand.sources.captures import fetched_capture, parse_fetched
from firsthand.sources.fetched import Fetched
from firsthand.sources.parsing import Parser, shared_parser
from firsthand.text.extraction import ExtractedArticle
from firsthand.text.feeds import FeedGiven, is_feed, read_feed

__all__ = [
    "Became",
    "Incoming",
    "Known",
    "LeftOut",
    "TakenIn",
    "capture_article",
    "capture_source",
    "keep",
    "known_already",
    "take_in",
    "take_in_all",
    "take_in_fetched",
]

_MACHINE = desk.Actor.machine(DRAFTER)


class Became(StrEnum):
    """What became of an article that was brought; only ``NEW`` and ``LATER`` changed anything."""

    NEW = "new"
    LATER = "later"
    SAME_BYTES = "same_bytes"
    SAME_TEXT = "same_text"
    SAME_ADDRESS = "same_address"

    @property
    def known(self) -> bool:
        """Whether the desk had it already, so that nothing was written."""
        return self in {Became.SAME_BYTES, Became.SAME_TEXT, Became.SAME_ADDRESS}


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of an article, and which one of the desk's it is. ``drafts`` counts its claims where it was known."""

    article_id: int
    capture_id: int
    title: str
    drafts: int
    became: Became
    warnings: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether nothing was written."""
        return self.became.known


def take_in(database: Database, actor: desk.Actor, desk_id: int, incoming: Incoming, *, again: bool = False) -> TakenIn:
    """Capture an article and draft its claims, all or nothing; raises ``UnreadableText`` for what is no article."""
    return known_already(database, incoming) or keep(database, actor, desk_id, read(incoming), again=again)


def take_in_all(
    database: Database, actor: desk.Actor, desk_id: int, incoming: Incoming, *, again: bool = False
) -> Iterator[TakenIn | LeftOut]:
    """Take in what a file holds: its article, or one by one those of a feed; raises ``UnreadableText``."""
    if known := known_already(database, incoming):
        yield known
        return
    for found in read_each(incoming):
        yield found if isinstance(found, LeftOut) else keep(database, actor, desk_id, found, again=again)


def take_in_fetched(
    database: Database,
    parser: Parser,
    actor: desk.Actor,
    desk_id: int,
    fetched: Fetched,
    *,
    again: bool = False,
    key: str | None = None,
) -> TakenIn:
    """Take an article in from what was fetched; with the ``key`` of one that was taken in already nothing is done.

    Raises ``UnreadableText`` for a fetch that brought nothing, or no article.
    """
    if key is not None and (there := _with_key(database, key)):
        return there
    if fetched.body is None or fetched.outcome is not CaptureOutcome.COMPLETE:
        raise UnreadableText(fetched.reason or "The site answered that nothing has changed.")
    if is_feed(fetched.body):
        raise FeedGiven(read_feed(fetched.body))
    incoming = Incoming(
        fetched.body, CaptureMethod.FETCH, media_type=fetched.media_type, url=fetched.final_url, fetched=fetched
    )
    extracted = parse_fetched(parser, fetched, article=True).article()
    return known_already(database, incoming) or keep(
        database, actor, desk_id, drafted(incoming, extracted), again=again, key=key
    )


def _with_key(database: Database, key: str) -> TakenIn | None:
    with database.read() as session:
        there = captures.with_uid(session, key)
        return _there(session, KnownCapture(there.document_id, there.id), Became.NEW) if there else None


def known_already(database: Database, incoming: Incoming) -> TakenIn | None:
    """Find the article that has these bytes, before anybody reads them; the bytes of a feed belong to many."""
    if is_feed(incoming.data):
        return None
    with database.read() as session:
        return _with_bytes(session, incoming.sha256)


def keep(
    database: Database,
    actor: desk.Actor,
    desk_id: int,
    article: ReadArticle,
    *,
    again: bool = False,
    key: str | None = None,
) -> TakenIn:
    """Write down an article that was read, in one transaction, unless the desk has it already.

    ``again`` records it as a later capture where its address is known with another text; ``key`` becomes the identity
    of its capture.
    """
    with database.read() as session:
        there = _known(session, article, again=again)
    if there is not None:
        return there
    database.blobs.put(article.incoming.data)
    with database.write() as session:
        there = _known(session, article, again=again)  # somebody may have been faster
        taken = there or _written(session, actor, desk_id, article, key)
    if taken.became is Became.LATER:
        watching.after_capture(database, actor, taken.article_id, taken.capture_id)
    return taken


def _known(session: Session, article: ReadArticle, *, again: bool) -> TakenIn | None:
    """Find the article of the desk that this one is: by its bytes, its text, its address."""
    if not article.entry and (there := _with_bytes(session, article.incoming.sha256)):
        return there
    urls = _spellings(article)
    digest = hashlib.sha256(article.extracted.text.encode()).hexdigest()
    if place := arrivals.with_text(session, digest, urls):
        return _there(session, place, Became.SAME_TEXT)
    if urls and not again and (place := arrivals.at_address(session, urls)):
        return _there(session, place, Became.SAME_ADDRESS)
    return None


def _with_bytes(session: Session, sha256: str) -> TakenIn | None:
    found = articles.find_by_sha256(session, sha256)
    return _there(session, found[0], Became.SAME_BYTES) if found else None


def _spellings(article: ReadArticle) -> tuple[str, ...]:
    return spellings(article.url) if article.url and names_a_page(article.url) else ()


def _there(session: Session, place: KnownCapture, became: Became) -> TakenIn:
    row = articles.get(session, place.document_id)
    return TakenIn(place.document_id, place.capture_id, row.title if row else "", row.claims if row else 0, became)


def _written(session: Session, actor: desk.Actor, desk_id: int, read_: ReadArticle, key: str | None) -> TakenIn:
    """Write the article with its drafts, or a later capture of the one that goes by its address."""
    new = replace(_capture(read_.extracted, read_.incoming), uid=key)
    urls = _spellings(read_)
    if urls and (place := arrivals.at_address(session, urls)):
        article = find_article(session, place.document_id)
        capture = desk.record_capture(session, actor, article, new)
        return TakenIn(article.id, capture.id, article.title, 0, Became.LATER, read_.warnings)
    article = desk.add_article(session, actor, desk_id, _fields(read_))
    capture = desk.record_capture(session, actor, article, new)
    machine = replace(_MACHINE, clock=actor.clock)
    claims = desk.add_drafts(session, machine, new_claims(article.id, capture.id, read_.drafts))
    seen_before.suggest(session, claims)
    return TakenIn(article.id, capture.id, article.title, len(claims), Became.NEW, read_.warnings)


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
    new = _capture(found.article(), incoming)
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


def _fields(read_: ReadArticle) -> desk.DocumentFields:
    known, said = read_.incoming.known, read_.extracted
    title = known.title or said.title
    return desk.DocumentFields(
        title=title or _described(said.text),
        title_is_description=title is None,
        author=known.author or said.author,
        publisher=known.publisher or said.publisher,
        url=read_.url,
        published=known.published or said.published,
        language=known.language or said.language,
    )


def _described(text: str, words: int = 12) -> str:
    """Describe a text without a title by how it begins."""
    start = text.split(maxsplit=words)[:words]
    return f"«{' '.join(start)[:200]} …»"


def _capture(said: ExtractedArticle, incoming: Incoming) -> desk.NewCapture:
    if incoming.fetched is not None:
        return fetched_capture(incoming.fetched, said)
    return desk.NewCapture(
        method=incoming.method,
        sha256=incoming.sha256,
        size=len(incoming.data),
        media_type=incoming.media_type or mimetypes.guess_type(incoming.file_name or "")[0] or "text/plain",
        text=said.text,
        extractor=said.extractor,
        file_name=incoming.file_name,
        url=incoming.url,
        outcome=CaptureOutcome.COMPLETE,
        references=tuple(
            desk.NewReference(link.href, link.words, *(link.span or (None, None))) for link in said.references
        ),
    )
