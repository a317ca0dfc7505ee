"""Names of one word: a family name, a title with it, an acronym, a firm's short form, a place."""

from __future__ import annotations

import re

from firsthand.claims.naming.identities import Identity
from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.name_kinds import BEFORE_A_PLACE, kind_of_word
from firsthand.claims.naming.name_words import BODY_NOUNS, FIRST_NAMES, HONORIFICS, NAMED_BODY, OFFICES, PLACES
from firsthand.claims.naming.register import Register, one_of, plain
from firsthand.claims.naming.roles import beside
from firsthand.text.wordlists import phrases

_BODY_BESIDE = re.compile(rf", (?:an?|the) (?:[\w’'-]+ ){{0,4}}{phrases(*sorted(BODY_NOUNS))}\b")


def short_name(register: Register, at: int) -> Identity | None:
    """Tie the name of one word at ``at`` to the one identity that it can mean; None where it may mean several."""
    name = register.names[at]
    word, low = name.words[0], name.words[0].lower()
    if word in register.acronyms:
        return register.acronyms[word]
    if name.titles:
        return _titled(register, at, low)
    if register.by_last.get(low) and not word.isupper():
        return _family_name(register, at, low)
    if (low,) in register.firms:
        return one_of(register.firms[low,])
    firsts = register.by_first.get(low)
    if firsts and low in FIRST_NAMES and low not in PLACES and name.before != "the":
        return one_of(firsts) if all(one.kind is MemberKind.PERSON for one in firsts) else None
    return _single(register, at, low)


def _family_name(register: Register, at: int, low: str) -> Identity | None:
    """Tie a family name to the one person who has it, unless it may be a place or stands for the family."""
    before = register.names[at].before
    if low in PLACES or (low in register.singles.placed and before in BEFORE_A_PLACE):
        return _single(register, at, low)
    if low in register.singles.placed or before == "the":
        return None
    identity = one_of(register.by_last[low])
    if identity and identity.role is None:
        register.learn(at, identity)
    return identity


def _titled(register: Register, at: int, low: str) -> Identity | None:
    """Tie «Mrs Doe» or «President Doe» to the one person of that family name whom the title fits."""
    name = register.names[at]
    gender = next((HONORIFICS[t] for t in map(plain, name.titles) if HONORIFICS.get(t)), None)
    people = register.by_last[low]
    fitting = {one for one in people if one.fits(gender) and (gender or not one.kin)}
    if len(fitting) == 1:
        (identity,) = fitting
    elif fitting:
        return None
    else:
        identity = Identity(" ".join(name.words), MemberKind.PERSON, name.words)
        if any(title in HONORIFICS for title in map(plain, name.titles)):
            identity.name = name.whole.of(register.text)
        people.add(identity)
    register.learn(at, identity)
    identity.gender = identity.gender or gender
    return identity


def _single(register: Register, at: int, low: str) -> Identity | None:
    name = register.names[at]
    identity = register.known.get((low,))
    if identity is None:
        if name.opens and low not in register.singles.proven and low not in PLACES and not _described(register, at):
            return None
        identity = Identity(name.words[0], kind_of_word(name.words[0], register.singles), name.words)
        if low in NAMED_BODY or low in OFFICES:
            return None
        register.known[low,] = identity
    elif identity.name.isupper() and not name.words[0].isupper():
        identity.name = name.words[0]  # a place at the head of a report is in capitals
    if identity.kind is None:
        register.learn(at, identity)
    return identity


def _described(register: Register, at: int) -> bool:
    """Whether what the sentence opens with is a name because it says behind it what it names."""
    name = register.names[at]
    role = beside(register.text, name, register.sentences[at].end).role
    return role is not None or _BODY_BESIDE.match(register.text, name.span.end) is not None
