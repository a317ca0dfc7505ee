"""How much of one text stands word for word in another one.

PURE. Runs of eight words are compared, so that quotations and turns of phrase in common weigh little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_RUN = 8  # words
_MOST_WORDS = 40_000  # of either text; more of them would tell the same
_FEWEST_WORDS = 60
_WORD = re.compile(r"\w+")
_COPY = 0.6
_ALL = 0.995  # rounds to all


class Shared(NamedTuple):
    """How much is shared, as shares of the words of either text, 0 to 1; ``words`` counts those of the shorter one."""

    of_text: float
    of_other: float
    words: int


def copied(share: float, words: int) -> bool:
    """Whether a text of which so large a share stands in another one is a copy: one that quotes much is none."""
    return words >= _FEWEST_WORDS and share >= _COPY


def in_words(share: float) -> str:
    """Say how many of a text's words stand in another one."""
    return "All" if share >= _ALL else f"{share:.0%}"


def shared(text: str, other: str) -> Shared:
    """Measure how much of each text stands in the other, in runs of eight words whatever their case."""
    here, there = _words(text), _words(other)
    runs_here, runs_there = set(_runs(here)), set(_runs(there))
    common = runs_here & runs_there
    return Shared(_covered(here, common), _covered(there, common), min(len(here), len(there)))


def rare_runs(text: str, count: int = 4, length: int = 5) -> tuple[tuple[str, ...], ...]:
    """Choose long words that stand near one another, in several places of a text: what another copy has as well."""
    words = _words(text)
    window = 30
    if len(words) < _FEWEST_WORDS:
        return ()
    places = (round((step + 0.5) * (len(words) - window) / count) for step in range(count))
    chosen = []
    for place in places:
        letters = [word for word in dict.fromkeys(words[max(0, place) : place + window]) if word.isalpha()]
        longest = sorted(letters, key=len, reverse=True)[:length]
        if len(longest) == length:
            chosen.append(tuple(longest))
    return tuple(dict.fromkeys(chosen))


def _words(text: str) -> list[str]:
    found = (match[0].casefold() for match in _WORD.finditer(text))
    return [word for word, _ in zip(found, range(_MOST_WORDS), strict=False)]


def _runs(words: list[str]) -> Iterator[int]:
    return (hash(tuple(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1))


def _covered(words: list[str], common: set[int]) -> float:
    """Tell the share of the words that stand in a run that both texts have."""
    covered, reached = 0, 0
    for start, run in enumerate(_runs(words)):
        if run in common:
            covered += start + _RUN - max(start, reached)
            reached = start + _RUN
    return covered / len(words) if words else 0.0
