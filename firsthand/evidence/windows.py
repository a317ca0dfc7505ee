"""Where in a long text words stand together: a quick look that spares a slow one the rest of the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHORTEST = 200  # characters of half a stretch
_MOST_PLACES = 2000  # of one word; one with more says nothing about where to look


class Window(NamedTuple):
    """A stretch of a text and the weight of the words that stand in it."""

    span: Span
    weight: float


def windows(text: str, weights: Mapping[str, float], size: int, *, most: int = 2) -> list[Window]:
    """Return the stretches of the text where the weightiest words meet, best first.

    ``weights`` are of words in lower case, each of which counts once in a stretch. Stretches are twice ``size`` long
    and overlap by half, so that what is no longer than ``size`` lies wholly in one of them.
    """
    half = max(_SHORTEST, size)
    held: defaultdict[int, set[str]] = defaultdict(set)
    lowered = _lowered(text)
    for word in weights:
        for place in _places(lowered, word):
            held[place // half].add(word)
    firsts = {first for bucket in held for first in (bucket - 1, bucket) if first >= 0}
    weighed = {
        first: sum(sorted(weights[word] for word in held.get(first, set()) | held.get(first + 1, set())))
        for first in firsts
    }
    ordered = sorted(weighed, key=lambda first: (-weighed[first], first))[:most]
    return [Window(Span(first * half, min(len(text), (first + 2) * half)), weighed[first]) for first in ordered]


def _lowered(text: str) -> str:
    """Return the text in lower case, with every character in its place: «İ» has two when it is lowered."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _places(lowered: str, word: str) -> Iterator[int]:
    """Yield where the word begins; that a longer word may begin with it does no harm here."""
    at, found = lowered.find(word), 0
    while at >= 0 and found < _MOST_PLACES:
        if at == 0 or not lowered[at - 1].isalnum():
            yield at
            found += 1
        at = lowered.find(word, at + len(word))
