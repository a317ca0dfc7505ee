"""Who said what: speakers, cues and contents tied together.

The rules read one sentence at a time; a sentence that goes on inside quotation marks counts as one. Whatever replaces
the rules keeps ``find_attributions`` and what it returns.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from db.vocabulary import Confidence
from firsthand.claims.cues import read_sentence
from firsthand.claims.quotations import Quotation, quotations
from firsthand.text.headlines import is_headline
from firsthand.text.segmentation import paragraphs, sentences_in
from firsthand.text.spans import Span, first_overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from firsthand.claims.readings import Reading


_LONGEST_SENTENCE = 6000


class AttributionKind(StrEnum):
    """Whether the content is in the speaker's own words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True)
class Attribution:
    """Content with the cue that attributes it and the speaker it is attributed to, as spans of the text.

    Each may be in several pieces; ``speaker`` is empty where nobody is named («it was reported that»). ``confidence``
    says how clear the reading was.
    """

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    confidence: Confidence | None = None

    @property
    def whole(self) -> Span:
        """The smallest span that holds all of it."""
        pieces = (*self.speaker, *self.cue, *self.content)
        return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))


def find_attributions(text: str) -> list[Attribution]:
    """Return the attributions of ``text`` in the order of their cues. Linear in the length of the text."""
    return [found for paragraph in paragraphs(text) for found in _read_paragraph(text, paragraph)]


def whole_sentences(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of a paragraph; a headline, or what goes on inside quotation marks, counts as one."""
    if is_headline(paragraph.of(text)):
        return [paragraph]
    return list(_unbroken(sentences_in(text, paragraph), quotations(text, paragraph)))


def _read_paragraph(text: str, paragraph: Span) -> Iterator[Attribution]:
    quoted = quotations(text, paragraph)
    last: Attribution | None = None
    for sentence in whole_sentences(text, paragraph):
        inside = _inside(quoted, sentence)
        if (
            last
            and len(inside) == 1
            and _is_all_of(text, inside[0], sentence)
            and last.kind is not AttributionKind.INDIRECT
        ):
            last = replace(last, content=(*last.content, inside[0].span))  # the speaker goes on
            continue
        if last:
            yield last
            last = None
        readings = [
            reading
            for piece in _pieces(text, sentence)
            for reading in read_sentence(text, piece, _inside(quoted, piece))
        ]
        yield from (_attribution(reading, inside) for reading in readings[:-1])
        last = _attribution(readings[-1], inside) if readings else None
    if last:
        yield last


def _unbroken(spans: Iterable[Span], quoted: Sequence[Quotation]) -> Iterator[Span]:
    """Join the sentences between which a quotation goes on."""
    places = [quotation.span for quotation in quoted]
    pending: Span | None = None
    for span in spans:
        current = Span(pending.start, span.end) if pending else span
        holder = first_overlap(places, Span(current.end - 1, current.end))
        if holder is not None and current.end < places[holder].end and current.length < _LONGEST_SENTENCE:
            pending = current
        else:
            pending = None
            yield current
    if pending:
        yield pending


def _inside(quoted: Sequence[Quotation], sentence: Span) -> list[Quotation]:
    first = bisect_right(quoted, sentence.start, key=lambda quotation: quotation.span.end)
    after = bisect_left(quoted, sentence.end, key=lambda quotation: quotation.span.start)
    return list(quoted[first:after])


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """Cut what is too long for a sentence at a space, since reading one takes more than linear time."""
    start = sentence.start
    while sentence.end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        end = space if space > 0 else start + _LONGEST_SENTENCE
        yield Span(start, end)
        start = end
    yield Span(start, sentence.end)


def _is_all_of(text: str, quotation: Quotation, sentence: Span) -> bool:
    rest = text[sentence.start : quotation.span.start] + text[quotation.span.end : sentence.end]
    return not any(map(str.isalnum, rest))


def _attribution(reading: Reading, quoted: Sequence[Quotation]) -> Attribution:
    kind = _kind(reading.content, quoted)
    if kind is not AttributionKind.INDIRECT and reading.speaker:
        confidence = Confidence.HIGH
    else:
        confidence = Confidence.MEDIUM if reading.speaker and reading.clear else Confidence.LOW
    return Attribution(reading.speaker, reading.cue, reading.content, kind, confidence)


def _kind(content: Sequence[Span], quoted: Sequence[Quotation]) -> AttributionKind:
    if all(any(quotation.span.contains(piece) for quotation in quoted) for piece in content):
        return AttributionKind.DIRECT
    if any(quotation.span.overlaps(piece) for quotation in quoted for piece in content):
        return AttributionKind.MIXED
    return AttributionKind.INDIRECT
