"""Feeds: RSS 0.9 to 2.0, Atom and JSON Feed, read leniently, since feeds in the wild are seldom right."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from firsthand.errors import UnreadableText
from firsthand.text.blocks import write_html
from firsthand.text.decoding import MAX_BYTES, decode
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.feed_forms import MAX_ENTRIES, FeedEntry, read_json, read_tree
from firsthand.text.languages import language_of
from firsthand.text.markup import parse_xml

__all__ = ["Feed", "FeedEntry", "FeedGiven", "entry_article", "is_feed", "read_feed"]

EXTRACTOR = "firsthand-feed 1"

_HEAD = 4096
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_BEGINS = re.compile(
    rb"\s*(?><!--.{0,2000}?-->\s*|<\?.{0,400}?\?>\s*|<!DOCTYPE\s+\w[^>\[]{0,300}(?:\[[^\]]{0,2000}\]\s*)?>\s*){0,8}"
    rb"<(?:rss\b|feed\b|rdf:RDF\b|(?:\w{1,20}:)(?:feed|rss)\b)",
    re.DOTALL | re.IGNORECASE,
)
_JSON_FEED = re.compile(rb"\s*\{.{0,2000}?\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org", re.DOTALL)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]{2,31});")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MANY = "The feed holds more than {0} entries; only its first {0} were read."
_BROKEN = "This looks like a feed but is none that can be read; open an article of it in a browser and add that."
_DECLARES = (
    "This feed declares entities of its own, which is how feeds attack their readers; add its articles one by one."
)
_NO_CONTENT = "The feed holds only a pointer to this article; add the article's own page."
_SHORTEST_WHOLE = 80  # words: less is a teaser


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed's entries, in its own order."""

    title: str | None
    entries: tuple[FeedEntry, ...]
    warnings: tuple[str, ...] = ()


class FeedGiven(UnreadableText):
    """The file is a feed: not one article but a list of them; ``feed`` holds it, read."""

    def __init__(self, feed: Feed) -> None:
        """Say what was given and keep the feed."""
        name = f" «{feed.title}»" if feed.title else ""
        super().__init__(f"This file is a feed{name} of {len(feed.entries)} articles; choose which of them to add.")
        self.feed = feed


def is_feed(data: bytes) -> bool:
    """Whether the bytes begin as a feed does; a type or a name alone makes none."""
    head = data[:_HEAD].lstrip(_MARKS).replace(b"\0", b"")
    return bool(_BEGINS.match(head) or _JSON_FEED.match(head))


def read_feed(data: bytes) -> Feed:
    """Read a feed; raises ``UnreadableText`` where there is none that can be read."""
    if len(data) > MAX_BYTES:
        raise UnreadableText(f"The feed is larger than {MAX_BYTES // 1024**2} MB; add its articles one by one.")
    text = _CONTROL.sub("", decode(data))
    if _JSON_FEED.match(data[:_HEAD].lstrip(_MARKS)):
        return _feed(*read_json(text))
    source = _NAMED.sub(lambda found: html.unescape(found.group()), re.sub(r"\A\s*<\?xml.{0,400}?\?>", "", text))
    tree = parse_xml(re.sub(r"<!DOCTYPE[^>\[]{0,300}>", "", source, count=1).encode("utf-8", "replace"))
    if tree is None:
        raise UnreadableText(_DECLARES if "<!ENTITY" in text else _BROKEN)
    return _feed(*read_tree(tree))


def _feed(title: str | None, entries: list[FeedEntry]) -> Feed:
    if not entries and not title:
        raise UnreadableText(_BROKEN)
    warnings = (_MANY.format(MAX_ENTRIES),) if len(entries) > MAX_ENTRIES else ()
    return Feed(title=title, entries=tuple(entries[:MAX_ENTRIES]), warnings=warnings)


def entry_article(entry: FeedEntry) -> ExtractedArticle:
    """Read an entry whose content is the whole article; raises ``UnreadableText`` where it is only a teaser."""
    if not entry.html:
        raise UnreadableText(_NO_CONTENT)
    written = write_html(entry.html, entry.url)
    if len(written.text.split()) < _SHORTEST_WHOLE and entry.url:
        raise UnreadableText(_NO_CONTENT)
    language = entry.language or language_of(written.text)
    return ExtractedArticle(
        text=written.text,
        extractor=EXTRACTOR,
        title=entry.title,
        author=entry.author,
        published=entry.published,
        language=language,
        language_detected=bool(language and not entry.language),
        canonical_url=entry.url,
        references=tuple(written.references),
        warnings=entry.warnings,
    )
