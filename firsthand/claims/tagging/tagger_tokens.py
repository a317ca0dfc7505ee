"""A text cut for the tagger into words and signs, as the corpus it learned from is cut.

A possessive or a contracted verb («Ruiz's», «she'd») is a token of its own, since a speaker ends before it; a word
with hyphens and a negated helper («didn't») are whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from firsthand.text.spans import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Inc|Ltd|Co|Corp|No|vs)\."
    r"|[A-Z]\.(?=\s+[A-Z])|\d[\d,.:]*\d|['’](?:s|re|ve|ll|d|m)\b|\w+(?:[-‐]\w+)*(?:(?<=n)['’]t\b)?"
    r"|--+|\.{2,}|[^\w\s]"
)


class TaggerToken(NamedTuple):
    """A word or sign and where it stands in the whole text."""

    text: str
    start: int
    end: int


def tagger_tokens(text: str, span: Span) -> list[TaggerToken]:
    """Return the tokens of the text inside ``span``, in order; white space parts them and belongs to none."""
    return [TaggerToken(found.group(), *found.span()) for found in _TOKEN.finditer(text, span.start, span.end)]
