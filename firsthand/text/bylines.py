"""Who wrote a text and when it came out, where its first lines say so: «By Jane Doe | 5 August 2024»."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.dating import date_in
from firsthand.text.frame_words import DATE_LABEL
from firsthand.text.wordlists import phrases

_LINES = 8
_LONGEST = 160
_BY = r"(?:written by|reporting by|story by|words by|by|von|par|por|di|door|av|af|autor(?:in)?:?|author:?|text:?)\s+"
_CAPITALISED = r"[^\W\d_a-zà-ÿ][\w.’'-]*"
_BETWEEN = "de|la|le|van|von|der|den|di|da|do|dos|del|bin|al|el|y|e|zu|ten|ter"
_NAME = rf"{_CAPITALISED}(?:[ \u00a0](?:(?:{_BETWEEN})[ \u00a0]){{0,3}}{_CAPITALISED}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:,| and| und| et| y| e| &|, and)\s+{_NAME}){{0,5}}"
_BYLINE = re.compile(rf"(?:(?i:{_BY}))({_NAMES})\s*(?:$|[|•·–—,(/]|\bin\b|\d|(?i:updated|published)\b)")
_BARE = re.compile(rf"({_NAMES})\s*[|•·–—/]\s*(?=\S)")
_DATED = re.compile(
    phrases(
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:mon|tue|wed|thu|fri|sat|sun)\b|\d|[^\W\d_]{3,12}\.?\s+\d",
        "le |am |el |em |den ",
    ),
    re.IGNORECASE,
)
_MOST_WORDS_OF_A_DATE = 12


class Byline(NamedTuple):
    """What the first lines say; ``published`` is EDTF level 0."""

    author: str | None = None
    published: str | None = None


def find_byline(text: str) -> Byline:
    """Look for a byline and a date line among the first short lines of a text."""
    author = published = None
    for line in _first_lines(text):
        author = author or _author(line)
        published = published or _published(line, line_of_the_author=author is not None)
    return Byline(author, published)


def is_byline(line: str) -> bool:
    """Whether a line does nothing but say who wrote the text, perhaps with a date."""
    found = _BYLINE.match(line)
    if not found or len(line) > _LONGEST:
        return False
    rest = line[found.end(1) :]
    return not rest.strip() or date_in(rest) is not None or rest.lstrip()[0] in "|•·–—(/"


def _first_lines(text: str) -> list[str]:
    lines = (" ".join(line.replace("\u00ad", "").split()) for line in text[:4000].split("\n"))
    return [line for line in lines if line and len(line) <= _LONGEST][:_LINES]


def _author(line: str) -> str | None:
    found = _BYLINE.match(line)
    if not found:
        found = _BARE.match(line)
        if not found or date_in(line[found.end() :]) is None:
            return None
    return " ".join(found[1].split())


def _published(line: str, *, line_of_the_author: bool) -> str | None:
    found = _BYLINE.match(line) or _BARE.match(line)
    rest = line[found.end(1) :].lstrip(" |•·–—,(/") if found else line
    short = len(rest.split()) <= _MOST_WORDS_OF_A_DATE
    if not rest or not short or not (_DATED.match(rest) or DATE_LABEL.match(rest) or (found and line_of_the_author)):
        return None
    return None if rest.endswith(".") and not found else date_in(rest)
