"""Names of several words: who is introduced by them, and who is known by them already."""

from __future__ import annotations

from firsthand.claims.naming.identities import Identity
from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.name_kinds import body_nouns, kind_of_name
from firsthand.claims.naming.name_words import FIRM_ENDINGS, FIRST_NAMES, PARTICLES
from firsthand.claims.naming.register import FULL, Register, one_of

_OWNERS_MARKS = ("’s", "'s")


def full_name(register: Register, at: int) -> Identity | None:
    """Tie the name of several words at ``at`` to an identity, a new one where nobody has it yet."""
    name = register.names[at]
    key = tuple(word.lower().rstrip(".") for word in name.words)
    identity = register.known.get(key) or _same_person(register, key)
    if identity is None and key[0] in PARTICLES and not name.titles:
        people = register.by_last.get(key[-1])
        if people:
            return one_of(people)  # «Van der Meer»
    if identity is None:
        identity = _introduced(register, at, key)
    elif len(name.words) > len(identity.words) and identity.kind is MemberKind.PERSON:
        identity.name, identity.words = " ".join(name.words), name.words
    register.known[key] = identity
    register.learn(at, identity)
    return identity


def _same_person(register: Register, key: tuple[str, ...]) -> Identity | None:
    """Find «Jane Doe» for «Jane A. Doe»."""
    same = [one for one in register.by_last[key[-1]] if one.words[0].lower() == key[0] and len(one.words) >= FULL]
    fits = len(same) == 1 and same[0].kind is MemberKind.PERSON
    middle = [{word.strip(".") for word in words[1:-1]} for words in (key, same[0].words if fits else ())]
    return same[0] if fits and (not middle[0] or not middle[1]) else None


def _introduced(register: Register, at: int, key: tuple[str, ...]) -> Identity:
    name = register.names[at]
    kind = kind_of_name(name, key, register.singles)
    identity = Identity(" ".join(name.words), kind, name.words)
    if kind is MemberKind.BODY:
        identity.nouns = body_nouns(key)
        identity.name = _with_owner(register, at)
        if key[-1] in FIRM_ENDINGS:
            register.firms[key[:-1]].add(identity)
    else:
        register.by_last[name.last.lower()].add(identity)
        register.by_first[key[0]].add(identity)
        identity.gender = FIRST_NAMES.get(key[0]) if kind else None
    return identity


def _with_owner(register: Register, at: int) -> str:
    """Return «the Ministry of Health», «Russia’s Foreign Ministry»."""
    name = register.names[at]
    written = " ".join((*name.titles, *name.words))
    if name.before == "the":
        return f"the {written}"
    owner = register.names[at - 1] if at else None
    if owner and name.before == "and" and owner.before == "the" and owner.span.end + 5 == name.whole.start:
        return f"the {register.text[owner.span.start : name.span.end]}"  # «the Parks and Recreation Department»
    if owner and name.before in _OWNERS_MARKS and owner.span.end + 3 == name.whole.start:
        return f"{owner.span.of(register.text)}{register.text[owner.span.end : owner.span.end + 3]}{written}"
    return written
