"""Two captures of one article side by side: what was taken out, what was put in, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from dashboard.components.paper import Node, element, span
from dashboard.texts import reader as texts

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.5  # two paragraphs with less in common are one taken out and another put in
_AROUND = 1  # paragraphs that stay unfolded before and after a change


class Piece(NamedTuple):
    """Neighbouring words of one side; ``differs`` where the other side does not have them."""

    words: str
    differs: bool


class Pair(NamedTuple):
    """A paragraph before and after; no pieces on the side that does not have it."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return self.before == self.after and not any(piece.differs for piece in self.before)


def compare(before: str, after: str) -> list[Pair]:
    """Pair the paragraphs of two texts in order; every word of both stands in one pair."""
    old, new = _paragraphs(before), _paragraphs(after)
    pairs = []
    for step in Levenshtein.opcodes(old, new):
        olds, news = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            pairs += [Pair((Piece(words, False),), (Piece(words, False),)) for words in olds]
        elif step.tag == "replace":
            pairs += [pair for one, other in zip(olds, news, strict=True) for pair in _changed(one, other)]
        else:
            pairs += [Pair((Piece(words, True),), ()) for words in olds]
            pairs += [Pair((), (Piece(words, True),)) for words in news]
    return pairs


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _changed(one: str, other: str) -> Iterator[Pair]:
    old, new = _WORDS.findall(one), _WORDS.findall(other)
    said, now = ([word for word in side if not word.isspace()] for side in (old, new))
    if Indel.normalized_similarity(said, now) < _ALIKE:
        yield Pair((Piece(one, True),), ())
        yield Pair((), (Piece(other, True),))
        return
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for step in Indel.opcodes(old, new):
        differs = step.tag != "equal"
        for side, words in zip(
            sides, (old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]), strict=True
        ):
            if words:
                side.append(Piece("".join(words), differs))
    yield Pair(tuple(sides[0]), tuple(sides[1]))


def differences(pairs: Sequence[Pair]) -> list[Node]:
    """Describe what differs; long runs of the same are folded into a count."""
    apart = [number for number, pair in enumerate(pairs) if not pair.same]
    shown = {number + by for number in apart for by in range(-_AROUND, _AROUND + 1)}
    rows: list[Node] = []
    skipped = 0
    for number, pair in enumerate(pairs):
        if number not in shown:
            skipped += 1
            continue
        rows += _fold(skipped)
        skipped = 0
        rows.append(
            element("div", _side(pair.before, "del", texts.WAS), _side(pair.after, "ins", texts.IS), style="sides gap")
        )
    return [*rows, *_fold(skipped)]


def _fold(count: int) -> list[Node]:
    return [element("div", span(texts.folded(count), "muted small"), style="fold")] if count else []


def _side(pieces: Sequence[Piece], tag: str, name: str) -> Node:
    if not pieces:
        return element("div", span(texts.NOT_THERE, "muted small"), name=name, role="group")
    words = [element(tag, piece.words) if piece.differs else span(piece.words) for piece in pieces]
    return element("div", element("div", *words, style="literal small"), name=name, role="group")
