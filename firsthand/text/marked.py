"""Markdown: its text with the markup resolved, its links as references."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it import __version__ as _version

from firsthand.errors import UnreadableText
from firsthand.text.addresses import web_address
from firsthand.text.bylines import find_byline
from firsthand.text.dating import read_date
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.languages import settle_language
from firsthand.text.plain import addresses, extract_plain
from firsthand.text.spans import Span, first_overlap
from firsthand.text.tags import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

EXTRACTOR = f"markdown-it-py {_version}"
MAX_CHARACTERS = 600_000

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(\w+)\s*:\s*(.+?)\s*$", re.MULTILINE)
_TAG = re.compile(r"<!--(?:(?!<!--).)*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_TOO_LARGE = "The file is too large to be read as Markdown; its markup was kept as it is."


def extract_markdown(data: bytes) -> ExtractedArticle:
    """Read a Markdown file; the title is that of its front matter, else its first heading.

    Raises ``UnreadableText`` where there is no text.
    """
    source = decode(data)
    if len(source) > MAX_CHARACTERS:
        return replace(extract_plain(data), warnings=(_TOO_LARGE,))
    front = _FRONT_MATTER.match(source)
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(front["fields"])} if front else {}
    writer = _Writer()
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    writer.blocks(parser.parse(source[front.end() if front else 0 :]))
    if not writer.text.strip():
        raise UnreadableText("The file holds markup but no text; choose another file or paste the text.")
    byline = find_byline(writer.text)
    language, detected = settle_language(language_tag(fields.get("lang") or fields.get("language")), writer.text)
    return ExtractedArticle(
        text=writer.text,
        extractor=EXTRACTOR,
        title=fields.get("title") or writer.first_heading,
        author=fields.get("author") or byline.author,
        published=read_date(fields.get("date")) or byline.published,
        publisher=fields.get("publisher"),
        language=language,
        language_detected=detected,
        canonical_url=web_address(fields.get("url") or fields.get("canonical_url")),
        references=_with_bare(writer.references, writer.text),
    )


def _with_bare(linked: list[Reference], text: str) -> tuple[Reference, ...]:
    """Return the links with the addresses written out in the text, in order, each place once."""
    taken = [one.span for one in linked if one.span]
    bare = [one for one in addresses(text) if one.span and first_overlap(taken, one.span) is None]
    return tuple(sorted([*linked, *bare], key=lambda one: one.span or Span(0, 0)))


class _Writer:
    """Writes the tokens' text, block by block, and notes where the links stand."""

    def __init__(self) -> None:
        self.references: list[Reference] = []
        self.first_heading: str | None = None
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def blocks(self, tokens: Iterable[Token]) -> None:
        """Write every block as one paragraph."""
        before = ""
        for token in tokens:
            if token.type == "inline":
                self._paragraph()
                start = len(self._pieces)
                self._inline(token.children or [])
                if before == "heading_open" and self.first_heading is None:
                    self.first_heading = "".join(self._pieces[start:]).strip() or None
            elif token.type in {"fence", "code_block"}:
                self._paragraph()
                self._write(token.content.strip("\n"))
            elif token.type == "html_block":
                words = unescape(_TAG.sub("", token.content)).strip()
                if words:
                    self._paragraph()
                    self._write(words)
            before = token.type

    def _inline(self, tokens: Iterable[Token]) -> None:
        opened: tuple[str, int, int] | None = None
        for token in tokens:
            if token.type == "link_open":
                opened = (str(token.attrs.get("href", "")), self._length, len(self._pieces))
            elif token.type == "link_close" and opened:
                href, start, piece = opened
                words = " ".join("".join(self._pieces[piece:]).split())
                if words and web_address(href):
                    self.references.append(Reference(href, words, Span(start, self._length)))
                opened = None
            elif token.type == "softbreak":
                self._write(" ")
            elif token.type == "hardbreak":
                self._write("\n")
            elif token.type in {"text", "code_inline", "image"}:
                self._write(token.content)

    def _paragraph(self) -> None:
        if self._pieces:
            self._write("\n\n")

    def _write(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)
