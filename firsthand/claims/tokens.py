"""Words and signs of a text with their places; just enough for the rules of this package."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.spans import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr|Inc|Ltd|Co|Corp|No|vs)\."
    r"|[A-Z]\.(?=\s[A-Z])|\d[\d,.]*\d|\w+(?:[-‐]\w+)*|['’](?:s|re|ve|ll|d|m|t)\b|--+|\.{2,}|[^\w\s]"
)


class Token(NamedTuple):
    """A word or sign; ``low`` is its lower-case form."""

    text: str
    low: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.end)

    @property
    def named(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number and not a sign."""
        return self.text[0].isalnum()


def tokenise(text: str, span: Span) -> list[Token]:
    """Return the tokens of the text inside ``span``, in order."""
    found = _TOKEN.finditer(text, span.start, span.end)
    return [Token(m.group(), m.group().lower().replace("’", "'"), m.start(), m.end()) for m in found]
