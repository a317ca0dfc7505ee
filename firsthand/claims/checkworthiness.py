"""How much a sentence is worth checking, and why, in words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.kinds import claim_type_of
from firsthand.claims.signs import BASE, SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.vocabulary import ClaimType

THRESHOLD = 0.5
_LONGEST = 2000


class Reason(NamedTuple):
    """One ground for checking a sentence, or against it where the weight is below zero; ``words`` follow «because»."""

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
    return [_score(_reasons(sentence)) for sentence in sentences]


def explain(sentence: str) -> CheckWorthiness:
    """Return how much a sentence is worth checking, with the reasons."""
    reasons = _reasons(sentence)
    ordered = tuple(sorted(reasons, key=lambda reason: -abs(reason.weight)))
    return CheckWorthiness(_score(reasons), ordered, claim_type_of(sentence))


def _reasons(sentence: str) -> list[Reason]:
    sentence = sentence[:_LONGEST]
    return [Reason(sign.name, sign.words, sign.weight) for sign in SIGNS if sign.pattern.search(sentence)]


def _score(reasons: Sequence[Reason]) -> float:
    return 1 / (1 + math.exp(-BASE - sum(reason.weight for reason in reasons)))
