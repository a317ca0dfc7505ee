"""The names of an article gathered into the people, bodies and places they name."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from firsthand.claims.naming.acronyms import find_acronyms
from firsthand.claims.naming.identities import Identity, Naming
from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.name_kinds import BEFORE_A_PLACE, body_nouns, kind_of_name, kind_of_word, read_singles
from firsthand.claims.naming.name_words import (
    BODY_NOUNS,
    FIRM_ENDINGS,
    FIRST_NAMES,
    HONORIFICS,
    NAMED_BODY,
    OFFICES,
    PARTICLES,
    PLACES,
)
from firsthand.claims.naming.names import Name
from firsthand.claims.naming.roles import Role, beside, role_before
from firsthand.text.spans import Span
from firsthand.text.wordlists import phrases, words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

_KIN = words("lady wife husband son daughter brother sister mother father widow")
_BODY_BESIDE = re.compile(rf", (?:an?|the) (?:[\w’'-]+ ){{0,4}}{phrases(*sorted(BODY_NOUNS))}\b")
_JOINED = frozenset({" and ", " und ", " et ", " & "})
_PIECE = re.compile(r"\S+")
_LONGEST = 8  # words of a name in a heading
_FULL = 2  # words of a name with a family name
_PARTY_MEMBERS = words("democrat republican")
_OWNERS_MARKS = ("’s", "'s")


def gather(text: str, names: Sequence[Name], sentences: Sequence[Span], speakers: Container[int] = ()) -> list[Naming]:
    """Tie each of ``names`` to an identity.

    ``sentences`` are the ones they stand in, one for each name; ``speakers`` is where speakers of attributions begin.
    """
    return _Register(text, names, sentences, speakers).namings()


class _Register:
    def __init__(self, text: str, names: Sequence[Name], sentences: Sequence[Span], speakers: Container[int]) -> None:
        self.text = text
        self.names = names
        self.sentences = sentences
        self.known: dict[tuple[str, ...], Identity] = {}
        self.by_last: defaultdict[str, set[Identity]] = defaultdict(set)
        self.by_first: defaultdict[str, set[Identity]] = defaultdict(set)
        self.firms: defaultdict[tuple[str, ...], set[Identity]] = defaultdict(set)
        self.acronyms: dict[str, Identity | None] = {}
        self.singles = read_singles(names, speakers)

    def namings(self) -> list[Naming]:
        """Full names first, since a family name may stand before the name it is short for, as in a headline."""
        found: list[Identity | None] = [None] * len(self.names)
        for at, name in enumerate(self.names):
            if len(name.words) >= _FULL and not name.heading:
                found[at] = self._full(at)
        self._take_acronyms(found)
        self._take_relatives()
        for titled in (True, False):
            for at, name in enumerate(self.names):
                if len(name.words) == 1 and bool(name.titles) is titled and not name.heading:
                    found[at] = self._short(at)
        namings: list[Naming] = []
        for name, identity in zip(self.names, found, strict=True):
            if name.heading:
                namings.extend(self._in_heading(name))
                continue
            namings.append(Naming(name, identity, shared=identity is None and self._is_shared(name)))
        return namings

    def _is_shared(self, name: Name) -> bool:
        """Whether several have the family name, at least one of them surely a person."""
        people = self.by_last.get(name.last.lower(), ())
        person = any(one.kind is MemberKind.PERSON for one in people)
        return len(people) > 1 and person and name.before != "the"

    def _in_heading(self, name: Name) -> Iterator[Naming]:
        """Tie the names in a heading to those of the text below; capitals introduce nobody there."""
        places = [found.span() for found in _PIECE.finditer(self.text, *name.whole)]
        key = tuple(_plain(self.text[start:end]) for start, end in places)
        at = 0
        while at < len(key):
            several = (
                after for after in range(min(len(key), at + _LONGEST), at + 1, -1) if key[at:after] in self.known
            )
            after = next(several, at + 1)
            identity = self.known.get(key[at:after]) or self._one_in_heading(self.text[slice(*places[at])], key[at])
            if identity:
                span = Span(places[at][0], places[after - 1][1])
                yield Naming(name._replace(span=span, whole=span, words=tuple(span.of(self.text).split())), identity)
            at = after

    def _one_in_heading(self, word: str, low: str) -> Identity | None:
        if word in self.acronyms:
            return self.acronyms[word]
        if low in PLACES or low in self.singles.placed:
            return None
        people = self.by_last.get(low, set())
        return _one_of(people) if all(one.kind is MemberKind.PERSON for one in people) else None

    # names of several words

    def _full(self, at: int) -> Identity | None:
        name = self.names[at]
        key = tuple(word.lower().rstrip(".") for word in name.words)
        identity = self.known.get(key) or self._same_person(key)
        if identity is None and key[0] in PARTICLES and not name.titles:
            people = self.by_last.get(key[-1])
            if people:
                return _one_of(people)  # «Van der Meer»
        if identity is None:
            identity = self._introduced(at, key)
        elif len(name.words) > len(identity.words) and identity.kind is MemberKind.PERSON:
            identity.name, identity.words = " ".join(name.words), name.words
        self.known[key] = identity
        self._learn(at, identity)
        return identity

    def _same_person(self, key: tuple[str, ...]) -> Identity | None:
        """Find «Jane Doe» for «Jane A. Doe»."""
        same = [one for one in self.by_last[key[-1]] if one.words[0].lower() == key[0] and len(one.words) >= _FULL]
        fits = len(same) == 1 and same[0].kind is MemberKind.PERSON
        middle = [{word.strip(".") for word in words[1:-1]} for words in (key, same[0].words if fits else ())]
        return same[0] if fits and (not middle[0] or not middle[1]) else None

    def _introduced(self, at: int, key: tuple[str, ...]) -> Identity:
        name = self.names[at]
        kind = kind_of_name(name, key, self.singles)
        identity = Identity(" ".join(name.words), kind, name.words)
        if kind is MemberKind.BODY:
            identity.nouns = body_nouns(key)
            identity.name = self._with_owner(at)
            if key[-1] in FIRM_ENDINGS:
                self.firms[key[:-1]].add(identity)
        else:
            self.by_last[name.last.lower()].add(identity)
            self.by_first[key[0]].add(identity)
            identity.gender = FIRST_NAMES.get(key[0]) if kind else None
        return identity

    def _with_owner(self, at: int) -> str:
        """Return «the Ministry of Health», «Russia’s Foreign Ministry»."""
        name = self.names[at]
        written = " ".join((*name.titles, *name.words))
        if name.before == "the":
            return f"the {written}"
        owner = self.names[at - 1] if at else None
        if owner and name.before == "and" and owner.before == "the" and owner.span.end + 5 == name.whole.start:
            return f"the {self.text[owner.span.start : name.span.end]}"  # «the Parks and Recreation Department»
        if owner and name.before in _OWNERS_MARKS and owner.span.end + 3 == name.whole.start:
            return f"{owner.span.of(self.text)}{self.text[owner.span.end : owner.span.end + 3]}{written}"
        return written

    def _learn(self, at: int, identity: Identity) -> None:
        """Take from around a name what it tells about a person."""
        name = self.names[at]
        place = identity.kind is MemberKind.PLACE and len(name.words) >= _FULL
        if not (identity.may_be_person or place) or name.before == "the":
            return
        identity.kin = identity.kin or name.before in _KIN
        for title in name.titles:
            gender = HONORIFICS.get(title.lower().rstrip("."))
            identity.gender = identity.gender or gender
        role = role_before(self.text, name, self.sentences[at].start)
        behind = beside(self.text, name, self.sentences[at].end)
        if role or behind.role or behind.age or name.titles:
            identity.kind = MemberKind.PERSON
            identity.gender = identity.gender or FIRST_NAMES.get(identity.words[0].lower())
        of_a_party = behind.role is not None and behind.role.office in _PARTY_MEMBERS
        for told in (role, behind.role) if of_a_party else (behind.role, role):
            if told:
                self._assume(identity, told)

    def _assume(self, identity: Identity, role: Role) -> None:
        identity.nouns.add(role.office)
        identity.role = identity.role or " ".join(role.span.of(self.text).split())
        identity.gender = identity.gender or role.gender

    def _take_relatives(self) -> None:
        """Read «Elena and Petra Novak»: two have the family name."""
        for first, full in pairwise(self.names):
            if len(first.words) == 1 and len(full.words) >= _FULL and first.words[0].lower() in FIRST_NAMES:
                people = self.by_last.get(full.last.lower())
                if people and self.text[first.span.end : full.whole.start] in _JOINED:
                    people.add(Identity("", MemberKind.PERSON, full.words, nameless=True))

    def _take_acronyms(self, found: Sequence[Identity | None]) -> None:
        """Keep what acronyms are short for; one that is given two meanings has none."""
        for short, at in find_acronyms(self.text, self.names):
            identity = found[at]
            if identity is None:
                continue
            self.acronyms[short] = identity if self.acronyms.get(short, identity) is identity else None
            identity.kind = identity.kind or MemberKind.BODY
            self.by_last[identity.words[-1].lower()].discard(identity)

    # names of one word

    def _short(self, at: int) -> Identity | None:
        name = self.names[at]
        word, low = name.words[0], name.words[0].lower()
        if word in self.acronyms:
            return self.acronyms[word]
        if name.titles:
            return self._titled(at, low)
        if self.by_last.get(low) and not word.isupper():
            return self._family_name(at, low)
        if (low,) in self.firms:
            return _one_of(self.firms[low,])
        firsts = self.by_first.get(low)
        if firsts and low in FIRST_NAMES and low not in PLACES and name.before != "the":
            return _one_of(firsts) if all(one.kind is MemberKind.PERSON for one in firsts) else None
        return self._single(at, low)

    def _family_name(self, at: int, low: str) -> Identity | None:
        """Tie a family name to the one person who has it, unless it may be a place or stands for the family."""
        before = self.names[at].before
        if low in PLACES or (low in self.singles.placed and before in BEFORE_A_PLACE):
            return self._single(at, low)
        if low in self.singles.placed or before == "the":
            return None
        identity = _one_of(self.by_last[low])
        if identity and identity.role is None:
            self._learn(at, identity)
        return identity

    def _titled(self, at: int, low: str) -> Identity | None:
        """Tie «Mrs Doe» or «President Doe» to the one person of that family name whom the title fits."""
        name = self.names[at]
        gender = next((HONORIFICS[t] for t in map(_plain, name.titles) if HONORIFICS.get(t)), None)
        people = self.by_last[low]
        fitting = {one for one in people if one.fits(gender) and (gender or not one.kin)}
        if len(fitting) == 1:
            (identity,) = fitting
        elif fitting:
            return None
        else:
            identity = Identity(" ".join(name.words), MemberKind.PERSON, name.words)
            if any(title in HONORIFICS for title in map(_plain, name.titles)):
                identity.name = name.whole.of(self.text)
            people.add(identity)
        self._learn(at, identity)
        identity.gender = identity.gender or gender
        return identity

    def _single(self, at: int, low: str) -> Identity | None:
        name = self.names[at]
        identity = self.known.get((low,))
        if identity is None:
            if name.opens and low not in self.singles.proven and low not in PLACES and not self._described(at):
                return None
            identity = Identity(name.words[0], kind_of_word(name.words[0], self.singles), name.words)
            if low in NAMED_BODY or low in OFFICES:
                return None
            self.known[low,] = identity
        elif identity.name.isupper() and not name.words[0].isupper():
            identity.name = name.words[0]  # a place at the head of a report is in capitals
        if identity.kind is None:
            self._learn(at, identity)
        return identity

    def _described(self, at: int) -> bool:
        """Whether what the sentence opens with is a name because it says behind it what it names."""
        name = self.names[at]
        role = beside(self.text, name, self.sentences[at].end).role
        return role is not None or _BODY_BESIDE.match(self.text, name.span.end) is not None


def _one_of(people: Iterable[Identity]) -> Identity | None:
    several = set(people)
    return several.pop() if len(several) == 1 else None


def _plain(title: str) -> str:
    return title.lower().rstrip(".")
