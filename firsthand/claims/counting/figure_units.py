"""What figures count: percentages, money, measures and things, read from the words around a number."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.wordlists import phrases, words


class UnitRead(NamedTuple):
    """A unit and where its words end, or begin where they stand before; ``measure`` where it is no thing counted."""

    name: str
    end: int
    measure: bool = True


_CODES = tuple(
    sorted(
        words(
            """USD EUR GBP CHF INR JPY CNY AUD CAD NZD HKD SGD KRW SEK NOK DKK ISK PLN CZK HUF RON UAH RUB TRY ILS ZAR
            BRL MXN"""
        )
    )
)
MONEY = {
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    **{code: code for code in _CODES},
    "RMB": "CNY",
    "Rs": "INR",
    "Rs.": "INR",
}
_NAMED_MONEY = {
    "us dollars": "USD",
    "dollars": "USD",
    "dollar": "USD",
    "us-dollar": "USD",
    "dólares": "USD",
    "dollari": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "pounds": "GBP",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "swiss francs": "CHF",
    "rupees": "INR",
    "roubles": "RUB",
    "rubles": "RUB",
    "zloty": "PLN",
    "pesos": "pesos",
    "kronor": "SEK",
    "kroner": "kroner",
}
_MONEY_BEFORE = re.compile(r"(?:(?:US|AU?|CA?|NZ|HK|S|R)\$|[$€£¥₹₽]|\b(?:" + "|".join(_CODES) + r"|RMB|Rs\.?))\s?$")
_MONEY_CODE = re.compile(r"[ \u00a0-]?(" + "|".join(_CODES) + r"|RMB|€|£)(?!\w|\s?\d)")
_MONEY_BEFORE_WITHIN = 5
_MONEY_NAMED = re.compile(
    r"[ -](?:d[ei] |d[’'])?("
    + "|".join(sorted(_NAMED_MONEY, key=len, reverse=True))
    + r")\b(?! (?:of weight|in weight))",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\s?(?P<percent>%|‰)|[ -](?:(?P<points>percentage[ -]points?|basis[ -]points?)"
    r"|(?P<words>per ?cent|percent|pct|pc|Prozent|pour cent|por ciento)\b)"
)
_DEGREES = re.compile(r"\s?°\s?([CF])?\b|\s?°|[ -]degrees? (Celsius|Fahrenheit)\b|[ -]degrees?\b(?! in\b)")
_CLOSE = re.compile(
    r"[  -]?(km/h|kmh|km2|km²|m²|sq km|km|kg|cm|mm|mph|kph|kWh|MWh|GWh|TWh|[kMGT]W|[MGT]B|ha|ml|lb|ft)\b"
)
_CLOSE_LETTER = re.compile(r"(m|g|t|l)\b")
_WORDS_AFTER = re.compile(r"[  -](?:[a-z][\w’'-]{0,40}[  -]?){1,4}")
_ONE_WORD = re.compile(r"[^\W\d_][\w’']*")
_YEAR_OLD = re.compile(r"[ -]years?[ -]olds?\b")
_PERIOD = re.compile(
    r"(?:[  ](?!(?:a|an|per|each|every|and|or|to|in|from|by|as|at)\b)\w+|[  ]of[  ]\w+){0,3}?"
    r"(?:(?:[  -](?:a|an|per|each|every)[  -]|/|[  ]p)"
    r"(?P<period>second|minute|hour|day|week|month|quarter|year|decade|annum)\b"
    r"|[  ](?P<adverb>annually|yearly|monthly|daily|weekly|hourly)\b)"
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
_HEDGE = re.compile(
    r"\b("
    + phrases(
        "just (?:over|under)|(?:no )?(?:more|less|fewer) than|well over|at (?:least|most)|up to|close to|upwards of",
        "as (?:many|much|few|little) as|an estimated|about|around|roughly|nearly|almost|approximately|circa|some|over",
        "under|above|below|between|just",
    )
    + r")[  ]$",
    re.IGNORECASE,
)
_HEDGE_WITHIN = 18
_LAST_OF_HEDGES = words(
    """over under than least most to of many much few little estimated about around roughly nearly almost approximately
    circa some above below between just"""
)
_NO_UNIT = words(
    """of and or in on at to for the a an is are was were by from with who that than but as per will would had has have
    it he she they this which after before since if when while said not more less each every its their his her
    our we you i be been also so then there here out up down off over under into between about against during
    through until because although both all any some most yes no lost was this does yesterday today always perhaps"""
)
_PLURALS = words(
    """people men women children police staff cattle sheep fish deer aircraft ships lives wives mice feet teeth geese
    families cities countries species series troops"""
)
_SINGULARS = words(
    """metre meter kilometre kilometer mile ton tonne hour day week month year decade point seat vote person page
    hectare acre litre liter barrel gram kilo inch foot yard minute second floor bed room megawatt gigawatt"""
)
_NO_PLURALS = words("his its this has was does is as us plus minus less across towards perhaps always besides its yes")
_DETERMINER_FOLLOWS = re.compile(r" (?:the|a|an|its|their|his|her|to|that|this)\b")
_MEASURED = words("square cubic nautical metric")


def money_before(text: str, at: int) -> UnitRead | None:
    """Return the currency that stands right before ``at``, with where it begins."""
    found = _MONEY_BEFORE.search(text[max(0, at - _MONEY_BEFORE_WITHIN) : at])
    if not found:
        return None
    return UnitRead(MONEY[found.group().strip()], at - len(found.group()))


def unit_after(text: str, end: int) -> UnitRead | None:
    """Return the unit of a number that ends at ``end``: «%», a currency code, a measure, or the things counted."""
    percent = _PERCENT.match(text, end)
    if percent:
        if percent["points"]:
            return UnitRead(percent["points"].replace("-", " ").rstrip("s") + "s", percent.end())
        return UnitRead("‰" if percent["percent"] == "‰" else "%", percent.end())
    money = _MONEY_NAMED.match(text, end)
    if money:
        return UnitRead(_NAMED_MONEY[money[1].lower()], money.end())
    code = _MONEY_CODE.match(text, end)
    if code:
        return UnitRead(MONEY[code[1]], code.end())
    return _measure(text, end) or _things(text, end)


def _measure(text: str, end: int) -> UnitRead | None:
    old = _YEAR_OLD.match(text, end)
    if old:
        return UnitRead("years old", old.end())
    degrees = _DEGREES.match(text, end)
    if degrees:
        return UnitRead("°" + (degrees[1] or (degrees[2] or "")[:1]), degrees.end())
    close = _CLOSE.match(text, end) or _CLOSE_LETTER.match(text, end)
    return UnitRead(close[1], close.end()) if close else None


def _things(text: str, end: int) -> UnitRead | None:
    """Return the noun that is counted: the first plural of the next words, or what a hyphen ties to the number."""
    following = _WORDS_AFTER.match(text, end)
    if not following:
        return None
    found = list(_ONE_WORD.finditer(text, end, following.end()))[:4]
    hyphenated = text[end] == "-"
    for index, word in enumerate(found):
        low = word.group().lower()
        if low in _NO_UNIT:
            break
        if _is_plural(low):
            following_word = found[index + 1] if index + 1 < len(found) else None
            if index == 0 and following_word and _is_compound(text, word, following_word):
                word = following_word  # noqa: PLW2901 - «measles cases», «sales jobs»
            start = found[index - 1].start() if index and found[index - 1].group() in _MEASURED else word.start()
            return UnitRead(text[start : word.end()], word.end(), measure=False)
        if index == 0 and (low in _SINGULARS or (hyphenated and low != "strong")):
            return UnitRead(word.group(), word.end(), measure=low in _SINGULARS)
    return None


def _is_compound(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two plurals are one noun («measles cases») and the second is no verb («bays changes the sums»)."""
    joined = text[one.end() : other.start()] == " " and _is_plural(other.group())
    return joined and not _DETERMINER_FOLLOWS.match(text, other.end())


def _is_plural(low: str) -> bool:
    if low in _PLURALS:
        return True
    return len(low) > 3 and low[-1] == "s" and low[-2] not in "sui" and low not in _NO_PLURALS  # noqa: PLR2004


def period_after(text: str, end: int) -> str | None:
    """Return what a figure that ends at ``end`` is counted over: «a year», «per month», «annually»."""
    found = _PERIOD.match(text, end)
    if not found:
        return None
    period = found["period"] or _ADVERBS[found["adverb"]]
    return "year" if period == "annum" else period


def hedge_before(text: str, at: int) -> UnitRead | None:
    """Return the words right before ``at`` that make a figure approximate, with where they begin."""
    behind = text[max(0, at - _HEDGE_WITHIN) : at]
    last = behind.rsplit(maxsplit=1)[-1:]
    found = _HEDGE.search(behind) if last and last[0].lower() in _LAST_OF_HEDGES else None
    return UnitRead(found[1], at - len(found[1]) - 1) if found else None
