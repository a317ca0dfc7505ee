"""Web pages: parsed once, then asked for what they say of themselves, for the article's text and for its links."""

from __future__ import annotations

import re

import trafilatura

from firsthand.errors import UnreadableText
from firsthand.text.addresses import web_address
from firsthand.text.blocks import write_tree
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.languages import settle_language
from firsthand.text.marks import unmark
from firsthand.text.markup import Element, parse_page, tamed
from firsthand.text.page_facts import read_facts
from firsthand.text.page_links import mark_links
from firsthand.text.regions import frames_the_article
from firsthand.text.spans import Span

EXTRACTOR = f"trafilatura {trafilatura.__version__}"

_NO_TEXT = "No text was found on this page; open it in a browser, copy the article and paste it."
_CUT = "The page is larger than a page of text can be; only its first part was read."
_NO_BODY = "The article could not be told from the rest of the page; all of the page's text was kept."
_NOT_WORDS = re.compile(r"\W+")
_HEADLINE_WITHIN = 600
_FEWEST_HEADLINE_LETTERS = 8


def extract_article(html: bytes, url: str | None = None) -> ExtractedArticle:
    """Read a web page: its article's text, what its metadata say, and the links inside the text.

    ``url`` is where the page was found; relative links are resolved against it. The headline leads the text, captions
    stand in it as paragraphs of their own. Raises ``UnreadableText`` where there is no text, and nothing else whatever
    the bytes.
    """
    source, cut = tamed(decode(html))
    try:
        return _extract(source, url, [_CUT] if cut else [])
    except UnreadableText:
        raise
    except Exception as error:  # a page that the libraries trip over, wherever they do, is unreadable to us
        raise UnreadableText(_NO_TEXT) from error


def _extract(source: str, url: str | None, warnings: list[str]) -> ExtractedArticle:
    tree = parse_page(source)
    if tree is None:
        raise UnreadableText(_NO_TEXT)
    facts = read_facts(tree, url)
    headline = _headline(tree, facts.title)
    text, references = _read(tree, source, _base(tree, url or facts.canonical_url), warnings)
    if not text:
        raise UnreadableText(_NO_TEXT)
    if headline and _letters(headline) not in _letters(text[:_HEADLINE_WITHIN]):
        text = f"{headline}\n{text}"
        references = [link._replace(span=link.span.shift(len(headline) + 1)) for link in references if link.span]
    language, detected = settle_language(facts.language, text)
    return ExtractedArticle(
        text=text,
        extractor=EXTRACTOR,
        **facts._replace(language=language)._asdict(),
        language_detected=detected,
        references=tuple(_of_the_text(references, text)),
        warnings=tuple(warnings),
    )


def _read(tree: Element, source: str, base: str | None, warnings: list[str]) -> tuple[str, list[Reference]]:
    """Return the article's text as trafilatura finds it, else all of the page's."""
    _free_captions(tree)
    marked = mark_links(tree, source)
    found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        warnings.append(_NO_BODY)
        text = write_tree(tree).text
    clean = unmark(text, marked, base)
    return clean.text, clean.references


def _base(tree: Element, url: str | None) -> str | None:
    declared = next((one.get("href") for one in tree.iter("base") if one.get("href")), None)
    return web_address(declared, url) or url


def _headline(tree: Element, title: str | None) -> str | None:
    """Return the main heading that says what the title says."""
    wanted = _letters(title or "")
    for heading in tree.iter("h1"):
        words = " ".join("".join(heading.itertext()).split())
        letters = _letters(words)
        if len(letters) >= _FEWEST_HEADLINE_LETTERS and (letters in wanted or (wanted and wanted in letters)):
            return words
    return None


def _letters(words: str) -> str:
    return _NOT_WORDS.sub("", words).casefold()


def _free_captions(tree: Element) -> None:
    """Let captions stand beside their figures, which extractors throw away whole."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None and figure.getparent() is not None and "".join(caption.itertext()).strip():
            caption.tag, caption.tail = "p", figure.tail
            figure.tail = None
            figure.addnext(caption)


def _of_the_text(references: list[Reference], text: str) -> list[Reference]:
    """Leave out the links that stand in what frames the article."""
    return [link for link in references if link.span is None or not frames_the_article(_line_around(text, link.span))]


def _line_around(text: str, span: Span) -> str:
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return text[start : end if end >= 0 else len(text)]
