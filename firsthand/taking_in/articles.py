"""Articles: what was read becomes a capture, its claims become drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from db.queries import arrivals
from db.session import Database
from db.vocabulary import CaptureMethod, CaptureOutcome
from firsthand import desk, seen_before
from firsthand.claims.drafting import DRAFTER
from firsthand.desk.record import find_article
from firsthand.errors import UnreadableText
from firsthand.new_claims import new_claims
from firsthand.reading import Incoming, LeftOut, ReadArticle, drafted, read, read_each
from firsthand.sources import watching
from firsthand.sources.captures import parse_fetched
from firsthand.sources.fetched import Fetched
from firsthand.sources.parsing import Parser
from firsthand.taking_in.known import Became, TakenIn, addresses_of, found, known_already, with_key
from firsthand.taking_in.new_captures import new_capture
from firsthand.text.feeds import FeedGiven, is_feed, read_feed

_MACHINE = desk.Actor.machine(DRAFTER)


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
    for entry in read_each(incoming):
        yield entry if isinstance(entry, LeftOut) else keep(database, actor, desk_id, entry, again=again)


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
    if key is not None and (there := with_key(database, key)):
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
        there = found(session, article, again=again)
    if there is not None:
        return there
    database.blobs.put(article.incoming.data)
    with database.write() as session:
        there = found(session, article, again=again)  # somebody may have been faster
        taken = there or _written(session, actor, desk_id, article, key)
    if taken.became is Became.LATER:
        watching.after_capture(database, actor, taken.article_id, taken.capture_id)
    return taken


def _written(session: Session, actor: desk.Actor, desk_id: int, read_: ReadArticle, key: str | None) -> TakenIn:
    """Write the article with its drafts, or a later capture of the one that goes by its address."""
    new = replace(new_capture(read_.extracted, read_.incoming), uid=key)
    urls = addresses_of(read_)
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
