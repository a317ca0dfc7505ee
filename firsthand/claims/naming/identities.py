"""People, bodies, documents and places as they take shape while an article is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.mentions import Form
from firsthand.claims.naming.name_words import Gender
from firsthand.claims.naming.names import Name
from firsthand.text.spans import Span


@dataclass(eq=False)
class Identity:
    """One person, body, document or place; ``kind`` and ``gender`` are None as long as the text has not shown them.

    ``nouns`` are the words that may stand for it behind «the»; a nameless one («a spokesman») competes with the others
    and is never what words are said to stand for. ``kin`` says that the person was brought in as somebody's relative.
    """

    name: str
    kind: MemberKind | None
    words: tuple[str, ...] = ()
    gender: Gender | None = None
    role: str | None = None
    nouns: set[str] = field(default_factory=set)
    nameless: bool = False
    kin: bool = False

    @property
    def may_be_person(self) -> bool:
        """Whether «he» or «she» may stand for it."""
        return self.kind in {None, MemberKind.PERSON}

    def fits(self, gender: Gender | None) -> bool:
        """Whether nothing speaks against the gender."""
        return gender is None or self.gender in {None, gender}


@dataclass(frozen=True)
class Naming:
    """A name at its place and the identity it names; ``shared`` where it may be one of several."""

    name: Name
    identity: Identity | None
    shared: bool = False


class Found(NamedTuple):
    """Words at a place and the identity they stand for; None where the text does not settle it."""

    span: Span
    identity: Identity | None
    form: Form
