"""A text written paragraph by paragraph, with the links noted where their words stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.extracted import Reference
from firsthand.text.spans import Span

MOST_REFERENCES = 2000

_SPACE = re.compile(r"\s+")


class _Opened(NamedTuple):
    href: str
    at: int
    piece: int


class Writer:
    """Joins words into paragraphs: white space runs become one space, paragraphs stand apart by ``between``."""

    def __init__(self, between: str = "\n\n") -> None:
        self.references: list[Reference] = []
        self.length = 0
        self._pieces: list[str] = []
        self._between = between
        self._waiting = ""
        self._opened: _Opened | None = None

    @property
    def text(self) -> str:
        """What has been written."""
        return "".join(self._pieces)

    def write(self, words: str) -> None:
        """Add words to the paragraph."""
        squeezed = _SPACE.sub(" ", words)
        if squeezed[:1] == " ":
            self._space()
        kept = squeezed.strip(" ")
        if not kept:
            return
        if self._waiting and self.length:
            self._put(self._waiting)
        self._waiting = ""
        if self._opened and self._opened.at < 0:
            self._opened = _Opened(self._opened.href, self.length, len(self._pieces))
        self._put(kept)
        if squeezed[-1] == " ":
            self._space()

    def line(self) -> None:
        """Begin a new line of the same paragraph."""
        if self._waiting != self._between:
            self._waiting = "\n"

    def paragraph(self) -> None:
        """Begin a new paragraph; a link does not run from one into the next."""
        self.close_link()
        self._waiting = self._between

    def cell(self) -> None:
        """Begin a new cell of a table's row."""
        if self._waiting in {"", " "}:
            self._waiting = " | "

    def column(self) -> None:
        """Begin the next column of a table's row; empty ones keep their place."""
        self.close_link()
        self._waiting = f"{self._waiting.rstrip(' ')}{'' if self._waiting.endswith(chr(10)) else ' '}| "

    def open_link(self, href: str | None) -> None:
        """Let a link begin with the next word; None where its address is none of the web's."""
        self._opened = _Opened(href, -1, 0) if href else None

    def close_link(self) -> None:
        """Let the link end after the last word."""
        opened, self._opened = self._opened, None
        if opened and 0 <= opened.at < self.length and len(self.references) < MOST_REFERENCES:
            words = _SPACE.sub(" ", "".join(self._pieces[opened.piece :]))
            self.references.append(Reference(opened.href, words, Span(opened.at, self.length)))

    def _space(self) -> None:
        self._waiting = self._waiting or " "

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self.length += len(words)
