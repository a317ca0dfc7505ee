"""Finite verbs of English sentences, told by their form and the word before; just enough to cut clauses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.tokens import Token

AUXILIARIES = words("is are was were has have had does did do will would can could may might must should shall")
_PAST = words(
    """became began bought broke brought built came chose cut drew fell felt flew found fought froze gave got grew held
    hit kept knew laid led left lent let lost made meant met paid put ran rose said sank saw sent set shook shot shut
    sold sought spent spoke spread stood struck sued swept swore swung taught thought threw told took tore understood
    voted went withdrew won woke wore wrote beat bore drove ate hid hurt quit read rid rode sang sat slid stole stuck
    cost bet bid burst cast dealt dug fed forbade forgot hung heard leapt lit rang shrank slept spun sprang
    wept wound overtook undertook"""
)
_PRESENT = words(
    """says shows rises falls makes takes gives goes comes remains means includes contains wants runs holds faces
    expects believes accounts employs produces costs lies stands owns sells buys loses wins grows leads begins ends
    requires allows bans forbids covers aims hopes argues warns claims belongs operates serves carries represents"""
)
_NOT_PAST = words(
    """need indeed exceed proceed succeed speed seed feed breed weed bleed hundred red bed shed embed based related
    sacred united unprecedented naked wicked limited led-by supposed so-called aged proceed advanced increased"""
)
_NO_VERB_AFTER = words(
    """a an the this that these those his her its their our my some any no of by in on at for from with to and or as
    very more most newly recently highly well so be been being newly-"""
)
_OPENS_DEPENDENT = words("which who whom whose where when if because although though unless that whether since until")
_ED = re.compile(r"\w{2,}[^e]ed$")


def is_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` is a finite verb: an auxiliary, or a form that no word before makes an adjective."""
    token = tokens[at]
    low = token.low
    if low in AUXILIARIES:
        return True
    if token.named and at:
        return False
    before = tokens[at - 1].low if at else ""
    if before in _NO_VERB_AFTER:
        return False
    return low in _PAST or low in _PRESENT or (bool(_ED.match(low)) and low not in _NOT_PAST)


def is_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether token ``at`` is a finite verb in the past tense and no auxiliary."""
    return is_finite(tokens, at) and tokens[at].low not in AUXILIARIES | _PRESENT


def main_verb(tokens: Sequence[Token], first: int, after: int) -> int | None:
    """Return the first finite verb between two tokens that is not part of a relative or dependent clause."""
    at = first
    while at < after:
        low = tokens[at].low
        if low in _OPENS_DEPENDENT and at > first:
            at = _behind_comma(tokens, at, after)
            continue
        if is_finite(tokens, at):
            return at
        at += 1
    return None


def _behind_comma(tokens: Sequence[Token], at: int, after: int) -> int:
    """Return the token behind the comma that ends the dependent clause at ``at``; ``after`` where there is none."""
    return next((index + 1 for index in range(at, after) if tokens[index].text == ","), after)
