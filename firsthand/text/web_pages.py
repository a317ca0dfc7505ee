"""Web pages: the article's text as trafilatura finds it, and the links that stand in that text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin, urlsplit

import trafilatura
from trafilatura.baseline import html2txt
from trafilatura.utils import load_html

from firsthand.errors import UnreadableText
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trafilatura.settings import Document

Element: TypeAlias = Any  # lxml ships no types
EXTRACTOR = f"trafilatura {trafilatura.__version__}"
MAX_CHARACTERS = 5_000_000
MAX_TAGS = 40_000

_HUGE_TAG = re.compile(r"<[A-Za-z/!][^<>]{10000,}>")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST_LINKS = 5000
_CONTEXT = 24
_TELLING = 3  # words: a shorter link without surroundings could stand anywhere
_NO_TEXT = "No text was found on this page; open it in a browser, copy the article and paste it."
_CUT = "The page is larger than a page of text can be; only its first part was read."
_NO_BODY = "The article could not be told from the rest of the page; all of the page's text was kept."


def extract_article(html: bytes, url: str | None = None) -> ExtractedArticle:
    """Read a web page: its article's text, what its metadata say, and the links inside the text.

    ``url`` is where the page was found; relative links are resolved against it. Raises ``UnreadableText`` where there
    is no text, and nothing else whatever the bytes.
    """
    source, warnings = _tamed(decode(html))
    try:
        return _extract(source, url, warnings)
    except UnreadableText:
        raise
    except Exception as error:  # a page that the libraries trip over, wherever they do, is unreadable to us
        raise UnreadableText(_NO_TEXT) from error


def _tamed(source: str) -> tuple[str, list[str]]:
    """Take away what makes parsers slow: enormous tags (pictures inside attributes) and an endless number of tags."""
    source = _HUGE_TAG.sub("", source.replace("\0", ""))
    end = min(len(source), MAX_CHARACTERS)
    if source.count("<") > MAX_TAGS:
        end = min(end, next(found.start() for n, found in enumerate(re.finditer("<", source)) if n == MAX_TAGS))
    return (source, []) if end == len(source) else (source[:end], [_CUT])


def _extract(source: str, url: str | None, warnings: list[str]) -> ExtractedArticle:
    tree = load_html(source)
    if tree is None:
        tree = load_html(f"<html><body><div>{source}</div></body></html>")
    if tree is None:
        raise UnreadableText(_NO_TEXT)
    found = trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        text = html2txt(tree).strip()
        warnings = [*warnings, _NO_BODY]
    if not text:
        raise UnreadableText(_NO_TEXT)
    return ExtractedArticle(
        text=text,
        extractor=EXTRACTOR,
        **_metadata(found),
        language=_language(tree),
        references=tuple(_references(tree, text, url)),
        warnings=tuple(warnings),
    )


def _metadata(found: Document | dict[str, object] | None) -> dict[str, str | None]:
    def told(name: str) -> str | None:
        value = getattr(found, name, None)
        return " ".join(value.split()) or None if isinstance(value, str) else None

    date = told("date")
    return {
        "title": told("title"),
        "author": told("author"),
        "publisher": told("sitename"),
        "canonical_url": told("url"),
        "published": date if date and _DATE.fullmatch(date) else None,
    }


def _language(tree: Element) -> str | None:
    declared = [
        tree.get("lang"),
        *tree.xpath("//meta[translate(@http-equiv,'CL','cl')='content-language']/@content"),
        *tree.xpath("//meta[@property='og:locale']/@content"),
    ]
    for tag in declared:
        found = _LANGUAGE.fullmatch(tag.strip()) if tag else None
        if found:
            return found.group().replace("_", "-")
    return None


def _references(tree: Element, text: str, url: str | None) -> Iterator[Reference]:
    """Yield the links whose words stand in ``text`` in the same surroundings as on the page; menus have none there."""
    comparable = normalise(text)
    read_to = 0
    for _, link in zip(range(_MOST_LINKS), tree.iter("a"), strict=False):
        href = _address(link.get("href"), url)
        words = " ".join("".join(link.itertext()).split())
        if not href or not words:
            continue
        before, after = _surroundings(link)
        plain = normalise(words).text.strip()
        needle = f"{before}{plain}{after}"
        at = comparable.text.find(needle, read_to)
        if at < 0:
            at = comparable.text.find(needle)
        if at < 0 or (needle == plain and len(plain.split()) < _TELLING):
            continue
        read_to = at + len(before)
        yield Reference(href, words, comparable.original(Span(read_to, read_to + len(plain))))


def _address(href: str | None, base: str | None) -> str | None:
    try:
        address = urljoin(base or "", (href or "").strip())
        return address if urlsplit(address).scheme in {"http", "https"} and not (href or "").startswith("#") else None
    except ValueError:
        return None


def _surroundings(link: Element) -> tuple[str, str]:
    """Return the few characters that stand right before and after the link, normalised."""
    previous, parent = link.getprevious(), link.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else None
    return (
        normalise((before or "")[-2 * _CONTEXT :]).text[-_CONTEXT:].lstrip(),
        normalise((link.tail or "")[: 2 * _CONTEXT]).text[:_CONTEXT].rstrip(),
    )
