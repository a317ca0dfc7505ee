"""Numbers as they are written, in digits and in words, with what their last digit is worth."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from firsthand.evidence.units import FRACTION, SCALES, UNITS, Unit
from firsthand.evidence.wording import NUMBER_WORDS
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.evidence.words import Word

_DIGITS = re.compile(r"(?P<digits>-?\d+(?:[.,]\d+)*)(?P<vulgar>[½¼¾⅓⅔])?(?P<suffix>[^\d½¼¾⅓⅔]\S*)?")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}
_FRACTIONS = {
    "half": Decimal("0.5"),
    "third": Decimal(1) / 3,
    "quarter": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "tenth": Decimal("0.1"),
}
_FRACTION_STEP = Decimal("0.02")  # «a third» stands for anything from 32.3 to 34.3 percent
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_ONLY_AFTER_DIGITS = frozenset({"k", "m", "b", "t", "mil", "mille"})
_SAFE_DIGITS = 2  # of a round number, so many digits are taken as meant: 3,000 is good to 100
_GROUP = 3  # digits between the signs that part thousands
_LONGEST = 30  # digits; more are a code, not a figure
_MEASURED = words("tall long deep high wide away above below thick")


class Numeral(NamedTuple):
    """A number and the word after it. ``scale`` is its last scale word's worth, None without one.

    ``bare`` marks words that are a number only beside a unit: «one», «a».
    """

    value: Decimal
    step: Decimal
    end: int
    scale: Decimal | None = None
    unit: Unit | None = None
    ordinal: bool = False
    bare: bool = False


class Numerals:
    """Reads numerals from the words of a normalised text."""

    def __init__(self, text: str, read: Sequence[Word]) -> None:
        self._text = text
        self._words = read

    def read(self, at: int) -> Numeral | None:
        """Return the numeral that begins with word ``at``, or None."""
        key = self._key(at)
        if key[:1].isdecimal() or (key[:1] == "-" and key[1:2].isdecimal()):
            return self._in_digits(at)
        if key in _VULGAR:
            return self._scaled(Numeral(_VULGAR[key], _FRACTION_STEP, at + 1))
        return self._part(at) or self._in_words(at)

    def _key(self, at: int) -> str:
        return self._words[at].key if 0 <= at < len(self._words) else ""

    def _spaced(self, at: int) -> bool:
        """Whether only a space or a hyphen parts word ``at`` from the one before."""
        return 0 < at < len(self._words) and self._text[self._words[at - 1].end : self._words[at].start] in {" ", "-"}

    def _in_digits(self, at: int) -> Numeral | None:
        found = _DIGITS.fullmatch(self._key(at))
        before = self._text[max(0, self._words[at].start - 2) : self._words[at].start]
        if not found or len(found["digits"]) > _LONGEST or (before[-1:] == "-" and before[:1].isalpha()):
            return None
        digits, end = found["digits"], at + 1
        if digits.isdecimal() and len(digits) <= _GROUP and not found["suffix"]:
            while self._group(end):  # «1 000 000»
                digits, end = digits + self._key(end), end + 1
        read = _decimal(digits)
        if read is None:
            return None
        value, step = read
        if found["vulgar"]:
            value, step = value + _VULGAR[found["vulgar"]], Decimal("0.25")
        numeral = Numeral(value, step, end)
        return self._suffixed(numeral, found["suffix"]) if found["suffix"] else self._scaled(numeral)

    def _group(self, at: int) -> bool:
        """Whether word ``at`` is a group of three digits behind a single space."""
        group = self._key(at)
        return (
            len(group) == _GROUP
            and group.isdecimal()
            and self._spaced(at)
            and self._text[self._words[at].start - 1] == " "
        )

    def _suffixed(self, numeral: Numeral, suffix: str) -> Numeral | None:
        """Read what is written against the digits: an order, a scale or a unit; with anything else it is a name."""
        if suffix in _ORDINALS:
            return numeral._replace(ordinal=True)
        if suffix == "m" and self._key(numeral.end) in _MEASURED:
            return numeral._replace(unit=UNITS["m"])
        if suffix in SCALES:
            return _times(numeral, SCALES[suffix])
        name = len(suffix) == 1 and self._text[self._words[numeral.end - 1].end - 1] in "GTL"  # «5G» is no weight
        return numeral._replace(unit=UNITS[suffix]) if suffix in UNITS and not name else None

    def _scaled(self, numeral: Numeral) -> Numeral:
        """Take over the scale words that follow."""
        while self._spaced(numeral.end) and (key := self._key(numeral.end)) in SCALES and key not in _ONLY_AFTER_DIGITS:
            numeral = _times(numeral, SCALES[key])._replace(end=numeral.end + 1)
        return numeral

    def _part(self, at: int) -> Numeral | None:
        """Read a share in words: «half of», «a third of», «two thirds of»; and «half a million»."""
        count, start = (NUMBER_WORDS.get(self._key(at), 1), at + 1)
        if self._key(at) == "half":
            if self._key(at + 1) in {"a", "an"} and self._key(at + 2) in SCALES:
                return self._scaled(Numeral(Decimal("0.5"), Decimal("0.1"), at + 2))
            start = at
        elif self._key(at) not in {"a", "an", *NUMBER_WORDS}:
            return None
        whole = _FRACTIONS.get(self._key(start).removesuffix("s"))
        if whole is None or self._key(start + 1) not in {"of", "the", ""}:
            return None
        return Numeral(count * whole, _FRACTION_STEP, start + 1, unit=FRACTION)

    def _in_words(self, at: int) -> Numeral | None:
        """Read «twenty-five thousand three hundred and six», or «a million»."""
        key = self._key(at)
        if key in {"a", "an"} and self._key(at + 1) in SCALES and self._key(at + 1) not in _ONLY_AFTER_DIGITS:
            return self._scaled(Numeral(Decimal(1), Decimal(1), at + 1))
        if key not in NUMBER_WORDS:
            return None
        total, group, step, start = Decimal(0), Decimal(NUMBER_WORDS[key]), Decimal(1), at
        scale: Decimal | None = None
        at += 1
        while self._spaced(at):
            key, ahead = self._key(at), at
            if key == "and" and scale and self._key(at + 1) in NUMBER_WORDS:
                key, ahead = self._key(at + 1), at + 1
            if key in NUMBER_WORDS and _goes_on(total + group, NUMBER_WORDS[key]):
                group, step = group + NUMBER_WORDS[key], Decimal(1)
            elif key in SCALES and key not in _ONLY_AFTER_DIGITS:
                scale = step = SCALES[key]
                group *= scale
                if scale >= 1000:  # noqa: PLR2004 - a thousand closes what came before it
                    total, group = total + group, Decimal(0)
            else:
                break
            at = ahead + 1
        alone = at == start + 1 and self._key(start) == "one"
        return Numeral(total + group, step, at, scale, bare=alone)


def _goes_on(so_far: Decimal, value: int) -> bool:
    """Whether a small number continues what has been read: «twenty five», «two hundred five», never «five six»."""
    if so_far % 100 == 0:
        return so_far > 0
    return 0 < value < 10 and so_far % 10 == 0 and so_far % 100 >= 20  # noqa: PLR2004 - twenty-one to ninety-nine


def _times(numeral: Numeral, scale: Decimal) -> Numeral:
    """Multiply by a scale word; a round number before one is meant to its last written digit."""
    written = min(numeral.step, Decimal(1)) if numeral.scale is None else numeral.step
    return numeral._replace(value=numeral.value * scale, step=written * scale, scale=scale)


def _decimal(digits: str) -> tuple[Decimal, Decimal] | None:
    """Return the value and the step of digits with either sign of decimals; None for a version or a date.

    Several equal signs part thousands; of a single one, the words' key has left only the decimal sign.
    """
    for sign in ".,":
        groups = digits.split(sign)
        if len(groups) > 2:  # noqa: PLR2004 - more than one sign
            if any(len(group) != _GROUP for group in groups[1:]):
                return None
            digits = "".join(groups)
    whole, _, decimals = digits.replace(",", ".").partition(".")
    if "." in decimals:
        return None
    if decimals:
        return Decimal(f"{whole}.{decimals}"), Decimal(1).scaleb(-len(decimals))
    plain = whole.lstrip("-")
    zeros = min(len(plain) - len(plain.rstrip("0")), max(0, len(plain) - _SAFE_DIGITS))
    return Decimal(whole), Decimal(1).scaleb(zeros)
