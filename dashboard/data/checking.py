"""What a checker looks up while they work on a claim: the way to the first hand, the words around, what to read."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.data.lists import history_of
from dashboard.data.passages import Found
from dashboard.data.record import ask, captured_text
from db.queries import people as _people
from db.queries import sources as _sources
from db.queries import speakers as _speakers
from db.rows import EventRow, EvidenceRow, Network, SpeakerRow
from db.vocabulary import RecordType, Tier
from firsthand.evidence.passages import locator, rank_passages
from firsthand.text.segmentation import sentences
from firsthand.text.spans import Span

_AROUND = 90  # characters shown around a place that is offered
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


@lru_cache(maxsize=64)
def _best(text: str, statement: str) -> tuple[tuple[int, int], ...]:
    spans = sentences(text)
    ranked = rank_passages(statement, [text[span.start : span.end] for span in spans])
    return tuple((spans[index].start, spans[index].end) for index, score in ranked[:_OFFERED] if score > 0)


def best_passages(capture_id: int, statement: str) -> tuple[Found, ...]:
    """Offer the sentences of a source that are most worth reading against a statement, best first."""
    whole = captured_text(capture_id)
    return tuple(
        Found(
            start,
            end,
            whole[max(0, start - _AROUND) : start],
            whole[start:end],
            whole[end : end + _AROUND],
            locator(whole, Span(start, end)),
        )
        for start, end in _best(whole, statement)
    )


def usual_tier(publisher: str | None) -> Tier:
    """Tell how first hand a publisher's documents usually are, as the desk has noted it; unknown where it has not."""
    if not publisher:
        return Tier.UNKNOWN
    known = {row.name.casefold(): row.tier for row in ask(_people.publishers)}
    return known.get(publisher.strip().casefold(), Tier.UNKNOWN)


def speaker_choices(words: str) -> tuple[SpeakerRow, ...]:
    """Offer speakers to choose from."""
    return ask(_speakers.choices, words, _SPEAKERS)


def events(claim_id: int) -> tuple[EventRow, ...]:
    """List the newest events of a claim."""
    return history_of(RecordType.CLAIM, claim_id)
