"""The differences of two texts for showing: paragraphs first, then the words within those that changed.

White space never counts: a paragraph set in other lines of blanks is the same. Offsets are code points of either text.
Both levels are aligned in near-linear time (``aligning``), so that a book, or 50,000 lines alike, do not stop a page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from firsthand.text.aligning import Block, align
from firsthand.text.spans import Span, trimmed

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
# Scripts that write no blanks between words are read letter by letter.
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[^\w\s]")
_ALIKE = 0.5  # two paragraphs with fewer words in common are one taken out and another put in
_AHEAD = 8  # paragraphs looked ahead for one that is alike
_LONGEST = 400_000  # tokens of two paragraphs that are compared word by word
_MOVES = 3  # tokens; a shorter paragraph that is found elsewhere says nothing


class ChangeKind(StrEnum):
    """What became of a paragraph. One that moved is two changes: gone from here, and come to there."""

    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    MOVED_AWAY = "moved_away"
    MOVED_HERE = "moved_here"


class WordChange(NamedTuple):
    """Words that stand on one side, or others in their place; an empty span says where they would be."""

    before: Span
    after: Span


class Change(NamedTuple):
    """A paragraph that differs. The side that does not have it has an empty span, where it would be.

    ``words`` are what differs within a changed one; ``elsewhere`` is where one that moved stands on the other side.
    """

    kind: ChangeKind
    before: Span
    after: Span
    words: tuple[WordChange, ...] = ()
    elsewhere: Span | None = None


class Around(NamedTuple):
    """The paragraphs of a passage before, those in their place after (None where there are none), what differs."""

    before: Span
    after: Span | None
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Comparison:
    """Two texts side by side, compared once and asked often."""

    before: str
    after: str

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs before."""
        return paragraphs(self.before)

    @cached_property
    def after_paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs after."""
        return paragraphs(self.after)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What differs, in the order of both texts."""
        return tuple(_changes(self, self._blocks))

    @cached_property
    def unchanged(self) -> int:
        """How many paragraphs stand on both sides, in the same order."""
        return sum(block.end - block.start for block in self._blocks if block.same)

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """List the paragraphs before that lie between two places of the text before."""
        return self.paragraphs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    @cached_property
    def _blocks(self) -> list[Block]:
        sides = ((self.before, self.paragraphs), (self.after, self.after_paragraphs))
        return align(*([_key(text, span) for span in spans] for text, spans in sides))

    def around(self, passage: Span) -> Around:
        """Find the paragraphs of a passage of the text before on both sides."""
        touched = [span for span in self.paragraphs if span.overlaps(passage)]
        changes = [change for change in self.changes if change.before.overlaps(passage)]
        places = [change.elsewhere or change.after for change in changes]
        places += [other for one, other in self._unchanged() if one.overlaps(passage)]
        there = [place for place in places if place.length]
        return Around(_hull(touched) if touched else passage, _hull(there) if there else None, tuple(changes))

    def _unchanged(self) -> Iterator[tuple[Span, Span]]:
        for block in self._blocks:
            if block.same:
                olds, news = _sides(self, block)
                yield from zip(olds, news, strict=True)


def compare_texts(before: str, after: str) -> tuple[Change, ...]:
    """Tell what differs between two texts, in the order of both."""
    return Comparison(before, after).changes


def around(before: str, after: str, passage: Span) -> Around:
    """Find the paragraphs of a passage of the text ``before`` on both sides, and what differs in them."""
    return Comparison(before, after).around(passage)


def paragraphs(text: str) -> tuple[Span, ...]:
    """List the paragraphs of a text, which are its lines that are not blank."""
    lines = (trimmed(text, found.start(), found.end()) for found in _LINE.finditer(text))
    return tuple(span for span in lines if span.length)


