"""How far two statements make the same claim: the words that they share, less what sets them apart.

The same words with another figure, name or date, or with a negation, are another claim; such a pair stays low however
much it shares, and says what differs.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from firsthand.claims.comparing.differences import (
    Difference,
    DifferenceKind,
    Paired,
    differences,
    pair,
    same_amount,
    unshared,
)
from firsthand.claims.comparing.stated import Stated, Word, take_apart
from firsthand.claims.matching import search_terms

Key = TypeVar("Key", bound="Hashable")

# From here on, a person is asked whether it is the same claim.
THRESHOLD = 0.72
_COMPARED = 12
_AMOUNT = 1.2  # what a figure that both have weighs; a name weighs 1.5, another word 1
_OWN = 0.9  # words of both sides' own: each says something else
_MORE = 0.3  # words that only one side has: it says more
_KEEPS = {
    DifferenceKind.FIGURE: 0.4,
    DifferenceKind.DATE: 0.4,
    DifferenceKind.NEGATION: 0.4,
    DifferenceKind.OPPOSITE: 0.4,
    DifferenceKind.NAME: 0.5,
    DifferenceKind.ROLES: 0.4,
    DifferenceKind.QUANTITY: 0.5,
    DifferenceKind.MODAL: 0.5,
}


class Alike(NamedTuple, Generic[Key]):
    """A claim with how far it says the same (0 to 1), and what differs."""

    key: Key
    score: float
    differences: tuple[Difference, ...]


def rerank(statement: str, candidates: Iterable[tuple[Key, str]]) -> list[Alike[Key]]:
    """Order claims by how far they say what ``statement`` says, best first; equals keep their order.

    Only those that share most of their words are taken apart: the others would not come near ``THRESHOLD``.
    """
    here, words = take_apart(statement), frozenset(search_terms(statement))
    nearest = heapq.nlargest(_COMPARED, candidates, key=lambda candidate: _shared(words, candidate[1]))
    found = [Alike(key, *compare(here, take_apart(text))) for key, text in nearest]
    return sorted(found, key=lambda alike: -alike.score)


def _shared(words: frozenset[str], text: str) -> float:
    other = frozenset(search_terms(text))
    return 2 * len(words & other) / max(1, len(words) + len(other))


def compare(one: Stated, other: Stated) -> tuple[float, tuple[Difference, ...]]:
    """Tell how far two statements make the same claim, and what differs."""
    paired = pair(one, other)
    found = differences(one, other, paired)
    score = _overlap(one, other, paired)
    for difference in found:
        score *= _KEEPS[difference.kind]
    return score, found


def _overlap(one: Stated, other: Stated, paired: Paired) -> float:
    amounts_here, amounts_there = unshared(one.amounts, other.amounts, same_amount)
    shared = sum(max(here.weight, there.weight) for here, there in zip(paired.here, paired.there, strict=True))
    shared += _AMOUNT * (len(one.amounts) - len(amounts_here))
    here = _weight(paired.only_here) + _AMOUNT * len(amounts_here)
    there = _weight(paired.only_there) + _AMOUNT * len(amounts_there)
    less, more = sorted((here, there))
    whole = shared + _OWN * 2 * less + _MORE * (more - less)
    return shared / whole if whole else 0.0


def _weight(words: Sequence[Word]) -> float:
    return sum(word.weight for word in words)
