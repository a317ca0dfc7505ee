"""The words by which a statement finds its passages: stems, with dates and numbers written in one way.

A source dates itself «2018-03-23» or «Nov. 14», and counts in words; a claim says «in March 2018» and «14».
"""

from __future__ import annotations

import re

from firsthand.evidence.wording import NUMBER_WORDS
from firsthand.evidence.words import words_of
from firsthand.text.normalisation import normalise
from firsthand.text.wordlists import words

_STOPWORDS = words(
    """
    a an the of in on at to for from by with as and or but is are was were be been being has have had it its this that
    these those he she they his her their him them who which what when where also into after before over during while
    not no than then there one
    """
)
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""))
_SHORTEST_STEM = 3
_MONTHS = tuple(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_SHORT_MONTHS = {"sept": "september"} | {month[:3]: month for month in _MONTHS if month not in {"march", "may"}}
_ISO_DATE = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(\d\d)(?:T[\d:.]+Z?)?")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def terms(text: str) -> list[str]:
    """Return the terms of ``text`` in order, without the words that stand everywhere."""
    written = _ISO_DATE.sub(_in_words, normalise(text).text)
    return [_stem(_plain(word.key)) for word in words_of(written) if word.key not in _STOPWORDS]


def _in_words(date: re.Match[str]) -> str:
    return f"{int(date[3])} {_MONTHS[int(date[2]) - 1]} {date[1]}"


def _plain(key: str) -> str:
    """Write months out, ordinals as numbers, and numbers in digits."""
    ordinal = _ORDINAL.fullmatch(key)
    return ordinal[1] if ordinal else _SHORT_MONTHS.get(key) or str(NUMBER_WORDS.get(key, key))


def _stem(key: str) -> str:
    """Cut the commonest English endings; that others lose a letter with them does no harm to a comparison."""
    key = key.removesuffix("'s")
    if key.endswith("ss"):
        return key
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            return key.removesuffix(ending) + instead
    return key
