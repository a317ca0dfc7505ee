"""Who speaks: noun phrases before and after a cue, found without a grammar.

Pronouns are left as they are. A phrase is read from the cue outwards until a word that cannot belong to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.claims.reporting import VERBS
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from firsthand.claims.tokens import Token

PRONOUNS = words("he she they i we it who you which some others everyone nobody")
DETERMINERS = words("the a an this that these those his her its their our my your some many several both one two three")
_JOINS = words("of for at in from to on with and & by de la van von der al bin")
_STOPS = words(
    """but or because if when while although though as than then so that whether where after before since until
    however meanwhile is are was were be been being am has have had do does did will would can could may might must
    should shall not n't never also still yet once there here how why what who which during despite without about
    against into over under between through he she they we i you him them us me"""
)
AUXILIARIES = words(
    "is are was were be been being has have had do does did will would can could may might must should 's 've 'd"
)
MODALS = words("will would can could may might must should")
ADVERBS = words(
    """also then now later recently previously repeatedly often once still even just only never not reportedly
    publicly privately flatly openly first long already further again angrily clearly simply famously explicitly
    initially immediately quickly directly specifically frequently actually apparently additionally subsequently
    largely strongly"""
)
_DAYS = words(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier last this next recently
    montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche"""
)
_WHO_SPEAK = words(
    """police officials authorities researchers scientists study studies report reports poll polls survey surveys
    ministry government court judges union company firm agency department council committee board party campaign team
    club hospital university school bank church army military family families residents neighbours neighbors parents
    patients people women men critics experts economists analysts prosecutors lawyers witnesses data figures figure
    statistics letter statement document documents lawsuit complaint newspaper media sources source staff"""
)
_PERSON_ENDINGS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "ant",
    "ants",
    "man",
    "men",
    "woman",
    "women",
)
_LEAVES = words("and but as while after in according")
_RELATIVE = words("who which whose where when")
_LONGEST = 40
_SUBJECT_WITHIN = 12
_OPENING_SIGNS = frozenset({"“", '"', "«", "„", ";", ":", "--", "–", "—"})


def speaker_before(tokens: Sequence[Token], end: int, floor: int) -> Span | None:
    """Return the noun phrase that ends right before token ``end``; nothing before token ``floor`` belongs to it."""
    at = end - 1
    if at < floor:
        return None
    if tokens[at].low in PRONOUNS:
        return tokens[at].span
    closing = at
    if tokens[at].text in {",", "--", "–", "—", ")"}:
        return _with_apposition(tokens, at, floor)
    start = _phrase_start(tokens, closing, floor)
    return Span(tokens[start].start, tokens[closing].end) if start is not None else None


def _with_apposition(tokens: Sequence[Token], comma: int, floor: int) -> Span | None:
    """Read «Name, what they are,» backwards from its last comma."""
    sign = tokens[comma].text
    opening = "(" if sign == ")" else sign
    at = comma - 1
    while at > floor and comma - at < _LONGEST and tokens[at].text != opening:
        at -= 1
    if at <= floor or tokens[at].text != opening:
        return None
    start = _phrase_start(tokens, at - 1, floor)
    if start is None:
        return None
    beside = tokens[at + 1].low in _RELATIVE  # a relative clause tells about the speaker and does not name them
    return Span(tokens[start].start, tokens[at - 1].end if beside else tokens[comma].end)


def _phrase_start(tokens: Sequence[Token], last: int, floor: int) -> int | None:
    """Return the index of the first token of the noun phrase whose last token is ``last``."""
    if not tokens[last].word or tokens[last].low in _STOPS or tokens[last].low in DETERMINERS | _JOINS:
        return None
    at = last
    while at > floor and last - at < _LONGEST:
        token, before = tokens[at], tokens[at - 1]
        if not before.word and before.text not in {"'s", "’s", "&"}:
            break
        if before.low in _STOPS:
            break
        if token.low in DETERMINERS and before.low not in _JOINS:
            break
        if _is_verb(before):
            break
        if before.low in _JOINS and not _joins(tokens, at, floor):
            break
        if token.named and before.low.endswith("ly") and not before.named:
            break
        at -= 1
    while at < last and tokens[at].low in _JOINS | ADVERBS | _DAYS:
        at += 1
    return at


def _is_verb(token: Token) -> bool:
    verb = VERBS.get(token.low)
    return verb is not None and verb.form in {"third", "past"} and not verb.may_be_noun and not token.named


def _joins(tokens: Sequence[Token], at: int, floor: int) -> bool:
    """Whether the small word before token ``at`` ties it to a noun before, rather than opening an adjunct."""
    small, noun = tokens[at - 1].low, tokens[at - 2] if at - 2 >= floor else None
    if noun is None or not noun.word:
        return False
    if small in {"of", "&", "de", "la", "van", "von", "der", "al", "bin"}:
        return True
    if small == "and":
        return noun.named or tokens[at].low in DETERMINERS
    return noun.low not in _STOPS and not noun.low.endswith("ed")


def can_speak(speaker: str) -> bool:
    """Whether the words may stand for somebody who says something, and not for a matter («the trend suggests»)."""
    parts = speaker.split()
    if not parts:
        return False
    if parts[0].lower() in PRONOUNS - {"it", "which"} or any(part[0].isupper() for part in parts[1:]):
        return True
    if parts[0][0].isupper() and parts[0].lower() not in DETERMINERS:
        return True
    words_of_it = {part.lower().strip(",.’'") for part in parts}
    return bool(words_of_it & _WHO_SPEAK) or any(word.endswith(_PERSON_ENDINGS) for word in words_of_it)


def subject_before(tokens: Sequence[Token], end: int) -> Span | None:
    """Return the first pronoun or name of the sentence before token ``end``, likely the subject of what follows."""
    for first in range(min(end, _SUBJECT_WITHIN)):
        token = tokens[first]
        if token.low in PRONOUNS - {"it", "which", "who"}:
            return token.span
        if token.named and token.low not in DETERMINERS | ADVERBS | _STOPS | _JOINS | _DAYS:
            last = first
            while last + 1 < end and tokens[last + 1].named:
                last += 1
            return Span(token.start, tokens[last].end)
    return None


def speaker_after(tokens: Sequence[Token], start: int, ceiling: int) -> tuple[Span, int] | None:
    """Return the noun phrase that begins at token ``start`` and the index of the token after it."""
    if start >= ceiling or not tokens[start].word:
        return None
    if tokens[start].low in PRONOUNS:
        return tokens[start].span, start + 1
    if not (tokens[start].named or tokens[start].low in DETERMINERS | _WHO_SPEAK):
        return None
    at = start + 1
    while at < ceiling and not _leaves_speaker(tokens, at, ceiling):
        at += 1
    last = at - 1
    while last > start and not tokens[last].word and tokens[last].text != ")":
        last -= 1
    return Span(tokens[start].start, tokens[last].end), at


def _leaves_speaker(tokens: Sequence[Token], at: int, ceiling: int) -> bool:
    """Whether the noun phrase read so far ends before token ``at``."""
    token, following = tokens[at], tokens[at + 1].low if at + 1 < ceiling else ""
    if token.text in _OPENING_SIGNS:
        return True
    if token.text == ",":
        return following.endswith("ing") or following in _RELATIVE | _LEAVES
    if token.low in {"on", "in", "am"}:
        return following in _DAYS | {"a", "an"}
    return token.low in _DAYS and tokens[at - 1].text != ","
