"""Words for thousands and millions behind digits, in the languages that a desk reads.

Where a word means one thing here and another there («billion», «兆») it has no value, and the number is no figure: a
wrong value is worse than none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.wordlists import words

SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1000,
    "k": 1000,
    "lakh": 10**5,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
_ELSEWHERE = {
    10**3: "tausend mille mila duizend tusen tusind tisíc tys tuhat tuhatta ribu тысяч тысячи тысяча тыс тисяч тисячі "
    "тис ألف آلاف هزار אלף χιλιάδες nghìn",
    10**6: "mio millionen millions millones millón milioni milione milhões milhão miljoen miljon miljoner millioner "
    "milion miliony milionů milionów milioane millió milyon miljoona miljoonaa juta triệu миллион миллиона миллионов "
    "млн мільйон мільйони мільйонів مليون ملايين میلیون מיליון εκατομμύρια εκατ",
    10**9: "mrd mld mia milliarde milliarden milliard milliards miliardo miliardi miljard miljarder miljardi miljardia "
    "milliarder miliard miliarda miliardy miliardů miliardów miliarde milliárd milyar miliar tỷ bilhão bilhões "
    "миллиард миллиарда миллиардов млрд мільярд мільярди мільярдів مليار مليارات میلیارد מיליארד δισεκατομμύρια δισ",
    10**12: "billionen billones biljoen biljoner триллион триллиона триллионов трлн تريليون",
}
_WORDS_ELSEWHERE = {word: scale for scale, listed in _ELSEWHERE.items() for word in words(listed)}
_UNSURE = words(
    "mil bin billions bilioni biliones bilhoes bilioane bilion biliony biliões trillions thousands "
    "hundreds dozens हज़ार लाख करोड़ अरब"
)
_SIGNS = {"万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8}
_SIGNS_UNSURE = frozenset("十百千兆조천백")
_THOUSAND_MILLION = re.compile(r"[ \u00a0]mil (?:millones|milhões)\b", re.IGNORECASE)
_WORD = re.compile(r"[ \u00a0\u202f-]?([^\W\d_][\w़ािी]{1,20})")
_LONG_BILLION = re.compile(r"[ \u00a0](?:Billion|Trillion) (?:Euro|Dollar|US-Dollar)\b")  # German, a thousandfold


class Scale(NamedTuple):
    """What a word multiplies the number before it by, None where that is open, and where the word ends."""

    times: int | None
    end: int


def scale_elsewhere(text: str, end: int) -> Scale | None:
    """Return the scale of a number that ends at ``end`` in another language than English, if a word of one follows."""
    sign = text[end : end + 1]
    if sign in _SIGNS or sign in _SIGNS_UNSURE:
        goes_on = text[end + 1 : end + 2].isdecimal() or text[end + 1 : end + 2] in _SIGNS.keys() | _SIGNS_UNSURE
        return Scale(None if goes_on else _SIGNS.get(sign), end + 1)
    long = _LONG_BILLION.match(text, end)
    if long:
        return Scale(None, long.end())
    thousand = _THOUSAND_MILLION.match(text, end)
    if thousand:
        return Scale(10**9, thousand.end())
    word = _WORD.match(text, end)
    if word is None:
        return None
    low = word[1].lower()
    if low in _WORDS_ELSEWHERE:
        dot = text[word.end() : word.end() + 2] in {". ", ".\u00a0"} and len(low) <= len("tys.")
        return Scale(_WORDS_ELSEWHERE[low], word.end() + dot)
    return Scale(None, word.end()) if low in _UNSURE else None
