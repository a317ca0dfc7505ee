"""Markdown: its text with the markup resolved, its links as references."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it import __version__ as _version

from firsthand.errors import UnreadableText
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.plain import extract_plain
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

EXTRACTOR = f"markdown-it-py {_version}"
MAX_CHARACTERS = 2_000_000

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?P<fields>(?:[^\n]*\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(\w+)\s*:\s*(.+?)\s*$", re.MULTILINE)
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
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
    date = _DATE.match(fields.get("date", ""))
    return ExtractedArticle(
        text=writer.text,
        extractor=EXTRACTOR,
        title=fields.get("title") or writer.first_heading,
        author=fields.get("author"),
        published=date.group() if date else None,
        publisher=fields.get("publisher"),
        language=fields.get("lang") or fields.get("language"),
        canonical_url=fields.get("url") or fields.get("canonical_url"),
        references=tuple(writer.references),
    )


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
                if href.startswith(("http://", "https://")):
                    self.references.append(Reference(href, "".join(self._pieces[piece:]), Span(start, self._length)))
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
