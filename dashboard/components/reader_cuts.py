"""How a text is cut where marks begin and end: every letter once, in order, and which marks lie over it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_GAP = re.compile(r"\n{2,}")

Place = tuple[int, int]
"""A half-open range of code points."""
Sentence = tuple[int, int, str]
"""A range with its kind: ``prose``, ``heading`` or ``furniture``."""


class Stretch(NamedTuple):
    """Neighbouring letters with the same marks over them (the shortest first), all in one sentence or in none."""

    start: int
    words: str
    over: tuple[int, ...]
    sentence: int | None


def paragraphs(text: str) -> Iterator[Place]:
    """Find where each paragraph begins and ends; blank lines part them."""
    start = 0
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def cut(text: str, marks: Sequence[Place], sentences: Sequence[Sentence] = ()) -> list[list[Stretch]]:
    """Cut each paragraph of a text into stretches. Marks may overlap, and may reach beyond the text."""
    places = [*marks, *((start, end) for start, end, _ in sentences)]
    edges = sorted({edge for start, end in places if start < end for edge in (start, end)})
    opening = sorted((place[0], number) for number, place in enumerate(marks) if place[0] < place[1])
    starts = [sentence[0] for sentence in sentences]
    coming = 0
    live: list[int] = []
    pages = []
    for first, last in paragraphs(text):
        inner = edges[bisect_right(edges, first) : bisect_left(edges, last)]
        stretches = []
        for start, end in pairwise([first, *inner, last]):
            while coming < len(opening) and opening[coming][0] <= start:
                live.append(opening[coming][1])
                coming += 1
            live = [number for number in live if marks[number][1] > start]
            over = tuple(sorted(live, key=lambda number: (marks[number][1] - marks[number][0], -number)))
            at = bisect_right(starts, start) - 1
            sentence = at if at >= 0 and sentences[at][1] > start else None
            stretches.append(Stretch(start, text[start:end], over, sentence))
        pages.append(stretches)
    return pages


def lanes(marks: Sequence[Place]) -> list[int]:
    """Give each mark the lane of its underline, 0 nearest to the letters; marks that overlap have different ones.

    Short marks choose first, so that of two nested ones the inner lies nearer; one without letters is not drawn.
    """
    chosen = [0] * len(marks)
    taken: list[list[Place]] = []
    drawn = [number for number, (start, end) in enumerate(marks) if start < end]
    for number in sorted(drawn, key=lambda number: marks[number][1] - marks[number][0]):
        place = marks[number]
        lane = next((lane for lane, places in enumerate(taken) if _is_free(places, place)), len(taken))
        if lane == len(taken):
            taken.append([])
        insort(taken[lane], place)
        chosen[number] = lane
    return chosen


def _is_free(places: Sequence[Place], place: Place) -> bool:
    """Whether none of some places, which lie apart and in order, shares a letter with another one."""
    at = bisect_left(places, place)
    before, after = places[at - 1 : at] if at else [], places[at : at + 1]
    return all(start >= place[1] or place[0] >= end for start, end in (*before, *after))


def touched(sentences: Sequence[Sentence], places: Sequence[Place]) -> list[bool]:
    """Tell of each sentence whether one of some places shares a letter with it."""
    merged: list[list[int]] = []
    for start, end in sorted(place for place in places if place[0] < place[1]):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    ends = [end for _, end in merged]
    found = []
    for start, end, _ in sentences:
        at = bisect_right(ends, start)
        found.append(at < len(merged) and merged[at][0] < end)
    return found
