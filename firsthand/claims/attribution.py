"""Who said what: speakers, cues and contents tied together.

English is read by a learned tagger, other languages by rules; both read one paragraph at a time, and what goes on from
one paragraph to the next is put together here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from math import prod
from typing import TYPE_CHECKING

from db.vocabulary import Confidence
from firsthand.claims.attributing.according import rest_of_sentence
from firsthand.claims.attributing.other_languages import is_in_another_language, read_by_rules
from firsthand.claims.quotations import Quotation, quotations
from firsthand.claims.tagging.linking import Links, Role, Stretch, Tied, tie
from firsthand.claims.tagging.tagging import tag_paragraphs
from firsthand.text.segmentation import paragraphs
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


_CERTAIN = 0.3  # above it about 5 in 6 such cues are ones that annotators marked, below it 2 in 3


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
    reader = _Reader(text)
    for stretch in _stretches(text):
        reader.read(stretch)
    return sorted(reader.found, key=lambda attribution: attribution.cue[0])


def _stretches(text: str) -> list[Stretch]:
    english: list[Span] = []
    others: list[Stretch] = []
    for paragraph in paragraphs(text):
        if is_in_another_language(text, paragraph):
            others += read_by_rules(text, paragraph)
        else:
            english.append(paragraph)
    return sorted([*tag_paragraphs(text, english), *others], key=lambda stretch: stretch.span)


class _Reader:
    """Puts together what the paragraphs hold, and what a speaker goes on saying from one to the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Attribution] = []
        self.speaking = False
        self.waiting: Tied | None = None
        self.open = False

    def read(self, stretch: Stretch) -> None:
        """Read the next paragraph."""
        quoted = _quoted(self.text, stretch)
        pieces = stretch.pieces
        if (self.speaking or self.waiting) and _is_all_quoted(self.text, stretch.span, quoted):
            self._go_on([quotation.span for quotation in quoted])
        else:
            if self.speaking and self.open and _opens_without_a_cue(stretch):
                self._go_on([pieces[0].span])
                pieces = pieces[1:]
            self._begin(stretch, tie(pieces), quoted)
        self.open = stretch.open_from is not None

    def _go_on(self, content: Sequence[Span]) -> None:
        """Add to what the last speaker says."""
        if self.waiting:
            self.found.append(_attribution(self.waiting, content, AttributionKind.DIRECT))
            self.waiting = None
        else:
            last = self.found[-1]
            self.found[-1] = replace(last, content=(*last.content, *content))
        self.speaking = True

    def _begin(self, stretch: Stretch, links: Links, quoted: Sequence[Quotation]) -> None:
        """Add the attributions of a paragraph; the last may go on."""
        for tied in links.empty:
            rest = rest_of_sentence(self.text, stretch.span, tied)
            if rest:
                self.found.append(_attribution(tied, [rest], _kind([rest], quoted)))
        for tied in links.tied:
            content = [piece.span for piece in tied.content]
            self.found.append(_attribution(tied, content, _kind(content, quoted)))
        self.speaking = bool(links.tied) and self.found[-1].kind is not AttributionKind.INDIRECT
        announces = self.text[stretch.span.end - 1] == ":"
        self.waiting = links.empty[-1] if announces and links.empty else None


def _quoted(text: str, stretch: Stretch) -> list[Quotation]:
    """Return the quotations of a paragraph, with one that begins in its midst and goes on in the next paragraph."""
    quoted = quotations(text, stretch.span)
    start, end = stretch.open_from, stretch.span.end
    if start is None or any(quotation.span.end > start for quotation in quoted):
        return quoted
    return [*quoted, Quotation(Span(start, end), Span(start + 1, end))]


def _is_all_quoted(text: str, span: Span, quoted: Sequence[Quotation]) -> bool:
    starts = [span.start, *(quotation.span.end for quotation in quoted)]
    ends = [*(quotation.span.start for quotation in quoted), span.end]
    outside = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return bool(quoted) and not any(map(str.isalnum, chain.from_iterable(outside)))


def _opens_without_a_cue(stretch: Stretch) -> bool:
    """Whether the paragraph begins with content in whose sentences no cue stands."""
    if not stretch.pieces:
        return False
    first = stretch.pieces[0]
    leads = first.role is Role.CONTENT and first.span.start == stretch.span.start
    return leads and not any(piece.role is Role.CUE and piece.first <= first.last for piece in stretch.pieces)


def _attribution(tied: Tied, content: Sequence[Span], kind: AttributionKind) -> Attribution:
    speaker, cue = (tuple(piece.span for piece in pieces) for pieces in (tied.speaker, tied.cue))
    return Attribution(speaker, cue, tuple(content), kind, _confidence(tied, kind))


def _confidence(tied: Tied, kind: AttributionKind) -> Confidence:
    """Return how clear the reading is; a few words in quotation marks may be the article's own («so-called»)."""
    pieces = (*tied.speaker, *tied.cue, *tied.content)
    certain = prod(piece.certainty for piece in pieces) ** (1 / len(pieces)) >= _CERTAIN
    if not tied.speaker:
        return Confidence.LOW
    if kind is AttributionKind.DIRECT or (kind is AttributionKind.MIXED and certain):
        return Confidence.HIGH
    return Confidence.MEDIUM if certain or kind is AttributionKind.MIXED else Confidence.LOW


def _kind(content: Sequence[Span], quoted: Sequence[Quotation]) -> AttributionKind:
    if all(any(quotation.span.contains(piece) for quotation in quoted) for piece in content):
        return AttributionKind.DIRECT
    if any(quotation.span.overlaps(piece) for quotation in quoted for piece in content):
        return AttributionKind.MIXED
    return AttributionKind.INDIRECT
