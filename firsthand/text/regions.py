"""Which paragraphs of a captured text are the article's own prose, and what the others are.

Frozen text is never cut, since offsets have to hold; what does not belong to the article is told apart here instead.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from firsthand.text.bylines import is_byline
from firsthand.text.dating import is_only_a_date
from firsthand.text.frame_words import (
    CAPTION,
    CAPTION_HINT,
    COMMENTS_BEGIN,
    DATE_LABEL,
    LAST_WORDS,
    OPENING,
    STORY_LINK,
    WHOLE_LINE,
)
from firsthand.text.headlines import is_headline
from firsthand.text.segmentation import paragraphs
from firsthand.text.spans import Span, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence


class RegionKind(StrEnum):
    """What a paragraph of a captured text is."""

    PROSE = "prose"
    HEADING = "heading"
    CAPTION = "caption"
    LINK = "link"
    FURNITURE = "furniture"
    COMMENT = "comment"


class Region(NamedTuple):
    """A paragraph and what it is; of a link to another story, ``span`` is its headline."""

    span: Span
    kind: RegionKind


_QUOTED_LINE = re.compile(r"[\"“«„>]\s*(?:\.{3}|…|\[…\])?\s*(.{20,240}?)\s*(?:\.{3}|…)?[\"”»“.]*$")
_LONGEST_FURNITURE_WORDS = 24
_LONGEST_CAPTION = 500
_LONGEST_BUTTON = 90
_LONGEST_LABEL = 5  # words
_SHORTEST_TITLE = 4
_LONGEST_DATE_LINE = 12
_LAST = 4  # paragraphs
_LONGEST_LINE = 300
_NAMES_A_CAPTION = re.compile(r"(?:image |photo |picture )caption\b", re.IGNORECASE)
_TAIL_FROM = 0.4
_THREAD_FROM = 0.6
_MOST_LOOKED_UP = 50  # lines; each is searched for in the whole text


def regions(text: str) -> list[Region]:
    """Return every paragraph of ``text`` in order with its kind."""
    spans = paragraphs(text)
    thread = _thread_begins(text, spans)
    own = len(spans) if thread is None else thread
    found = [_judge(text, span) for span in spans[:own]]
    prose = [index for index, region in enumerate(found) if region.kind is RegionKind.PROSE]
    if prose:
        _judge_before(text, found, prose[0])
        _judge_after(text, found, prose)
    return found + [Region(span, RegionKind.COMMENT) for span in spans[own:]]


def is_furniture(line: str) -> bool:
    """Whether a line frames a page and is no part of its article: buttons, labels, bylines, credits."""
    short = len(line) < _LONGEST_LINE and len(line.split()) <= _LONGEST_FURNITURE_WORDS
    if not short:
        return False
    whole = len(line) <= _LONGEST_BUTTON and WHOLE_LINE.match(line)
    if whole or OPENING.match(line) or COMMENTS_BEGIN.match(line) or is_byline(line):
        return not _holds_a_caption(line)
    return _is_date_line(line)


def _holds_a_caption(line: str) -> bool:
    """Whether what begins like a credit or a label goes on to say what a picture shows."""
    return bool(_NAMES_A_CAPTION.match(line))


def _is_date_line(line: str) -> bool:
    """Whether a line does nothing but say when the text came out."""
    label = DATE_LABEL.match(line)
    if len(line.split()) > _LONGEST_DATE_LINE or line.endswith("."):
        return False
    return bool(label and any(map(str.isdigit, line))) or (is_only_a_date(line))


def frames_the_article(line: str) -> bool:
    """Whether a line is furniture or leads to another story: what an article's own links do not stand in."""
    link = STORY_LINK.match(line)
    return is_furniture(line) or bool(link and is_headline(line[link.end() :]))


def _judge(text: str, span: Span) -> Region:
    """Judge a paragraph by what it says itself."""
    line = span.of(text)
    link = STORY_LINK.match(line)
    if link and is_headline(line[link.end() :]):
        return Region(trimmed(text, span.start + link.end(), span.end), RegionKind.LINK)
    if is_furniture(line):
        return Region(span, RegionKind.FURNITURE)
    if len(line) <= _LONGEST_CAPTION and CAPTION_HINT.search(line) and CAPTION.match(line):
        return Region(span, RegionKind.CAPTION)
    return Region(span, RegionKind.HEADING if is_headline(line) else RegionKind.PROSE)


def _judge_before(text: str, found: list[Region], prose: int) -> None:
    """Of the headings before the first prose one is the title; short ones beside it are labels, names, menus."""
    headings = [index for index in range(prose) if found[index].kind is RegionKind.HEADING]
    sizes = {index: len(found[index].span.of(text).split()) for index in headings}
    title = next((index for index in headings if sizes[index] >= _SHORTEST_TITLE), headings[0] if headings else None)
    for index in headings:
        if index != title and sizes[index] <= _LONGEST_LABEL:
            found[index] = found[index]._replace(kind=RegionKind.FURNITURE)


def _judge_after(text: str, found: list[Region], prose: list[int]) -> None:
    """After the last prose nothing is a heading, since there is nothing for it to head."""
    while len(prose) > 1 and prose[-1] >= len(found) - _LAST and LAST_WORDS.match(found[prose[-1]].span.of(text)):
        last = prose.pop()
        found[last] = found[last]._replace(kind=RegionKind.FURNITURE)
    for index in range(prose[-1] + 1, len(found)):
        if found[index].kind is RegionKind.HEADING:
            found[index] = found[index]._replace(kind=RegionKind.FURNITURE)


def _thread_begins(text: str, spans: Sequence[Span]) -> int | None:
    """Return the index of the first paragraph that belongs to the readers and not to the article."""
    looked_up = 0
    for index, span in enumerate(spans):
        line = span.of(text) if span.length < _LONGEST_LINE else ""
        if span.start >= _TAIL_FROM * len(text) and line and COMMENTS_BEGIN.match(line):
            return index
        if span.start >= _THREAD_FROM * len(text) and looked_up < _MOST_LOOKED_UP and _QUOTED_LINE.match(line):
            looked_up += 1
            if _repeats_the_article(text, span, line):
                return index
    return None


def _repeats_the_article(text: str, span: Span, line: str) -> bool:
    """Whether the line is nothing but words of the article in quotation marks: how readers begin a reply."""
    quoted = _QUOTED_LINE.match(line)
    return quoted is not None and text.find(quoted.group(1), 0, span.start) >= 0
