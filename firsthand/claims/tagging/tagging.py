"""Paragraphs read for speakers, cues and contents by the learned tagger.

What is read of a paragraph does not depend on the paragraphs read with it, but for the last digits of the scores.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from firsthand.claims.tagging.linking import Piece, Role, Stretch
from firsthand.claims.tagging.packing import pack
from firsthand.claims.tagging.tagger_features import is_in_an_open_quotation, place_rows, starts_a_sentence
from firsthand.claims.tagging.tagger_model import tagger_model
from firsthand.claims.tagging.tagger_tokens import TaggerToken, tagger_tokens
from firsthand.claims.tagging.viterbi import best_tags
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from firsthand.claims.tagging.encoder import Floats

_LONGEST = 256  # tokens read in one go; few paragraphs have more
_AT_ONCE = 16384  # tokens
_ROLES = (None, Role.SPEAKER, Role.SPEAKER, Role.CUE, Role.CUE, Role.CONTENT, Role.CONTENT)
_BEGINNINGS = frozenset({1, 3, 5})


class _Row(NamedTuple):
    """Tokens in a row with the rows of where they stand."""

    tokens: list[TaggerToken]
    places: list[int]


def tag_paragraphs(text: str, paragraphs: Iterable[Span]) -> list[Stretch]:
    """Return what is read in each paragraph, in their order. Linear in the length of the text."""
    rows = [row for paragraph in paragraphs for row in _rows(text, paragraph)]
    return [stretch for batch in _batches(rows) for stretch in _read(batch)]


def _rows(text: str, paragraph: Span) -> Iterator[_Row]:
    """Yield the tokens of a paragraph, cut between sentences where they are too many."""
    tokens = tagger_tokens(text, paragraph)
    places = place_rows(tokens)
    start = 0
    while len(tokens) - start > _LONGEST:
        cuts = (
            at for at in range(start + _LONGEST, start + _LONGEST // 2, -1) if starts_a_sentence(tokens[at], places[at])
        )
        end = next(cuts, start + _LONGEST)
        yield _Row(tokens[start:end], places[start:end])
        start = end
    if tokens:
        yield _Row(tokens[start:], places[start:])


def _batches(rows: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    start = size = 0
    for at, row in enumerate(rows):
        if size + len(row.tokens) > _AT_ONCE:
            yield rows[start:at]
            start, size = at, 0
        size += len(row.tokens)
    if size:
        yield rows[start:]


def _read(rows: Sequence[_Row]) -> Iterator[Stretch]:
    model = tagger_model()
    packing = pack([len(row.tokens) for row in rows])
    words = [token.text for row in rows for token in row.tokens]
    emissions = model.emissions(words, [place for row in rows for place in row.places], packing)
    tags = best_tags(emissions, packing, model.scores)
    likely = _certainties(emissions, tags)
    at = 0
    for row in rows:
        after = at + len(row.tokens)
        pieces = list(_pieces(row, tags[at:after].tolist(), likely[at:after].tolist()))
        yield Stretch(Span(row.tokens[0].start, row.tokens[-1].end), pieces, _open_from(row))
        at = after


def _certainties(emissions: Floats, tags: NDArray[np.int64]) -> Floats:
    """Return how likely each token's tag is by its own score, between 0 and 1."""
    likely = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    certainties: Floats = likely[np.arange(len(tags)), tags] / likely.sum(axis=1)
    return certainties


def _pieces(row: _Row, tags: Sequence[int], likely: Sequence[float]) -> Iterator[Piece]:
    """Yield the runs of tags that belong together as pieces of text."""
    starts = map(starts_a_sentence, row.tokens, row.places)
    sentences = list(accumulate(starts))
    start = 0
    for at, (tag, following) in enumerate(pairwise((*tags, 0))):
        if tag in _BEGINNINGS:
            start = at
        role = _ROLES[tag]
        if role and (following in _BEGINNINGS or _ROLES[following] is not role):
            span = Span(row.tokens[start].start, row.tokens[at].end)
            certainty = sum(likely[start : at + 1]) / (at + 1 - start)
            yield Piece(role, span, sentences[start], sentences[at], certainty)


def _open_from(row: _Row) -> int | None:
    """Return where the quotation begins that the last token stands in and nothing closes."""
    at = len(row.tokens)
    while at and is_in_an_open_quotation(row.places[at - 1]):
        at -= 1
    return row.tokens[at - 1].start if 0 < at < len(row.tokens) else None
