"""Numbers as they are written, in digits and in words: their value, and where they end."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from firsthand.claims.counting.scale_words import SCALES, Scale, scale_elsewhere
from firsthand.text.wordlists import words


class Number(NamedTuple):
    """A number read from a text: its value without the scale, the scale («million» 1000000), and where it ends.

    ``share`` marks a part of a whole («a third», «three in ten»), ``bare`` a number word that may be no number («one»).
    """

    value: Decimal
    scale: int
    end: int
    share: bool = False
    bare: bool = False


_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: value for value, word in enumerate(_SMALL)}
_TENFOLD = {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_SCALE_WORDS = words("hundred thousand lakh million crore billion trillion dozen")
_PARTS = {
    word: n
    for n, spellings in (
        (2, "half"),
        (3, "third"),
        (4, "quarter"),
        (5, "fifth"),
        (6, "sixth"),
        (8, "eighth"),
        (10, "tenth"),
    )
    for word in spellings.split()
}
STARTS = frozenset({*_UNITS, *_TENFOLD, *words("a an half")})

_DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![\d,.]\d|\d)"
    r"|\d{1,3}(?:[\u202f\u00a0 ]\d{3})+(?:[.,]\d+)?(?![\d.,]\d|\d)"
    r"|\d+(?:[.,]\d+)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_DOTS = re.compile(r"(?:[1-9]\d{0,2}(?:\.\d{3})+|\d{1,3}(?:\.\d{3}){2,})(?:,\d+)?")
_ENGLISH_BEHIND = re.compile(
    r"\s?%|[ -](?:per cent|percent|percentage|million|billion|trillion|degrees?|met(?:er|re)s?)\b"
)
_SPACES = re.compile(r"[\u202f\u00a0 ]")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SCALE = re.compile(
    r"(?:[ -]?(hundred|thousand|lakh|million|crore|billion|trillion|dozen)"
    r"|[  ]?(bn|mn|mln|tn|trn)|([kmb]))(?![\w/])",
    re.IGNORECASE,
)
_METRES = re.compile(
    r"m[ -](?:tall|high|deep|long|wide|thick|above|below|away|from|race|sprint|hurdles|freestyle|relay|final|run|wall"
    r"|waves?|title|record|stretch|drop|pool)\b"
)
_WORD = re.compile(r"[A-Za-z]+")
_JOINED = re.compile(r"[ -](?:and )?(?=[a-z])")
_AND_A_HALF = re.compile(r" and a half\b")
_PART = re.compile(r"[ -](halves|half|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b")
_IN = re.compile(
    r" (?:in|out of) (?:every )?(?P<of>\d{1,3}(?![\d,.%])|[a-z]+)\b(?! (?:day|week|month|year|minute|hour)s?\b)"
)
_PART_GOES_ON = re.compile(
    r"(?![ -]\w)| (?:of|the|more|less|fewer|higher|lower|larger|smaller|in|on|by|from|to|since)\b"
)
_HALF_A = re.compile(r"half[ -]a[ -](million|billion|trillion|dozen|thousand|crore|lakh)\b", re.IGNORECASE)
_HALF_OF = re.compile(r"half(?= (?:of|the|its|their|his|her|our|all|that|those|these)\b)", re.IGNORECASE)
_OF_A_SCALE = re.compile(r" of (?:a|one) (million|billion|trillion|thousand|crore|lakh)\b")
_MONEY_SIGNS = frozenset("$€£¥₹")
_MOST_DIGITS = 15


def read_digits(text: str, at: int) -> Number | None:
    """Read the number whose digits begin at ``at``; a comma before exactly three digits groups thousands.

    So does a dot, in other languages; where it may be either («4.150») there is no number.
    """
    found = _DIGITS.match(text, at)
    if not found or len(found.group()) > _MOST_DIGITS:
        return None
    elsewhere = scale_elsewhere(text, found.end())
    value = _value(text, at, _SPACES.sub("", found.group()), elsewhere, found.end())
    if value is None:
        return None
    if elsewhere and elsewhere.times:
        return Number(value, elsewhere.times, elsewhere.end)
    return _scaled(text, at, value, found.end())


def _value(text: str, at: int, written: str, elsewhere: Scale | None, end: int) -> Decimal | None:
    """Return the value of digits with their signs, None where it is open."""
    if elsewhere and elsewhere.times is None:
        return None
    if _GROUPED_BY_DOTS.fullmatch(written):
        if elsewhere or written.count(".") > 1:
            written = written.replace(".", "")
        elif not (text[at - 1 : at] == "$" or _ENGLISH_BEHIND.match(text, end)):
            return None
    return Decimal(written.replace(",", "" if _GROUPED.fullmatch(written) else "."))


def _scaled(text: str, at: int, value: Decimal, end: int) -> Number:
    """Read what goes on behind the digits: a half, the whole of a share, an English scale."""
    if text[end : end + 1] in _VULGAR:
        value, end = value + _VULGAR[text[end]], end + 1
    share = _share_of(text, value, end)
    if share:
        return share
    scale = _SCALE.match(text, end)
    if scale and not (scale[3] and _is_no_scale(text, at, end)):
        return Number(value, SCALES[(scale[1] or scale[2] or scale[3]).lower()], scale.end())
    return Number(value, 1, end)


def _is_no_scale(text: str, at: int, end: int) -> bool:
    """Whether the letter behind the digits stands for something else: «a wall 2m high», «the 100m», «221B»."""
    if text[at - 1 : at] in _MONEY_SIGNS:
        return False
    return text[end].isupper() or bool(_METRES.match(text, end)) or text[max(0, at - 4) : at].lower() == "the "


def read_spelt(text: str, at: int) -> Number | None:
    """Read the number in words that begins at ``at``: «twenty-one», «half a million», «two-thirds», «three in ten»."""
    first = _WORD.match(text, at)
    low = first.group().lower() if first else ""
    if low == "half":
        return _half(text, at)
    if low in {"a", "an"}:
        part = _part(text, Decimal(1), at + len(low), certain=False)
        return part or _scaled_one(text, at + len(low))
    read = _words(text, at)
    if read is None:
        return None
    value, scale, end = read
    if scale == 1:
        part = _part(text, value, end, certain=value > 1 or text[end : end + 1] == "-") or _share_of(text, value, end)
        if part:
            return part
    half = _AND_A_HALF.match(text, end)
    if half and scale == 1:
        value, end = value + Decimal("0.5"), half.end()
        following = _SCALE.match(text, end)
        if following and following[1]:
            scale, end = SCALES[following[1].lower()], following.end()
    return Number(value, scale, end, bare=scale == 1 and value <= 1)


def _half(text: str, at: int) -> Number | None:
    of_a = _HALF_A.match(text, at)
    if of_a:
        return Number(Decimal("0.5"), SCALES[of_a[1].lower()], of_a.end())
    of = _HALF_OF.match(text, at)
    return Number(Decimal("0.5"), 1, of.end(), share=True) if of else None


def _scaled_one(text: str, end: int) -> Number | None:
    scale = _SCALE.match(text, end)
    if not scale or not scale[1] or text[end] != " ":
        return None
    rest = _words(text, end + 1)
    return Number(rest[0], rest[1], rest[2]) if rest else None


def _part(text: str, count: Decimal, end: int, *, certain: bool) -> Number | None:
    """Read «thirds» behind its number; without a hyphen «a third» is a share only where no noun follows."""
    found = _PART.match(text, end)
    if not found or (not certain and not _PART_GOES_ON.match(text, found.end())):
        return None
    whole = _PARTS[{"halves": "half"}.get(found[1], found[1].removesuffix("s"))]
    scale = _OF_A_SCALE.match(text, found.end())
    if scale:
        return Number(count / whole, SCALES[scale[1]], scale.end())
    return Number(count / whole, 1, found.end(), share=True) if count <= whole else None


def _share_of(text: str, count: Decimal, end: int) -> Number | None:
    found = _IN.match(text, end)
    if not found:
        return None
    written = found["of"].lower()
    whole = int(written) if written.isdecimal() else {**_UNITS, **_TENFOLD, "hundred": 100}.get(written, 0)
    return Number(count / whole, 1, found.end(), share=True) if count < whole <= 100 else None  # noqa: PLR2004


def _words(text: str, at: int) -> tuple[Decimal, int, int] | None:
    """Read number words as long as they make one number; tells the value, its last scale and where it ends."""
    total = group = 0
    scale, end, last = 1, at, ""
    found = _WORD.match(text, at)
    while found:
        low = found.group().lower()
        kind = _kind(low)
        if not kind or not _may_follow(kind, last, text[end : found.start()]):
            break
        if kind == "scale":
            scale = SCALES[low]
            if low == "hundred":
                group = max(group, 1) * scale
            else:
                total, group = total + max(group, 1) * scale, 0
        else:
            group += _UNITS.get(low, 0) or _TENFOLD.get(low, 0)
        end, last = found.end(), low if low == "hundred" else kind
        joined = _JOINED.match(text, end)
        found = _WORD.match(text, joined.end()) if joined else None
    if not last:
        return None
    value = total + group
    return (Decimal(value) / scale, scale, end) if scale > 1 and value % scale == 0 else (Decimal(value), 1, end)


def _kind(low: str) -> str:
    if low in _SCALE_WORDS:
        return "scale"
    if low in _TENFOLD:
        return "tens"
    return ("digit" if 0 < _UNITS[low] < 10 else "teen") if low in _UNITS else ""  # noqa: PLR2004


def _may_follow(kind: str, last: str, between: str) -> bool:
    """Whether a number word goes on the number so far; «and» joins only behind a hundred or a scale."""
    if not last:
        return True
    if "and" in between and last not in {"hundred", "scale"}:
        return False
    if kind == "scale":
        return "and" not in between
    if last == "tens":
        return kind == "digit"
    return last in {"hundred", "scale"}
