"""The signs by which a sentence is worth checking or not, each with its weight and its words.

The weights are log-odds, rounded from a regression over these very patterns on the public CheckThat! debate sentences.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.text.wordlists import phrases

BASE = -1.0


class Sign(NamedTuple):
    """A pattern, what it says about a sentence, and how much it counts for checking it (log-odds)."""

    name: str
    pattern: re.Pattern[str]
    words: str
    weight: float


def _sign(name: str, words: str, weight: float, *patterns: str, bounded: bool = True, cased: bool = False) -> Sign:
    expression = rf"\b{phrases(*patterns)}\b" if bounded else phrases(*patterns)
    return Sign(name, re.compile(expression, 0 if cased else re.IGNORECASE), words, weight)


_DID = (
    r"(?:\w{3,}ed|said|voted|made|took|gave|went|won|lost|sent|put|cut|built|left|became|began|held|met|ran|sold|spent"
    r"|told|wrote|lied|came|got|did)"
)

SIGNS = (
    _sign("figure", "it gives a figure", 1.3, r"\d", bounded=False),
    _sign(
        "counted",
        "it counts something",
        0.8,
        "hundreds?|thousands?|million|billion|trillion|per ?cent|dozens?|half|twice|doubled?|tripled?",
        "a (?:third|quarter)",
        "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|eighty|ninety",
    ),
    _sign("share", "it gives an amount or a share", 1.3, r"%|per ?cent\b|(?:m|b|tr)illion\b|[$€£]\s?\d", bounded=False),
    _sign(
        "date",
        "it says when",
        0.6,
        r"1[89]\d\d|20[0-4]\d|(?:years?|months?|weeks?) ago|last (?:year|month|week)|since|yesterday|recently",
        "January|February|March|April|June|July|August|September|October|November|December",
        "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
        cased=True,
    ),
    _sign(
        "superlative",
        "it claims a first, a most or a never",
        0.4,
        "most|least|first|only|largest|biggest|highest|lowest|worst|best|greatest|longest|strongest|smallest|record",
        "never|ever|every|always|no one|nobody",
    ),
    _sign(
        "comparison",
        "it compares, or says that something changed",
        0.5,
        "(?:more|less|fewer|higher|lower|larger|bigger|smaller|greater|better|worse|stronger|weaker|faster) than",
        r"compared (?:with|to)|(?:increas|decreas|declin|dropp|expand|widen|plung|soar|doubl|tripl)\w+",
        "grew|grows?|grown|rose|risen|fell|fallen|cuts?|raised|shr[aiu]nk",
    ),
    _sign(
        "named_act",
        "it says what somebody named did",
        0.4,
        rf"[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]+ ){{0,3}}(?:has |have |had |also )?{_DID}",
        cased=True,
    ),
    _sign(
        "act",
        "it says what somebody did",
        0.5,
        rf"(?:he|she|they|it|we|I)(?:['’]ve| have| has| had)?(?: \w+ly)? {_DID}",
    ),
    _sign(
        "done",
        "it says what has been done",
        0.3,
        r"(?:has|have|had) (?:\w+ )?(?:\w{3,}ed|been|had|made|taken|gone|won|lost|cut|become|held|seen|done|grown)",
    ),
    _sign(
        "legal",
        "it speaks of law or of a binding text",
        0.8,
        "laws?|bill|act|court|ruling|ruled|legal|illegal|treaty|constitution|amendment|doctrine|agreement|pact",
        "ban(?:ned)?",
        "votes?|voted|legislation|regulations?|statute|convicted|sued|verdict|clause|enshrine[ds]?",
    ),
    _sign(
        "record",
        "it speaks of somebody’s record",
        1.3,
        "voted|opposed|supported|passed|signed|vetoed|proposed|promised|failed|refused|raised|created|lied",
        "claimed|denied",
    ),
    _sign(
        "counted_thing",
        "it speaks of what statistics count",
        0.6,
        "tax(?:es)?|jobs?|unemployment|deficit|debt|budget|inflation|economy|trade|wages?|poverty|spending|income",
        "costs?",
        "prices?|exports?|imports?|rates?",
    ),
    _sign(
        "attributed",
        "it says what somebody said",
        0.6,
        "said|says|told|according to|announced|reported|warned|claimed|stated|report|study|poll|statistics|data|survey",
        "officials?",
    ),
    _sign("quoted", "it quotes", 0.6, '[“”«»„「」]|(?<![\\w\\d])"', bounded=False),
    _sign("name", "it names somebody or something", 0.6, "(?<=[a-z,;] )[A-Z][a-z]{2,}", bounded=False, cased=True),
    _sign("correction", "it corrects somebody", 0.7, "not true|in fact|the fact is|the truth is|actually"),
    _sign("long", "it says much", 0.4, r"^(?:\S+\s+){18}", bounded=False),
    _sign(
        "opinion",
        "it gives an opinion",
        -1.1,
        "I (?:think|believe|feel|hope|guess|suppose|want|would|am|will)|in my (?:view|opinion)|should|ought to|must",
        "we (?:need|can)|hopefully|unfortunately|sadly",
    ),
    _sign(
        "prediction",
        "it speaks of what may come",
        -0.7,
        "will|won['’]t|going to|shall|would|could|might|may|likely|unlikely|expected to|if",
    ),
    _sign("question", "it is a question", -2.1, r"\?[\"”’)]*\s*$", bounded=False),
    _sign(
        "courtesy",
        "it is part of the conversation",
        -0.7,
        r"thanks?|please|good evening|welcome|let me|let['’]s|okay|sorry|congratulat\w+|ladies|gentlemen|you know",
    ),
    _sign("first_person", "the speaker speaks of themselves", -0.8, "I|I['’]m|I['’]ve|my|me"),
    _sign("short", "it is short", -0.3, r"^\s*\S+(?:\s+\S+){0,5}\s*$", bounded=False),
)
