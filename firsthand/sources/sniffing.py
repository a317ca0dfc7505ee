"""What a document is by its first bytes, beside what the site declares it to be."""

from __future__ import annotations

import re
from typing import NamedTuple

HTML = "text/html"
PDF = "application/pdf"
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_HEAD = 4096
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARIES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|iframe|div|table|h1|p|a|b|br|font)(?=[\s>/])",
    re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\s", re.IGNORECASE)
_JSON = re.compile(rb'\{\s*["}]|\[\s*["\[{\]]')  # «[2024] was the year» is none
_COMMENTS = re.compile(rb"(?:\s+|<!--.*?-->|<\?xml[^>]*>)*", re.DOTALL)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What a declaration may narrow the first bytes down to: text is told apart by its name only.
_KINDS_OF_TEXT = ("text/", "application/json", "application/xml", "application/x-ndjson", "application/csv")
_BY_NAME = {".csv": "text/csv", ".json": "application/json", ".tsv": "text/tab-separated-values"}


class Taken(NamedTuple):
    """What a document is to be read as; None with a reason where nobody can say."""

    media_type: str | None
    reason: str | None = None


def sniff(data: bytes) -> str | None:
    """Tell the type from the first bytes; None where they say nothing."""
    head = data[:_HEAD]
    start = head.removeprefix(_MARKS[0]).lstrip()
    if start.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return _office(data)
    for magic, media_type in _BINARIES:
        if head.startswith(magic):
            return media_type
    if head.startswith(_MARKS[1:]):
        return _written(head.replace(b"\0", b"")[2:]) or TEXT
    return _written(start) or _plain(head)


def _written(head: bytes) -> str | None:
    lead = _COMMENTS.match(head)
    rest = head[lead.end() if lead else 0 :]
    if _TAG.match(rest):
        return HTML
    if _FEED.match(rest) or _XML.match(head):
        return "application/xml"
    if rest.startswith(b"<!--"):  # a comment longer than what is looked at
        return HTML
    return "application/json" if _JSON.match(rest) else None


def _plain(head: bytes) -> str | None:
    return TEXT if head and not _CONTROL.search(head) else None


def _office(data: bytes) -> str:
    """Tell what a ZIP holds from the names of its files, which stand in it unpacked."""
    for folder, name in ((b"word/", "wordprocessingml.document"), (b"xl/", "spreadsheetml.sheet")):
        if folder in data[:_HEAD] or folder in data[-_HEAD * 4 :]:
            return _OFFICE + name
    return "application/zip"


def declared_type(header: str | None) -> str | None:
    """Read a Content-Type, without its parameters."""
    name = (header or "").partition(";")[0].strip().lower()
    return name[:200] if "/" in name else None


def taken_as(declared: str | None, sniffed: str | None, path: str = "") -> Taken:
    """Decide between what was declared and what the first bytes say; for text, the end of the ``path`` counts too.

    A document that is declared a page and begins as a PDF, or the other way round, is read as neither: the two would
    show different words.
    """
    if {declared, sniffed} == {PDF, HTML} or (declared == "application/xhtml+xml" and sniffed == PDF):
        return Taken(
            None,
            f"The site declares this as {_name(declared)}, and it begins as {_name(sniffed)}: it was kept but not read."
            " Open it in your browser, see what it is, and upload it here.",
        )
    by_name = next((media for ending, media in _BY_NAME.items() if path.lower().endswith(ending)), None)
    if declared == TEXT and sniffed == "application/json":
        return Taken(by_name or TEXT)
    if sniffed in {TEXT, "application/json", "application/xml"}:
        if declared and declared != TEXT and declared.startswith(_KINDS_OF_TEXT):
            return Taken(declared)
        return Taken(by_name if by_name and sniffed != "application/xml" else sniffed)
    return Taken(sniffed or declared)


def _name(media_type: str | None) -> str:
    return "a PDF" if media_type == PDF else "a web page"
