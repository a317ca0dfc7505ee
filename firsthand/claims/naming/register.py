"""What an article's names have told so far: who is known by which words, and what stands around their names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from firsthand.claims.naming.identities import Identity
from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.name_kinds import read_singles
from firsthand.claims.naming.name_words import FIRST_NAMES, HONORIFICS
from firsthand.claims.naming.names import Name
from firsthand.claims.naming.roles import Role, beside, role_before
from firsthand.text.spans import Span
from firsthand.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

FULL = 2
"""Words of a name with a family name."""
_KIN = words("lady wife husband son daughter brother sister mother father widow")
_PARTY_MEMBERS = words("democrat republican")


class Register:
    """Identities by their words, family names, first names and short forms; ``sentences`` are those of the names."""

    def __init__(self, text: str, names: Sequence[Name], sentences: Sequence[Span], speakers: Container[int]) -> None:
        """Begin with nobody; ``speakers`` is where speakers of attributions begin."""
        self.text = text
        self.names = names
        self.sentences = sentences
        self.known: dict[tuple[str, ...], Identity] = {}
        self.by_last: defaultdict[str, set[Identity]] = defaultdict(set)
        self.by_first: defaultdict[str, set[Identity]] = defaultdict(set)
        self.firms: defaultdict[tuple[str, ...], set[Identity]] = defaultdict(set)
        self.acronyms: dict[str, Identity | None] = {}
        self.singles = read_singles(names, speakers)

    def learn(self, at: int, identity: Identity) -> None:
        """Take from around a name what it tells about a person."""
        name = self.names[at]
        place = identity.kind is MemberKind.PLACE and len(name.words) >= FULL
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
                _assume(self.text, identity, told)


def one_of(people: Iterable[Identity]) -> Identity | None:
    """Tell the only one among some, if there is just one."""
    several = set(people)
    return several.pop() if len(several) == 1 else None


def plain(word: str) -> str:
    """Write a word as the register looks it up."""
    return word.lower().rstrip(".")


def _assume(text: str, identity: Identity, role: Role) -> None:
    identity.nouns.add(role.office)
    identity.role = identity.role or " ".join(role.span.of(text).split())
    identity.gender = identity.gender or role.gender
