"""Numbers in a text, as data: value, unit, scale and period, with the place they stand in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from firsthand.claims.dates import find_dates
from firsthand.text.spans import Span, first_overlap
from firsthand.text.wordlists import phrases, words


class Figure(NamedTuple):
    """A number as written: ``value`` has the scale worked in («3.5 million» is 3500000, scale 1000000).

    ``unit`` is «%», a currency code or the word that is counted; ``period`` what it is counted over («year»).
    ``hedge`` holds the words that make it approximate («about»).
    """

    span: Span
    words: str
    value: Decimal
    scale: int
    unit: str | None
    period: str | None
    hedge: str | None


_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1000,
    "k": 1000,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELT = {word: value for value, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_SHARES = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "dollars": "USD",
    "euros": "EUR",
    "pounds": "GBP",
    "yen": "JPY",
}
_HEDGES = phrases(
    "about|around|roughly|nearly|almost|some|approximately|more than|over|at least|up to|less than|fewer than|under",
    "an estimated|as many as|just",
)
_SPELT_WORDS = "|".join(sorted(_SPELT, key=len, reverse=True))
_FIGURE = re.compile(
    rf"""(?:\b(?P<hedge>{_HEDGES.replace(" ", chr(92) + " ")})\s)?
    (?<![\w.,/-])(?P<currency>US\$|[$€£¥₹]\s?)?
    (?:(?P<digits>[-−]?\d{{1,3}}(?:[,\u202f\u00a0]\d{{3}})+(?:\.\d+)?|[-−]?\d+(?:[.,]\d+)?)
      |(?P<share>\b(?:(?:an?|one|two|three|four|nine)[-\s])?(?:half|thirds?|quarters?|fifths?|tenths?)\b
        (?=\s+(?:of|the)\b))
      |(?P<spelt>\b(?:{_SPELT_WORDS})(?:[-\s](?:{_SPELT_WORDS}))?\b)
      |(?P<article>\ba(?=\s(?:hundred|thousand|million|billion|dozen)\b)))
    (?:[-\s]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|[km](?![\w/]))\b)?
    (?P<percent>\s?%|\s?‰|[-\s](?:per\s?cent|percent|percentage\spoints?)\b)?
    (?P<degrees>\s?°\s?[CF]?)?
    (?:(?P<close>km|kg|cm|mm|mph|kph|[kMGT]W|[MGT]B|ha|g|t)\b|[-\s](?P<unit>[^\W\d_]{{2,}}))?""",
    re.VERBOSE | re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:\s\w+)?\s(?:a|an|per|each|every)\s(?P<period>hour|day|week|month|quarter|year|decade)\b"
    r"|\s(?P<adverb>annually|yearly|monthly|daily|weekly)\b"
)
_ADVERBS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_NO_UNIT = words(
    """of and or in on at to for the a an is are was were by from with who that than but as per will would had has have
    it he she they this which after before since if when while said not more times"""
)
_ONE_WORDS = frozenset({"one", "zero"})
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_figures(text: str) -> list[Figure]:
    """Return the figures of ``text`` in order; numbers that are part of a date or a name («F-16») are left out."""
    dates = [mention.span for mention in find_dates(text)]
    figures = (_figure(text, match) for match in _FIGURE.finditer(text))
    return [figure for figure in figures if figure and first_overlap(dates, figure.span) is None]


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    value = _value(match)
    unit, end = _unit(match)
    if value is None or _is_no_figure(text, match, unit, end):
        return None
    scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
    period = _PERIOD.match(text, end)
    span = Span(match.start(), end)
    return Figure(
        span=span,
        words=span.of(text),
        value=value * scale,
        scale=scale,
        unit=unit,
        period=(period["period"] or _ADVERBS[period["adverb"].lower()]) if period else None,
        hedge=match["hedge"],
    )


def _is_no_figure(text: str, match: re.Match[str], unit: str | None, end: int) -> bool:
    """Whether the number is only a word («one of them»), part of a name («3rd», «4x4») or a year."""
    scaled = match["scale"] or match["percent"]
    if match["spelt"] and not scaled and match["spelt"].lower() in _ONE_WORDS:
        return True
    if match["digits"] and end < len(text) and text[end - 1].isdigit() and text[end].isalpha():
        return True
    bare = match["digits"] and not (scaled or match["currency"] or match["hedge"])
    return bool(bare and _YEAR.fullmatch(match["digits"]) and not (unit or "").endswith("s"))


def _value(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        return _digits(match["digits"])
    if match["article"]:
        return Decimal(1)
    if match["share"]:
        return _share(match["share"].lower().replace("-", " ").split())
    first, *rest = re.split(r"[-\s]", match["spelt"].lower())
    if rest and not (first in _TENS and rest[0] in _SMALL[1:10]):
        return None
    return Decimal(_SPELT[first] + (_SPELT[rest[0]] if rest else 0))


def _digits(written: str) -> Decimal:
    """Read digits with either sign of decimals: a comma before exactly three digits groups thousands."""
    plain = written.replace("−", "-").replace("\u202f", "").replace("\u00a0", "")
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return Decimal(plain.replace(",", ""))
    return Decimal(plain.replace(",", "."))


def _share(parts: list[str]) -> Decimal:
    part = parts[-1] if parts[-1] == "half" else parts[-1].removesuffix("s")
    return Decimal(_SPELT.get(parts[0], 1)) / Decimal(_SHARES[part])


def _unit(match: re.Match[str]) -> tuple[str | None, int]:
    """Return the unit and where the figure ends."""
    if match["percent"]:
        points = "point" in match["percent"]
        return ("percentage points" if points else "‰" if "‰" in match["percent"] else "%"), match.end("percent")
    if match["degrees"]:
        return match["degrees"].replace(" ", ""), match.end("degrees")
    end = max(match.end(name) for name in ("digits", "spelt", "share", "article", "scale"))
    word = match["close"] or match["unit"]
    if match["currency"]:
        return _CURRENCIES[match["currency"].strip().upper()], end
    if word and word.lower() not in _NO_UNIT:
        return _CURRENCIES.get(word.lower(), word), match.end("close" if match["close"] else "unit")
    return None, end
