"""The forms of feeds: RSS and Atom elements by their names without namespace, JSON Feed by its keys."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.etree  # type: ignore[import-untyped]

from firsthand.errors import UnreadableText
from firsthand.text.addresses import web_address
from firsthand.text.dating import read_date
from firsthand.text.json_reading import load_json
from firsthand.text.markup import Element
from firsthand.text.tags import language_tag

MAX_ENTRIES = 500

_BROKEN = "This looks like a feed but is none that can be read; open an article of it in a browser and add that."
_DATE_DOUBTFUL = "The feed gives «{}» as its date, which is none; enter the date by hand."
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|span|strong|sub|sup|u)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>")
_LONGEST_LINE = 1000
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_IN_BRACKETS = re.compile(r"\S+@\S+\s*\(([^()]{2,80})\)")
_CONTENT = ("encoded", "content", "body", "description", "summary")
_PUBLISHED = ("published", "pubDate", "issued", "date", "created", "updated", "modified")


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """One entry; ``html`` is its content as given (None where the feed has none), ``published`` EDTF level 0.

    ``summary`` is the teaser as text. ``warnings`` are sentences for the person who adds it.
    """

    title: str | None
    url: str | None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    html: str | None = None
    summary: str | None = None
    warnings: tuple[str, ...] = ()


def read_tree(root: Element) -> tuple[str | None, list[FeedEntry]]:
    """Read an RSS or Atom tree: its title, and one entry more than ``MAX_ENTRIES`` at most."""
    channel = next((found for found in root.iter() if _name(found) == "channel"), root)
    language = language_tag(_text(channel, "language") or channel.get(_LANG) or root.get(_LANG))
    base = _link(channel, None) or web_address(channel.get(_BASE))
    entries = []
    for element in root.iter():
        if _name(element) in {"item", "entry"}:
            entries.append(_entry(element, base, language))
            if len(entries) > MAX_ENTRIES:
                break
    return _text(channel, "title"), entries


def read_json(text: str) -> tuple[str | None, list[FeedEntry]]:
    """Read a JSON Feed as ``read_tree`` does; raises ``UnreadableText`` for what is no JSON."""
    try:
        feed = load_json(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise UnreadableText(_BROKEN) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise UnreadableText(_BROKEN)
    language = feed.get("language")
    return _line(feed.get("title")), [
        _json_entry(item, language) for item in items[: MAX_ENTRIES + 1] if isinstance(item, dict)
    ]


def _entry(element: Element, base: str | None, language: str | None) -> FeedEntry:
    contents = {name: found for name in _CONTENT if (found := _markup(element, name))}
    whole = next((contents[name] for name in _CONTENT if name in contents), None)
    teaser = contents.get("summary") or contents.get("description")
    return _dated(
        next((found for name in _PUBLISHED if (found := _text(element, name))), None),
        title=_line(_markup(element, "title")),
        url=_link(element, base),
        author=_author(element),
        language=language_tag(element.get(_LANG) or _text(element, "language")) or language,
        html=whole,
        summary=_line(teaser),
    )


def _json_entry(item: dict[str, Any], language: object) -> FeedEntry:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [str(one["name"]) for one in authors or [] if isinstance(one, dict) and isinstance(one.get("name"), str)]
    given = item.get("content_html")
    plain = item.get("content_text")
    if not isinstance(given, str) and isinstance(plain, str):
        given = "".join(f"<p>{html.escape(part)}</p>" for part in plain.split("\n") if part.strip())
    tag = item.get("language") or language
    link = item.get("url") or item.get("id")
    written = item.get("date_published") or item.get("date_modified")
    return _dated(
        written if isinstance(written, str) else None,
        title=_line(item.get("title")),
        url=web_address(link) if isinstance(link, str) else None,
        author=", ".join(names)[:_LONGEST_LINE] or None,
        language=language_tag(tag) if isinstance(tag, str) else None,
        html=given if isinstance(given, str) and given.strip() else None,
        summary=_line(item.get("summary")),
    )


def _dated(written: str | None, **fields: Any) -> FeedEntry:  # noqa: ANN401 - the fields of an entry
    published = read_date(written)
    warnings = (_DATE_DOUBTFUL.format(written[:40]),) if written and not published else ()
    return FeedEntry(published=published, warnings=warnings, **fields)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if _name(child) == name)


def _text(element: Element, name: str) -> str | None:
    for child in _children(element, name):
        if words := " ".join("".join(child.itertext()).split())[:_LONGEST_LINE]:
            return words
    return None


def _markup(element: Element, name: str) -> str | None:
    """Return the HTML that an element holds: escaped in its text, or as elements (Atom's ``type="xhtml"``)."""
    for child in _children(element, name):
        if len(child):
            inside = "".join(lxml.etree.tostring(part, encoding="unicode") for part in child)
            found = html.escape(child.text or "", quote=False) + inside
        else:
            found = child.text or ""
            if child.get("type") == "text":
                found = html.escape(found, quote=False)
        if found.strip():
            return found
    return None


def _link(element: Element, base: str | None) -> str | None:
    links = list(_children(element, "link"))
    links.sort(key=lambda link: link.get("rel", "alternate") != "alternate")
    base = web_address(element.get(_BASE), base) or base
    for link in links:
        if link.get("rel", "alternate") in {"alternate", "via"} and (
            address := web_address(link.get("href") or link.text, base)
        ):
            return address
    for guid in _children(element, "guid"):
        if guid.get("isPermaLink", "true").lower() == "true" and (address := web_address(guid.text)):
            return address
    return web_address(_text(element, "id"))


def _author(element: Element) -> str | None:
    names = []
    for child in element:
        if _name(child) in {"creator", "author"}:
            written = _text(child, "name") or " ".join("".join(child.itertext()).split())
            bracketed = _IN_BRACKETS.fullmatch(written)
            name = bracketed[1] if bracketed else written
            if name and "@" not in name and name not in names:
                names.append(name)
    return ", ".join(names)[:_LONGEST_LINE] or None


def _line(markup: object) -> str | None:
    """Return a piece of HTML as one line of text."""
    if not isinstance(markup, str):
        return None
    return " ".join(html.unescape(_TAG.sub(" ", _INLINE.sub("", markup[:20_000]))).split())[:_LONGEST_LINE] or None
