"""Headlines read for who says what: «Minister: content», «Content: report», «"Content" X Warns Y»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.claims.readings import Reading
from firsthand.claims.reporting import VERBS
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from firsthand.claims.contents import SentenceTokens

_LONGEST = 30
_LONGEST_SPEAKER = 5
_FEWEST_CONTENT = 4
_MOSTLY = 0.6
_STAYS_SMALL = 3  # letters: short words keep a small letter in titles
_SPOKEN_FOR = words(
    """official officials report reports study studies minister ministry police expert experts poll survey researchers
    scientists analyst analysts source sources media doctors lawyer lawyers witnesses un who data chief spokesman
    spokeswoman spokesperson court prosecutors president mayor governor senator union economists research"""
)
_LABELS = words(
    """analysis watch video exclusive opinion live breaking update updated explained explainer review interview photos
    factbox editorial comment timeline podcast quiz correction note read also more story related gallery"""
)


def read_heading(sentence: SentenceTokens) -> Reading | None:
    """Return the attribution that a headline makes by its form, or None for anything that is no headline."""
    tokens = sentence.tokens
    if not _FEWEST_CONTENT <= len(tokens) <= _LONGEST or tokens[-1].text in {".", ":", ",", ";"}:
        return None
    long_words = [token for token in tokens if token.word and len(token.text) > _STAYS_SMALL]
    titled = sum(token.named for token in long_words) >= _MOSTLY * len(long_words)
    return _by_colon(sentence) or (_quoted(sentence) if titled else None)


def _colons(sentence: SentenceTokens) -> list[int]:
    return [i for i, token in enumerate(sentence.tokens) if token.text == ":" and i not in sentence.quote_of]


def _by_colon(sentence: SentenceTokens) -> Reading | None:
    tokens, colons = sentence.tokens, _colons(sentence)
    start = 0
    if len(colons) > 1 and tokens[colons[0] - 1].low in _LABELS:
        start = colons.pop(0) + 1  # «Read: ...»
    if len(colons) != 1:
        return None
    at, last = colons[0], len(tokens) - 1
    cue = (tokens[at].span,)
    before, after = tokens[start:at], tokens[at + 1 :]
    if len(after) <= _LONGEST_SPEAKER and len(before) >= _FEWEST_CONTENT and any(t.low in _SPOKEN_FOR for t in after):
        return Reading((sentence.span(at + 1, last),), cue, (sentence.span(start, at - 1),), clear=True)
    named = bool(before) and all(token.named or token.low in {"of", "the", "'s"} for token in before)
    if named and len(before) <= _LONGEST_SPEAKER and len(after) >= _FEWEST_CONTENT and before[-1].low not in _LABELS:
        spoken = sentence.next_quote(at + 1) or any(token.low in _SPOKEN_FOR for token in before)
        if spoken:
            return Reading((sentence.span(start, at - 1),), cue, (sentence.span(at + 1, last),), clear=True)
    return None


def _quoted(sentence: SentenceTokens) -> Reading | None:
    """Read a quotation at either end of a title-cased headline, with a reporting verb outside it."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        verb = VERBS.get(token.low)
        if i in sentence.quote_of or not verb or verb.form not in {"third", "past"} or not verb.takes_clause:
            continue
        first = i
        while first > 0 and first - 1 not in sentence.quote_of and tokens[first - 1].word:
            first -= 1
        content = sentence.next_quote(i + 1) or (sentence.preceding(first) if first - 1 in sentence.quote_of else ())
        if first < i <= first + _LONGEST_SPEAKER and content:
            return Reading((sentence.span(first, i - 1),), (token.span,), content, clear=True)
    return None
