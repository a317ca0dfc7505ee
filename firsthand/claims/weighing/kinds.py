"""What kind of statement a sentence is, by its words alone."""

from __future__ import annotations

import re

from db.vocabulary import ClaimType
from firsthand.claims.weighing.kind_words import (
    COMMENTARY,
    GEOGRAPHY,
    INSTRUCTION,
    JUDGEMENT,
    LAW,
    LAW_TOO,
    MAY,
    MEASURE,
    OPENING_OF_OPINION,
    PREDICTION,
    PRESENT,
    QUANTITY,
    RULE,
    SAID,
)
from firsthand.claims.weighing.signs import DID, signs_in
from firsthand.claims.weighing.terms import LONGEST, terms_of

_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|why|how|what|whether|because|since|although|though|so|hence|for|when|while"
    r"|after|before)\b[^,;]*$"
)
_QUOTED = re.compile(r"[“«„「『\"].{12,}?[”»“」』\"]", re.DOTALL)
_ANY_QUOTED = re.compile(r"[“«„「『\"].+?[”»“」』\"]", re.DOTALL)
_ASKING = re.compile(r"[?？؟][\"”’»)]*\s*$")
_HAVE_DONE = re.compile(rf"(?:has|have|had)(?: \w+){{0,2}}? (?:been|{DID}|\w+en|\w+own|done|gone)\b", re.IGNORECASE)
_HAPPENED = re.compile(rf"\b(?:{DID}|was|were|had|did)\b")
_NEARBY = 200  # characters before a word in which its clause is looked for
_RULED = frozenset({"figure", "legal"})
_WISHING = frozenset({"first_person", "we"})
_COUNTING = frozenset({"figure", "counted", "share", "date", "change"})
_DEEDS = frozenset({"act", "done", "deed", "record"})


def claim_type_of(sentence: str, signs: frozenset[str] | None = None) -> ClaimType:
    """Return the kind of a sentence; what no source can settle (opinion, prediction) is told before what one can.

    A sentence is a quote where somebody's saying is its main clause, or where it is mostly quotation. ``signs`` are
    what ``signs_in`` found, where the caller has read them already.
    """
    sentence = sentence[:LONGEST]
    own_words = _ANY_QUOTED.sub(" “” ", sentence)
    low = own_words.lower()
    if signs is None:
        signs = signs_in(sentence, terms_of(sentence))
    if _in_main_clause(SAID, low):
        return ClaimType.QUOTE
    if not _ASKING.search(sentence) and (LAW.search(low) or _is_rule(own_words, signs)):
        return ClaimType.LEGAL
    if _in_main_clause(PREDICTION, low) or _in_main_clause(MAY, own_words):
        return ClaimType.PREDICTION
    if _is_opinion(sentence, own_words, low, signs):
        return ClaimType.OPINION
    quoted = _QUOTED.search(sentence)
    if quoted and len(quoted.group()) > len(sentence) // 2:
        return ClaimType.QUOTE
    return _checkable_kind(sentence, signs)


def _is_rule(own_words: str, signs: frozenset[str]) -> bool:
    """Whether «must» states a rule, as it does beside a figure or a law, and not what somebody wishes."""
    return bool(RULE.search(own_words) and signs & _RULED and not signs & _WISHING)


def _is_opinion(sentence: str, own_words: str, low: str, signs: frozenset[str]) -> bool:
    return bool(
        _ASKING.search(sentence)
        or "exclaimed" in signs
        or INSTRUCTION.match(own_words)
        or _in_main_clause(JUDGEMENT, low)
        or COMMENTARY.search(low)
        or OPENING_OF_OPINION.match(own_words)
    )


def _checkable_kind(sentence: str, signs: frozenset[str]) -> ClaimType:
    low = sentence.lower()
    if GEOGRAPHY.search(low):
        return ClaimType.GEOGRAPHY
    if signs & _COUNTING and QUANTITY.search(MEASURE.sub(" ", low)):
        return ClaimType.STATISTIC
    if LAW_TOO.search(low):
        return ClaimType.LEGAL
    return ClaimType.EVENT if _tells_of_an_act(sentence, signs) else ClaimType.CHARACTERISATION


def _tells_of_an_act(sentence: str, signs: frozenset[str]) -> bool:
    """Whether the first word that can be the sentence's verb speaks of the past; a headline's present is its past."""
    happened = _HAPPENED.search(sentence)
    stands = PRESENT.search(sentence)
    if stands and (happened is None or stands.start() < happened.start()):
        return bool(_HAVE_DONE.match(sentence, stands.start()))
    headline = sentence.rstrip()[-1:].isalnum()
    return happened is not None or bool(signs & _DEEDS) or headline


def _in_main_clause(pattern: re.Pattern[str], sentence: str) -> bool:
    """Whether the pattern stands where no word before it in its part of the sentence makes the clause depend on one."""
    return any(
        not _SUBORDINATE.search(sentence[max(0, found.start() - _NEARBY) : found.start()].lower())
        for found in pattern.finditer(sentence)
    )
