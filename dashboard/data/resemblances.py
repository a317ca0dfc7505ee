"""What claims resemble, and in what two of them differ."""

from __future__ import annotations

from functools import lru_cache

from dashboard.data.record import ask
from dashboard.texts import seen_before as texts
from db.queries import resemblances as _resemblances
from db.rows import ClaimRow, ResemblanceRow
from firsthand.claims.comparing.differences import DifferenceKind, differences, pair
from firsthand.claims.comparing.stated import take_apart

SPEAKER, WORDS = "speaker", "words"
_MOST_WORDS = 8


def of_claims(claim_ids: tuple[int, ...]) -> dict[int, tuple[ResemblanceRow, ...]]:
    """List what each of these claims resembles; those that resemble nothing are left out."""
    return ask(_resemblances.of_claims, tuple(claim_ids)) if claim_ids else {}


def of_claim(claim_id: int) -> tuple[ResemblanceRow, ...]:
    """List what a claim resembles."""
    return of_claims((claim_id,)).get(claim_id, ())


def differing(claim: ClaimRow, row: ResemblanceRow) -> tuple[str, ...]:
    """Tell in words what differs between a claim and one that it resembles, gravest first, other words last."""
    speaker = claim.speaker or claim.speaker_as_named
    told = [texts.differs(SPEAKER, speaker, row.speaker)] if _other(speaker, row.speaker) else []
    return (*told, *_differing(claim.statement or claim.literal, row.statement))


@lru_cache(maxsize=512)
def _differing(statement: str, other: str) -> tuple[str, ...]:
    one, two = take_apart(statement), take_apart(other)
    paired = pair(one, two)
    found = differences(one, two, paired)
    told = [texts.differs(difference.kind.value, difference.here, difference.there) for difference in found]
    names_told = any(difference.kind is DifferenceKind.NAME for difference in found)
    here, there = (
        ", ".join([word.written for word in words if not (names_told and word.name)][:_MOST_WORDS])
        for words in (paired.only_here, paired.only_there)
    )
    if here or there:
        told.append(texts.differs(WORDS, here, there))
    return tuple(told)


def _other(speaker: str | None, earlier: str | None) -> bool:
    """Whether two names of speakers have no word in common."""
    return not set((speaker or "").casefold().split()) & set((earlier or "").casefold().split()) and bool(
        speaker or earlier
    )
