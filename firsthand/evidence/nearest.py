"""Where the words of a quotation stand almost: the place that shares most of them, in order and close together."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from firsthand.evidence.cautions import STOPS
from firsthand.evidence.placement import Pair, Placement
from firsthand.evidence.quotation import LONGEST_ELISION, ItemKind, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.evidence.prepared import PreparedText

_ALWAYS = 2  # words that look for candidates however frequent they are
_RARE = 12  # words of the quotation, rarest first, that look for candidates
_FREQUENT = 400  # places; a word with more of them helps only where there is nothing rarer
_CANDIDATES = 5
_LONGEST = 3000  # words that are compared; the comparison's memory grows with the square
_LEEWAY = 2  # words on either side of a candidate when it is looked at again, closer
_SKIP = 0.35  # cost of a skipped word, in matched words of middling rarity

# A quotation with words swapped, lost, added or moved keeps more than this share of its rarity-weighted words; one from
# another speech reaches 0.57 (95 % of six to eight words), 0.43 at most from fifteen words on. Long ones may lose more.
_SHARE = 0.6
_LONG_SHARE = 0.5
_LONG = 15
_FEWEST = 2  # words in common; a single one says nothing


class _Match(NamedTuple):
    """A placement with what speaks for it."""

    placement: Placement
    covered: float  # share of the quotation's words found in order, rare words counting more
    shared: float  # the same in any order
    dense: float  # share of the place's words that are the quotation's


def nearest_placements(quotation: Quotation, text: PreparedText) -> list[Placement]:
    """Return the place that is strongly similar to the quotation, and its equals; empty where there is none."""
    matches = _matches(quotation, text)
    if not matches:
        return []
    best = matches[0]
    size = len(quotation.keys)
    enough = _LONG_SHARE if size >= _LONG else _SHARE
    if best.shared < enough or len(best.placement.pairs) < _FEWEST:
        return []
    equals = [match.placement for match in matches if match[1:] == best[1:]]
    return [equals[0], *(other for other in equals[1:] if not _overlap(other, equals[0]))]


def _overlap(one: Placement, other: Placement) -> bool:
    return max(one.first, other.first) < min(one.last, other.last)


def _matches(quotation: Quotation, text: PreparedText) -> list[_Match]:
    """Return the most promising places, best first."""
    words = [index for index, item in enumerate(quotation.items) if item.kind is ItemKind.WORD]
    words = words[:_LONGEST]
    keys = [quotation.items[index].key for index in words]
    if not any(key in text.places for key in keys):
        return []
    rarity = {key: _rarity(key, text) for key in keys}
    gains, elided = [rarity[key] for key in keys], _elided(quotation, words)
    found = {}
    for start, end in _windows(quotation, keys, text):
        core = _core(_pairs(keys, text, start, end), gains, elided)
        if not core:
            continue
        closer = max(start, core[0].word - core[0].item - _LEEWAY), core[-1].word + len(keys) - core[-1].item + _LEEWAY
        core = _core(_pairs(keys, text, *closer), gains, elided)
        first, last = _reach(text, core, len(keys))
        pairs = tuple(Pair(words[pair.item], pair.word) for pair in core)
        found[first, last] = _match(Placement(first, last, pairs), keys, text, rarity)
    return sorted(
        found.values(), key=lambda match: (-match.covered - match.shared - match.dense, match.placement.first)
    )


def _rarity(key: str, text: PreparedText) -> float:
    return log(1 + len(text.keys) / (1 + text.frequency(key)))


def _elided(quotation: Quotation, words: Sequence[int]) -> frozenset[int]:
    """Return the positions, among the quotation's words, before which an ellipsis stands."""
    return frozenset(
        at
        for at, (before, index) in enumerate(pairwise(words), 1)
        if any(quotation.items[i].kind is ItemKind.ELLIPSIS for i in range(before, index))
    )


def _windows(quotation: Quotation, keys: Sequence[str], text: PreparedText) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text where the quotation's rarest words meet in the quotation's order."""
    size = len(keys)
    width = max(6, size // 2)
    rarest = sorted((at for at in range(size) if keys[at] in text.places), key=lambda at: text.frequency(keys[at]))
    votes: defaultdict[int, float] = defaultdict(float)
    for rank, at in enumerate(rarest[:_RARE]):
        if rank >= _ALWAYS and text.frequency(keys[at]) > _FREQUENT:
            break
        weight = _rarity(keys[at], text)
        for place in text.places[keys[at]]:
            bucket = (place - at) // width
            votes[bucket] += weight
            votes[bucket + 1] += weight
    ellipses = sum(item.kind is ItemKind.ELLIPSIS for item in quotation.items)
    margin = size // 3 + 3 + ellipses * LONGEST_ELISION
    for bucket in sorted(votes, key=lambda b: (-votes[b], b))[:_CANDIDATES]:
        start = (bucket - 1) * width
        yield max(0, start - margin), max(0, start + 2 * width + size + margin)


def _pairs(keys: Sequence[str], text: PreparedText, start: int, end: int) -> list[Pair]:
    """Return the longest run of words that the quotation and words ``start`` to ``end`` have in the same order."""
    return [
        Pair(block.a + offset, start + block.b + offset)
        for block in Indel.editops(keys, text.keys[start:end]).as_matching_blocks()
        for offset in range(block.size)
    ]


def _core(pairs: Sequence[Pair], gains: Sequence[float], elided: frozenset[int]) -> list[Pair]:
    """Return the neighbouring pairs that gain most when every word skipped between them costs."""
    cost = _SKIP * sum(gains) / len(gains)
    best, total, begin, chosen = 0.0, 0.0, 0, (0, 0)
    for index, pair in enumerate(pairs):
        if index:
            before = pairs[index - 1]
            skipped = pair.item - before.item - 1
            if not any(at in elided for at in range(before.item + 1, pair.item + 1)):
                skipped += pair.word - before.word - 1
            total -= cost * skipped
        if total <= 0:
            total, begin = 0.0, index
        total += gains[pair.item]
        if total > best:
            best, chosen = total, (begin, index + 1)
    return list(pairs[slice(*chosen)])


def _reach(text: PreparedText, pairs: Sequence[Pair], size: int) -> tuple[int, int]:
    """Return the words from the first pair to the last, and as many beside them as the quotation has left over.

    The end of a sentence stops the reach: what stands beyond it was not altered but is simply something else.
    """
    first, last = pairs[0].word, pairs[-1].word + 1
    for _ in range(pairs[0].item):
        if first == 0 or any(stop in text.between(first - 1, first) for stop in STOPS):
            break
        first -= 1
    for _ in range(size - pairs[-1].item - 1):
        if last == len(text.keys) or any(stop in text.between(last - 1, last) for stop in STOPS):
            break
        last += 1
    return first, last


def _match(placement: Placement, keys: Sequence[str], text: PreparedText, rarity: dict[str, float]) -> _Match:
    whole = sum(rarity[key] for key in keys)
    there = Counter(text.keys[placement.first : placement.last])
    common = Counter(keys) & there
    return _Match(
        placement,
        sum(rarity[text.keys[pair.word]] for pair in placement.pairs) / whole,
        sum(rarity[key] * count for key, count in common.items()) / whole,
        common.total() / max(1, placement.last - placement.first),
    )
