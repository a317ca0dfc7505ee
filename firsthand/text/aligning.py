"""Two rows of things side by side: which of the one stand in the other, in order, in near-linear time.

Short rows get a longest common subsequence. Long ones are cut at what stands once in both (as in patience sorting) and
each gap between two cuts is aligned by itself; where all is repeated, the first of a kind goes with the first, the
second with the second. What is still long then counts as different.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_CELLS = 16_000_000  # things of one row times things of the other that are aligned exactly: two megabytes of bits

Keys = Sequence[int]


class Block(NamedTuple):
    """Neighbours before (``start`` to ``end``) and after (``after_start`` to ``after_end``); ``same`` or not."""

    start: int
    end: int
    after_start: int
    after_end: int
    same: bool


def align(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[Block]:
    """Cut two rows into blocks that are the same and blocks that differ, by turns; together they hold everything."""
    numbers: dict[Hashable, int] = {}
    old, new = ([numbers.setdefault(thing, len(numbers)) for thing in row] for row in (before, after))
    return list(_blocks(_pairs(old, new, 0, 0, anchored=0), len(old), len(new)))


def _blocks(pairs: Iterator[tuple[int, int]], old_length: int, new_length: int) -> Iterator[Block]:
    """Join pairs that follow one another; what is between them differs."""
    start = end = after_start = after_end = 0  # of the block of the same that is being gathered
    for one, other in pairs:
        if (one, other) == (end, after_end):
            end, after_end = one + 1, other + 1
            continue
        if end > start:
            yield Block(start, end, after_start, after_end, same=True)
        yield Block(end, one, after_end, other, same=False)
        start, end, after_start, after_end = one, one + 1, other, other + 1
    if end > start:
        yield Block(start, end, after_start, after_end, same=True)
    if (end, after_end) != (old_length, new_length):
        yield Block(end, old_length, after_end, new_length, same=False)


def _pairs(old: Keys, new: Keys, at: int, after_at: int, *, anchored: int) -> Iterator[tuple[int, int]]:
    """Pair equal things in order; ``anchored`` counts the ways of cutting that were tried already."""
    begin = 0
    shorter = min(len(old), len(new))
    while begin < shorter and old[begin] == new[begin]:
        begin += 1
    stop = 0
    while stop < shorter - begin and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    yield from ((at + number, after_at + number) for number in range(begin))
    inner_old, inner_new = old[begin : len(old) - stop], new[begin : len(new) - stop]
    if inner_old and inner_new:
        yield from _within(inner_old, inner_new, at + begin, after_at + begin, anchored=anchored)
    ends = at + len(old) - stop, after_at + len(new) - stop
    yield from ((ends[0] + number, ends[1] + number) for number in range(stop))


def _within(old: Keys, new: Keys, at: int, after_at: int, *, anchored: int) -> Iterator[tuple[int, int]]:
    if len(old) * len(new) <= _CELLS:
        for step in LCSseq.opcodes(old, new):
            if step.tag == "equal":
                places = range(step.src_end - step.src_start)
                yield from ((at + step.src_start + by, after_at + step.dest_start + by) for by in places)
        return
    if anchored >= len(_CUTS):
        return
    behind = after_behind = 0
    for one, other in [*_rising(_CUTS[anchored](old, new)), (len(old), len(new))]:
        gap = old[behind:one], new[after_behind:other]
        yield from _pairs(*gap, at + behind, after_at + after_behind, anchored=anchored + 1)
        if one < len(old):
            yield at + one, after_at + other
        behind, after_behind = one + 1, other + 1


def _once_in_both(old: Keys, new: Keys) -> Iterator[tuple[int, int]]:
    """Pair what stands once on either side."""
    counted, after_counted = Counter(old), Counter(new)
    places = {key: number for number, key in enumerate(new) if after_counted[key] == 1}
    for number, key in enumerate(old):
        if key in places and counted[key] == 1:
            yield number, places[key]


def _by_turns(old: Keys, new: Keys) -> Iterator[tuple[int, int]]:
    """Pair the first of a kind with the first, the second with the second."""
    places: dict[tuple[int, int], int] = {}
    met: Counter[int] = Counter()
    for number, key in enumerate(new):
        places[key, met[key]] = number
        met[key] += 1
    met.clear()
    for number, key in enumerate(old):
        if (key, met[key]) in places:
            yield number, places[key, met[key]]
        met[key] += 1


_CUTS = (_once_in_both, _by_turns)


def _rising(pairs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep a longest run of pairs that rise on both sides; they rise on the first already."""
    found = list(pairs)
    lowest: list[int] = []  # the second number of the lowest pair that ends a run of each length
    holder: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(found):
        length = bisect_left(lowest, other)
        before.append(holder[length - 1] if length else -1)
        if length == len(lowest):
            lowest.append(other)
            holder.append(number)
        else:
            lowest[length], holder[length] = other, number
    kept = []
    at = holder[-1] if holder else -1
    while at >= 0:
        kept.append(found[at])
        at = before[at]
    return kept[::-1]
