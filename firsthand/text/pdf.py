"""PDF files, opened with a limit on everything: their words in reading order, with the pages that they stand on."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pypdf
from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError

from firsthand.errors import UnreadableText
from firsthand.text.decoding import MAX_BYTES
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.pdf_article import ALPHABET, Said, write_article
from firsthand.text.pdf_frame import without_frame
from firsthand.text.pdf_lines import lines_of, rows_of
from firsthand.text.pdf_links import links_of, mark_pieces
from firsthand.text.pdf_paragraphs import paragraphs_of
from firsthand.text.pdf_pieces import pieces_of, turned
from firsthand.text.pdf_strings import Piece

EXTRACTOR = f"pypdf {pypdf.__version__}"
MAX_PAGES = 300
MAX_CHARACTERS = 2_000_000

# What a text needs, and far less than what a small file can be made to unpack to.
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 25_000_000,
    "lzw_maximum_output_length": 25_000_000,
    "run_length_maximum_output_length": 25_000_000,
    "array_based_stream_maximum_output_length": 25_000_000,
    "stream_decoding_work_maximum_length": 50_000_000,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 20_000,
    "page_tree_maximum_page_entries": 100_000,
    "jbig2dec_binary": None,
}
_FEWEST_LETTERS = 20
_MOST_LOST = 20  # pages
_BROKEN = "This PDF is damaged and cannot be read; open it, copy its text and paste it."
_LOCKED = "This PDF is protected by a password; open it, save a copy without the password and add that."
_SCANNED = "This PDF holds pictures of pages and no text; run it through text recognition (OCR) and add the result."
_TOO_MUCH = "This PDF unpacks to far more than an article can be; open it, copy its text and paste it."
_LARGE = f"The file is larger than {MAX_BYTES // 1024**2} MB, more than an article can be; save only its text."
_CUT = "The PDF has {} pages; only its first {} were read."
_LOST = "{} of the PDF's pages could not be read; compare the text with the file."

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is told to the person, not to a log


def extract_pdf(
    data: bytes, may_go_on: Callable[[], bool] = lambda: True, *, most_pages: int | None = None
) -> ExtractedArticle:
    """Read a PDF; raises ``UnreadableText`` where there is no text to be had, and nothing else whatever the bytes.

    ``may_go_on`` is asked after every page; where it says no, the pages read so far are the text. Without
    ``most_pages`` as many are read as an article may have.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableText(_LARGE)
    try:
        with apply_configuration(**_LIMITS):
            return _extract(PdfReader(io.BytesIO(data)), may_go_on, most_pages or MAX_PAGES)
    except UnreadableText:
        raise
    except LimitReachedError as error:
        raise UnreadableText(_TOO_MUCH) from error
    except Exception as error:  # a file that the library trips over, wherever it does
        raise UnreadableText(_BROKEN) from error


@dataclass
class _Read:
    """The pages' rows; where the letters lead that mark links; how many pages could not be read."""

    pages: list[list[Piece]] = field(default_factory=list)
    targets: dict[str, str] = field(default_factory=dict)
    lost: int = 0
    characters: int = 0

    def add(self, page: PageObject) -> None:
        """Read one page; raises what pypdf raises."""
        turn = turned(page)
        links = []
        for link in links_of(page, turn):
            letter = chr(min(ALPHABET.first + len(self.targets), ALPHABET.last))
            self.targets[letter] = link.address
            links.append((link, letter))
        rows = rows_of(mark_pieces(pieces_of(page), links))
        self.characters += sum(len(row.text) for row in rows)
        self.pages.append(rows)


def _extract(reader: PdfReader, may_go_on: Callable[[], bool], most_pages: int) -> ExtractedArticle:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableText(_LOCKED)
    count = len(reader.pages)
    read = _read_pages(reader, min(count, most_pages), may_go_on)
    pages = without_frame(read.pages)
    if sum(sum(map(str.isalpha, row.text)) for page in pages for row in page) < _FEWEST_LETTERS:
        raise UnreadableText(_BROKEN if read.lost else _SCANNED)
    paragraphs = paragraphs_of([lines_of(page) for page in pages])
    article = write_article(paragraphs, len(pages), read.targets, _said(reader), EXTRACTOR)
    return replace(article, warnings=(*article.warnings, *_warnings(count, read)))


def _read_pages(reader: PdfReader, count: int, may_go_on: Callable[[], bool]) -> _Read:
    read = _Read()
    for number in range(count):
        try:
            read.add(reader.pages[number])
        except LimitReachedError:
            raise
        except Exception:  # noqa: BLE001 - one bad page does not lose the others
            read.lost += 1
            read.pages.append([])
        if read.lost > _MOST_LOST or read.characters > MAX_CHARACTERS or not may_go_on():
            break
    return read


def _warnings(count: int, read: _Read) -> Iterator[str]:
    if count > len(read.pages):
        yield _CUT.format(count, len(read.pages))
    if read.lost:
        yield _LOST.format(read.lost)


def _said(reader: PdfReader) -> Said:
    try:
        info: Any = reader.metadata or {}
        told = {key: str(value) for key in ("/Title", "/Author", "/CreationDate") if (value := info.get(key))}
        language = reader.root_object.get("/Lang")
    except Exception:  # noqa: BLE001 - a broken note on the file is no reason to lose its text
        return Said()
    return Said(told.get("/Title"), told.get("/Author"), told.get("/CreationDate"), str(language or "") or None)
