"""What a web page says of itself: title, author, date, publisher, language, canonical address.

Each is taken from the first that has it: JSON-LD, citation tags (Highwire), OpenGraph and article tags, Dublin Core,
plain meta tags, then marked-up elements (``itemprop``, ``rel``, ``<time>``), and last what trafilatura and htmldate
make of bylines and date lines. The canonical address is the canonical link's before all others, the language the
``lang`` attribute's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import copy
from typing import NamedTuple

from trafilatura.metadata import extract_metadata

from firsthand.text.addresses import web_address
from firsthand.text.dating import read_date
from firsthand.text.linked_data import read_linked_data
from firsthand.text.markup import Element, path
from firsthand.text.tags import language_tag

_LONGEST = 500
_CANONICAL = path("//link[translate(@rel, 'CANONICAL', 'canonical')='canonical']/@href")
_MOST_TAGS = 500
_TITLE = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_AUTHOR = ("citation_author", "article:author", "dc.creator", "dcterms.creator", "author", "byl", "parsely-author")
_DATE = (
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publication_date",
    "date",
)
_PUBLISHER = (
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_LANGUAGE = ("content-language", "citation_language", "dc.language", "dcterms.language", "language", "og:locale")
_BY = re.compile(r"^(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
_TURNED = re.compile(r"([^,]{2,40}), ([^,]{2,40})")
_NO_NAME = re.compile(r"://|@|^\W*$|^(?:admin|administrator|editor|staff|webmaster|unknown|author)$", re.IGNORECASE)
_BEFORE_THE_SITE = re.compile(r"\s+[|–—·•»-]\s+")


class PageFacts(NamedTuple):
    """What was found, each None where the page does not say; ``published`` is EDTF level 0."""

    title: str | None
    author: str | None
    published: str | None
    publisher: str | None
    language: str | None
    canonical_url: str | None


def read_facts(tree: Element, url: str | None) -> PageFacts:
    """Read what a parsed page says of itself; the tree is left as it is."""
    said = read_linked_data(tree)
    meta = _Meta(tree)
    publisher = said.publisher or meta.first(_PUBLISHER)
    author = said.author or meta.names(_AUTHOR) or _joined(_marked(tree, "author", "author"))
    published = said.published or meta.date(_DATE) or _marked_date(tree)
    title = said.title or meta.first(_TITLE) or _own_title(tree, publisher)
    if not (author and published):
        guessed = _guessed(tree, url)
        author, published = author or guessed[0], published or guessed[1]
    return PageFacts(
        title=_without_site(title, publisher),
        author=author,
        published=published,
        publisher=publisher,
        language=_language(tree, meta, said.language),
        canonical_url=_canonical(tree, meta, said.url, url),
    )


class _Meta:
    """The page's meta tags by their names in small letters."""

    def __init__(self, tree: Element) -> None:
        self._said: dict[str, list[str]] = {}
        for _, tag in zip(range(_MOST_TAGS), tree.iter("meta"), strict=False):
            name = tag.get("property") or tag.get("name") or tag.get("http-equiv") or tag.get("itemprop") or ""
            content = " ".join((tag.get("content") or "")[:_LONGEST].split())
            if content:
                self._said.setdefault(name.strip().lower(), []).append(content)

    def all(self, names: Iterable[str]) -> Iterator[str]:
        """Yield what the tags of these names say, in the order of the names."""
        return (content for name in names for content in self._said.get(name, ()))

    def first(self, names: Iterable[str]) -> str | None:
        """Return the first of them."""
        return next(self.all(names), None)

    def names(self, kinds: Iterable[str]) -> str | None:
        """Return the people that the first of the tags with people names."""
        return next((found for kind in kinds if (found := _joined(self._said.get(kind, ())))), None)

    def date(self, names: Iterable[str]) -> str | None:
        """Return the first that is a date."""
        return next((found for content in self.all(names) if (found := read_date(content))), None)


def _joined(names: Iterable[str]) -> str | None:
    """Join people's names as one reads them; «Doe, Jane» is turned round, addresses and «admin» name nobody."""
    kept = []
    for name in names:
        written = _BY.sub("", " ".join(name[:_LONGEST].split()))
        turned = _TURNED.fullmatch(written)
        if turned and " " not in turned[1].strip():
            written = f"{turned[2]} {turned[1]}"
        if not _NO_NAME.search(written) and written not in kept:
            kept.append(written)
    return ", ".join(kept) or None


def _marked(tree: Element, prop: str, rel: str) -> list[str]:
    found = tree.xpath(f"//*[@itemprop='{prop}' or @rel='{rel}'][not(ancestor::nav or ancestor::footer)]")[:5]
    inner = [one.xpath(".//*[@itemprop='name']") for one in found]
    texts = [
        " ".join("".join((names[0] if names else one).itertext()).split())
        for one, names in zip(found, inner, strict=True)
    ]
    return [text for text in texts if 2 < len(text) < 80]  # noqa: PLR2004 - what a name has


def _marked_date(tree: Element) -> str | None:
    marked = tree.xpath("//*[@itemprop='datePublished']")[:5]
    marked += tree.xpath(
        "//article//time[@pubdate or @datetime] | //main//time[@datetime] | //header//time[@datetime]"
    )[:1]
    for one in marked:
        if found := read_date(one.get("datetime") or one.get("content") or "".join(one.itertext())):
            return found
    return None


def _guessed(tree: Element, url: str | None) -> tuple[str | None, str | None]:
    found = extract_metadata(copy(tree), url, {"original_date": True, "extensive_search": False}, False)
    return _joined((found.author or "").split("; ")), read_date(found.date)


def _own_title(tree: Element, publisher: str | None) -> str | None:
    """Return the page's only main heading, else its title element."""
    headings = [found for one in tree.iter("h1") if (found := " ".join("".join(one.itertext()).split()))]
    if len(headings) == 1 and headings[0] != publisher:
        return headings[0][:_LONGEST]
    return next((" ".join("".join(one.itertext()).split())[:_LONGEST] or None for one in tree.iter("title")), None)


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """Take the publication's name off the end of a title."""
    if not title or not publisher:
        return title
    *kept, last = _BEFORE_THE_SITE.split(title)
    return title[: title.rindex(last)].rstrip(" |–—·•»-") if kept and last.casefold() == publisher.casefold() else title


def _language(tree: Element, meta: _Meta, said: str | None) -> str | None:
    root = tree.getroottree().getroot()
    declared = [root.get("lang"), root.get("xml:lang"), *meta.all(_LANGUAGE[:1]), said, *meta.all(_LANGUAGE[1:])]
    return next((tag for one in declared if (tag := language_tag(one))), None)


def _canonical(tree: Element, meta: _Meta, said: str | None, url: str | None) -> str | None:
    links = _CANONICAL(tree)[:1]
    return next(
        (found for one in (*links, *meta.all(("og:url",)), said) if (found := web_address(one, url))), None
    ) or (web_address(url))
