"""Numbers that are no figures: in names, scores, addresses, labels, times, years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.claims.naming.name_words import FUNCTION_WORDS
from firsthand.text.wordlists import phrases

if TYPE_CHECKING:
    from firsthand.claims.counting.number_words import Number

_LABEL = re.compile(
    r"\b"
    + phrases(
        "articles?|sections?|chapters?|pages?|pp?\\.|paragraphs?|clauses?|rooms?|flights?|routes?|highway|interstate",
        "no\\.?|nos\\.?|phase|stage|level|group|grade|category|class|tier|type|volume|vol\\.?|figure|table|channel",
        "platform|junction|zone|district|bus|model|version|resolution|rule|proposition|amendment|episode|season",
    )
    + r"[  ]$",
    re.IGNORECASE,
)
_SOFT_LABEL = re.compile(
    r"\b(?:numbers?|part|gate|exit|block|ward|line|case|bill|act|title|round|matchday|week|day|year|game|lap|seed|verse|unit"
    r"|reactor|pier|dock|lane|studio|hall|building|lot|item|point|question|protocol|directive)[  ]$",
    re.IGNORECASE,
)
_LABEL_WITHIN = 14
_NAMED_BEFORE = re.compile(r"(?<=[a-z,;:)”’–—-][  ])(?:[A-Z][\w’'-]*[  ]){1,3}$|(?<=\w[  ])[A-Z][\w’'-]*[  ]$")
_OPENING_WORD = re.compile(r"(?:^|[.!?\n][  ]?)[\"“«]?([A-Z][\w’'-]+)[  ]$")
_BEHIND_ANOTHER = re.compile(r"\d[  ]$")
_NAMED_WITHIN = 40
_STREET = re.compile(
    r"[A-Za-z]?[  ](?:[A-Z][\w’'.-]+[  ]){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Drive|Boulevard|Blvd|Place|Court|Terrace|Crescent|Gardens|Way|Row)\b"
)
_TIME = re.compile(r"(?::\d|[  ]?(?:a\.?m\.?|p\.?m\.?|GMT|BST|CET|o['’]clock|noon)(?![\w]))", re.IGNORECASE)
_ORDINAL_OR_NAME = re.compile(r"(?:st|nd|rd|th|s|x)(?!\w)|[A-Za-z]", re.IGNORECASE)
_SCORE = re.compile(r"[-–:](\d{1,3})(?![\d%]|[.,]\d)")
_SCORE_NOUN = re.compile(
    r"[  ](?:(?:home|away|opening|first-leg|aggregate|final)[  ])?"
    r"(?:wins?|victory|defeats?|loss|draw|lead|vote|ruling|majority|decision|thrashing|triumph|scoreline|record)\b"
)
_SCORED = re.compile(r"\b(?:won|lost|beat|drew|led|trailed|win|defeat|score[ds]?|was|ended|by)[  ](?:\w+[  ]){0,2}$")
_SCORED_WITHIN = 24
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OF_A_YEAR = re.compile(r"[  ](?:levels|prices|terms|figures|elections|rules|standards|results|budgets?)\b")
_BEFORE_A_YEAR = re.compile(r"\b(?:the|its|their|his|her|our|in|since|by|until)[  ]$", re.IGNORECASE)


def score_end(text: str, at: int, end: int) -> int | None:
    """Return where the score, vote or odds end whose first number is ``text[at:end]`` («4-1», «a 7-2 ruling»)."""
    found = _SCORE.match(text, end)
    if not found:
        return None
    written = text[at:end]
    falls = written.isdecimal() and int(found[1]) <= int(written)
    scored = _SCORE_NOUN.match(text, found.end()) or _SCORED.search(text[max(0, at - _SCORED_WITHIN) : at])
    return found.end() if falls or scored or text[end] == ":" else None


def is_part_of_a_name(text: str, at: int, number: Number) -> bool:
    """Whether digits at ``at`` go on in letters or another number, stand in an address, or tell the time."""
    end = number.end
    following = text[end : end + 2]
    if text[at] == "0" and text[at + 1 : at + 2].isdecimal():
        return True  # a code or a telephone number
    if following[:1] in {".", ",", "/", ":"} and following[1:].isdecimal():
        return True
    if number.scale == 1 and (_TIME.match(text, end) or _STREET.match(text, end)):
        return True
    return text[end - 1].isdecimal() and bool(_ORDINAL_OR_NAME.match(text, end)) and following[:1].isalpha()


def is_label(text: str, at: int, *, counts: bool) -> bool:
    """Whether a number is part of a label («Article 5») or of a name («Apollo 11»); ``counts`` where a noun follows."""
    before = text[max(0, at - _NAMED_WITHIN) : at]
    if _LABEL.search(before[-_LABEL_WITHIN:]):
        return True
    if counts:
        return False
    opening = _OPENING_WORD.search(before)
    named = opening and opening[1].lower() not in FUNCTION_WORDS and not opening[1].endswith("ly")
    return bool(
        named
        or _SOFT_LABEL.search(before[-_LABEL_WITHIN:])
        or _NAMED_BEFORE.search(before)
        or _BEHIND_ANOTHER.search(before)
    )


def is_year(text: str, at: int, end: int, *, counts: bool) -> bool:
    """Whether a bare number is a year; ``counts`` where a plural stands behind it («2000 people»)."""
    if not _YEAR.fullmatch(text, at, end):
        return False
    if counts and not _OF_A_YEAR.match(text, end):
        return bool(_BEFORE_A_YEAR.search(text[max(0, at - 8) : at]))
    return True
