"""Plain text: kept whole, since every offset has to hold; only the title is looked for."""

from __future__ import annotations

import re

from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.headlines import is_headline
from firsthand.text.spans import Span

EXTRACTOR = "firsthand-plain 1"

_ADDRESS = re.compile(r"https?://[^\s<>\"'”’»]{1,2000}")
_AFTER_AN_ADDRESS = ".,;:!?)]}…"
_BYLINE = re.compile(r"(?:By|Von|Par|Por) ((?:[A-Z][\w.’'-]*)(?: (?:[a-z]{1,3} )?[A-Z][\w.’'-]*){1,3})")
_MOST_REFERENCES = 2000


def extract_plain(data: bytes) -> ExtractedArticle:
    """Read a plain-text file; the text is the file's own but for newlines.

    Raises ``UnreadableText`` where there is no text.
    """
    text = decode(data)
    title = _title(text)
    return ExtractedArticle(
        text=text, extractor=EXTRACTOR, title=title, author=_author(text) if title else None, references=addresses(text)
    )


def addresses(text: str) -> tuple[Reference, ...]:
    """Return the web addresses written out in ``text``, in order."""
    found = []
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(_AFTER_AN_ADDRESS)
        found.append(Reference(address, address, Span(match.start(), match.start() + len(address))))
        if len(found) == _MOST_REFERENCES:
            break
    return tuple(found)


def _title(text: str) -> str | None:
    """Return the first line where it is shaped like a headline and the text clearly begins after it."""
    first, _, rest = text.lstrip().partition("\n")
    if not is_headline(first) or not rest.strip():
        return None
    following = rest.lstrip("\n").partition("\n")[0]
    apart = rest.startswith("\n") or rest.partition("\n")[0].strip() == ""
    return first.strip() if apart or len(following) > len(first) or _BYLINE.fullmatch(following.strip()) else None


def _author(text: str) -> str | None:
    lines = [line.strip() for line in text.lstrip()[:2000].split("\n") if line.strip()]
    byline = _BYLINE.fullmatch(lines[1]) if len(lines) > 1 else None
    return byline.group(1) if byline else None
