"""Words inside quotation marks, in the styles of English, German, French, Spanish, Nordic and East Asian texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile("[\"“”„‟«»‹›「」『』‘’‚']")
_CLOSED_BY = {
    "“": "”“",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "”": "”",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "'": "'’",
}
_LONGEST = 4000
_LONGEST_SINGLE = 600


class Quotation(NamedTuple):
    """A quotation: ``span`` with its marks, ``inner`` without them."""

    span: Span
    inner: Span


def quotations(text: str, paragraph: Span) -> list[Quotation]:
    """Return the outermost quotations of a paragraph, in order.

    One that is not closed counts up to the paragraph's end where it opens the paragraph: it goes on in the next one.
    """
    return list(_find(text, paragraph))


def _find(text: str, paragraph: Span) -> Iterator[Quotation]:
    at = paragraph.start
    searched: dict[str, int] = {}  # how far each mark's closing counterpart was looked for in vain
    while opening := _MARK.search(text, at, paragraph.end):
        mark, start = opening.group(), opening.start()
        at = start + 1
        if not _opens(text, start, mark, paragraph):
            continue
        end = _closing(text, start, mark, paragraph, searched)
        if end is not None:
            yield Quotation(Span(start, end + 1), Span(start + 1, end))
            at = end + 1
        elif start == paragraph.start and mark in '“"„«「':
            yield Quotation(paragraph, Span(start + 1, paragraph.end))
            return


def _opens(text: str, at: int, mark: str, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark in "'‘‚":
        return not before.isalnum() and after.isalpha()
    if mark in "”’」』":
        return mark == "”" and before.isspace() and not after.isspace()
    if mark in "»›":
        return not before.isalnum() and not after.isspace() and after not in ".,;:!?"
    return mark != '"' or not before.isalnum()


def _closing(text: str, start: int, mark: str, paragraph: Span, searched: dict[str, int]) -> int | None:
    """Return the offset of the mark that closes the quotation opened at ``start``."""
    closers = _CLOSED_BY[mark]
    end = min(paragraph.end, start + (_LONGEST_SINGLE if mark in "'‘‚" else _LONGEST))
    for found in _MARK.finditer(text, max(start + 1, searched.get(mark, 0)), end):
        if found.group() not in closers:
            continue
        place = found.start()
        after = text[place + 1] if place + 1 < paragraph.end else " "
        if mark in "'‘‚" and (after.isalnum() or text[place - 1].isspace()):
            continue  # an apostrophe
        if found.group() == "“" == mark and not after.isspace() and after not in ".,;:!?)":
            continue  # another opening mark
        return place
    searched[mark] = end
    return None
