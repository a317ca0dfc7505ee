"""The names of an article gathered into the people, bodies and places they name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from firsthand.claims.naming.acronyms import find_acronyms
from firsthand.claims.naming.full_names import full_name
from firsthand.claims.naming.identities import Identity, Naming
from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.name_words import FIRST_NAMES, PLACES
from firsthand.claims.naming.names import Name
from firsthand.claims.naming.register import FULL, Register, one_of, plain
from firsthand.claims.naming.short_names import short_name
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_JOINED = frozenset({" and ", " und ", " et ", " & "})
_PIECE = re.compile(r"\S+")
_LONGEST = 8  # words of a name in a heading


def gather(text: str, names: Sequence[Name], sentences: Sequence[Span], speakers: Container[int] = ()) -> list[Naming]:
    """Tie each of ``names`` to an identity.

    ``sentences`` are the ones they stand in, one for each name; ``speakers`` is where speakers of attributions begin.
    """
    return _namings(Register(text, names, sentences, speakers))


def _namings(register: Register) -> list[Naming]:
    """Full names first, since a family name may stand before the name it is short for, as in a headline."""
    found: list[Identity | None] = [None] * len(register.names)
    for at, name in enumerate(register.names):
        if len(name.words) >= FULL and not name.heading:
            found[at] = full_name(register, at)
    _take_acronyms(register, found)
    _take_relatives(register)
    for titled in (True, False):
        for at, name in enumerate(register.names):
            if len(name.words) == 1 and bool(name.titles) is titled and not name.heading:
                found[at] = short_name(register, at)
    namings: list[Naming] = []
    for name, identity in zip(register.names, found, strict=True):
        if name.heading:
            namings.extend(_in_heading(register, name))
            continue
        namings.append(Naming(name, identity, shared=identity is None and _is_shared(register, name)))
    return namings


def _is_shared(register: Register, name: Name) -> bool:
    """Whether several have the family name, at least one of them surely a person."""
    people = register.by_last.get(name.last.lower(), ())
    person = any(one.kind is MemberKind.PERSON for one in people)
    return len(people) > 1 and person and name.before != "the"


def _in_heading(register: Register, name: Name) -> Iterator[Naming]:
    """Tie the names in a heading to those of the text below; capitals introduce nobody there."""
    places = [found.span() for found in _PIECE.finditer(register.text, *name.whole)]
    key = tuple(plain(register.text[start:end]) for start, end in places)
    at = 0
    while at < len(key):
        several = (
            after for after in range(min(len(key), at + _LONGEST), at + 1, -1) if key[at:after] in register.known
        )
        after = next(several, at + 1)
        identity = register.known.get(key[at:after]) or _one_in_heading(
            register, register.text[slice(*places[at])], key[at]
        )
        if identity:
            span = Span(places[at][0], places[after - 1][1])
            yield Naming(name._replace(span=span, whole=span, words=tuple(span.of(register.text).split())), identity)
        at = after


def _one_in_heading(register: Register, word: str, low: str) -> Identity | None:
    if word in register.acronyms:
        return register.acronyms[word]
    if low in PLACES or low in register.singles.placed:
        return None
    people = register.by_last.get(low, set())
    return one_of(people) if all(one.kind is MemberKind.PERSON for one in people) else None


def _take_relatives(register: Register) -> None:
    """Read «Elena and Petra Novak»: two have the family name."""
    for first, full in pairwise(register.names):
        if len(first.words) == 1 and len(full.words) >= FULL and first.words[0].lower() in FIRST_NAMES:
            people = register.by_last.get(full.last.lower())
            if people and register.text[first.span.end : full.whole.start] in _JOINED:
                people.add(Identity("", MemberKind.PERSON, full.words, nameless=True))


def _take_acronyms(register: Register, found: Sequence[Identity | None]) -> None:
    """Keep what acronyms are short for; one that is given two meanings has none."""
    for short, at in find_acronyms(register.text, register.names):
        identity = found[at]
        if identity is None:
            continue
        register.acronyms[short] = identity if register.acronyms.get(short, identity) is identity else None
        identity.kind = identity.kind or MemberKind.BODY
        register.by_last[identity.words[-1].lower()].discard(identity)
