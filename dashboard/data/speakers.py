"""Speakers: lists, one of them, how what they said fared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from dashboard.data.record import ask
from db.queries import claims as _claims
from db.queries import speakers as _speakers
from db.queries.claims import ClaimOrder
from db.queries.speaker_sums import sums as _sums
from db.rows import ClaimFilter, ClaimRow, Paged, SpeakerFate, SpeakerRow

PAGE = 16  # each speaker tells two dozen counts
Order = Literal["claims", "name"]


def page(text: str, order: Order, after: str | None = None) -> Paged[SpeakerRow]:
    """List speakers whose name contains a text: those with most claims first, or by name."""
    return ask(_speakers.page, text, order=order, after=after, size=PAGE)


def get(speaker_id: int) -> SpeakerRow | None:
    """Find a speaker."""
    return ask(_speakers.get, speaker_id)


def choices(text: str, limit: int = 20) -> tuple[SpeakerRow, ...]:
    """Offer speakers to pick from, by short id or a part of the name: those with most claims first."""
    return ask(_speakers.choices, text, limit)


def fates(speaker_id: int) -> tuple[SpeakerFate, ...]:
    """Count how what a speaker said fared: by year, status, attribution and tier."""
    return ask(_speakers.fates, speaker_id)


def sums(speakers: Sequence[SpeakerRow]) -> Mapping[int, tuple[SpeakerFate, ...]]:
    """Count how what each of some speakers said fared: by status and attribution, over all years and tiers."""
    return ask(_sums, tuple(speaker.id for speaker in speakers))


def newest_claims(speaker_id: int, size: int = 8) -> tuple[ClaimRow, ...]:
    """List the newest claims of a speaker."""
    return ask(_claims.page, ClaimFilter(speaker_id=speaker_id), order=ClaimOrder.NEWEST, after=None, size=size).rows
