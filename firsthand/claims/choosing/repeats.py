"""Which drafts of one article say the same: most often the headline and the sentence that it sums up.

Two claims are held to be one only where the fuller says everything that the shorter says: its figures, its names, most
of its other words, with neither negated alone and neither said by somebody else. A doubt leaves both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.comparing.stems import stem_of
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from firsthand.text.spans import Span


class Saying(NamedTuple):
    """What one draft says: its statement, who says it, the values of its figures, whether it is a prediction.

    ``content`` are the words that the speaker is said to have said, where somebody is; ``place`` is where it stands:
    what overlaps is told apart already and no repeat.
    """

    statement: str
    speaker: str | None
    figures: frozenset[Decimal]
    foretells: bool
    content: str | None = None
    place: Span | None = None


_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_POSSESSIVE = re.compile(r"[’']s?$")
_SHORT = 3  # letters: such words keep a small letter in titles
_COMMON = words(
    """a an the of and or to in on at for by with from as is are was were be been being it its this that these those he
    she they we you his her their our him them not no n't do does did has have had will would can could may might must
    should if but so than then there here who what which when where how why all any about into over after before said
    say says told also more most much many some such own other new up out now one two says' amid per cent percent"""
)
_NEGATIONS = words(
    "not no never none nobody nothing neither nor without cannot deny denied denies refuse refused fail failed fails"
)
_FEWEST_STEMS = 4
_SHARED = 0.75
_SHARED_WITH_FIGURE = 0.6
_SHARED_OF_SAID = 0.8
_FEWEST_SAID_STEMS = 3
_ENOUGH_FIGURES = 2  # shared figures that outweigh «will»
_LONGEST_POSTING = 40
_MOSTLY = 0.5  # of all words: in a title the longer ones begin with a capital


class _Content(NamedTuple):
    stems: frozenset[str]
    names: frozenset[str]
    negated: bool


class _Read(NamedTuple):
    """A draft as it is compared: all of its words, and what is said in it."""

    saying: Saying
    all: _Content
    said: _Content | None
    speaker: frozenset[str] | None


def find_repeats(sayings: Sequence[Saying]) -> list[int | None]:
    """Return for each draft, in the order of the text, the index of the one that says the same more fully, else None.

    Nothing that is itself a repeat is pointed at.
    """
    read = [
        _Read(
            saying,
            _content(saying.statement),
            _content(saying.content) if saying.content else None,
            _content(saying.speaker).stems if saying.speaker else None,
        )
        for saying in sayings
    ]
    keeper: list[int | None] = [None] * len(sayings)
    postings: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(read):
        for other in _sharing(one.all, postings):
            if keeper[other] is not None or not _same(one, read[other]):
                continue
            kept, left = (index, other) if _fullness(one) > _fullness(read[other]) else (other, index)
            keeper[left] = kept
            keeper = [kept if place == left else place for place in keeper]
            if left == index:
                break
        for stem in one.all.stems:
            postings[stem].append(index)
    return keeper


def _sharing(content: _Content, postings: dict[str, list[int]]) -> Iterable[int]:
    """Return the earlier drafts that share enough words to be looked at; of what many share the last ones."""
    counted: dict[int, int] = defaultdict(int)
    for stem in sorted(content.stems):
        for index in postings.get(stem, ())[-_LONGEST_POSTING:]:
            counted[index] += 1
    return sorted(index for index, shared in counted.items() if shared >= _FEWEST_STEMS - 1)


def _same(one: _Read, other: _Read) -> bool:
    if one.saying.place and other.saying.place and one.saying.place.overlaps(other.saying.place):
        return False
    shorter, fuller = (one, other) if len(one.all.stems) <= len(other.all.stems) else (other, one)
    figures = shorter.saying.figures
    if not figures <= fuller.saying.figures or _speakers_differ(one.speaker, other.speaker):
        return False
    if one.said and other.said and one.speaker and other.speaker:
        less, more = sorted((one.said, other.said), key=lambda content: len(content.stems))
        if len(less.stems) >= _FEWEST_SAID_STEMS and _holds(less, more, _SHARED_OF_SAID):
            return True
    if one.saying.foretells != other.saying.foretells and len(figures) < _ENOUGH_FIGURES:
        return False
    needed = _SHARED_WITH_FIGURE if figures else _SHARED
    return len(shorter.all.stems) >= _FEWEST_STEMS and _holds(shorter.all, fuller.all, needed)


def _holds(less: _Content, more: _Content, needed: float) -> bool:
    """Whether the fuller words hold the names and so much of the rest of the shorter, and as few negations."""
    missing = {name for name in less.names - more.stems if len(name) > len("uk")}
    return less.negated == more.negated and not missing and len(less.stems & more.stems) >= needed * len(less.stems)


def _speakers_differ(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    """Whether both are named and neither is the other in fewer words («the study», «a study published»)."""
    return one is not None and other is not None and not (one <= other or other <= one)


def _fullness(read: _Read) -> tuple[int, int]:
    return (len(read.saying.figures) + (read.saying.speaker is not None), len(read.all.stems))


def _content(statement: str) -> _Content:
    stems, names = set(), set()
    negated = False
    written = _WORD.findall(statement)
    title = sum(word[0].isupper() for word in written if len(word) > _SHORT) > _MOSTLY * len(written)
    for word in written:
        stem, negates = _read(word.lower())
        negated ^= negates
        if stem:
            stems.add(stem)
            if word[0].isupper() and not title:
                names.add(stem)
    return _Content(frozenset(stems), frozenset(names), negated)


@lru_cache(maxsize=20_000)
def _read(low: str) -> tuple[str | None, bool]:
    """Return the stem of a word that says something, and whether it negates."""
    negates = low in _NEGATIONS or low.endswith(("n't", "n’t"))
    plain = _POSSESSIVE.sub("", low)
    return (None if plain in _COMMON or plain in _NEGATIONS else stem_of(plain)), negates
