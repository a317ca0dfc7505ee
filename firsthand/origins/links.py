"""Links beside the words that tell where a text is from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from firsthand.publishers import place_of
from firsthand.text.spans import Span

_AFTER = 80  # characters after the words in which the link's own words may stand
_SHORTEST = 3


class Link(NamedTuple):
    """A link of the text: its address and its words."""

    href: str
    words: str


def beside(span: Span, text: str, links: Sequence[Link], url: str | None) -> str | None:
    """Find the address of a page on another site whose link stands in these words, or right after them on the line."""
    around = " ".join(text[span.start : span.end + _AFTER].partition("\n")[0].split())
    here = place_of(url) if url else None
    for link in links:
        place = place_of(link.href)
        if place is None or not place.path or (here and _site(place.host) == _site(here.host)):
            continue
        if len(link.words) >= _SHORTEST and " ".join(link.words.split()) in around:
            return link.href
    return None


def _site(host: str) -> str:
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")
