"""Passages of a source in the order in which they are worth reading against a statement.

BM25 over terms (Robertson and Zaragoza, 2009, «The Probabilistic Relevance Framework»), with what tells a supporting
passage from one that merely shares words. Figures count more than other words. A passage shares in the scores of its
neighbours and of the heading above it, since the sentence that supports often leaves the names to those. Of the first
ten, each is also chosen for the terms that none before it has, as by maximal marginal relevance (Carbonell and
Goldstein, 1998): a claim of several parts needs several passages.

The factors are round numbers on a plateau: halving or doubling any one costs at most three points on WiCE's dev claims.
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from firsthand.evidence.terms import terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SATURATION = 1.2  # k1: how soon a repeated word stops counting
_LENGTH = 0.3  # b: how much a long passage is held back
_FIGURE = 1.75  # weight of a word with a digit
_NEIGHBOURS = {1: 0.25, 2: 0.1}  # share of the score of the passages one and two places away, on either side
_HEADING = 0.1  # share of the score of the heading above
_FEWEST_TERMS, _SCRAP = 3, 0.6  # what has fewer terms is a scrap of a page's frame, and loses part of its score
_FIRST = 10
_NEW_TERM = 0.2  # share of a term's weight that a passage gains by being the first to have it


def rank_passages(statement: str, passages: Sequence[str]) -> list[tuple[int, float]]:
    """Return the index and the score (0 and up, within one call) of every passage, best first, equals in order."""
    read = [terms(passage) for passage in passages]
    weights = _weights(set(terms(statement)), read)
    scores = _in_context(_bm25(weights, read), read, passages)
    ranked = sorted(range(len(passages)), key=lambda index: (-scores[index], index))
    first = _covering(ranked, scores, weights, read)
    chosen = {index for index, _ in first}
    return [*first, *((index, scores[index]) for index in ranked if index not in chosen)]


def _weights(asked: set[str], passages: Sequence[Sequence[str]]) -> dict[str, float]:
    """Weigh the statement's terms by how few passages have them, in one order, so that sums of fractions repeat."""
    holding = Counter(term for passage in passages for term in asked.intersection(passage))
    return {
        term: log(1 + (len(passages) - holding[term] + 0.5) / (holding[term] + 0.5))
        * (_FIGURE if any(map(str.isdigit, term)) else 1)
        for term in sorted(asked)
    }


def _bm25(weights: Mapping[str, float], passages: Sequence[Sequence[str]]) -> list[float]:
    average = sum(map(len, passages)) / max(1, len(passages)) or 1.0
    scores = []
    for passage in passages:
        counts = Counter(passage)
        brake = _SATURATION * (1 - _LENGTH + _LENGTH * len(passage) / average)
        scores.append(
            sum(
                weight * counts[term] * (_SATURATION + 1) / (counts[term] + brake)
                for term, weight in weights.items()
                if term in counts
            )
        )
    return scores


def _in_context(scores: Sequence[float], read: Sequence[Sequence[str]], passages: Sequence[str]) -> list[float]:
    """Let every passage share in what stands around it, and take from scraps."""
    shared = []
    heading = 0.0
    for index, score in enumerate(scores):
        is_heading = passages[index].lstrip().startswith("#")
        around = sum(
            share * scores[place]
            for away, share in _NEIGHBOURS.items()
            for place in (index - away, index + away)
            if 0 <= place < len(scores)
        )
        total = score + around + (0.0 if is_heading else _HEADING * heading)
        shared.append(total * (_SCRAP if len(read[index]) < _FEWEST_TERMS else 1))
        heading = score if is_heading else heading
    return shared


def _covering(
    ranked: Sequence[int], scores: Sequence[float], weights: Mapping[str, float], read: Sequence[Sequence[str]]
) -> list[tuple[int, float]]:
    """Choose the first ten one by one, each for its score and for the terms that are new with it."""
    left = {index: weights.keys() & set(read[index]) for index in ranked[: 4 * _FIRST]}
    chosen: list[tuple[int, float]] = []
    seen: set[str] = set()
    while left and len(chosen) < _FIRST:
        gains = {
            index: scores[index] + _NEW_TERM * sum(weights[term] for term in sorted(has - seen))
            for index, has in left.items()
        }
        best = max(gains, key=lambda index: (gains[index], -index))
        chosen.append((best, gains[best]))
        seen |= left.pop(best)
    return chosen