def _key(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _sides(compared: Comparison, block: Block) -> tuple[Sequence[Span], Sequence[Span]]:
    return (
        compared.paragraphs[block.start : block.end],
        compared.after_paragraphs[block.after_start : block.after_end],
    )


def _changes(compared: Comparison, blocks: Sequence[Block]) -> Iterator[Change]:
    moved, came = _moves(compared, blocks)
    at = after_at = 0  # where the paragraphs that are behind us end
    for block in blocks:
        olds, news = _sides(compared, block)
        if block.same:
            at, after_at = olds[-1].end, news[-1].end
            continue
        for one, other in _paired(compared, olds, news, moved, came):
            before, after = one or Span(at, at), other or Span(after_at, after_at)
            at, after_at = before.end, after.end
            if one and other:
                yield Change(ChangeKind.CHANGED, one, other, tuple(_words(compared, one, other)))
            elif one:
                place = moved.get(one)
                kind = ChangeKind.MOVED_AWAY if place else ChangeKind.REMOVED
                yield Change(kind, before, after, elsewhere=place)
            elif other:
                place = came.get(other)
                yield Change(ChangeKind.MOVED_HERE if place else ChangeKind.ADDED, before, after, elsewhere=place)


def _moves(compared: Comparison, blocks: Sequence[Block]) -> tuple[dict[Span, Span], dict[Span, Span]]:
    """Pair what is gone in one place with the same words in another, first with first; tells both ways."""
    waiting: defaultdict[str, list[Span]] = defaultdict(list)
    apart = [_sides(compared, block) for block in blocks if not block.same]
    for _, news in apart:
        for span in news:
            waiting[_key(compared.after, span)].append(span)
    for places in waiting.values():
        places.reverse()
    moved = {}
    for olds, _ in apart:
        for span in olds:
            key = _key(compared.before, span)
            if waiting.get(key) and len(_TOKEN.findall(key[:200])) >= _MOVES:
                moved[span] = waiting[key].pop()
    return moved, {other: one for one, other in moved.items()}


Pair = tuple[Span | None, Span | None]


def _paired(
    compared: Comparison, olds: Sequence[Span], news: Sequence[Span], moved: dict[Span, Span], came: dict[Span, Span]
) -> Iterator[Pair]:
    """Put the paragraphs of a block that differs beside those that became of them; both orders are kept."""
    counted = [Counter(_TOKEN.findall(span.of(compared.after))) for span in news]
    following = 0
    for one in olds:
        found = None
        if one not in moved:
            mine = Counter(_TOKEN.findall(one.of(compared.before)))
            ahead = range(following, min(following + _AHEAD, len(news)))
            likeness = {number: _likeness(mine, counted[number]) for number in ahead if news[number] not in came}
            found = max(likeness, key=lambda number: (likeness[number], -number), default=None)
            if found is not None and likeness[found] < _ALIKE:
                found = None
        if found is None:
            yield one, None
            continue
        yield from ((None, other) for other in news[following:found])
        yield one, news[found]
        following = found + 1
    yield from ((None, other) for other in news[following:])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Tell how many of two paragraphs' words they have in common, from 0 to 1."""
    every = one.total() + other.total()
    return 2 * (one & other).total() / every if every else 0.0


def _words(compared: Comparison, one: Span, other: Span) -> Iterator[WordChange]:
    """Tell which words differ between two paragraphs."""
    olds, news = _tokens(compared.before, one), _tokens(compared.after, other)
    if len(olds) + len(news) > _LONGEST:
        yield WordChange(one, other)
        return
    at, after_at = one.start, other.start
    for block in align([span.of(compared.before) for span in olds], [span.of(compared.after) for span in news]):
        mine, theirs = olds[block.start : block.end], news[block.after_start : block.after_end]
        before = _hull(mine) if mine else Span(at, at)
        after = _hull(theirs) if theirs else Span(after_at, after_at)
        if not block.same:
            yield WordChange(before, after)
        at, after_at = before.end, after.end


def _tokens(text: str, span: Span) -> list[Span]:
    return [Span(*found.span()) for found in _TOKEN.finditer(text, span.start, span.end)]


def _hull(spans: Sequence[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))
