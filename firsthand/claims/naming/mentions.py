"""Words that may stand for somebody or something named elsewhere: pronouns, «the ministry», «a spokesman»."""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.naming.name_words import (
    BODY_NOUNS,
    DAYS_AND_MONTHS,
    DOCUMENT_NOUNS,
    FUNCTION_WORDS,
    OFFICES,
    PLACE_NOUNS,
    SPOKESPEOPLE,
    Gender,
)
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator


class Form(Enum):
    """How words point at somebody or something."""

    NAME = auto()
    SHARED_NAME = auto()  # a family name that several have
    PRONOUN = auto()
    DEFINITE = auto()
    INDEFINITE = auto()  # and every other phrase that introduces
    OWNED = auto()


class Mention(NamedTuple):
    """Words that point: ``word`` is the pronoun or the head noun in lower case, ``modifiers`` what stands before it.

    ``bare`` is a phrase without anything that tells which one («the ministry», not «the health ministry» nor «the
    ministry of health»); ``complement`` is where the name begins that tells which one («a report by the Audit Office»).
    """

    span: Span
    form: Form
    word: str
    modifiers: tuple[str, ...] = ()
    bare: bool = False
    complement: int | None = None


PRONOUN_GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMALE),
}
THINGS = frozenset({"it", "its", "itself"})
FIRST_PERSON = words("i me my mine myself we us our ours ourselves")
MANY = words("they them their theirs themselves")
PEOPLE_NOUNS = {
    **dict.fromkeys(
        words("woman girl lady mother wife daughter sister girlfriend grandmother aunt niece"), Gender.FEMALE
    ),
    **dict.fromkeys(
        words("man boy father husband son brother boyfriend grandfather uncle nephew gentleman"), Gender.MALE
    ),
    **dict.fromkeys(
        words(
            """suspect victim driver patient witness colleague defendant plaintiff neighbour neighbor friend child
            teenager pedestrian passenger partner predecessor successor rival opponent boss person pensioner adult"""
        ),
        None,
    ),
}
_HEADS = BODY_NOUNS | DOCUMENT_NOUNS | OFFICES | PEOPLE_NOUNS.keys() | PLACE_NOUNS | words("city town country village")
_POINTING = re.compile(
    r"(?<![\w’'])(?:(?P<pronoun>[Hh](?:e|im|ers?|is|imself|erself)|[Ss]he|[Ii](?:ts?|tself)|[Tt]he(?:y|m|irs?|mselves)"
    r"|[Mm](?:e|y|ine)|[Ww]e|[Uu]s|[Oo]urs?|I)(?![\w-])"
    r"|(?P<determiner>[Tt]h(?:e|is|at)|[Aa]n?|[Aa]nother)(?=(?P<phrase>(?:[ \xa0][\w’'-]+){1,6})))"
    r"|(?<=\w)[’']s(?=(?P<owned>(?:[ \xa0][\w’'-]+){1,4}))"
)
_OWNED = re.compile(r"(?:[ \xa0][\w’'-]+){1,4}")
_OWNERS = words("his her its their our my")
_WORD = re.compile(r"[\w’'-]+")
_CLOSES_PHRASE = FUNCTION_WORDS - words("one two three four five six seven eight nine ten")
_SAME_ONE = words("same said")
_NEVER_ALONE = words("candidate republican democrat member fellow student resident writer doctor")  # «as the candidate»
_VERBS_AFTER = words(
    """found finds showed shows suggests suggested warned warns warn added adds announced announces argued argues
    concluded concludes confirmed confirms denied denies declined declines estimated estimates expects expected
    plans planned claimed claims insisted insists noted notes reported reports revealed reveals stated states
    stressed stresses urged urges wrote writes ruled rules ordered orders called calls recommended recommends
    refused refuses rejected rejects published publishes released releases issued issues employs employed wants
    wanted hopes hoped agreed agrees accused accuses approved approves backed backs began begins came comes
    criticised criticized declared declares defended described describes dismissed faces faced failed fails gave
    gives got gets had held holds knew knows left leaves made makes met meets needs needed opened opens pledged
    promised provides provided puts raised raises remains remained responded replied resigned runs ran says saw sees
    sold sells started sued took takes told thinks tried tries voted won went goes works worked became becomes
    blamed blames did does points pointed predicted predicts projects projected put let cut hit set shut shot struck
    stole sat flew hid dealt spent lost built bought broke brought chose drew fell felt fought grew heard kept led
    lent meant paid read rose sent stood spoke taught threw understood withdrew won own owns lives exports imports
    blames rules sues supports opposes operates produces represents serves spends suffers tells thinks tries turns
    uses allows asks becomes begins believes brings builds buys carries causes changes claims closes considers
    continues controls covers creates cuts deals decides demands describes develops draws enters examines exists
    explains fears fights follows gains goes grows helps hires hits includes intends invests keeps lacks lends likes
    loses manages moves names notes offers opens owes passes pays plays prepares prevents proposes protects pushes
    reaches receives reduces regards replaces requires responds returns rises seeks seems sends sets shares signs
    speaks spends stands starts stays stops struggles takes targets tests threatens traces treats trusts votes waits
    welcomes wins withdraws writes gets gave"""
)
_NAMES_WHICH = re.compile(
    r"[ \xa0](?:(?:published|released|issued|written|commissioned|compiled|carried[ \xa0]out)[ \xa0])?"
    r"(?:by|from|of|for|in|at)[ \xa0](?:the[ \xa0]|The[ \xa0])?(?P<name>[A-ZÀ-Þ])"
)
_TELLS_WHICH = re.compile(r"[ \xa0](?:of|with|who|whose|which)[ \xa0]")
_TELLS_WHICH_DOCUMENT = re.compile(r"[ \xa0](?:of|by|into|about|on|from|that|which)[ \xa0]")
_TELLS_WHOSE_SPOKESMAN = re.compile(r"[ \xa0](?:of|for|who|whose)[ \xa0]")


