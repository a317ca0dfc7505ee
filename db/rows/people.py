"""Desks, the people on them, whom they quote, and what a person or a desk set for themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rows.refs import speaker_ref
from db.rows.watching import KnownPublisher
from db.vocabulary import (
    AttributionFinding,
    Role,
    SpeakerKind,
    Tier,
    VerificationStatus,
)


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk and its rules."""

    id: int
    slug: str
    name: str
    allow_self_signing: bool
    stale_after_days: int
    version: int


@dataclass(frozen=True, slots=True)
class UserRow:
    """A person of the desk."""

    id: int
    email: str
    name: str
    roles: frozenset[Role]
    disabled: bool


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker with the roles known of them, newest first: (role, since, until)."""

    id: int
    uid: str
    name: str
    kind: SpeakerKind
    note: str | None
    roles: tuple[tuple[str, str | None, str | None], ...]
    claims: int

    @property
    def ref(self) -> str:
        """The short id."""
        return speaker_ref(self.id)


@dataclass(frozen=True, slots=True)
class SpeakerFate:
    """How claims of a speaker said in one year fared; None for a year, a finding or a tier that is not known."""

    year: str | None
    status: VerificationStatus
    attribution: AttributionFinding | None
    tier: Tier | None
    claims: int


@dataclass(frozen=True, slots=True)
class SavedView:
    """A filter that a person named, as the query of its page's address."""

    id: int
    page: str
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class LookRow:
    """When a person last looked at something, and the newest event then."""

    seq: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """What a desk thinks of a publisher: the tier that its documents usually have, and a note."""

    id: int
    name: str
    tier: Tier
    note: str | None
    version: int


@dataclass(frozen=True, slots=True)
class NamedPublisher:
    """A publisher as sources name it, how many do, and what the desk thinks of it; None for not judged yet.

    ``known`` is what is known of it, by the desk or by the registry that is shipped; ``overrules`` names the publishers
    of the registry that the desk has taken addresses from.
    """

    name: str
    sources: int
    judged: PublisherRow | None
    known: KnownPublisher | None = None
    overrules: tuple[str, ...] = ()
