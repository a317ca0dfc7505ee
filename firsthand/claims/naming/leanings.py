"""Whether a statement still leans on the rest of its article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.claims.naming.mentions import FIRST_PERSON, MANY, PEOPLE_NOUNS, PRONOUN_GENDERS, THINGS, Form
from firsthand.claims.naming.name_words import COUNTRIES, DAYS_AND_MONTHS, FUNCTION_WORDS, OFFICES, PLACE_NOUNS
from firsthand.text.spans import Span
from firsthand.text.wordlists import phrases, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from firsthand.claims.cast import Reference

_TIMES = phrases("week", "month", "year", "morning", "evening", "afternoon", "summer", "winter", "spring", "autumn")
_BE = phrases("is", "are", "was", "were", "has", "had", "have", "will", "would", "could", "may", "might")
_POINTING = re.compile(
    phrases(
        rf"(?:this|these)\b(?![ \xa0](?:{_TIMES}|days?)\b)",
        rf"that[ \xa0](?:\w+[ \xa0])?(?:{_BE}|means?|makes?|made)",
        r"those\b(?![ \xa0]who\b)",
        r"such\b(?![ \xa0]as\b)",
        r"(?:both|the two)[ \xa0](?:sides|men|women|countries|parties|companies|leaders)",
        rf"the (?:latter|former|pair|duo|trio|two)[ \xa0](?:{_BE}|said|also)",
        r"the (?:move|decision|accusation|announcement|incident|attack|proposal|plan|claims?|comments|remarks|figures"
        rf"|findings|results|accident|case|measures?|step|warning|threat|allegations)[ \xa0](?:{_BE}|comes?|came"
        r"|follow(?:s|ed)|also|means|makes)",
    )
    + r"\b",
    re.IGNORECASE,
)
_POINTING_INSIDE = re.compile(
    rf"\b(?:this|these)[ \xa0](?!(?:{_TIMES}|days?|{_BE}|one|can|should|does|did|means|helps|makes|way|case|time|point"
    r"|century|decade|kind|sort|type|and|or|but|\w+ly)\b)[a-z]",
    re.IGNORECASE,
)
_POINTING_QUOTATION = re.compile(r"\W*(?:he|she|it|they|this|that|these|those|his|her|their|its|we|i)\b", re.IGNORECASE)
_EMPTY_IT = re.compile(
    r"[ \xa0](?:also[ \xa0])?(?:(?:(?:will|would|may|might|has|had)[ \xa0])?(?:is|was|be|been)|seems|seemed|appears"
    r"|appeared|became|remains|takes|took|turned out|follows|emerged)\b[^.!?;:“”\"]{0,60}?"
    r"[ \xa0](?:that|to|whether|how|why|who)\b"
)
_WORD = re.compile(r"[^\W\d][\w’'-]*")
_NO_NOUNS = (
    FUNCTION_WORDS
    | DAYS_AND_MONTHS
    | words("yesterday today tomorrow last next year month week later earlier once again soon often then far today's")
)


def leans(
    text: str, claim: Span, left_open: Sequence[Reference], named: Sequence[Span], quoted: Sequence[Span]
) -> bool:
    """Whether words of the claim point at something the statement does not name.

    ``left_open`` are the references outside quotation marks that stayed as they are; ``named`` is where the statement
    names somebody or something; ``quoted`` are the quotations that the claim shares words with. What a quotation points
    at is its speaker's matter, unless the claim is nothing else.
    """
    outside = list(_outside(claim, quoted))
    if not any(_WORD.search(text, piece.start, piece.end) for piece in outside):
        return _POINTING_QUOTATION.match(text, claim.start, claim.end) is not None
    if outside[0].start == claim.start and _POINTING.match(text, claim.start, outside[0].end):
        return True
    if any(_POINTING_INSIDE.search(text, piece.start, piece.end) for piece in outside):
        return True
    return any(_is_open(text, claim, reference, named) for reference in left_open)


def _outside(claim: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield the pieces of the claim that no quotation holds."""
    at = claim.start
    for span in quoted:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < claim.end:
        yield Span(at, claim.end)


def _is_open(text: str, claim: Span, reference: Reference, named: Sequence[Span]) -> bool:
    if reference.form is not Form.PRONOUN and reference.form is not Form.DEFINITE:
        return reference.form is Form.SHARED_NAME
    low = reference.span.of(text).lower()
    named_before = any(span.start < reference.span.start for span in named)
    if reference.form is Form.DEFINITE:
        return _is_open_phrase(low.split()[-1], claim.of(text), named_before=named_before)
    if low in FIRST_PERSON:
        return True
    if low in PRONOUN_GENDERS:
        return not named_before
    if low in THINGS and _EMPTY_IT.match(text, reference.span.end, claim.end):
        return False
    return (low in MANY or low in THINGS) and not _has_noun(text[claim.start : reference.span.start])


def _is_open_phrase(head: str, claim: str, *, named_before: bool) -> bool:
    """Whether «the ministry», «the victim» or «the country» needs the article to be understood."""
    if head == "police" or head in PLACE_NOUNS:
        return False
    if head in OFFICES or head in PEOPLE_NOUNS:
        return not named_before
    return head != "country" or COUNTRIES.isdisjoint(_WORD.findall(claim.lower()))


def _has_noun(words_before: str) -> bool:
    """Whether there is a word before the pronoun that it may stand for."""
    return any(found.group().lower() not in _NO_NOUNS for found in _WORD.finditer(words_before))
