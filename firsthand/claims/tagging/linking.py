"""Which speaker and which content belong to which cue, by where they stand in the paragraph."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.text.spans import Span


class Role(StrEnum):
    """What a piece of an attribution is."""

    SPEAKER = "speaker"
    CUE = "cue"
    CONTENT = "content"


class Piece(NamedTuple):
    """A stretch of text with its role; ``first`` and ``last`` number the sentences of the paragraph it touches."""

    role: Role
    span: Span
    first: int
    last: int
    certainty: float


class Stretch(NamedTuple):
    """A paragraph, or as much of a very long one as is read in one go, and the pieces found in it.

    ``open_from`` is where a quotation begins that the paragraph does not close.
    """

    span: Span
    pieces: list[Piece]
    open_from: int | None = None


class Tied(NamedTuple):
    """What belongs together: cues in a row, who speaks and what is said, each in the order of the text."""

    speaker: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]


class Links(NamedTuple):
    """The attributions of a paragraph in the order of their cues, and the cues with a speaker but without content."""

    tied: list[Tied]
    empty: list[Tied]


_ACROSS_A_SENTENCE = 2
_ACROSS_A_PIECE = 3


def tie(pieces: Sequence[Piece]) -> Links:
    """Tie the pieces of one paragraph, given in the order of the text."""
    cues = [at for at, piece in enumerate(pieces) if piece.role is Role.CUE]
    said: dict[int, list[int]] = {cue: [] for cue in cues}
    for at, piece in enumerate(pieces):
        if cues and piece.role is Role.CONTENT:
            said[_cue_for_content(pieces, cues, at)].append(at)
    groups = _in_a_row(cues, said)
    found = [
        Tied(
            tuple(pieces[at] for at in speaker),
            tuple(pieces[at] for at in group),
            tuple(pieces[at] for cue in group for at in said[cue]),
        )
        for group, speaker in zip(groups, _speakers(pieces, groups), strict=True)
    ]
    return Links(
        [tied for tied in found if tied.content], [tied for tied in found if tied.speaker and not tied.content]
    )


def _cue_for_content(pieces: Sequence[Piece], cues: Sequence[int], at: int) -> int:
    """Return the nearer of the cues around the content; of two as near, the one before it."""
    place = bisect_left(cues, at)
    around = cues[max(place - 1, 0) : place + 1]
    return min(around, key=lambda cue: (_distance(pieces, cue, at, Role.CONTENT), cue > at))


def _distance(pieces: Sequence[Piece], one: int, other: int, counted: Role) -> int:
    """Return how far apart two pieces are in sentences and in pieces of a kind between them."""
    first, second = sorted((one, other))
    sentences = max(pieces[second].first - pieces[first].last, 0)
    between = sum(piece.role is counted for piece in pieces[first + 1 : second])
    return sentences * _ACROSS_A_SENTENCE + between * _ACROSS_A_PIECE


def _in_a_row(cues: Sequence[int], said: dict[int, list[int]]) -> list[list[int]]:
    """Join a cue without content to the cue that follows it with nothing between («issued a statement, saying»)."""
    groups: list[list[int]] = []
    for cue in cues:
        if groups and groups[-1][-1] == cue - 1 and not said[groups[-1][-1]]:
            groups[-1].append(cue)
        else:
            groups.append([cue])
    return groups


def _speakers(pieces: Sequence[Piece], groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the places of the speaker's pieces for each group of cues."""
    places = [at for at, piece in enumerate(pieces) if piece.role is Role.SPEAKER]
    chosen = [_speaker_of(pieces, places, group) for group in groups]
    found = [[at] if at is not None else [] for at in chosen]
    firsts = [group[0] for group in groups]
    for at in set(places).difference(chosen):
        beside = bisect_left(firsts, at)
        for number in range(max(beside - 1, 0), min(beside + 1, len(groups))):
            group = groups[number]
            if _is_beside(pieces, at, group[0] if at < group[0] else group[-1]):
                found[number] = sorted((*found[number], at))
                break
    return found


def _speaker_of(pieces: Sequence[Piece], places: Sequence[int], group: Sequence[int]) -> int | None:
    """Return the nearest speaker of the same sentence; after the cue only one that stands beside it."""
    place = bisect_left(places, group[0])
    before = places[place - 1] if place else None
    place = bisect_left(places, group[-1])
    after = places[place] if place < len(places) else None
    if after is not None and not _is_beside(pieces, after, group[-1]):
        after = None
    if before is not None and pieces[before].last < pieces[group[0]].first:
        before = None
    if before is None or after is None:
        return after if before is None else before
    return before if _is_beside(pieces, before, group[0]) else after


def _is_beside(pieces: Sequence[Piece], speaker: int, cue: int) -> bool:
    """Whether the two share a sentence and nothing but other speakers stands between them."""
    first, second = sorted((speaker, cue))
    same = pieces[second].first <= pieces[first].last
    return same and all(piece.role is Role.SPEAKER for piece in pieces[first + 1 : second])
