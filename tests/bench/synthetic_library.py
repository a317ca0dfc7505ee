"""A made-up library of captured sources: each document reads the same at every run, and so do the quotations from it.

Most are as long as a press release, a few as long as a book's chapter. Words follow Zipf's law; on top, a document
keeps to a topic, whose words come up again and again, and to some names that few others know.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from tests.bench.synthetic import Row, Synthetic, Table

SHORTEST, LONGEST = 700, 20_000
_STEEP = 2.2  # of Pareto's law: the mean is some 1,280 words
_TOPICS, _TOPIC_WORDS, _TOPIC_SHARE = 500, 300, 0.15
_NAMES, _OWN_NAMES, _NAME_SHARE = 40_000, 8, 0.04
_SMALL = """
    the of and to in a is that for it on was with as be by he at not have this are from or had but they will which we
    an were has their been one would all there can more if no who so said what up out only about other than may when
"""
_SENTENCE = (6, 32)
_SHORT_QUOTE, _LONG_QUOTE = 8, 40
_WORDS_A_CHANGE = 4  # a shorter quotation has fewer words changed
_MOST_CHANGED = 3


class Quoted(NamedTuple):
    """A quotation, the document it is from, and how many of its words were changed."""

    words: str
    document_id: int
    changed: int


class Library(Synthetic):
    """Sources with one capture each; every fiftieth has an older one as well."""

    def __init__(self, documents: int) -> None:
        super().__init__(1)
        self.documents = documents
        small = _SMALL.split()
        self._vocabulary = np.array([*small, *(word for word in self.words if word not in small)], dtype=object)
        weights = np.cumsum(1 / (np.arange(len(self._vocabulary)) + 2.7))
        self._shares = weights / weights[-1]
        chance = np.random.default_rng(1)
        self._topics = chance.integers(400, len(self._vocabulary), (_TOPICS, _TOPIC_WORDS))
        two = chance.integers(0, len(self.words), (_NAMES, 2))
        self._names = np.array([f"{self.words[a]}{self.words[b][:2]}".title() for a, b in two], dtype=object)

    def tables(self) -> Iterator[Table]:
        """List the tables that the search reads."""
        columns = "id uid type title title_is_description publisher url published created_at version source_kind"
        yield "document", tuple(columns.split()), self._sources(), self.documents
        columns = "id uid document_id method outcome sha256 size media_type text text_sha256 taken_at"
        yield "capture", tuple(columns.split()), self._texts(), self.documents

    def text(self, number: int) -> str:
        """Write the text of a document; the same number has the same one."""
        chance = np.random.default_rng(number)
        size = int(min(LONGEST, SHORTEST * (1 - chance.random()) ** (-1 / _STEEP)))
        words = self._vocabulary[np.searchsorted(self._shares, chance.random(size))]
        kind = chance.random(size)
        topic = self._vocabulary[self._topics[number % _TOPICS]]
        words = np.where(kind < _TOPIC_SHARE, topic[(_TOPIC_WORDS * chance.random(size) ** 3).astype(int)], words)
        own = self._names[chance.integers(0, _NAMES, _OWN_NAMES)]
        words = np.where(kind > 1 - _NAME_SHARE, own[chance.integers(0, _OWN_NAMES, size)], words).tolist()
        at = 0
        for length in chance.integers(*_SENTENCE, size // _SENTENCE[0] + 1).tolist():
            end = min(size, at + length)
            words[at] = words[at].capitalize()
            words[end - 1] += ".\n" if length % 4 == 0 else "."
            at = end
            if at == size:
                break
        return " ".join(words)

    def quoted(self, rounds: int) -> Iterator[Quoted]:
        """Yield quotations with none to three words changed for others, left out or put in."""
        chance = np.random.default_rng(7)
        for _ in range(rounds):
            number = int(chance.integers(1, self.documents + 1))
            words = self.text(number).split()
            length = int(chance.integers(_SHORT_QUOTE, _LONG_QUOTE + 1))
            start = int(chance.integers(0, len(words) - length))
            quote = words[start : start + length]
            changes = int(chance.integers(0, min(_MOST_CHANGED, length // _WORDS_A_CHANGE) + 1))
            for at in sorted(chance.choice(length, changes, replace=False).tolist(), reverse=True):
                other = str(self._vocabulary[np.searchsorted(self._shares, chance.random())])
                quote[at : at + 1] = ([other], [], [quote[at], other])[int(chance.integers(0, 3))]
            yield Quoted(" ".join(quote), number, changes)

    def _sources(self) -> Iterator[Row]:
        for n in range(1, self.documents + 1):
            url, at = f"https://example.org/s/{n}", self._at(0)
            yield (
                n,
                f"source-{n}",
                "source",
                self._text(8),
                False,
                "The Source",
                url,
                "2024-05-01",
                at,
                1,
                "official_document",
            )

    def _texts(self) -> Iterator[Row]:
        for n in range(1, self.documents + 1):
            text = self.text(n)
            digest = hashlib.sha256(text.encode()).hexdigest()
            yield (
                *(n, f"capture-{n}", n, "fetch", "complete", digest, len(text), "text/plain", text, digest),
                self._at(0),
            )
