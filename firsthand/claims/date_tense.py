"""Whether a sentence looks back or ahead where a date stands: «will meet on Sunday», «met on Sunday»."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from firsthand.text.wordlists import phrases

if TYPE_CHECKING:
    from firsthand.text.spans import Span


class Tense(StrEnum):
    """Which way the words around a date point; UNSURE where they may point either way («would»)."""

    PAST = "past"
    AHEAD = "ahead"
    UNSURE = "unsure"
    UNMARKED = "unmarked"


_MARK = re.compile(
    r"\b(?:(?P<ahead>"
    + phrases(
        r"(?:will|won['’]t|shall)\b(?: \w+){0,2}",
        r"(?:is|are) (?:now )?(?:due|set|expected|scheduled|planned|going|likely|to)\b(?: to)?(?: \w+)?",
        r"(?:plans?|hopes?|intends?|wants?|promis\w+|vow\w+|pledg\w+|agreed) to\b(?: \w+)?",
        r"(?:due|scheduled|planned|slated) (?:for|to|on|in)|upcoming|ahead of|next",
    )
    + ")|(?P<unsure>would|could|might|may|should|must"
    + r"|(?:was|were) (?:due|set|expected|scheduled|planned|going|likely|to)\b(?: to)?(?: \w+)?)"
    + "|(?P<past>"
    + phrases(
        "was|were|had|did|has|have|said|told|wrote|came|went|took|made|gave|got|won|lost|began|became|held|met|ran|fell",
        r"rose|grew|spoke|left|sent|found|saw|put|cut|built|sold|paid|died|beat|shot|drew|broke|brought|\w{3,}ed",
    )
    + "))\\b"
)
_IMMEDIATE = re.compile(r"\b(?:until|till|by|before)(?: the)? $", re.IGNORECASE)
_BOUNDARY = re.compile(r"[.!?;\n](?=\s|$)")
_REACH = 160
_OPENING = 2  # words before a date that opens its sentence: «Late on Sunday, …»


def tense_at(text: str, date: Span) -> Tense:
    """Return which way the sentence points at a date of it; the verb before the date counts first."""
    start, end = date
    before = text[max(0, start - _REACH) : start]
    boundary = [found.end() for found in _BOUNDARY.finditer(before)]
    before = before[boundary[-1] if boundary else 0 :]
    stop = _BOUNDARY.search(text, end, end + _REACH)
    after = text[end : stop.start() if stop else end + _REACH]
    marks = list(_MARK.finditer(before))
    if _IMMEDIATE.search(before):
        told = {mark.lastgroup for mark in marks} | {mark.lastgroup for mark in _MARK.finditer(after)}
        return Tense.PAST if told == {"past"} else Tense.AHEAD
    mark = marks[-1] if marks else _MARK.search(after)
    if mark is None:
        return Tense.UNMARKED
    tense = Tense(mark.lastgroup or "")
    if not marks and tense is Tense.AHEAD and len(before.split()) > _OPENING:
        return Tense.UNSURE  # «the decision on Monday will cost», «the vote on Monday will decide»
    return tense