def find_mentions(text: str) -> Iterator[Mention]:
    """Yield the pronouns and the phrases with «the», «a» or an owner whose head noun may be a member's, in order."""
    for found in _POINTING.finditer(text):
        mention: Mention | None = None
        if found["pronoun"]:
            word = found.group().lower()
            yield Mention(Span(found.start(), found.end()), Form.PRONOUN, word)
            if word in _OWNERS and (owned := _OWNED.match(text, found.end())):
                mention = _phrase(text, found.end(), owned.group(), Form.OWNED)
        elif found["owned"]:
            mention = _phrase(text, found.end(), found["owned"], Form.OWNED)
        else:
            form = Form.INDEFINITE if found["determiner"][0] in "aA" else Form.DEFINITE
            mention = _phrase(text, found.end(), found["phrase"], form, found.start())
        if mention:
            yield mention


def _phrase(text: str, at: int, phrase: str, form: Form, start: int | None = None) -> Mention | None:
    """Read the noun phrase behind a determiner or an owner."""
    pieces = phrase.split()
    after = at + len(phrase)
    head = _head(pieces, ends_at_sign=text[after : after + 1] not in {" ", "\xa0"})
    if head is None:
        return None
    word = _plain(pieces[head].lower())
    places = [found.span() for found in islice(_WORD.finditer(text, at, after), head + 1)]
    span = Span(places[0][0] if start is None else start, places[head][0] + len(word))
    told = _NAMES_WHICH.match(text, span.end)
    modifiers = tuple(pieces[:head])
    bare = not told and not _complement(word).match(text, span.end) and all(m.lower() in _SAME_ONE for m in modifiers)
    if bare and form is Form.DEFINITE and word in _NEVER_ALONE:
        return None
    return Mention(span, form, word, modifiers, bare, told.start("name") if told else None)


def _complement(word: str) -> re.Pattern[str]:
    if word in DOCUMENT_NOUNS:
        return _TELLS_WHICH_DOCUMENT
    return _TELLS_WHOSE_SPOKESMAN if word in SPOKESPEOPLE else _TELLS_WHICH


def _head(pieces: list[str], *, ends_at_sign: bool) -> int | None:
    """Return the index of the phrase's head noun if it is one of those looked for and clearly ends the phrase."""
    for at, piece in enumerate(pieces):
        low = piece.lower()
        if low in _CLOSES_PHRASE or low in DAYS_AND_MONTHS:
            return None
        noun = _plain(low)
        if noun not in _HEADS:
            if noun is not low:
                return None
            continue
        if noun is not low:
            return at
        if at + 1 == len(pieces):
            return at if ends_at_sign else None
        following = pieces[at + 1].lower()
        if (
            following in _CLOSES_PHRASE
            or following in _VERBS_AFTER
            or following in DAYS_AND_MONTHS
            or following.endswith(("ly", "ed"))
            or (following not in _HEADS and pieces[at + 1][0].islower() and (low in PEOPLE_NOUNS or low in OFFICES))
        ):
            return at
    return None


def _plain(low: str) -> str:
    """Return the word without the mark of an owner."""
    return low[:-2] if low.endswith(("’s", "'s")) else low
