"""A Word file gives its paragraphs, tables, footnotes and links, or a sentence that says what to do."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import docx
import pytest
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import UnreadableText
from firsthand.text.docx_files import extract_docx

BODY = "The board voted nine to four on Tuesday to raise the fees, its chairman told the skippers on the quay."


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def made(*paragraphs: str, change: Callable[[Document], None] | None = None) -> bytes:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    if change:
        change(document)
    return saved(document)


def link(document: Document, words: str, address: str) -> None:
    ident = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = f'<w:hyperlink {nsdecls("w", "r")} r:id="{ident}"><w:r><w:t>{words}</w:t></w:r></w:hyperlink>'
    document.paragraphs[-1]._p.append(parse_xml(element))


def test_headings_lists_and_tables_are_lines_of_their_own() -> None:
    def fill(document: Document) -> None:
        document.add_heading("What it costs", 1)
        document.add_paragraph("a berth", style="List Bullet")
        table = document.add_table(2, 2)
        for cell, words in zip(
            (c for row in table.rows for c in row.cells), ("Berth", "Fee", "One", "400"), strict=True
        ):
            cell.text = words

    assert extract_docx(made(BODY, change=fill)).text == (
        f"{BODY}\n\nWhat it costs\n\na berth\n\nBerth | Fee\nOne | 400"
    )


def test_what_the_file_says_of_itself_is_told() -> None:
    def fill(document: Document) -> None:
        document.core_properties.title = "Fees rise"
        document.core_properties.author = "Jane Doe"
        document.core_properties.created = datetime(2024, 8, 5)  # noqa: DTZ001 - as Word writes it

    article = extract_docx(made(BODY, change=fill))
    assert (article.title, article.author, article.published) == ("Fees rise", "Jane Doe", "2024-08-05")
    assert "made" in article.warnings[0]


def test_a_byline_in_the_text_goes_before_the_files_own_properties() -> None:
    article = extract_docx(made("Fees rise", "By Ines Okafor | 4 August 2024", BODY))
    assert (article.author, article.published, article.warnings) == ("Ines Okafor", "2024-08-04", ())


def test_links_are_references_at_the_right_one_of_equal_words() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph("The report says so, and the letter says what ")
        link(document, "the report", "https://port.example/a?utm_source=x")
        document.add_paragraph("Mail ")
        link(document, "the desk", "mailto:desk@port.example")

    article = extract_docx(made("On Monday the report came.", change=fill))
    (reference,) = article.references
    assert (reference.href, reference.words) == ("https://port.example/a?utm_source=x", "the report")
    assert reference.span
    assert article.text[: reference.span.start].endswith("says what ")
    assert reference.span.of(article.text) == reference.words


def test_links_written_as_fields_are_links_too() -> None:
    def fill(document: Document) -> None:
        for run in (
            '<w:r {0}><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r {0}><w:instrText> HYPERLINK "https://port.example/b" </w:instrText></w:r>',
            '<w:r {0}><w:fldChar w:fldCharType="separate"/></w:r>',
            "<w:r {0}><w:t>the letter</w:t></w:r>",
            '<w:r {0}><w:fldChar w:fldCharType="end"/></w:r>',
        ):
            document.paragraphs[-1]._p.append(parse_xml(run.format(nsdecls("w"))))

    (reference,) = extract_docx(made(BODY, change=fill)).references
    assert (reference.href, reference.words) == ("https://port.example/b", "the letter")


def test_footnotes_stand_at_the_end_with_their_numbers() -> None:
    def fill(document: Document) -> None:
        notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="7"><w:p><w:r><w:t>Minutes, page 4.</w:t></w:r></w:p>'
        blob = f"{notes}</w:footnote></w:footnotes>".encode()
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        call = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="7"/></w:r>'
        document.paragraphs[0]._p.append(parse_xml(call))

    assert extract_docx(made(BODY, "And so on.", change=fill)).text == f"{BODY}\n\nAnd so on.\n\n1 Minutes, page 4."


def test_what_was_struck_out_is_not_read() -> None:
    def fill(document: Document) -> None:
        struck = f'<w:del {nsdecls("w")} w:id="1" w:author="x"><w:r><w:delText>never said</w:delText></w:r></w:del>'
        document.paragraphs[0]._p.append(parse_xml(struck))

    assert extract_docx(made(BODY, change=fill)).text == BODY


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableText) as caught:
        extract_docx(data)
    return str(caught.value)


def archive(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (archive(mimetype=b"application/epub+zip"), "EPUB"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (archive(xl__workbook_xml=b"<x/>"), "spreadsheet"),
        (archive(ppt__presentation_xml=b"<x/>"), "slide"),
        (archive(article=b"text"), "unpack"),
        (archive(word__document_xml=b"<w:document/>"), "damaged"),
        (archive(word__document_xml=b" " * 20_000_000), "unpacks"),
        (made()[:900], "damaged"),
        (made(), "no text"),
    ],
)
def test_what_is_no_word_file_says_what_to_do(data: bytes, advice: str) -> None:
    assert advice in refused(data)


def test_entities_of_a_files_own_are_not_resolved() -> None:
    lol = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    whole = zipfile.ZipFile(io.BytesIO(made(BODY)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/document.xml":
                content = content.replace(b"?>", b"?>" + lol, 1).replace(b"voted", b"&b;")
            file.writestr(name, content)
    assert "entities" in refused(out.getvalue())


WHOLE = made("Fees rise", BODY)


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_damaged_files_give_an_article_or_a_reason(chance) -> None:
    data = bytearray(WHOLE)
    for _ in range(chance.randint(0, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with contextlib.suppress(UnreadableText):
        assert extract_docx(bytes(data[: chance.randrange(len(data))] if chance.random() < 0.3 else data)).text.strip()
