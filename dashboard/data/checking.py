"""What a checker looks up while they work on a claim: the way to the first hand, the words around, what to read."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.data.lists import history_of
from dashboard.data.passages import Found
from dashboard.data.record import ask, captured_text
from db.queries import sources as _sources
from db.queries import speakers as _speakers
from db.rows import EventRow, EvidenceRow, Network, SpeakerRow
from db.vocabulary import RecordType
from firsthand.evidence.passages import locator, rank_passages
from firsthand.text.segmentation import sentences
from firsthand.text.spans import Span

_NEIGHBOUR = 280  # characters shown at most of the sentence before, and after, one that is offered
_WIDE = 420  # characters shown around a passage when it is unfolded
_OFFERED = 3
_SPEAKERS = 50


class Surroundings(NamedTuple):
    """What stands before and after a passage; ``cut`` tells whether the source's text goes on beyond each end."""

    before: str
    after: str
    cut: tuple[bool, bool]


def network(source_ids: tuple[int, ...]) -> Network:
    """Find what the sources of a claim hang together with."""
    return ask(_sources.network, source_ids) if source_ids else Network((), ())


def surroundings(piece: EvidenceRow) -> Surroundings:
    """Read what stands around a passage: from the captured text where there is one, else what was kept with it."""
    if piece.capture_id is None or piece.start is None or piece.end is None:
        return Surroundings(piece.prefix, piece.suffix, (True, True))
    whole = captured_text(piece.capture_id)
    first, last = max(0, piece.start - _WIDE), piece.end + _WIDE
    return Surroundings(whole[first : piece.start], whole[piece.end : last], (first > 0, last < len(whole)))


class _InContext(NamedTuple):
    """A sentence worth reading, and where its neighbours begin and end."""

    start: int
    end: int
    first: int
    last: int


@lru_cache(maxsize=64)
def _best(text: str, statement: str) -> tuple[_InContext, ...]:
    spans = sentences(text)
    ranked = rank_passages(statement, [text[span.start : span.end] for span in spans])
    best = [index for index, score in ranked[:_OFFERED] if score > 0]
    return tuple(
        _InContext(*spans[index], spans[max(0, index - 1)].start, spans[min(len(spans) - 1, index + 1)].end)
        for index in best
    )


def best_passages(capture_id: int, statement: str) -> tuple[Found, ...]:
    """Offer the sentences of a source that are most worth reading, best first, each between its neighbours."""
    whole = captured_text(capture_id)
    return tuple(
        Found(
            place.start,
            place.end,
            whole[max(place.first, place.start - _NEIGHBOUR) : place.start],
            whole[place.start : place.end],
            whole[place.end : min(place.last, place.end + _NEIGHBOUR)],
            locator(whole, Span(place.start, place.end)),
        )
        for place in _best(whole, statement)
    )


def speaker_choices(words: str) -> tuple[SpeakerRow, ...]:
    """Offer speakers to choose from."""
    return ask(_speakers.choices, words, _SPEAKERS)


def events(claim_id: int) -> tuple[EventRow, ...]:
    """List the newest events of a claim."""
    return history_of(RecordType.CLAIM, claim_id)
