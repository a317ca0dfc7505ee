"""Files made to hurt whoever reads them: each takes a careless reader minutes or gigabytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from tests.firsthand.text.pdf_maker import bind, stream

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "laughs"}">' for n in range(12))


class Pathological(NamedTuple):
    """A file by what is wrong with it; it is made when it is needed."""

    what: str
    media_type: str | None
    make: Callable[[], bytes]


def _page(body: bytes) -> bytes:
    return b"<html><body>" + body + b"</body></html>"


def _attributes(value: bytes) -> bytes:
    return _page(b"<div " + b" ".join(b"a%d='%s'" % (n, value) for n in range(100_000)) + b">text</div>")


def _word(document: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("[Content_Types].xml", _TYPES), ("_rels/.rels", _RELS), ("word/document.xml", document)):
            archive.writestr(name, text)
    return out.getvalue()


def _word_bomb() -> bytes:
    return _word(f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{"a" * 200_000_000}</w:t></w:r></w:p></w:body>')


def _pdf_graph() -> bytes:
    """Make a PDF of a hundred thousand objects, each a page that names all others for its kids."""
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(100_000))
    return bind(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 100000/Kids[" + kids + b"]>>"]
        + [b"<</Type/Pages/Parent 2 0 R/Count 100000/Kids 3 0 R>>"] * 100_000
    )


def _pdf_loop() -> bytes:
    return bind(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 3/Kids[3 0 R 2 0 R]>>",
            b"<</Type/Pages/Parent 2 0 R/Count 2/Kids[2 0 R 3 0 R]>>",
            b"4 0 R",
            b"5 0 R",
        ]
    )


def _pdf_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"BT (a) Tj ET " * 80_000) for _ in range(1000)) + packer.flush()
    return bind(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<>>>>>>",
            stream(packed, "/Filter/FlateDecode"),
            b"<<>>",
        ]
    )


PATHOLOGICAL = (
    Pathological("a tag with 100,000 attributes", "text/html", lambda: _attributes(b"x")),
    Pathological("100,000 attributes that hide their tag's end", "text/html", lambda: _attributes(b"<")),
    Pathological("8 MB of short paragraphs", "text/html", lambda: _page(b"<p>a</p>" * 1_000_000)),
    Pathological("a million elements in one another", "text/html", lambda: _page(b"<div>" * 1_000_000 + b"text")),
    Pathological("half a million tags left open", "text/html", lambda: _page(b"<b>text " * 500_000)),
    Pathological("tables in tables", "text/html", lambda: _page(b"<table><tr><td>" * 100_000 + b"text")),
    Pathological("a table of a million cells", "text/html", lambda: _page(b"<table>" + b"<tr><td>1<td>2" * 500_000)),
    Pathological("lists in lists, full of links", "text/html", lambda: _page(b"<ul><li><a href=x>y</a>" * 100_000)),
    Pathological("a PDF of 100,000 pages in each other", "application/pdf", _pdf_graph),
    Pathological("a PDF whose pages go round in a loop", "application/pdf", _pdf_loop),
    Pathological("a PDF page that unpacks to a gigabyte", "application/pdf", _pdf_bomb),
    Pathological("a Word file that unpacks to 200 MB", None, _word_bomb),
    Pathological(
        "a Word file whose entities grow a million-fold",
        None,
        lambda: _word(f'<!DOCTYPE d [{_LAUGHS}]><w:document xmlns:w="{WORD}"><w:body>&a11;</w:body></w:document>'),
    ),
    Pathological(
        "XML whose entities grow a million-fold",
        "application/xml",
        f'<?xml version="1.0"?><!DOCTYPE d [{_LAUGHS}]><d>&a11;</d>'.encode,
    ),
    Pathological("JSON five million lists deep", "application/json", lambda: b"[" * 5_000_000),
    Pathological("JSON of nine million lists", "application/json", lambda: b"[" + b"[]," * 6_000_000 + b"[]]"),
    Pathological(
        "a table of a million columns",
        "text/csv",
        lambda: b"\n".join(b",".join(b"%d%s" % (n, end) for n in range(1_000_000)) for end in (b"c", b"")),
    ),
    Pathological("a line of eighteen megabytes", "text/plain", lambda: b"a " * 9_000_000),
    Pathological("bytes of no encoding", "text/html", lambda: _page(bytes(range(128, 256)) * 100_000)),
    Pathological("Markdown of nothing but brackets", "text/markdown", lambda: b"[" * 500_000),
)
