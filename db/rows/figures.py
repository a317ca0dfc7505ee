"""Pages of rows, hits of a search, and sums."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from db.rows.filters import Period
from db.vocabulary import (
    Flag,
    Tier,
    VerificationStatus,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list. ``next`` is the cursor of the page after, None on the last one."""

    rows: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that full-text search found, with an excerpt in plain text.

    ``kind`` is ``claim``, ``note`` (of its evidence, its comments, its reviews), ``article`` or ``source``;
    ``record_id`` is the claim's number for the first two and the document's for the others. ``score`` orders the hits
    of one search, higher is better; between searches it means nothing.
    """

    kind: str
    record_id: int
    title: str
    excerpt: str
    score: float


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is of everything."""

    articles: int
    claims: int
    sources: int
    evidence: int
    events: int
    captures: int
    speakers: int


@dataclass(frozen=True, slots=True)
class BoardFigures:
    """The board's numbers for one desk or all of them."""

    statuses: tuple[tuple[VerificationStatus, int], ...]
    claims: int
    checkable: int
    checkable_primary: int
    awaiting_sign_off: int
    to_recheck: int
    flags: tuple[tuple[Flag, int], ...]


@dataclass(frozen=True, slots=True)
class WeekFlow:
    """What happened to claims in the week that begins on a Monday: how many came in, were signed off, came back."""

    monday: dt.date
    came_in: int
    signed_off: int
    reopened: int


@dataclass(frozen=True, slots=True)
class TierMix:
    """How first hand the claims of an article or a speaker are backed: claims by best tier, None for no tier yet."""

    ref: str
    name: str
    tiers: tuple[tuple[Tier | None, int], ...]

    @property
    def claims(self) -> int:
        """How many claims it has in all."""
        return sum(count for _, count in self.tiers)


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Claims that wait in one status since some day of a period."""

    status: VerificationStatus
    since: Period
    claims: int


@dataclass(frozen=True, slots=True)
class DatePair:
    """Claims said in one month (``2024-08``) that rest on sources dated in another, as (claim, source) pairs."""

    said: str
    dated: str
    pairs: int
