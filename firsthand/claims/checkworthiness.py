"""How much a sentence is worth checking, and why, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.weighing.kinds import claim_type_of
from firsthand.claims.weighing.signs import AGAINST, SIGNS_OF_TERM, WORDS_OF_SIGNS, signs_in
from firsthand.claims.weighing.terms import terms_of
from firsthand.claims.weighing.worth_model import PER_UNIT, worth_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.vocabulary import ClaimType

THRESHOLD = 0.5
WORDING = "wording"
_WORDED_LIKE = ("its words are those of talk that nobody checks", "its words are those of statements that get checked")
_KEPT = 1024  # sentences: drafting asks several times about each of an article's
_FURTHEST = 700  # beyond so many units of log-odds the exponential no longer fits a float


class Reason(NamedTuple):
    """One ground for checking a sentence, or against it where the weight is below zero; ``words`` follow «because».

    The weight is in log-odds; a reason never speaks against what its words say.
    """

    name: str
    words: str
    weight: float


@dataclass(frozen=True)
class CheckWorthiness:
    """The score (0 to 1), the reasons behind it, weightiest first, and the kind of statement."""

    score: float
    reasons: tuple[Reason, ...]
    claim_type: ClaimType


def check_worthiness(sentences: Sequence[str]) -> list[float]:
    """Return for each sentence how much it is worth checking, 0 to 1; from ``THRESHOLD`` on it is."""
    return [_read(sentence).score for sentence in sentences]


@lru_cache(maxsize=_KEPT)
def explain(sentence: str) -> CheckWorthiness:
    """Return how much a sentence is worth checking, with the reasons."""
    read = _read(sentence)
    reasons = sorted(_reasons(read), key=lambda reason: (-abs(reason.weight), reason.name))
    return CheckWorthiness(read.score, tuple(reasons), claim_type_of(sentence, read.signs))


class _Read(NamedTuple):
    """What a sentence shows of what was learned."""

    signs: frozenset[str]
    terms: set[str]

    @property
    def score(self) -> float:
        model = worth_model()
        weight = sum(map(model.signs.__getitem__, self.signs)) + sum(map(model.terms.__getitem__, self.terms))
        exponent = (model.base + weight) / PER_UNIT
        return 1 / (1 + math.exp(-max(-_FURTHEST, min(_FURTHEST, exponent))))


def _read(sentence: str) -> _Read:
    terms = terms_of(sentence)
    return _Read(signs_in(sentence, terms), worth_model().terms.keys() & {*terms.words, *terms.pairs})


def _reasons(read: _Read) -> Iterator[Reason]:
    """Share out what was learned among the signs; what no sign stands for is the wording's.

    A term counts for the first sign it is a word of. A sign whose sum points the other way than its words is folded
    into the wording, for a reason that contradicts itself helps nobody.
    """
    model = worth_model()
    weights = {name: model.signs[name] for name in read.signs}
    wording = 0
    for term in read.terms:
        name = next((sign for sign in SIGNS_OF_TERM.get(term, ()) if sign in weights), None)
        if name is None:
            wording += model.terms[term]
        else:
            weights[name] += model.terms[term]
    for name, weight in weights.items():
        if weight and (weight < 0) is (name in AGAINST):
            yield Reason(name, WORDS_OF_SIGNS[name], weight / PER_UNIT)
        else:
            wording += weight
    if wording:
        yield Reason(WORDING, _WORDED_LIKE[wording > 0], wording / PER_UNIT)
