"""A web page's tree written out as text: paragraphs, lines as they are set, tables a row a line in their columns."""

from __future__ import annotations

import re

from firsthand.text.addresses import web_address
from firsthand.text.markup import Element, path, walk
from firsthand.text.wordlists import words
from firsthand.text.writing import Writer

_BLOCKS = words(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer
    form frameset h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol optgroup p pre section summary table tbody
    tfoot thead tr ul caption legend"""
)
_SILENT = words(
    """audio canvas datalist embed head iframe input map noframes object script select style svg template textarea title
    video noscript progress meter"""
)
_BUTTON_IN_HEADING = words("h1 h2 h3 h4 h5 h6 summary")
_LAYOUT = path("boolean(.//table or @role='presentation' or .//td[count(p | div | h1 | h2 | h3 | ul | ol) > 1])")
_LINE = re.compile(r"\r\n?|\n")
_MOST_COLUMNS = 500


def write_page(tree: Element, base: str | None) -> Writer:
    """Write the text of a page or of a part of one, with its links as they lead from ``base``."""
    page = _Page(base)
    walker = walk(tree)
    for event, element in walker:
        if event == "start":
            if page.is_silent(element):
                walker.skip_subtree()
            else:
                page.begin(element)
                page.write(element.text or "")
        else:
            page.end(element)
            if element is not tree:
                page.write(element.tail or "")
    page.writer.close_link()
    return page.writer


class _Table:
    """Where a table's row stands: the column of its last cell and of the next, and which cells above reach down."""

    def __init__(self) -> None:
        self._last = self._next = 0
        self._reaching: dict[int, int] = {}

    def row(self) -> None:
        """Begin a row."""
        self._last = self._next = 0

    def cell(self, across: int, down: int) -> int:
        """Take the next free place, so many columns wide and rows high; tells how far it is from the last cell's."""
        while self._reaching.get(self._next, 0) > 0:
            self._reaching[self._next] -= 1
            self._next += 1
        distance, self._last = self._next - self._last, self._next
        self._next += across
        if down > 1:
            self._reaching.update(dict.fromkeys(range(self._last, self._next), down - 1))
        return distance


class _Page:
    """Follows the walk over a tree."""

    def __init__(self, base: str | None) -> None:
        self.writer = Writer()
        self._base = base
        self._tables: list[_Table | None] = []
        self._preformatted = 0
        self._breaks = 0

    def is_silent(self, element: Element) -> bool:
        """Whether nothing in an element is for reading; a button in a heading is how a heading unfolds."""
        if element.tag == "button":
            return not any(one.tag in _BUTTON_IN_HEADING for one in element.iterancestors())
        return element.tag in _SILENT

    def begin(self, element: Element) -> None:
        """Begin an element."""
        tag = element.tag
        if tag == "table":
            self._tables.append(None if _LAYOUT(element) else _Table())
        elif tag == "pre":
            self._preformatted += 1
        if tag == "br":
            self._break()
        elif tag in {"td", "th"}:
            self._cell(element)
        elif tag == "tr" and self._table:
            self._table.row()
            self.writer.line()
        elif tag == "a":
            self.writer.open_link(web_address(element.get("href"), self._base))
        elif tag in _BLOCKS:
            self._block(tag)

    def end(self, element: Element) -> None:
        """End an element."""
        tag = element.tag
        if tag == "table":
            self._tables.pop()
        elif tag == "pre":
            self._preformatted -= 1
        if tag == "a":
            self.writer.close_link()
        elif tag in _BLOCKS:
            self._block(tag)

    def write(self, text: str) -> None:
        """Write what stands between tags."""
        if self._preformatted:
            for number, line in enumerate(_LINE.split(text)):
                if number:
                    self._break()
                self._put(line)
        else:
            self._put(text)

    @property
    def _table(self) -> _Table | None:
        return self._tables[-1] if self._tables else None

    def _put(self, text: str) -> None:
        if text and not text.isspace():
            self._breaks = 0
        self.writer.write(text)

    def _block(self, tag: str) -> None:
        """Stand apart; inside a table's rows a space has to do, so that a row stays a line."""
        if self._table is None or tag in {"table", "caption"}:
            self.writer.paragraph()
        else:
            self.writer.write(" ")

    def _break(self) -> None:
        """Begin a line; an empty one stands between paragraphs."""
        self._breaks += 1
        if self._table:
            self.writer.write(" ")
        elif self._breaks > 1:
            self.writer.paragraph()
        else:
            self.writer.line()

    def _cell(self, element: Element) -> None:
        if self._table is None:
            self.writer.paragraph()
            return
        for _ in range(self._table.cell(_number(element.get("colspan")), _number(element.get("rowspan")))):
            self.writer.column()


def _number(written: str | None) -> int:
    return (
        min(int(written), _MOST_COLUMNS)
        if written and written.isascii() and written.isdigit() and written != "0"
        else 1
    )
