"""Earlier claims that resemble a statement: BM25 over an inverted index, the best of it compared by characters too."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from firsthand.claims.comparing.character_runs import CharacterRuns, cosine
from firsthand.text.normalisation import normalise
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Key = TypeVar("Key", bound="Hashable")

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LETTERS = re.compile(r"[^\W_]+")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_COMMON = words(
    """a an the of and or to in on at for by with from as is are was were be been it its this that these those he she
    they we you i his her their our my me him them us not no do does did has have had will would can could if but so
    than then there here who what which when where how why all any about into over after before s t re ve ll d m via"""
)
_ENDING = re.compile(r"(?<=\w{4})(?:ing|e?d)$|(?<=\w{3}[^s])s$")
_LAST_E = re.compile(r"(?<=\w{4})e$")
_SATURATION = 1.2  # k1 and b as Robertson and Zaragoza (2009) give them
_LENGTH = 0.75
_RANKED = 30  # so many of the best are compared by characters as well
_CHARACTERS = 2.75  # what that counts for, the best score by words being 1; learned on CLEF-2020's training queries


class Similar(NamedTuple, Generic[Key]):
    """An earlier claim and how much it resembles; scores of one search compare with each other only."""

    key: Key
    score: float


class SimilarClaims(Generic[Key]):
    """An index over ``(key, text)`` pairs, built once and searched often."""

    def __init__(self, claims: Iterable[tuple[Key, str]]) -> None:
        self._keys: list[Key] = []
        self._lengths: list[int] = []
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._stems: list[str] = []
        for number, (key, text) in enumerate(claims):
            stems = terms(text)
            counted = Counter(stems)
            self._keys.append(key)
            self._stems.append(" ".join(stems))
            self._lengths.append(counted.total())
            for term, count in counted.items():
                self._postings[term].append((number, count))
        self._average = sum(self._lengths) / len(self._lengths) if self._lengths else 0.0
        self._runs = CharacterRuns(self._stems)

    def search(self, text: str, limit: int = 5) -> list[Similar[Key]]:
        """Return the claims that share words with ``text``, best first; rare words count most."""
        stems = terms(text)
        found = self._by_words(set(stems))
        nearest = heapq.nsmallest(max(limit, _RANKED), found.items(), key=lambda item: (-item[1], item[0]))
        asked = self._runs.weigh(" ".join(stems))
        scores = {
            number: score / nearest[0][1] + _CHARACTERS * cosine(asked, self._runs.weigh(self._stems[number]))
            for number, score in nearest
        }
        best = heapq.nsmallest(limit, scores.items(), key=lambda item: (-item[1], item[0]))
        return [Similar(self._keys[number], score) for number, score in best]

    def _by_words(self, stems: set[str]) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for term in sorted(stems & self._postings.keys()):
            postings = self._postings[term]
            rarity = math.log1p((len(self._keys) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, count in postings:
                length = 1 - _LENGTH + _LENGTH * self._lengths[number] / self._average
                scores[number] += rarity * count * (_SATURATION + 1) / (count + _SATURATION * length)
        return scores


def terms(text: str) -> list[str]:
    """Return the words of ``text`` by which it is found: folded, without the commonest, cut to a stem.

    Hashtags in camel case are taken apart; scripts without spaces are cut into pairs of characters.
    """
    plain = normalise(_CAMEL.sub(" ", text), fold_case=True).text
    found: list[str] = []
    for word in _WORD.findall(plain):
        if _WIDE.search(word):
            found.extend(word[i : i + 2] for i in range(max(1, len(word) - 1)))
        elif word not in _COMMON:
            found.append(stem(word))
    return found


def search_terms(text: str) -> tuple[str, ...]:
    """Return the words to look for in a full-text index: stems, each once; runs of a script without spaces whole."""
    plain = normalise(text, fold_case=True).text
    found = [word if _WIDE.search(word) else stem(word) for word in _LETTERS.findall(plain) if word not in _COMMON]
    return tuple(dict.fromkeys(found))


def stem(word: str) -> str:
    """Cut the commonest English endings off a word; a light hand loses less than a thorough stemmer does."""
    if word.endswith("ies") and len(word) > len("ties"):
        word = word.replace("ies", "y")
    return _LAST_E.sub("", _ENDING.sub("", word))
