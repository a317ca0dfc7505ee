"""A text made ready for many quotations: its words, and where each of them stands."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from firsthand.evidence.words import words_of
from firsthand.text.normalisation import Normalised, normalise
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class PreparedText:
    """A text with its words in order (``keys``) and, for each key, the places it takes among them."""

    text: str
    normalised: Normalised = field(repr=False)
    keys: tuple[str, ...] = field(repr=False)
    starts: array[int] = field(repr=False)
    ends: array[int] = field(repr=False)
    places: dict[str, array[int]] = field(repr=False)

    def __hash__(self) -> int:
        return hash(self.text)

    def span(self, first: int, last: int) -> Span:
        """Return where words ``first`` up to ``last``, exclusive, stand in the text."""
        if first >= last:
            at = self.starts[first] if first < len(self.keys) else len(self.normalised.text)
            return self.normalised.original(Span(at, at))
        return self.normalised.original(Span(self.starts[first], self.ends[last - 1]))

    def between(self, first: int, second: int) -> str:
        """Return the normalised marks between the end of word ``first`` and the start of word ``second``."""
        start = self.ends[first] if first >= 0 else 0
        end = self.starts[second] if second < len(self.keys) else len(self.normalised.text)
        return self.normalised.text[start:end]

    def surface(self, index: int) -> str:
        """Return the word at ``index`` as it is written, normalised but with its case."""
        return self.normalised.text[self.starts[index] : self.ends[index]]

    def frequency(self, key: str) -> int:
        """Return how many times the word occurs."""
        return len(self.places.get(key, ()))

    def occurrences(self, run: Sequence[str]) -> Iterator[int]:
        """Yield the index of the first word of every place where ``run`` stands word for word."""
        run = tuple(run)
        rarest = min(range(len(run)), key=lambda at: self.frequency(run[at]))
        for place in self.places.get(run[rarest], ()):
            first = place - rarest
            if first >= 0 and self.keys[first : first + len(run)] == run:
                yield first


def prepare(text: str | PreparedText) -> PreparedText:
    """Make ``text`` ready for ``align_quote``; the last few texts are remembered."""
    return text if isinstance(text, PreparedText) else _remembered(text)


def read_text(text: str) -> PreparedText:
    """Make ``text`` ready once, for a text that nobody will ask for again."""
    normalised = normalise(text)
    words = words_of(normalised.text)
    places: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    for index, word in enumerate(words):
        places[word.key].append(index)
    one_of_each = {key: key for key in places}
    return PreparedText(
        text,
        normalised,
        tuple(one_of_each[word.key] for word in words),
        array("I", [word.start for word in words]),
        array("I", [word.end for word in words]),
        dict(places),
    )


_remembered = lru_cache(maxsize=48)(read_text)
