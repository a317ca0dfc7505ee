"""Which paragraphs of a captured text are the article's own prose, and what the others are.

Frozen text is never cut, since offsets have to hold; what does not belong to the article is told apart here instead.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from firsthand.text.headlines import is_headline
from firsthand.text.segmentation import paragraphs
from firsthand.text.spans import Span, trimmed
from firsthand.text.wordlists import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence


class RegionKind(StrEnum):
    """What a paragraph of a captured text is."""

    PROSE = "prose"
    HEADING = "heading"
    LINK = "link"
    FURNITURE = "furniture"
    COMMENT = "comment"


class Region(NamedTuple):
    """A paragraph and what it is; of a link to another story, ``span`` is its headline."""

    span: Span
    kind: RegionKind


_STORY_LINK = re.compile(
    phrases(
        "read(?: more| also| next| this)?|also read|see also|see more|related(?: story| article)?|recommended",
        "watch(?: now)?|don['’]t miss|must read|more on this",
        "lesen sie auch|mehr dazu|lire aussi|à lire|lea también|leia também|leggi anche|lees ook",
        "читайте также|阅读更多",
    )
    + r"\s*[:：|»→–—]\s*(?=\S)",
    re.IGNORECASE,
)
_WHOLE_LINE = phrases(
    "share|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|print|e-?mail|tweet|copy link|menu|search",
    r"home|like this:?|loading\W*|advertisements?|sponsored(?: content)?|reply|listen|related|read more",
    "load more|more stories|trending|most read|newsletters?|skip to (?:main )?content|back to top|next|previous",
    "(?:related|recommended|latest|popular) (?:articles?|posts?|stories|news)",
    "(?:privacy|cookie) policy|cookie settings",
    "all rights reserved.?|terms (?:of|and) .{0,20}",
    r"(?:by|von|par|por) (?-i:[A-Z])[\w.’'-]+(?: (?-i:[A-Z])[\w.’'-]+){0,3}",
)
_OPENING = phrases(
    r"discover more from\b|continue reading\b|(?:subscribe|sign up|register)\b|already have an account|share:",
    r"(?:click|tap) here\b|(?:share|save|print|email|tweet) (?:this|on|via|article|story)\b",
    r"(?:tags?|topics?|categor(?:y|ies)|filed under|posted (?:in|by|on)|labels)\s*[:：]",
    r"(?:next|previous|older|newer) (?:post|article|story)\b|(?:follow|like|find|join) us\b",
    r"(?:we|this (?:site|website)) uses? cookies\b|(?:accept|reject) all\b|(?:©|\(c\)|copyright\b)|(?:log|sign) in\b",
    r"(?:support|donate to) (?:us|our)\b|(?:download|get) (?:the|our) (?:app|newsletter|latest)\b",
    r"(?:photo|image|picture|credit|getty|illustration)s?(?: credit| courtesy)?\s*[:：/]|\d+ min(?:ute)?s? read",
    r"(?:published|updated|last (?:updated|modified))\s*(?:on|at|[:：])?\s*\W*(?:\w+\s+){0,3}\d",
    "enter your e-?mail|(?:story|article) continues below|type your e-?mail|notify me of",
    "thank(?:s| you) for (?:reading|subscribing)",
)
_FURNITURE = re.compile(rf"{_WHOLE_LINE}$|{_OPENING}", re.IGNORECASE)
_COMMENTS_BEGIN = re.compile(
    phrases(
        r"(?:leave|post|add|write|join) (?:a|the|your) (?:comment|reply|conversation|discussion)\b",
        r"\d{0,6}\s*(?:comments?|responses?|replies)(?:\s*\(\d+\))?\s*:?$",
        r"(?:kommentare|commentaires|comentarios|комментарии)(?:\s*\(\d+\)|\s*\d+)?\s*:?$",
        "your e-?mail address will not be published|hinterlasse einen kommentar|laisser un commentaire",
    ),
    re.IGNORECASE,
)
_QUOTED_LINE = re.compile(r"[\"“«„>]\s*(?:\.{3}|…|\[…\])?\s*(.{20,240}?)\s*(?:\.{3}|…)?[\"”»“.]*$")
_LONGEST_FURNITURE_WORDS = 24
_LONGEST_LINE = 300
_TAIL_FROM = 0.4
_THREAD_FROM = 0.6
_MOST_LOOKED_UP = 50  # lines; each is searched for in the whole text


def regions(text: str) -> list[Region]:
    """Return every paragraph of ``text`` in order with its kind."""
    spans = paragraphs(text)
    thread = _thread_begins(text, spans)
    return [
        Region(span, RegionKind.COMMENT) if thread is not None and index >= thread else _judge(text, span)
        for index, span in enumerate(spans)
    ]


def _judge(text: str, span: Span) -> Region:
    line = span.of(text)
    link = _STORY_LINK.match(line)
    if link and is_headline(line[link.end() :]):
        return Region(trimmed(text, span.start + link.end(), span.end), RegionKind.LINK)
    if (
        len(line) < _LONGEST_LINE
        and len(line.split()) <= _LONGEST_FURNITURE_WORDS
        and (_FURNITURE.match(line) or _COMMENTS_BEGIN.match(line))
    ):
        return Region(span, RegionKind.FURNITURE)
    return Region(span, RegionKind.HEADING if is_headline(line) else RegionKind.PROSE)


def _thread_begins(text: str, spans: Sequence[Span]) -> int | None:
    """Return the index of the first paragraph that belongs to the readers and not to the article."""
    looked_up = 0
    for index, span in enumerate(spans):
        line = span.of(text) if span.length < _LONGEST_LINE else ""
        if span.start >= _TAIL_FROM * len(text) and line and _COMMENTS_BEGIN.match(line):
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
