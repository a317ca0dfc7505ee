"""What of an article's text may hold claims: its title, subheads and captions, its prose, headlines it links to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.places import Dateline, read_dateline
from firsthand.claims.quotations import quotations
from firsthand.text.headlines import is_headline
from firsthand.text.regions import Region, RegionKind, regions
from firsthand.text.segmentation import sentences_in
from firsthand.text.spans import Span, first_overlap, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAD_SENTENCES = 2
_READ = frozenset({RegionKind.PROSE, RegionKind.HEADING, RegionKind.CAPTION, RegionKind.LINK})
_LONGEST_JOINED = 400  # characters; what goes on longer inside quotation marks is read sentence by sentence


class Piece(NamedTuple):
    """A sentence of the article and where on the page it stands; ``leads`` marks the title and the first sentences.

    ``filed_from`` is the place of the dateline in front of it, which does not belong to ``span``.
    """

    span: Span
    kind: RegionKind
    leads: bool = False
    filed_from: str | None = None


class Pieces(NamedTuple):
    """The sentences in order, every quotation of the text in order, and where the title stands."""

    sentences: tuple[Piece, ...]
    quoted: tuple[Span, ...]
    headline: Span | None


def read_pieces(text: str) -> Pieces:
    """Read which sentences of a captured text may hold claims."""
    found = regions(text)
    quoted = tuple(
        quotation.span for region in found if region.kind in _READ for quotation in quotations(text, region.span)
    )
    headline = found[0].span if found and found[0].kind is RegionKind.HEADING else None
    return Pieces(tuple(_pieces(text, found, quoted)), quoted, headline)


def _pieces(text: str, found: Sequence[Region], quoted: Sequence[Span]) -> Iterator[Piece]:
    read = 0
    for region in found:
        if region.kind is RegionKind.PROSE:
            dateline = read_dateline(text, region.span) if read == 0 else None
            for span in _sentences(text, region.span, quoted, dateline):
                read += 1
                yield Piece(span, region.kind, read <= LEAD_SENTENCES, dateline.place if dateline else None)
        elif region.kind is RegionKind.CAPTION:
            for span in _sentences(text, region.span, quoted, None):
                yield Piece(span, region.kind)
        elif region.kind in _READ:
            yield Piece(region.span, region.kind, leads=region.kind is RegionKind.HEADING and read == 0)


def _sentences(text: str, paragraph: Span, quoted: Sequence[Span], dateline: Dateline | None) -> Iterator[Span]:
    """Yield the sentences of a paragraph; a headline, or what goes on inside quotation marks, counts as one."""
    if is_headline(paragraph.of(text)):
        yield paragraph
        return
    pending: Span | None = None
    for span in sentences_in(text, paragraph):
        if dateline and span.end <= dateline.end:
            continue
        if dateline and span.start < dateline.end:
            span = trimmed(text, dateline.end, span.end)  # noqa: PLW2901
        current = Span(pending.start, span.end) if pending else span
        holder = first_overlap(quoted, Span(current.end - 1, current.end))
        open_quote = holder is not None and current.end < quoted[holder].end
        if open_quote and holder is not None and quoted[holder].length < _LONGEST_JOINED:
            pending = current
            continue
        pending = None
        yield current
    if pending:
        yield pending
