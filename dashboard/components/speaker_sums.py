"""How what a speaker said fared, summed up one way or the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dashboard import labels
from db.rows import SpeakerFate
from db.vocabulary import AttributionFinding, VerificationStatus

Statuses = tuple[tuple[VerificationStatus, int], ...]
Attributions = tuple[tuple[AttributionFinding, int], ...]


def by_status(fates: Iterable[SpeakerFate]) -> Statuses:
    """Count claims by status, in the fixed order."""
    counted: Counter[VerificationStatus] = Counter()
    for fate in fates:
        counted[fate.status] += fate.claims
    return tuple((status, counted[status]) for status in labels.STATUSES if counted[status])


def by_attribution(fates: Iterable[SpeakerFate]) -> Attributions:
    """Count the claims that have an attribution finding by it, in the fixed order."""
    counted: Counter[AttributionFinding] = Counter()
    for fate in fates:
        if fate.attribution is not None:
            counted[fate.attribution] += fate.claims
    return tuple((finding, counted[finding]) for finding in labels.ATTRIBUTIONS if counted[finding])


def by_year(fates: Iterable[SpeakerFate]) -> tuple[tuple[str | None, Statuses], ...]:
    """Count claims by the year in which they were said and by status: the last year first, then those of no date."""
    years: dict[str | None, list[SpeakerFate]] = {}
    for fate in fates:
        years.setdefault(fate.year, []).append(fate)
    return tuple((year, by_status(years[year])) for year in sorted(years, key=lambda year: year or "", reverse=True))


def signed(statuses: Statuses) -> int:
    """Count the claims whose finding is signed."""
    return sum(count for status, count in statuses if status.finding is not None)


def whole(counts: Iterable[tuple[object, int]]) -> int:
    """Count them all."""
    return sum(count for _, count in counts)
