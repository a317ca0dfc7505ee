"""Which rows are asked for; an empty field asks for nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.vocabulary import (
    AttributionFinding,
    CaptureOutcome,
    ClaimType,
    DraftFate,
    EventAction,
    Flag,
    RecordType,
    SourceKind,
    Tier,
    VerificationStatus,
)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included, in UTC; an end that is None is open."""

    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims; an empty field asks for nothing. ``text`` is full-text search.

    The periods are: ``came`` when the desk took the claim on file, ``waiting`` since when it has been in its state,
    ``signed`` and ``reopened`` when that happened (as often as it did), ``said`` when it was said and ``dated`` when
    one of its live sources was published (both by EDTF dates: a month or a year counts where it touches the period).
    ``draft`` asks for what the machine drafted and for what became of it.
    """

    desk_id: int | None = None
    article_id: int | None = None
    source_id: int | None = None
    speaker_id: int | None = None
    assignee_id: int | None = None
    statuses: frozenset[VerificationStatus] = frozenset()
    types: frozenset[ClaimType] = frozenset()
    flags: frozenset[Flag] = frozenset()
    checkable: bool | None = None
    best_tier: Tier | None = None
    attributions: frozenset[AttributionFinding] = frozenset()
    unassigned: bool = False
    draft: DraftFate | None = None
    came: Period | None = None
    waiting: Period | None = None
    signed: Period | None = None
    reopened: Period | None = None
    said: Period | None = None
    dated: Period | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What the board is about: claims of a desk, an article, a speaker, and those taken on file in a period."""

    desk_id: int | None = None
    article_id: int | None = None
    speaker_id: int | None = None
    came: Period | None = None


@dataclass(frozen=True, slots=True)
class SourceFilter:
    """Which sources: ``tiers`` are those that one is used as (any of them), ``used`` whether a claim rests on it.

    ``outcomes`` are those of the newest capture, ``changed_since`` asks for a later look that found another text on or
    after a day (UTC), ``publishers`` for any of some names, ``addressed`` for those with an address.
    """

    kinds: frozenset[SourceKind] = frozenset()
    captured: bool | None = None
    text: str = ""
    tiers: frozenset[Tier] = frozenset()
    publisher: str = ""
    used: bool | None = None
    outcomes: frozenset[CaptureOutcome] = frozenset()
    changed_since: dt.date | None = None
    addressed: bool | None = None
    publishers: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events; ``until`` and ``since`` bound when they happened, in UTC; ``after`` asks for later numbers.

    ``desk_id`` asks for what happened to a desk's articles and their claims; sources and people belong to all desks.
    """

    actor: str | None = None
    actions: frozenset[EventAction] = frozenset()
    record_type: RecordType | None = None
    record_id: int | None = None
    article_id: int | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    after: int | None = None
    desk_id: int | None = None
