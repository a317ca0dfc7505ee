"""The reader: a captured text with marks in it, each a link; marks may overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dashboard.components.paper import Node, element
from dashboard.labels import Label

_GAP = re.compile(r"\n{2,}")


class Mark(NamedTuple):
    """A marked stretch of a text, the label whose colour underlines it, where it leads and what it says on hovering."""

    start: int
    end: int
    label: Label
    href: str
    title: str


def reader(text: str, marks: Sequence[Mark]) -> Node:
    """Describe the text with its marks; where marks overlap their underlines lie one below the other."""
    return element("div", *(_paragraph(text, place, marks) for place in _paragraphs(text)), style="reader literal")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Find where each paragraph begins and ends; blank lines part them."""
    start = 0
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _paragraph(text: str, place: tuple[int, int], marks: Sequence[Mark]) -> Node:
    first, last = place
    live = [mark for mark in marks if mark.start < min(mark.end, last) and max(mark.start, first) < mark.end]
    edges = {first, last, *(edge for mark in live for edge in (mark.start, mark.end) if first < edge < last)}
    stretches = []
    for start, end in pairwise(sorted(edges)):
        over = sorted((mark for mark in live if mark.start <= start and end <= mark.end), key=_longest_first)
        stretches.append(_stretch(text[start:end], over))
    return element("p", *stretches)


def _longest_first(mark: Mark) -> int:
    return mark.start - mark.end


def _stretch(words: str, over: Sequence[Mark]) -> Node:
    """Wrap words in their marks, the shortest innermost: that one is the link, and tells of all of them."""
    if not over:
        return words
    *outer, inner = over
    node = _marked(words, inner, " / ".join(mark.title for mark in reversed(over)), link=True)
    for mark in reversed(outer):
        node = _marked(node, mark, "", link=False)
    return node


def _marked(inside: Node, mark: Mark, title: str, *, link: bool) -> Node:
    style = "mark outlined" if mark.label.outlined else "mark"
    where = {"href": mark.href, "title": title} if link else {}
    return element("a" if link else "span", inside, style=style, light=mark.label.light, dark=mark.label.dark, **where)
