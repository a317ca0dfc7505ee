"""Web pages as sources: all that a page says, in its order, without what frames it.

An article extractor looks for one story and takes the rest for furniture: answers in a transcript, sections of a law,
the rows of a table. Of a source every sentence may be the one that counts, so here only what frames a page goes, and
only by what it is: menus, banners, dialogs, blocks that are nothing but links.
"""

from __future__ import annotations

from typing import NamedTuple

from firsthand.errors import UnreadableText
from firsthand.text.addresses import web_address
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.languages import settle_language
from firsthand.text.markup import Element, parse_deep, parse_page, path, tamed
from firsthand.text.page_facts import PageFacts, read_facts
from firsthand.text.page_frame import without_page_frame
from firsthand.text.page_writing import write_page

EXTRACTOR = "firsthand-page 1"
MOST_CHARACTERS = 20_000_000
MOST_TAGS = 600_000

_NO_TEXT = "No text was found on this page; open it in a browser, copy its text and paste it."
_SCRIPTED = (
    "This page has no text of its own: a program in it fetches what one sees. Open it in a browser, save it or copy its"
    " text, and add that."
)
_CUT = "The page is larger than can be read; only its first part was."
_RUNS_PROGRAMS = path("boolean(//script)")


class _Page(NamedTuple):
    """A parsed page, and the beginning of it that is looked through for what it says of itself."""

    tree: Element
    facts: PageFacts


def extract_page(html: bytes, url: str | None = None, charset: str | None = None) -> ExtractedArticle:
    """Read a web page whole; raises ``UnreadableText`` where there is no text, and nothing else whatever the bytes.

    ``url`` is where it was found: links are resolved against it. ``charset`` is the one that was declared beside it.
    """
    source, cut = tamed(decode(html, declared=charset), MOST_CHARACTERS, MOST_TAGS)
    try:
        return _extract(source, url, (_CUT,) if cut else ())
    except UnreadableText:
        raise
    except Exception as error:  # a page that the libraries trip over, wherever they do, is unreadable to us
        raise UnreadableText(_NO_TEXT) from error


def _extract(source: str, url: str | None, warnings: tuple[str, ...]) -> ExtractedArticle:
    page = _parsed(source, url)
    if page is None:
        raise UnreadableText(_NO_TEXT)
    scripted = _RUNS_PROGRAMS(page.tree)
    base = _base(page.tree, url or page.facts.canonical_url)
    written = write_page(without_page_frame(page.tree), base)
    if not written.text:  # a page that is nothing but what frames others
        written = write_page(parse_deep(source), base)
    if not written.text:
        raise UnreadableText(_SCRIPTED if scripted else _NO_TEXT)
    language, detected = settle_language(page.facts.language, written.text)
    return ExtractedArticle(
        text=written.text,
        extractor=EXTRACTOR,
        **page.facts._replace(language=language)._asdict(),
        language_detected=detected,
        references=tuple(written.references),
        warnings=warnings,
    )


def _parsed(source: str, url: str | None) -> _Page | None:
    """Parse a page; what it says of itself stands at its beginning, where a long one is looked through."""
    tree = parse_deep(source)
    if tree is None:
        return None
    begins, long = tamed(source)
    head = parse_page(begins) if long else tree
    return _Page(tree, read_facts(tree if head is None else head, url))


def _base(tree: Element, url: str | None) -> str | None:
    declared = next((one.get("href") for one in tree.iter("base") if one.get("href")), None)
    return web_address(declared, url) or url
