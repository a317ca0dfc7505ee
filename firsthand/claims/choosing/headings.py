"""Headlines that say by their form who says what: «Minister: content», «Content: report»."""

from __future__ import annotations

import re

from db.vocabulary import Confidence
from firsthand.claims.attribution import Attribution, AttributionKind
from firsthand.text.spans import Span, trimmed
from firsthand.text.wordlists import words

_COLON = re.compile(r"\s?:\s")
_FEWEST_CONTENT_WORDS = 4
_MOST_SPEAKER_WORDS = 5
_SPOKEN_FOR = words(
    """official officials report reports study studies minister ministry police expert experts poll survey researchers
    scientists analyst analysts source sources media doctors lawyer lawyers witnesses un who data chief spokesman
    spokeswoman spokesperson court prosecutors president mayor governor senator union economists research"""
)
_OPENS_A_QUOTE = frozenset("“\"«„‘'")


def read_heading(text: str, headline: Span) -> Attribution | None:
    """Return the attribution that a headline makes with its colon, or None.

    Behind the colon a few words with somebody who speaks are the speaker; in front of it they are where they name
    somebody who does, or where a quotation follows.
    """
    colons = list(_COLON.finditer(text, *headline))
    if len(colons) != 1:
        return None
    (colon,) = colons
    before, after = trimmed(text, headline.start, colon.start()), trimmed(text, colon.end(), headline.end)
    if _is_content(text, before) and _speaks(text, after):
        return _attribution(text, after, before, colon.start())
    quoted = text[after.start : after.start + 1] in _OPENS_A_QUOTE and before.of(text)[:1].isupper()
    short = len(before.of(text).split()) <= _MOST_SPEAKER_WORDS
    if _is_content(text, after) and (_speaks(text, before) or (quoted and short)):
        return _attribution(text, before, after, colon.start())
    return None


def _is_content(text: str, span: Span) -> bool:
    return len(span.of(text).split()) >= _FEWEST_CONTENT_WORDS


def _speaks(text: str, span: Span) -> bool:
    said_by = span.of(text).split()
    return 0 < len(said_by) <= _MOST_SPEAKER_WORDS and any(word.lower() in _SPOKEN_FOR for word in said_by)


def _attribution(text: str, speaker: Span, content: Span, around: int) -> Attribution:
    at = text.index(":", around)
    quoted = text[content.start] in _OPENS_A_QUOTE
    kind = AttributionKind.DIRECT if quoted else AttributionKind.INDIRECT
    return Attribution((speaker,), (Span(at, at + 1),), (content,), kind, Confidence.MEDIUM)
