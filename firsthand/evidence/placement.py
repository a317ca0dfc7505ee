"""Where all words of a quotation stand in a text, in order, nothing changed but what its brackets and ellipses show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from firsthand.evidence.quotation import LONGEST_ELISION, LONGEST_SUBSTITUTION, ItemKind, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.evidence.prepared import PreparedText

_MOST_PLACES = 50
_MOST_RUNS = 20  # a quotation in more pieces is a collage, and looking for each piece takes time


class Pair(NamedTuple):
    """An item of the quotation and the word of the text that it is."""

    item: int
    word: int


class Placement(NamedTuple):
    """One way to lay a quotation over a text: words ``first`` up to ``last``, exclusive, and the pairs that agree."""

    first: int
    last: int
    pairs: tuple[Pair, ...]

    @property
    def skipped(self) -> int:
        """Number of words of the text inside the placement that the quotation does not have."""
        return self.last - self.first - len(self.pairs)

    def gaps(self, items: int) -> Iterator[tuple[Gap, Pair | None]]:
        """Yield, for a quotation of so many items, the gap before each pair and the pair, and last the gap at the end.

        A gap may be empty.
        """
        item, word = 0, self.first
        for pair in self.pairs:
            yield Gap(range(item, pair.item), range(word, pair.word)), pair
            item, word = pair.item + 1, pair.word + 1
        yield Gap(range(item, items), range(word, self.last)), None


class Gap(NamedTuple):
    """What lies between two pairs: the items and the words, given by their indices, that have no partner."""

    items: range
    words: range

    def edited(self, quotation: Quotation) -> bool:
        """Whether the quotation shows the gap: it holds a bracket or an ellipsis and no word of its own."""
        return bool(self.items) and all(quotation.items[index].kind is not ItemKind.WORD for index in self.items)


class _Run(NamedTuple):
    """Neighbouring words of a quotation: items ``first`` up to ``last``, exclusive."""

    first: int
    last: int


def faithful_placements(quotation: Quotation, text: PreparedText) -> list[Placement]:
    """Return every place, up to fifty, where the quotation's words stand in order; the tightest first.

    Between two runs of words may lie what an ellipsis leaves out or a bracket replaces, within bounds.
    """
    runs = _runs(quotation)
    if not 0 < len(runs) <= _MOST_RUNS:
        return []
    places = [list(text.occurrences(_keys(quotation, run))) for run in runs]
    if not all(places):
        return []
    following = _chain(quotation, text, runs, places)
    found = []
    for start in following[0]:
        chosen, at = [start], start
        for links in following[:-1]:
            at = links[at]
            chosen.append(at)
        placement = _placement(quotation, text, runs, chosen)
        if placement:
            found.append(placement)
        if len(found) == _MOST_PLACES:
            break
    return _without_overlaps(found)


def _runs(quotation: Quotation) -> list[_Run]:
    runs: list[_Run] = []
    for index, item in enumerate(quotation.items):
        if item.kind is not ItemKind.WORD:
            continue
        if runs and runs[-1].last == index:
            runs[-1] = _Run(runs[-1].first, index + 1)
        else:
            runs.append(_Run(index, index + 1))
    return runs


def _keys(quotation: Quotation, run: _Run) -> tuple[str, ...]:
    return tuple(item.key for item in quotation.items[run.first : run.last])


def _chain(
    quotation: Quotation, text: PreparedText, runs: Sequence[_Run], places: Sequence[list[int]]
) -> list[dict[int, int]]:
    """Return, for each run, its places from which the rest can follow, each with the next run's nearest place."""
    following: list[dict[int, int]] = [{} for _ in runs]
    following[-1] = dict.fromkeys(places[-1], -1)
    for index in range(len(runs) - 2, -1, -1):
        run, later = runs[index], runs[index + 1]
        reachable = sorted(following[index + 1])
        limit = _limit(quotation, run.last, later.first)
        for place in places[index]:
            end = place + run.last - run.first
            near = reachable[bisect_left(reachable, end) : bisect_right(reachable, end + limit)]
            fits = (start for start in near if _fits(quotation, text, (run.last, later.first), (end, start)))
            chosen = next(fits, None)
            if chosen is not None:
                following[index][place] = chosen
    return following


def _limit(quotation: Quotation, first: int, last: int) -> int:
    """Return how many words of the text the items between two runs may stand for."""
    kinds = [item.kind for item in quotation.items[first:last]]
    return sum(LONGEST_ELISION if kind is ItemKind.ELLIPSIS else LONGEST_SUBSTITUTION for kind in kinds)


def _fits(quotation: Quotation, text: PreparedText, items: tuple[int, int], words: tuple[int, int]) -> bool:
    """Whether the letters kept outside a lone bracket, as in «walk[ed]», are those of the words it stands for."""
    if items[1] - items[0] != 1:
        return True
    before, after = quotation.items[items[0]].kept
    if not before and not after:
        return True
    replaced = text.keys[words[0] : words[1]]
    return bool(replaced) and replaced[0].startswith(before) and replaced[-1].endswith(after)


def _placement(
    quotation: Quotation, text: PreparedText, runs: Sequence[_Run], starts: Sequence[int]
) -> Placement | None:
    """Lay the runs at ``starts``; a bracket with kept letters at either end has to find its word beside them."""
    pairs = [
        Pair(item, start + item - run.first)
        for run, start in zip(runs, starts, strict=True)
        for item in range(run.first, run.last)
    ]
    first, last = pairs[0].word, pairs[-1].word + 1
    if not _fits(quotation, text, (0, runs[0].first), (max(0, first - 1), first)):
        return None
    if not _fits(quotation, text, (runs[-1].last, len(quotation.items)), (last, last + 1)):
        return None
    first -= runs[0].first == 1 and any(quotation.items[0].kept)
    last += len(quotation.items) - runs[-1].last == 1 and any(quotation.items[-1].kept)
    return Placement(first, last, tuple(pairs))


def _without_overlaps(found: list[Placement]) -> list[Placement]:
    """Keep the tightest of placements that share words: an elision may begin at several places."""
    kept: list[Placement] = []
    for placement in found:
        if kept and placement.first < kept[-1].last:
            if placement.last - placement.first < kept[-1].last - kept[-1].first:
                kept[-1] = placement
        else:
            kept.append(placement)
    return sorted(kept, key=lambda placement: placement.skipped)
