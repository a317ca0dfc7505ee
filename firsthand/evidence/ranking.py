"""Passages of a source in the order in which they are worth reading against a statement.

BM25 over word stems (Robertson and Zaragoza, 2009, «The Probabilistic Relevance Framework»), with two signals of what
supports a claim: figures count more than other words, and a passage shares in the score of its neighbours, since the
sentence that supports often leaves the names to the sentence beside it.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from firsthand.evidence.words import words_of
from firsthand.text.normalisation import normalise
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SATURATION = 1.2  # k1: how soon a repeated word stops counting
_LENGTH = 0.5  # b: how much a long passage is held back
_FIGURE = 1.5  # weight of a word with a digit
_NEIGHBOUR = 0.25  # share of each neighbour's score
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM = 3
_STOPWORDS = words(
    """
    a an the of in on at to for from by with as and or but is are was were be been being has have had it its this that
    these those he she they his her their him them who which what when where also into after before over during while
    not no than then there one
    """
)


def rank_passages(statement: str, passages: Sequence[str]) -> list[tuple[int, float]]:
    """Return the index and the score (0 and up, within one call) of every passage, best first, equals in order."""
    scores = _bm25(set(_terms(statement)), [_terms(passage) for passage in passages])
    padded = [0.0, *scores, 0.0]
    shared = [
        score + _NEIGHBOUR * (before + after) for before, score, after in zip(padded, scores, padded[2:], strict=False)
    ]
    return sorted(enumerate(shared), key=lambda ranked: (-ranked[1], ranked[0]))


def _terms(text: str) -> list[str]:
    return [_stem(word.key) for word in words_of(normalise(text).text) if word.key not in _STOPWORDS]


def _stem(key: str) -> str:
    """Cut the commonest English endings; that others lose a letter with them does no harm to a comparison."""
    key = key.removesuffix("'s")
    if key.endswith("ss"):
        return key
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            return key.removesuffix(ending) + instead
    return key


def _bm25(asked: set[str], passages: Sequence[Sequence[str]]) -> list[float]:
    average = sum(map(len, passages)) / max(1, len(passages)) or 1.0
    holding = Counter(term for passage in passages for term in set(passage))
    weights = {
        term: log(1 + (len(passages) - holding[term] + 0.5) / (holding[term] + 0.5))
        * (_FIGURE if any(map(str.isdigit, term)) else 1)
        for term in asked
    }
    scores = []
    for passage in passages:
        counts = Counter(passage)
        brake = _SATURATION * (1 - _LENGTH + _LENGTH * len(passage) / average)
        terms = sorted(asked & counts.keys())  # in one order, so that sums of fractions repeat
        scores.append(sum(weights[t] * counts[t] * (_SATURATION + 1) / (counts[t] + brake) for t in terms))
    return scores
