"""Words of a normalised text, as quotations are compared: in any script, with numbers and units kept apart.

A word is known by its key: folded case, no dots inside an abbreviation, no separators inside a number. Scripts that
write without spaces are taken character by character.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKS = (
    "\\s!-/:-@\\[-`{-~\u00a0-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02c2-\u02df"
    "\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u060d\u061b-\u061f\u066a-\u066d\u06d4"
    "\u0964\u0965\u0e4f\u0e5a\u0e5b\u0f04-\u0f14\u104a-\u104f\u1361-\u1368\u166e\u17d4-\u17da"
    "\u2000-\u206f\u20a0-\u20cf\u2100-\u214f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u30a0\u30fb"
    "\ufe10-\ufe1f\ufe30-\ufe6b\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffee\U0001f000-\U0001faff"
)
_UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u3005-\u3007\u3021-\u3029\u3031-\u3098\u309b-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = f"[^{_MARKS}{_UNSPACED}]"
_FOLLOWERS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
_WORD = re.compile(
    rf"""(?P<number>(?:(?<![^\s(\[])[-+\u2212])?\d+(?:[.,'\u066b\u066c]\d+)*{_LETTER}*)
    |(?P<symbol>[$%&@<=>\u2260\u2264\u2265\u00a2-\u00a5\u00a7\u00b0\u2030\u20a0-\u20cf\u00b1\u00d7])
    |(?P<abbreviation>{_LETTER}(?:\.{_LETTER})+(?!{_LETTER}))
    |(?P<clitic>\b(?:n|l|d|qu|j|c|s|m|t)'(?={_LETTER}{_LETTER}))
    |(?P<character>[{_UNSPACED}][{_FOLLOWERS}]*)
    |(?P<word>{_LETTER}+(?:'{_LETTER}+)*)""",
    re.VERBOSE,
)
_GROUPED = re.compile(r"-?\d{1,3}([,'\u066c])\d{3}(?:\1\d{3})*(?!\d)")
_REACTION = (
    "applause|applauds?|audience|and|boo(?:s|ing)?|cheers|cheering|chanting|crowd|laughs|laughing|laughter|whistles"
)
_STAGE_DIRECTION = re.compile(rf"[\[(]\W?(?:(?:{_REACTION})\b[ ,.;]*)+[\])]", re.IGNORECASE)


class Word(NamedTuple):
    """One word at ``start`` to ``end`` of a normalised text; words with equal keys are the same word."""

    key: str
    start: int
    end: int


def words_of(normalised: str) -> list[Word]:
    """Return the words of a normalised text in order, without the room's reactions that a transcript notes."""
    if _STAGE_DIRECTION.search(normalised):
        normalised = _STAGE_DIRECTION.sub(lambda found: " " * len(found.group()), normalised)
    return [Word(_key(found), *found.span()) for found in _WORD.finditer(normalised)]


def _key(found: re.Match[str]) -> str:
    surface = found.group()
    kind = found.lastgroup
    if kind == "number":
        return _number_key(surface)
    if kind == "abbreviation":
        return surface.replace(".", "").casefold()
    return surface.casefold()


def _number_key(surface: str) -> str:
    surface = surface.replace("\u2212", "-").removeprefix("+")
    grouped = _GROUPED.match(surface)
    if grouped:
        surface = grouped.group().replace(grouped.group(1), "") + surface[grouped.end() :]
    return surface.casefold()
