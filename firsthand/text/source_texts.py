"""The reader of sources: any file's bytes to all of its text, whatever kind of file it is.

An article is read for its story, a source for everything that a claim may rest on: whole pages, tables and data with
what their columns are called, files in pages with the ends of the pages kept.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable

from firsthand.errors import UnreadableText
from firsthand.text.archives import is_archive
from firsthand.text.data_texts import extract_json, extract_lines
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.extraction import is_page, is_pdf
from firsthand.text.marked import extract_markdown
from firsthand.text.paged import with_page_ends
from firsthand.text.plain import extract_plain
from firsthand.text.separated import extract_separated
from firsthand.text.whole_pages import extract_page
from firsthand.text.xml_texts import extract_xml

__all__ = ["extract_source"]

MOST_PAGES = 1500  # of a report; an article has far fewer

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_JSON_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_XML_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", re.IGNORECASE)
_MARKDOWN = (".md", ".markdown", ".mdown")
_SEPARATED = (".csv", ".tsv", ".tab")
_LINES = (".jsonl", ".ndjson")


def always() -> bool:
    """Let reading go on however long it takes."""
    return True


def extract_source(
    data: bytes,
    *,
    filename: str | None = None,
    media_type: str | None = None,
    url: str | None = None,
    may_go_on: Callable[[], bool] = always,
) -> ExtractedArticle:
    """Read a source as what it is: its first bytes decide, then its declared type, then its name.

    A form feed stands at the end of every page but the last. ``may_go_on`` is asked between the pages of a long file;
    where it says no, what was read so far is returned with a warning. Raises ``UnreadableText`` where there is no text.
    """
    if is_pdf(data):
        from firsthand.text.pdf import extract_pdf  # noqa: PLC0415 - slow to load, and most files are none

        return with_page_ends(extract_pdf(data, may_go_on, most_pages=MOST_PAGES))
    if is_archive(data):
        from firsthand.text.docx_files import extract_docx  # noqa: PLC0415 - as above

        return extract_docx(data)
    return _extract_text(data, _Declared(media_type, filename, url), url)


class _Declared:
    """What is said about a file from outside: its type, its charset, the ending of its name or of its address."""

    def __init__(self, media_type: str | None, filename: str | None, url: str | None) -> None:
        self.type = (media_type or "").partition(";")[0].strip().lower()
        found = _CHARSET.search(media_type or "")
        self.charset = found[1] if found else None
        path = (url or "").partition("?")[0].partition("#")[0].rpartition("/")[2]
        self._name = (filename or path).lower()

    def says(self, *types: str, names: tuple[str, ...] = ()) -> bool:
        """Whether it is declared as one of these types, or, where the type says nothing, is named so."""
        if any(one in self.type for one in types):
            return True
        return self.type in {"", "text/plain", "application/octet-stream"} and self._name.endswith(names)


def _extract_text(data: bytes, declared: _Declared, url: str | None) -> ExtractedArticle:
    if declared.says("ndjson", "jsonl", "json-seq", "json-lines", names=_LINES):
        return extract_lines(data, declared.charset)
    if declared.says("json", names=(".json", ".geojson")) and _JSON_BEGINS.match(data):
        return extract_json(data, declared.charset)
    if is_page(data, declared.type, url or ""):
        return extract_page(data, url, declared.charset)
    if _XML_BEGINS.match(data) or declared.says("/xml", "+xml", names=(".xml",)):
        return _extract_markup(data, declared.charset, url)
    return _extract_plainer(data, declared)


def _extract_plainer(data: bytes, declared: _Declared) -> ExtractedArticle:
    """Read what has no markup: a table, Markdown, JSON that nobody called so, words."""
    if declared.says("csv", "tab-separated", "tsv", names=_SEPARATED):
        return extract_separated(data, declared.charset)
    if declared.says("markdown", names=_MARKDOWN):
        return extract_markdown(data)
    if not declared.type and _JSON_BEGINS.match(data):
        with contextlib.suppress(UnreadableText):
            return extract_json(data, declared.charset)
    return extract_plain(data)


def _extract_markup(data: bytes, charset: str | None, url: str | None) -> ExtractedArticle:
    """Read XML; what is none is read as browsers read it, unless it attacks its readers."""
    try:
        return extract_xml(data, charset)
    except UnreadableText:
        if b"<!ENTITY" in data:
            raise
        return extract_page(data, url, charset)
