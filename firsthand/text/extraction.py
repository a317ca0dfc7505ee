"""The reader: any file's bytes to an article's text.

``extract`` tells PDF, Word, web pages, feeds, Markdown and plain text apart; each reader can be called by name.
"""

from __future__ import annotations

import re

from firsthand.text.archives import is_archive
from firsthand.text.decoding import MAX_BYTES
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.feeds import FeedGiven, is_feed, read_feed
from firsthand.text.marked import extract_markdown
from firsthand.text.plain import extract_plain
from firsthand.text.web_pages import extract_article

__all__ = [
    "MAX_BYTES",
    "ExtractedArticle",
    "FeedGiven",
    "Reference",
    "extract",
    "extract_article",
    "extract_markdown",
    "extract_plain",
]

_HEAD = 4096
_MARK_WITHIN = 1024
_PDF_BEGINS = re.compile(rb"\A%PDF-|(?:\n|\r|\0)%PDF-\d\.\d\s")  # a mail's head may stand before it
_PAGE_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?><!--.{0,2000}?-->\s*|<\?xml.{0,200}?\?>\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n\w+\s*:")
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")


def extract(
    data: bytes, *, filename: str | None = None, media_type: str | None = None, url: str | None = None
) -> ExtractedArticle:
    """Read a file as what it is: its first bytes decide, then its declared type, then its name.

    Raises ``FeedGiven`` for a feed, which holds many articles, and ``UnreadableText`` where there is no text.
    """
    if is_pdf(data):
        from firsthand.text.pdf import extract_pdf  # noqa: PLC0415 - slow to load, and most files are none

        return extract_pdf(data)
    if is_archive(data):
        from firsthand.text.docx_files import extract_docx  # noqa: PLC0415 - as above

        return extract_docx(data)
    if is_feed(data):
        raise FeedGiven(read_feed(data))
    declared = (media_type or "").partition(";")[0].strip().lower()
    name = (filename or "").lower()
    if is_page(data, declared, name):
        return extract_article(data, url)
    if _FRONT_MATTER.match(_ascii_view(data[:_HEAD])) or _says(declared, name, "markdown", _MARKDOWN_NAMES):
        return extract_markdown(data)
    return extract_plain(data)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF's, a mail's head before them or not."""
    return _PDF_BEGINS.search(data[:_MARK_WITHIN]) is not None


def is_page(data: bytes, declared: str = "", name: str = "") -> bool:
    """Whether the bytes begin as a web page does, or hold markup and are declared or named as one."""
    head = _ascii_view(data[:_HEAD])
    return bool(_PAGE_BEGINS.match(head) or (b"<" in head and _says(declared, name, "html", _PAGE_NAMES)))


def _ascii_view(head: bytes) -> bytes:
    """Return the beginning as if written in single bytes, so that UTF-16 and UTF-32 pages are known for pages too."""
    return head.lstrip(b"\xff\xfe\0").replace(b"\0", b"") if b"\0" in head else head


def _says(declared: str, name: str, kind: str, endings: tuple[str, ...]) -> bool:
    return kind in declared or (not declared.startswith("text/plain") and name.endswith(endings))
