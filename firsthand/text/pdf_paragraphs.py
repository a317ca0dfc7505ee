"""From lines to paragraphs: line ends joined, hyphens undone where they only broke a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from firsthand.text.pdf_lines import Line, leading_of
from firsthand.text.wordlists import words

_APART = 1.35  # of the usual leading
_OTHER_SIZE = 0.08
_INDENT = 0.8  # of the size
_SHORT = 0.85
_ROOM = 1.3  # of what a word takes: widths are estimates
_STOP = re.compile(r"[.!?…:。！？][\"'”’»)\]]{0,2}$")
_BULLET = re.compile(r"[•◦▪‣·–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u2010\u00ad](\W?)$")
_BEGINS = re.compile(r"\W?([^\W\d_]+)")
_LONGEST_WORD = 120  # characters; a paragraph of a page's length is not searched anew for every line
_PREFIXES = words("under over in out for with up on to be per inter super sub dis un re pre")


@dataclass
class Paragraph:
    """Lines that belong together and where each begins; ``pages`` are the page numbers of the lines, from 0."""

    lines: list[Line] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """Group the pages' lines into paragraphs, which may run over columns and pages."""
    found: list[Paragraph] = []
    usual = leading_of([line for page in pages for line in page])
    for number, page in enumerate(pages):
        leading = leading_of(page, usual)
        edges = _edges(page)
        for index, line in enumerate(page):
            above = page[index - 1] if index and page[index - 1].column == line.column else None
            if above is not None:
                goes_on = not _begins(above, line, leading, edges[line.column])
            else:
                goes_on = bool(found) and _runs_over(found[-1].lines[-1], line)
            if not goes_on or not found:
                found.append(Paragraph())
            found[-1].lines.append(line)
            found[-1].pages.append(number)
    return found


def _edges(page: Sequence[Line]) -> dict[int, tuple[float, float]]:
    edges: dict[int, tuple[float, float]] = {}
    for line in page:
        left, right = edges.get(line.column, (line.left, line.right))
        edges[line.column] = min(left, line.left), max(right, line.right)
    return edges


def _begins(above: Line, line: Line, leading: float, edges: tuple[float, float]) -> bool:
    """Whether a line begins a paragraph."""
    left, right = edges
    size = max(above.size, line.size)
    if abs(above.size - line.size) > _OTHER_SIZE * size or above.bold != line.bold:
        return True
    if above.base - line.base > max(_APART * leading, 1.2 * size) or line.base > above.base + size:
        return True
    if _BULLET.match(line.text):
        return True
    if line.left > above.left + _INDENT * size and line.left < above.left + 6 * size:
        return bool(_STOP.search(above.text)) or above.right < left + _SHORT * (right - left)
    return _had_room(above, line, right) and bool(_STOP.search(above.text)) and not line.text[:1].islower()


def _had_room(above: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word would have fitted, so that the line was ended on purpose."""
    letter = (above.right - above.left) / max(len(above.text), 1)
    return right - above.right > _ROOM * letter * (len(line.text.split(maxsplit=1)[0]) + 1)


def _runs_over(last: Line, line: Line) -> bool:
    """Whether a paragraph runs on in the next column or on the next page."""
    alike = abs(last.size - line.size) <= _OTHER_SIZE * last.size and last.bold == line.bold
    if not alike or _BULLET.match(line.text):
        return False
    return not _STOP.search(last.text) and (
        line.text[:1].islower() or last.text.endswith(("-", ",", "\u00ad", "\u2010"))
    )


class Vocabulary:
    """The words of a document, which tell whether a hyphen at a line's end belongs to the word."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._words: set[str] = set()
        for line in lines:
            found = [word.casefold() for word in _WORD.findall(line.text)]
            broken = _BROKEN.search(line.text)
            self._words.update(found[:-1] if broken else found)

    def join(self, text: str, line: str) -> str:
        """Join a line to the text before it, the hyphen between them undone where it is only the line end's."""
        broken, begins = _BROKEN.search(text, max(0, len(text) - _LONGEST_WORD)), _BEGINS.match(line)
        if not broken:
            return f"{text}{'' if text.endswith(('-', '/', '—')) and text[-2:-1].isalnum() else ' '}{line}"
        if begins and self._is_one_word(broken[1], begins[1], text[broken.start(2) - 1]):
            return f"{text[: broken.start(2) - 1]}{broken[2]}{line}"
        return f"{text}{line}"

    def _is_one_word(self, before: str, after: str, hyphen: str) -> bool:
        if hyphen == "\u00ad":
            return True
        if not after[0].islower():
            return False
        first, second = before.casefold(), after.casefold()
        if first + second in self._words:
            return True
        if f"{first}-{second}" in self._words or "-" in before:
            return False
        return first in _PREFIXES or not (first in self._words and second in self._words)
