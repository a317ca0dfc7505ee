"""Where something was said: «told reporters in Brussels», «at a rally in Ohio», the dateline of the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.naming.name_words import DAYS_AND_MONTHS, NAMED_BODY
from firsthand.text.spans import Span
from firsthand.text.wordlists import phrases, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*\w"
_SIDE = r"(?:(?:central|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|nearby) )?"
_PLACE = rf"(?:the )?{_SIDE}{_NAME}(?: (?:(?:of|de|la|upon|am|an der) )?{_NAME}){{0,3}}"
_OCCASION = phrases(
    "rally|news conference|press conference|press briefing|briefing|conference|summit|meeting|hearing|event|ceremony",
    "forum|speech|dinner|debate|march|vigil|visit|trip|tour|rallies|session|gathering|convention|congress|lecture",
    "interview|inquest|trial|protest",
)
_AT_AN_OCCASION = re.compile(
    rf"\b(?i:at|during|after|on|in|following) (?:an?|the|his|her|their|its) (?:[\w’'-]+ ){{0,3}}?{_OCCASION}"
    rf" (?:in|at|to|outside|near) (?P<place>{_PLACE})"
)
_IN = re.compile(rf"\b(?i:in|from|outside|near) (?P<place>{_PLACE})")
_AT = re.compile(
    rf"\bat (?P<place>(?:the )?(?:{_NAME} ){{1,4}}?"
    r"(?:Court|Palace|Hall|House|University|Stadium|Airport|Church|Cathedral|Museum|Park|Square|Hospital|School"
    r"|Library|Centre|Center|Theatre|Prison|Castle|Arena|Hotel))\b(?! [A-Z])"
)
_CITY = (
    r"(?P<place>[A-ZÀ-ÖØ-Þ]{3,}(?:[ -][A-ZÀ-ÖØ-Þ]{2,}){0,2}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2}?"
    r"|[A-Z][a-zà-ÿ]+(?:[ -][A-Z][a-zà-ÿ]+){0,2}(?= \())"
)
_FILED_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_FILED_ON = rf"(?:{_FILED_MONTH} \d{{1,2}}|\d{{1,2}} {_FILED_MONTH})(?:,? \d{{4}})?"
_AGENCY = r" \([^()\n]{2,40}\)"
_DATELINE = re.compile(rf"(?:{_CITY}(?:,? {_FILED_ON})?(?:{_AGENCY})?|{_FILED_ON}{_AGENCY})\s?(?:—|–|--?)\s")
_OTHER_CLAUSE = re.compile(r"[;:.]|\b(?:who|which|that|where|whose|of|for)\b")
_WITHIN_OF_CUE = 90  # characters between the place and the cue that it belongs to
_NO_PLACES = words(
    """parliament english french german spanish russian chinese arabic latin general particular court christmas easter
    brief congress"""
)
_LED_BY = words("Mr Mrs Ms Dr President Prime Minister")


class Dateline(NamedTuple):
    """The place a report was filed from, if the dateline tells it, and where the text goes on."""

    place: str | None
    end: int


def read_dateline(text: str, paragraph: Span) -> Dateline | None:
    """Read «BERLIN (Agency) — …» or «Oct 24 (Agency) - …» at the beginning of a paragraph."""
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if not found or (found["place"] or "").lower() in DAYS_AND_MONTHS:
        return None
    place = found["place"]
    if place is None:
        return Dateline(None, found.end())
    city, _, rest = place.partition(", ")
    shown = " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in city.split())  # noqa: PLR2004
    return Dateline(f"{shown}, {rest}" if rest else shown, found.end())


def place_of_saying(text: str, sentence: Span, cue: Span, others: Sequence[Span]) -> str | None:
    """Return where it was said, from the words of the sentence; None where it is open.

    ``others`` are what was said and who said it: places in there are theirs.
    """
    for pattern in (_AT_AN_OCCASION, _AT, _IN):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            place = Span(*found.span("place"))
            if any(piece.overlaps(place) for piece in others) or not _belongs(
                text, sentence, cue, Span(found.start(), place.end)
            ):
                continue
            if _is_place(place.of(text)):
                return place.of(text).removeprefix("the ")
    return None


def _belongs(text: str, sentence: Span, cue: Span, words: Span) -> bool:
    """Whether the words stand by the cue: behind it, or in front with no other clause between or before."""
    if cue.contains(words):
        return True
    if words.start >= cue.end:
        return words.start - cue.end <= _WITHIN_OF_CUE and not _OTHER_CLAUSE.search(text, cue.end, words.start)
    return words.end <= cue.start and not _OTHER_CLAUSE.search(text[sentence.start : cue.start])


def _is_place(written: str) -> bool:
    low = [word.lower() for word in written.removeprefix("the ").split()]
    if not low or low[0] in _NO_PLACES or any(word in DAYS_AND_MONTHS for word in low):
        return False
    return not (set(low) & NAMED_BODY) and written.split(maxsplit=1)[0] not in _LED_BY
