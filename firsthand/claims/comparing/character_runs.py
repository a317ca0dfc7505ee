"""Texts compared by their runs of characters, which forms of one word and names spelt in two ways have in common."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

_RUN = 4

Weights = dict[str, float]


class CharacterRuns:
    """Knows how rare each run of four characters is among some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._held: Counter[str] = Counter()
        self._texts = 0
        for text in texts:
            self._held.update(set(_runs(text)))
            self._texts += 1

    def weigh(self, text: str) -> Weights:
        """Weigh the runs of a text by how often it has them and how rare they are, brought to length one."""
        weights = {
            run: (1 + math.log(count)) * math.log1p(self._texts / (1 + self._held[run]))
            for run, count in Counter(_runs(text)).items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {run: weight / length for run, weight in weights.items()}


def cosine(one: Weights, other: Weights) -> float:
    """Tell how much two weighed texts have in common: from 0, nothing, to 1."""
    return sum(weight * other[run] for run, weight in one.items() if run in other)


def _runs(text: str) -> list[str]:
    padded = f" {text} "
    return [padded[start : start + _RUN] for start in range(len(padded) - _RUN + 1)]
