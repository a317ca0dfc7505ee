"""A text with marks in it, drawn on paper: each mark a link, overlapping ones with their underlines one below another.

The article's own reader (``reader_pane``) does more; this is for a text that is looked at beside other things.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.components.paper import Node, element
from dashboard.components.reader_cuts import Stretch, cut
from dashboard.labels import Label


class Mark(NamedTuple):
    """A marked stretch of a text, the label whose colour underlines it, where it leads and what it says on hovering."""

    start: int
    end: int
    label: Label
    href: str
    title: str


def reader(text: str, marks: Sequence[Mark]) -> Node:
    """Describe the text with its marks."""
    pages = cut(text, [(mark.start, mark.end) for mark in marks])
    paragraphs = [element("p", *(_stretch(piece, marks) for piece in page)) for page in pages]
    return element("div", *paragraphs, style="reader literal")


def _stretch(piece: Stretch, marks: Sequence[Mark]) -> Node:
    """Wrap words in their marks, the shortest innermost: that one is the link, and tells of all of them."""
    node: Node = piece.words
    title = " / ".join(marks[number].title for number in piece.over)
    for depth, number in enumerate(piece.over):
        mark = marks[number]
        style = "mark outlined" if mark.label.outlined else "mark"
        where = {} if depth else {"href": mark.href, "title": title}
        tag = "span" if depth else "a"
        node = element(tag, node, style=style, light=mark.label.light, dark=mark.label.dark, **where)
    return node
