"""Passages of a captured text: found by their words, and named by page, paragraph and line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.evidence.ranking import rank_passages
from firsthand.evidence.selectors import Located, Selector, locate, select
from firsthand.text.normalisation import normalise
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Located", "Selector", "find_passage", "locate", "locator", "rank_passages", "select"]

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE_END = re.compile(r"\n+")


def find_passage(text: str, words: str) -> list[Span]:
    """Return every place in ``text`` where ``words`` stand, as an editor pastes them: letter by letter places first.

    Other quote marks, dashes, spaces and line breaks do not matter; case does, unless there is no place with the same
    case. Places inside a longer word count only where there are no others. The spans are offsets in ``text``.
    """
    exact = list(_places(text, words.strip()))
    for fold_case in (False, True):
        normalised, wanted = normalise(text, fold_case=fold_case), normalise(words, fold_case=fold_case).text.strip()
        similar = [normalised.original(span) for span in _places(normalised.text, wanted)]
        places = [*exact, *(span for span in similar if not any(span.overlaps(other) for other in exact))]
        if places:
            return _whole_words(text, places)
    return []


def locator(text: str, span: Span) -> str:
    """Return where the passage begins, as a reader would look it up; all counts start at 1.

    «page 2, paragraph 3» where form feeds part the text into pages, else «paragraph 3, line 12», the line counted from
    the top of the text. Blank lines part paragraphs; in a text without any, each line is one.
    """
    start = min(span.start, len(text))
    page_start = text.rfind("\f", 0, start) + 1
    page_end = text.find("\f", start)
    page = text[page_start : page_end if page_end >= 0 else len(text)]
    parting = _BLANK_LINE if _BLANK_LINE.search(page.strip()) else _LINE_END
    paragraph = 1 + sum(
        bool(page[: found.start()].strip()) for found in parting.finditer(page) if found.end() <= start - page_start
    )
    if "\f" in text:
        return f"page {text.count(chr(12), 0, start) + 1}, paragraph {paragraph}"
    return f"paragraph {paragraph}, line {text.count(chr(10), 0, start) + 1}"


def _places(text: str, words: str) -> Iterator[Span]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words))


def _whole_words(text: str, places: list[Span]) -> list[Span]:
    """Leave out places that begin or end inside a word, unless that leaves none."""
    return [span for span in places if not (_inside(text, span.start) or _inside(text, span.end))] or places


def _inside(text: str, offset: int) -> bool:
    """Whether a word goes on across ``offset``."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
