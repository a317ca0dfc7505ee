"""Links followed through a text's making.

Extractors give text without places. So each link's words are put between two letters that the text does not use, one
letter a link; the letters are taken out of the text afterwards, and where they stood is the link's place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from firsthand.text.addresses import web_address
from firsthand.text.extracted import Reference
from firsthand.text.spans import Span
from firsthand.text.wordlists import phrases

_SHARES = re.compile(
    phrases(
        r"facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:intent|share)|linkedin\.com/share",
        r"t\.me/share|telegram\.me/share|wa\.me/|whatsapp\.com/send|pinterest\.\w+/pin/create|reddit\.com/submit",
        r"news\.google\.com/publications|getpocket\.com/save|threads\.net/intent|bsky\.app/intent",
    ),
    re.IGNORECASE,
)


class Alphabet(NamedTuple):
    """The letters from ``first`` to ``last`` (code points)."""

    first: int
    last: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """What matches any of them."""
        return re.compile(f"[{chr(self.first)}-{chr(self.last)}]")


class Marked(NamedTuple):
    """The links that were marked: where each letter's link leads, as written, and the letters in use."""

    targets: dict[str, str]
    letters: re.Pattern[str] | None


class Unmarked(NamedTuple):
    """A text without the letters, its links in order, and where the letters stood in the marked text."""

    text: str
    references: list[Reference]
    removed: list[int]

    def clean(self, offset: int) -> int:
        """Return where an offset of the marked text is now."""
        return offset - bisect_left(self.removed, offset)


def unmark(text: str, marked: Marked, base: str | None = None) -> Unmarked:
    """Take the letters out; links that are buttons for sharing, or lead nowhere on the web, are none."""
    found = list(marked.letters.finditer(text)) if marked.letters else []
    opened: dict[str, int] = {}
    places: list[tuple[Span, str]] = []
    for number, one in enumerate(found):
        at, letter = one.start() - number, one.group()
        start = opened.pop(letter, None)
        if start is None:
            opened[letter] = at
        elif start < at:
            places.append((Span(start, at), letter))
    clean = marked.letters.sub("", text) if marked.letters else text
    references = [
        Reference(address, " ".join(span.of(clean).split()), span)
        for span, letter in sorted(places)
        if (address := web_address(marked.targets.get(letter), base)) and not _SHARES.search(address)
    ]
    return Unmarked(clean, references, [one.start() for one in found])
