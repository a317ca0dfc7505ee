"""Word files (DOCX): paragraphs, lists, tables a row a line, footnotes at the end, links with their words."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml

from firsthand.errors import UnreadableText
from firsthand.text.addresses import web_address
from firsthand.text.archives import ArchiveKind, archive_kind, refuse
from firsthand.text.bylines import find_byline
from firsthand.text.decoding import MAX_BYTES
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.headlines import is_headline
from firsthand.text.languages import settle_language
from firsthand.text.tags import language_tag
from firsthand.text.writing import Writer

Element: TypeAlias = Any  # lxml ships no types
EXTRACTOR = f"python-docx {docx.__version__}"
MAX_CHARACTERS = 2_000_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "delText", "pict")} | {
    _FALLBACK
}
_WRITES = {"t": "", "tab": " ", "noBreakHyphen": "-"}
_BREAKS = {"tbl": Writer.paragraph, "tr": Writer.line, "tc": Writer.cell, "br": Writer.line, "cr": Writer.line}
_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]{1,4000})"')
_MACHINES = {
    "python-docx",
    "user",
    "admin",
    "administrator",
    "owner",
    "unknown",
    "microsoft office user",
    "windows user",
}
_BROKEN = "This Word file is damaged and cannot be read; open it, copy its text and paste it."
_NO_TEXT = "This Word file holds no text; where it holds pictures of pages, run text recognition (OCR) on them first."
_LARGE = f"The file is larger than {MAX_BYTES // 1024**2} MB, more than an article can be; save only its text."
_CUT = "The file is longer than an article can be; only its first part was read."
_OF_THE_TEMPLATE = "2013-12-23"  # what python-docx's own template says of every file made from it
_MADE = "The date is the day on which the file was made; correct it where the article came out on another day."
_ENTITIES = (
    "This Word file declares entities of its own, which is how files attack their readers; paste its text instead."
)


def extract_docx(data: bytes) -> ExtractedArticle:
    """Read a Word file; raises ``UnreadableText`` where there is no text, and nothing else whatever the bytes."""
    if len(data) > MAX_BYTES:
        raise UnreadableText(_LARGE)
    kind = archive_kind(data)
    if kind is not ArchiveKind.DOCX:
        refuse(kind)
    try:
        return _extract(docx.Document(io.BytesIO(data)))
    except UnreadableText:
        raise
    except Exception as error:  # a file that the libraries trip over, wherever they do
        raise UnreadableText(_BROKEN) from error


def _extract(document: Document) -> ExtractedArticle:
    if document.element.getroottree().docinfo.internalDTD is not None:
        raise UnreadableText(_ENTITIES)
    reading = _Reading(document)
    reading.body(document.element.body)
    reading.footnotes(document)
    text = reading.writer.text
    if not text.strip():
        raise UnreadableText(_NO_TEXT)
    core = document.core_properties
    made = core.created.date().isoformat() if isinstance(core.created, datetime) else None
    made = None if made == _OF_THE_TEMPLATE else made
    byline = find_byline(text)
    author = " ".join((core.author or "").split())
    language, detected = settle_language(language_tag(core.language) or _default_language(document), text)
    warnings = [*([_CUT] if reading.cut else []), *([_MADE] if made and not byline.published else [])]
    return ExtractedArticle(
        text=text,
        extractor=EXTRACTOR,
        title=reading.title or " ".join((core.title or "").split()) or reading.heading or _first_line(text),
        author=byline.author or (author if author and author.lower() not in _MACHINES else None),
        published=byline.published or made,
        language=language,
        language_detected=detected,
        references=tuple(reading.writer.references),
        warnings=tuple(warnings),
    )


class _Reading:
    """Writes a document's elements, without recursion into what Word nests."""

    def __init__(self, document: Document) -> None:
        self.writer = Writer()
        self.title: str | None = None
        self.heading: str | None = None
        self.cut = False
        self._rels: Mapping[str, Any] = document.part.rels
        self._styles = {style.style_id: (style.name or "").lower() for style in document.styles if style.style_id}
        self._notes: list[str] = []
        self._field: str | None = None

    def body(self, body: Element) -> None:
        """Write all that is under an element."""
        stack: list[tuple[Element, bool]] = [(body, False)]
        begins: dict[Element, int] = {}
        while stack:
            element, ends = stack.pop()
            if ends:
                self._end(element, begins)
                continue
            if element.tag in _SKIPPED or not isinstance(element.tag, str):
                continue
            if self.writer.length > MAX_CHARACTERS:
                self.cut = True
                return
            self._begin(element, begins)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))

    def footnotes(self, document: Document) -> None:
        """Write the footnotes that the text calls for, in the order of the calls, each with its number."""
        try:
            part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
        except KeyError:
            return
        self._rels = part.rels
        notes = {note.get(f"{_W}id"): note for note in parse_xml(part.blob).iter(f"{_W}footnote")}
        for number, ident in enumerate(self._notes, start=1):
            if ident in notes:
                self.writer.paragraph()
                self.writer.write(f"{number} ")
                self.body(notes[ident])

    def _begin(self, element: Element, begins: dict[Element, int]) -> None:
        name = element.tag.removeprefix(_W)
        if name == "p":
            self._begin_paragraph(element)
            begins[element] = self.writer.length
        elif name in _WRITES:
            self.writer.write((element.text or "") if name == "t" else _WRITES[name])
        elif name in _BREAKS:
            _BREAKS[name](self.writer)
        elif name == "hyperlink":
            rel = self._rels.get(element.get(_R_ID) or "")
            self.writer.open_link(web_address(rel.target_ref) if rel is not None and rel.is_external else None)
        elif name == "instrText":
            found = _FIELD.match(element.text or "")
            self._field = found[1] if found else self._field
        elif name == "fldChar":
            self._field_turns(element.get(f"{_W}fldCharType"))
        elif name == "footnoteReference":
            self._notes.append(element.get(f"{_W}id") or "")

    def _begin_paragraph(self, element: Element) -> None:
        """Begin a paragraph; a cell's stay on the row's line, a footnote's first stands beside its number."""
        parent = element.getparent().tag
        if parent == f"{_W}tc":
            self.writer.write(" ")
        elif parent != f"{_W}footnote" or element.getprevious() is not None:
            self.writer.paragraph()

    def _end(self, element: Element, begins: dict[Element, int]) -> None:
        if element.tag == f"{_W}hyperlink":
            self.writer.close_link()
        elif element.tag == f"{_W}p":
            self._note_heading(element, begins.pop(element))

    def _field_turns(self, turn: str | None) -> None:
        """Follow a link that is written as a field: begin, instruction, separate, words, end."""
        if turn == "separate" and self._field:
            self.writer.open_link(web_address(self._field))
        elif turn == "end" and self._field:
            self.writer.close_link()
            self._field = None

    def _note_heading(self, paragraph: Element, begin: int) -> None:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = self._styles.get(style.get(f"{_W}val"), "") if style is not None else ""
        if name.startswith("title") and not self.title:
            self.title = " ".join(self.writer.text[begin:].split()) or None
        elif name.startswith("heading") and not self.heading:
            self.heading = " ".join(self.writer.text[begin:].split()) or None


def _default_language(document: Document) -> str | None:
    declared = document.styles.element.find(f"{_W}docDefaults//{_W}lang")
    return language_tag(declared.get(f"{_W}val")) if declared is not None else None


def _first_line(text: str) -> str | None:
    first, _, rest = text.partition("\n")
    return first.strip() if rest.strip() and is_headline(first) else None
