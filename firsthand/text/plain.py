"""Plain text, typed or pasted: kept whole but for what cannot be seen; title, author and date are looked for."""

from __future__ import annotations

import re

from firsthand.errors import UnreadableText
from firsthand.text.bylines import find_byline, is_byline
from firsthand.text.dating import date_in
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle, Reference
from firsthand.text.headlines import is_headline
from firsthand.text.languages import language_of
from firsthand.text.regions import is_furniture
from firsthand.text.spans import Span

EXTRACTOR = "firsthand-plain 2"

_ADDRESS = re.compile(r"https?://[^\s<>\"'”’»]{1,2000}")
_AFTER_AN_ADDRESS = ".,;:!?)]}…"
_MOST_REFERENCES = 2000
_MOST_BEFORE_THE_TITLE = 8  # lines of buttons and labels that come along when a page is copied
# What word processors and web pages leave in a copy: places for hyphens and breaks, and line ends of their own.
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u2060\ufeff"} | dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028), "\n")
_UNSEEN[0x2029] = "\n\n"
_WORTH_CLEANING = re.compile("[\u00ad\u200b\u2060\ufeff\x0b\x0c\x85\u2028\u2029]")
_NOTHING = "The text holds no words; choose the file again or paste the text."


def extract_plain(data: bytes) -> ExtractedArticle:
    """Read a plain-text file; the text is the file's own but for newlines and invisible characters.

    Raises ``UnreadableText`` where there is no text.
    """
    text = cleaned(decode(data))
    if not text.strip():
        raise UnreadableText(_NOTHING)
    title = _title(text)
    byline = find_byline(text)
    language = language_of(text)
    return ExtractedArticle(
        text=text,
        extractor=EXTRACTOR,
        title=title,
        author=byline.author,
        published=byline.published,
        language=language,
        language_detected=language is not None,
        references=addresses(text),
    )


def cleaned(text: str) -> str:
    """Return the text without soft hyphens and zero-width spaces, with every kind of line end as a newline."""
    return text.translate(_UNSEEN) if _WORTH_CLEANING.search(text) else text


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
    """Return the first line that is no button or label, where it is shaped like a headline and the text goes on."""
    lines = [line.strip() for line in text[:6000].split("\n")]
    first = next((n for n, line in enumerate(lines) if line and not is_furniture(line)), None)
    if first is None or sum(map(bool, lines[:first])) > _MOST_BEFORE_THE_TITLE or not is_headline(lines[first]):
        return None
    following = next((line for line in lines[first + 1 :] if line), "")
    if not following or is_byline(lines[first]):
        return None
    apart = lines[first + 1] == "" or is_furniture(following) or date_in(following) is not None
    return lines[first] if apart or len(following) > len(lines[first]) or is_byline(following) else None
