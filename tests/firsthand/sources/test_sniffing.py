"""What a document is: first bytes beside declaration."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.sources.sniffing import DOCX, declared_type, sniff, taken_as


def zipped(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 5000)
    return packed.getvalue()


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SNIFFED = [
    (b"%PDF-1.7\n", "application/pdf"),
    (b"\xef\xbb\xbf\r\n%PDF-1.4", "application/pdf"),
    (b"<!DOCTYPE html><html>", "text/html"),
    (b"\n\n  <html lang=en>", "text/html"),
    (b"<?xml version='1.0'?><!-- made by hand --><html xmlns='x'>", "text/html"),
    (b"<!-- " + b"x" * 9000, "text/html"),
    ("<html>é".encode("utf-16"), "text/html"),
    (b"<p>A statement.</p>", "text/html"),
    (b"<?xml version='1.0'?><rss version='2.0'>", "application/xml"),
    (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "application/xml"),
    (b'{"items": []}', "application/json"),
    (b'[\n  {"a": 1}]', "application/json"),
    (b"[Applause] Thank you.", "text/plain"),
    (b"[2024] was the year.", "text/plain"),
    (b"[]", "application/json"),
    (b"{curly} words", "text/plain"),
    (b"year,figure\n2024,1\n", "text/plain"),
    ("«Zitat»".encode("cp1252"), "text/plain"),
    (zipped("[Content_Types].xml", "word/document.xml"), DOCX),
    (zipped("[Content_Types].xml", *(f"docProps/{n}" for n in range(9)), "word/document.xml"), DOCX),
    (zipped("xl/workbook.xml"), SHEET),
    (zipped("notes.txt"), "application/zip"),
    (b"\x89PNG\r\n\x1a\n\0\0", "image/png"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "application/x-ole-storage"),
    (b"\0\1\2\3", None),
    (b"", None),
]
TAKEN = [
    ("text/html", "text/html", "", "text/html"),
    ("text/plain", "text/html", "", "text/html"),
    ("application/octet-stream", "application/pdf", "", "application/pdf"),
    (None, "application/pdf", "", "application/pdf"),
    ("text/csv", "text/plain", "", "text/csv"),
    ("text/plain", "text/plain", "/data/table.CSV", "text/csv"),
    ("application/octet-stream", "text/plain", "/data/table.csv", "text/csv"),
    ("application/json", "text/plain", "", "application/json"),
    ("text/html", "application/json", "", "text/html"),
    ("text/plain", "application/json", "", "text/plain"),
    ("text/plain", "application/json", "/v1/items.json", "application/json"),
    ("application/octet-stream", "application/json", "", "application/json"),
    ("application/rss+xml", "application/xml", "", "application/xml"),
    ("image/svg+xml", "text/plain", "", "text/plain"),
    ("application/msword", None, "", "application/msword"),
    (None, None, "", None),
]


@pytest.mark.parametrize(("data", "media_type"), SNIFFED)
def test_first_bytes_tell_the_type(data: bytes, media_type: str | None) -> None:
    assert sniff(data) == media_type


@pytest.mark.parametrize(("declared", "sniffed", "path", "taken"), TAKEN)
def test_a_document_is_taken_for_what_both_agree_on(
    declared: str | None, sniffed: str | None, path: str, taken: str | None
) -> None:
    assert taken_as(declared, sniffed, path) == (taken, None)


@pytest.mark.parametrize(
    ("declared", "sniffed"),
    [("text/html", "application/pdf"), ("application/pdf", "text/html"), ("application/xhtml+xml", "application/pdf")],
)
def test_a_page_and_a_pdf_at_once_is_read_as_neither(declared: str, sniffed: str) -> None:
    taken = taken_as(declared, sniffed)
    assert taken.media_type is None
    assert "a PDF" in (taken.reason or "")
    assert "a web page" in (taken.reason or "")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("text/HTML; charset=utf-8", "text/html"),
        ("  application/pdf ", "application/pdf"),
        ("nonsense", None),
        ("", None),
        (None, None),
    ],
)
def test_a_declaration_is_read_without_its_parameters(header: str | None, name: str | None) -> None:
    assert declared_type(header) == name


@given(st.binary(max_size=300))
def test_any_bytes_have_a_type_or_none(data: bytes) -> None:
    assert sniff(data) is None or "/" in str(sniff(data))
