"""Reading: bytes become articles with their drafts. It knows neither record nor disk, so a process may do only this."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from db.vocabulary import CaptureMethod
from firsthand.claims.drafting import draft_claims
from firsthand.claims.drafts import DraftClaim
from firsthand.errors import FirsthandError, UnreadableText
from firsthand.sources.fetched import Fetched
from firsthand.text.extraction import ExtractedArticle, extract
from firsthand.text.feeds import FeedEntry, entry_article, is_feed, read_feed

# More than any article has; a dump of sentences must not flood the desk.
MOST_DRAFTS = 1000
LONGEST_DRAFTED = 300_000  # characters, some 50,000 words: a minute's reading, and longer than any article
_FAILED = "Reading it failed, which is a fault of Firsthand and not of the file ({}). Paste its text instead."
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Known:
    """What the person who brings a text knows of it; it goes before what the text says of itself."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Incoming:
    """Bytes on their way onto the desk; ``fetched`` tells how, where they were fetched."""

    data: bytes
    method: CaptureMethod
    file_name: str | None = None
    media_type: str | None = None
    url: str | None = None
    known: Known = field(default_factory=Known)
    fetched: Fetched | None = None

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read; ``entry`` where it is one of a feed, whose bytes are then the feed's."""

    incoming: Incoming
    extracted: ExtractedArticle
    drafts: tuple[DraftClaim, ...]
    warnings: tuple[str, ...] = ()
    entry: bool = False

    @property
    def url(self) -> str | None:
        """The address that the article goes by."""
        return self.incoming.url or self.extracted.canonical_url


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry of a feed whose article is not in it, or, without a title, what else the feed left out."""

    title: str
    url: str | None
    why: str


ReadFile = tuple[ReadArticle | LeftOut, ...]
"""What a file holds: one article, or those of a feed and the entries without one."""


def read(incoming: Incoming) -> ReadArticle:
    """Read the bytes of one article and draft its claims; raises ``UnreadableText`` for what is none, or a feed."""
    return drafted(incoming, text_of(incoming))


def read_each(incoming: Incoming) -> Iterator[ReadArticle | LeftOut]:
    """Read the article that a file holds, or one by one those of a feed; raises ``UnreadableText``."""
    if not is_feed(incoming.data):
        yield read(incoming)
        return
    feed = read_feed(incoming.data)
    for entry in feed.entries:
        try:
            extracted = entry_article(entry)
        except UnreadableText as error:
            yield LeftOut(entry.title or entry.url or "", entry.url, error.reason)
        else:
            yield drafted(_of_entry(incoming, entry, feed.title), extracted, entry=True)
    yield from (LeftOut("", None, warning) for warning in feed.warnings)


def attempt(incoming: Incoming) -> ReadFile | FirsthandError:
    """Read bytes of which nothing is known; whatever goes wrong is an answer, so that one of many stops nobody."""
    try:
        return tuple(read_each(incoming))
    except FirsthandError as error:
        return UnreadableText(str(error))
    except Exception as error:  # noqa: BLE001 - the reader never raises; where it does, the other files still come in
        _log.error("Reading %s failed", incoming.file_name or "a text", exc_info=error)
        return UnreadableText(_FAILED.format(type(error).__name__))


def text_of(incoming: Incoming) -> ExtractedArticle:
    """Read the text of a file; raises ``UnreadableText``."""
    return extract(incoming.data, filename=incoming.file_name, media_type=incoming.media_type, url=incoming.url)


def _of_entry(feed: Incoming, entry: FeedEntry, publisher: str | None) -> Incoming:
    known = Known(publisher=feed.known.publisher or publisher, language=feed.known.language)
    return replace(feed, url=entry.url, known=known)


def drafted(incoming: Incoming, extracted: ExtractedArticle, *, entry: bool = False) -> ReadArticle:
    """Draft the claims of a text that was read; ``entry`` where it is one of a feed's."""
    text, cut = _beginning(extracted.text)
    drafts, flood = _worth_keeping(
        draft_claims(
            text,
            published=incoming.known.published or extracted.published,
            author=incoming.known.author or extracted.author,
        )
    )
    return ReadArticle(incoming, extracted, drafts, extracted.warnings + cut + flood, entry)


def _beginning(text: str) -> tuple[str, tuple[str, ...]]:
    """Return as much of a text as is searched for claims, whole paragraphs where it can be."""
    if len(text) <= LONGEST_DRAFTED:
        return text, ()
    end = text.rfind("\n", LONGEST_DRAFTED // 2, LONGEST_DRAFTED)
    warning = f"The text is longer than {LONGEST_DRAFTED:,} characters; claims were drafted only from its first part."
    return text[: end if end > 0 else LONGEST_DRAFTED], (warning,)


def _worth_keeping(drafts: list[DraftClaim]) -> tuple[tuple[DraftClaim, ...], tuple[str, ...]]:
    """Leave out what is said again, and of a flood keep the drafts most worth checking."""
    once = list({draft.statement: draft for draft in reversed(drafts)}.values())[::-1]
    if len(once) <= MOST_DRAFTS:
        return tuple(once), ()
    best = sorted(once, key=lambda draft: -draft.score)[:MOST_DRAFTS]
    warning = f"{len(once)} sentences looked like claims; only the {MOST_DRAFTS} most worth checking were drafted."
    return tuple(sorted(best, key=lambda draft: draft.span)), (warning,)
