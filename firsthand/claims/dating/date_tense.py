"""Whether a sentence looks back or ahead where a date stands: «will meet on Sunday», «met on Sunday»."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from firsthand.text.wordlists import phrases

if TYPE_CHECKING:
    from firsthand.text.spans import Span


class Tense(StrEnum):
    """Which way the words around a date point.

    SOON is ahead of what is told, which may be over by now («was delayed until Friday»); UNSURE may point either way
    («would»); UNMARKED is where nothing tells.
    """

    PAST = "past"
    AHEAD = "ahead"
    SOON = "soon"
    UNSURE = "unsure"
    UNMARKED = "unmarked"


_AWAITED = "due|set|expected|scheduled|planned|slated|poised|tipped|going|likely"
_MARK = re.compile(
    r"\b(?:(?P<ahead>"
    + phrases(
        r"(?:will|won['’]t|shall)\b(?: \w+){0,2}",
        rf"(?:is|are) (?:now )?(?:{_AWAITED}|to)\b(?: to)?(?: \w+)?",
        r"(?:plans?|hopes?|intends?|wants?|promises?|vows?|pledges?|agrees?) to\b(?: \w+)?",
        r"(?:due|scheduled|planned|slated|set|expected|poised|likely) (?:for|to|on|in)\b(?: \w+)?|upcoming|ahead of",
        r"next(?! (?:\w+day|week|month|year|quarter|decade|spring|summer|autumn|fall|winter)\b)",
    )
    + ")|(?P<scheduled>ends|expires|starts|begins|opens|closes|resumes|retires|kicks off|takes (?:effect|office)"
    + r"|comes into (?:force|effect)|goes on (?:sale|trial)|runs out|runs until"
    + r")|(?P<unsure>(?:would|could|might|may|should|must)\b(?: (?:not|also|be|have|been))*(?: \w+)?"
    + rf"|(?:was|were|been) (?:{_AWAITED}|to)\b(?: to)?(?: \w+)?"
    + r"|(?:is|are|be|being)\b(?: (?:not|now|also|being|be))*(?: \w+(?:ed|en|t|ld)\b)?"
    + r"|(?:agreed|voted|decided|promised|vowed|pledged|ordered|asked|threatened|offered|wanted|hoped|intended|aimed"
    + r"|proposed|urged|invited|allowed|arranged|chose|required|planned|forced)\b(?: [\w’']+){0,4}? to [a-z]+"
    + ")|(?P<past>"
    + phrases(
        "was|were|had|did|has|have|said|told|wrote|came|went|took|made|gave|got|won|lost|began|became|held|met|ran|fell",
        r"rose|grew|spoke|left|sent|found|saw|put|cut|built|sold|paid|died|beat|shot|drew|broke|brought|\w{3,}ed",
    )
    + r"))\b"
)
_POINTS_AHEAD = frozenset({"ahead", "scheduled"})
_IMMEDIATE = re.compile(r"\b(?:(?P<until>until|till)|by|before)(?: the)? $", re.IGNORECASE)
_PUT_OFF = re.compile(r"\b(?:delay|postpon|adjourn|extend|defer|suspend|push|put(?:ting)? off|(?:has|have) )")
_LOOKS_BACK = re.compile(
    r"\bsince (?:(?:early|late|mid)[ -])?(?:the )?$|\b(?:from|than|with|against|to) (?:\S*\d\S* )(?:\S+ ){0,3}?in $",
    re.IGNORECASE,
)
_OPENS_A_CLAUSE = re.compile(r"\b(?:who|whose|which|that|when|where|if|once)\b")
_BOUNDARY = re.compile(r"[.!?;\n](?=\s|$)")
_REACH = 160
_OPENING = 2  # words before a date that opens its sentence or clause: «Late on Sunday, …»


def tense_at(text: str, date: Span) -> Tense:
    """Return which way the sentence points at a date of it; the verb before the date counts first."""
    start, end = date
    before = text[max(0, start - _REACH) : start]
    boundary = [found.end() for found in _BOUNDARY.finditer(before)]
    before = before[boundary[-1] if boundary else 0 :]
    stop = _BOUNDARY.search(text, end, end + _REACH)
    after = text[end : stop.start() if stop else end + _REACH]
    marks = list(_MARK.finditer(before))
    if _LOOKS_BACK.search(before):
        return Tense.PAST
    immediate = _IMMEDIATE.search(before)
    if immediate:
        told = {mark.lastgroup for mark in (*marks, *_MARK.finditer(after))}
        return _up_to(told, until=bool(immediate["until"]), put_off=bool(_PUT_OFF.search(before)))
    clause = [found.end() for found in _OPENS_A_CLAUSE.finditer(before, marks[-1].end() if marks else 0)]
    if clause:
        return _without_a_verb_before(before[clause[-1] :], after, in_clause=True)
    if not marks:
        return _without_a_verb_before(before, after, in_clause=False)
    if marks[-1].lastgroup == "scheduled":
        headline = stop is None or stop.group() == "\n"  # «Bridge opens in May» may tell what has been
        return Tense.UNSURE if headline else Tense.AHEAD
    return Tense(marks[-1].lastgroup or "")


def _without_a_verb_before(before: str, after: str, *, in_clause: bool) -> Tense:
    """Return which way the verb behind a date points, where that is the verb of the date."""
    opening = len(before.split()) <= _OPENING
    mark = _MARK.search(after)
    if in_clause and not opening:
        return Tense.UNSURE  # «whose tour takes in Rome in May», whatever the sentence goes on to tell
    if mark is None:
        return Tense.UNMARKED
    if mark.lastgroup in _POINTS_AHEAD:  # but «the decision on Monday will cost», «the vote on Monday will decide»
        return Tense.AHEAD if opening else Tense.UNSURE
    return Tense(mark.lastgroup or "")


def _up_to(told: set[str | None], *, until: bool, put_off: bool) -> Tense:
    """Return which way «by March» or «until March» points in a sentence with such verbs."""
    if told == {"past"}:
        if not until:
            return Tense.PAST
        return Tense.SOON if put_off else Tense.UNSURE
    return Tense.AHEAD if told & _POINTS_AHEAD else Tense.SOON
