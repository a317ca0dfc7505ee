"""What of an article may become a draft: a sentence or part of one, with the attribution that it makes, if any."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import ClaimType
from firsthand.claims.attributing.sayings import tells
from firsthand.claims.attribution import Attribution, AttributionKind
from firsthand.claims.checkworthiness import CheckWorthiness, explain
from firsthand.claims.choosing.headings import read_heading
from firsthand.claims.choosing.splitting import Part, split_sentence
from firsthand.text.regions import RegionKind
from firsthand.text.spans import Span, first_overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from firsthand.claims.choosing.pieces import Piece, Pieces

_MOST_OF_IT = 0.8
_RELATIVE = re.compile(r"(?:which|what|who|whom|whose|that|where)\b", re.IGNORECASE)
_HEADLINES = frozenset({RegionKind.HEADING, RegionKind.LINK})


@dataclass(frozen=True)
class Candidate:
    """A place of the article that may become a draft.

    ``said`` is the attribution made there; ``goes_on`` marks words of it that stand in a sentence without the cue;
    ``subject`` is where the subject stands that it shares with the part before.
    """

    span: Span
    piece: Piece
    worth: CheckWorthiness
    said: Attribution | None = None
    goes_on: bool = False
    subject: Span | None = None

    @property
    def is_part(self) -> bool:
        """Whether it is only a part of its sentence."""
        return self.span != self.piece.span

    @property
    def kind(self) -> ClaimType:
        """The claim type: what somebody said is a quote."""
        return ClaimType.QUOTE if self.said else self.worth.claim_type


class Offer(NamedTuple):
    """What one sentence offers: its parts, and the sentence as a whole for where not every part is worth a draft."""

    parts: tuple[Candidate, ...]
    whole: Callable[[], Candidate] | None = None


def find_candidates(text: str, pieces: Pieces, attributions: Sequence[Attribution]) -> Iterator[Offer]:
    """Yield what each sentence offers, in order."""
    places = [piece.span for piece in pieces.sentences]
    telling = [
        found for found in attributions if first_overlap(places, found.cue[0]) is not None and tells(text, found)
    ]
    outer = [found for found in telling if not _is_inside_another(found, telling)]
    starts = [found.cue[0].start for found in outer]
    spoken = sorted({piece for found in outer for piece in found.content})
    for piece in pieces.sentences:
        inside = outer[bisect_left(starts, piece.span.start) : bisect_left(starts, piece.span.end)]
        by_form = read_heading(text, piece.span) if piece.kind in _HEADLINES and not inside else None
        inside = [by_form] if by_form else inside
        holder = None if inside or not _is_quoted(piece.span, pieces.quoted) else _speaker_of(piece.span, spoken, outer)
        if holder:
            yield Offer((Candidate(piece.span, piece, explain(piece.span.of(text)), holder, goes_on=True),))
        else:
            yield _offer(text, piece, inside)


def _is_inside_another(found: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether it is part of what somebody else is said to have said."""
    at = bisect_left(others, found.cue[0].start, key=lambda other: other.cue[0].start)
    around = others[max(0, at - 3) : at + 4]
    return any(piece.contains(found.cue[0]) for other in around if other is not found for piece in other.content)


def _is_quoted(span: Span, quoted: Sequence[Span]) -> bool:
    """Whether most of a sentence stands inside one quotation."""
    at = first_overlap(quoted, span)
    if at is None:
        return False
    shared = min(span.end, quoted[at].end) - max(span.start, quoted[at].start)
    return shared >= _MOST_OF_IT * span.length


def _speaker_of(span: Span, spoken: Sequence[Span], attributions: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution whose content the sentence is, though its cue stands elsewhere."""
    at = bisect_left(spoken, span.start + 1, key=lambda piece: piece.end)
    if at >= len(spoken):
        return None
    shared = min(span.end, spoken[at].end) - max(span.start, spoken[at].start)
    if shared < _MOST_OF_IT * span.length:
        return None
    holder = next((found for found in attributions if spoken[at] in found.content), None)
    return None if holder and holder.kind is AttributionKind.INDIRECT else holder


def _offer(text: str, piece: Piece, inside: Sequence[Attribution]) -> Offer:
    """Offer one candidate for each attribution of a sentence, and for each part of it that has none."""

    def candidate(part: Part, said: Attribution | None) -> Candidate:
        return Candidate(part.span, piece, explain(part.span.of(text)), said, subject=part.subject)

    parts = _parts(text, piece, [_within(found, piece.span) for found in inside])
    candidates: list[Candidate] = []
    for part in parts:
        here = [found for found in inside if part.span.contains(found.cue[0])]
        if len(here) > 1:
            told = [(_part_of(found, here, piece.span), found) for found in here]
            candidates += [candidate(one, found) for one, found in told if not _RELATIVE.match(text, one.span.start)]
        else:
            candidates.append(candidate(part, here[0] if here else None))
    if len(parts) == 1 or len(inside) > 1:
        return Offer(tuple(candidates))
    return Offer(tuple(candidates), lambda: candidate(Part(piece.span), inside[0] if inside else None))


def _part_of(found: Attribution, others: Sequence[Attribution], sentence: Span) -> Part:
    """Return an attribution's part of a sentence; of two with one speaker the second begins with its cue."""
    whole = _within(found, sentence)
    if not found.speaker or found.speaker[-1].end > found.cue[0].start:
        return Part(whole)
    between = Span(found.speaker[-1].end, found.cue[0].start)
    if any(other.cue[0].overlaps(between) for other in others if other is not found):
        return Part(Span(found.cue[0].start, max(whole.end, found.cue[-1].end)), found.speaker[-1])
    return Part(whole)


def _within(found: Attribution, sentence: Span) -> Span:
    """Return the attribution's span as far as it lies in the sentence of its cue."""
    pieces = [piece for piece in (*found.speaker, *found.cue, *found.content) if piece.overlaps(sentence)]
    start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
    return Span(max(start, sentence.start), min(end, sentence.end))


def _parts(text: str, piece: Piece, whole: Sequence[Span]) -> list[Part]:
    return split_sentence(text, piece.span, whole) if piece.kind is not RegionKind.LINK else [Part(piece.span)]
