"""How the house is set up: rules, people, words, publishers."""

from __future__ import annotations

from dataclasses import dataclass

from db.vocabulary import PublisherKind, Role, Tier


@dataclass(frozen=True, slots=True)
class DeskRules:
    """The rules of a desk as somebody sets them; ``seen`` is the version that was on view."""

    desk_id: int
    seen: int
    self_signing: bool
    stale_after: int
    form: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person whom somebody adds."""

    email: str
    name: str
    roles: tuple[Role, ...]
    form: str


@dataclass(frozen=True, slots=True)
class PersonRoles:
    """What a person may do as somebody sets it; ``seen`` is the number of the newest event about them on view."""

    user_id: int
    seen: int
    roles: tuple[Role, ...]
    disabled: bool
    form: str


@dataclass(frozen=True, slots=True)
class FindingWord:
    """What a finding is to be called; ``seen`` is the word that was on view."""

    code: str
    seen: str
    word: str
    form: str


@dataclass(frozen=True, slots=True)
class PublisherTier:
    """What somebody notes of a publisher; ``seen`` is the version on view, 0 where nobody had judged it.

    ``hosts`` are the addresses that are its own, as they were typed.
    """

    name: str
    seen: int
    tier: Tier
    note: str
    form: str
    kind: PublisherKind | None = None
    country: str = ""
    hosts: tuple[str, ...] = ()


HouseWish = DeskRules | NewPerson | PersonRoles | FindingWord | PublisherTier
