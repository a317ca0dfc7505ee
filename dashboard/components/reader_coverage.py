"""How far the desk has come with an article: counted over its sentences and its claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dashboard.components.reader_cuts import Sentence, touched
from db.rows import ClaimRow
from db.vocabulary import VerificationStatus, WorkState

DRAFT, AWAY = WorkState.DETECTED, WorkState.NOT_FOR_US
SIGNED = frozenset({WorkState.SIGNED_OFF, WorkState.PUBLISHED})


class Coverage(NamedTuple):
    """Sentences of prose and how many of them carry a claim; claims taken on and how they stand; drafts that wait."""

    sentences: int
    carrying: int
    claims: int
    signed: int
    recheck: int
    drafts: int
    signed_as: tuple[VerificationStatus, ...]


def coverage(claims: Iterable[ClaimRow], sentences: Sequence[Sentence], capture_id: int | None) -> Coverage:
    """Count. A draft is no claim before a person has kept it; what is marked in another capture is in no sentence."""
    known = list(claims)
    taken = [claim for claim in known if claim.work_state not in {DRAFT, AWAY}]
    prose = [sentence for sentence in sentences if sentence[2] == "prose"]
    here = [(claim.start, claim.end) for claim in taken if claim.capture_id == capture_id]
    signed = [claim for claim in taken if claim.work_state in SIGNED]
    return Coverage(
        len(prose),
        sum(touched(prose, here)),
        len(taken),
        len(signed),
        sum(claim.work_state is WorkState.RECHECK for claim in taken),
        sum(claim.work_state is DRAFT for claim in known),
        tuple(status for status in VerificationStatus if any(claim.status is status for claim in signed)),
    )


def looked_at(claims: Iterable[ClaimRow], capture_id: int) -> list[tuple[int, int]]:
    """List the places at which a person has decided something: taken a claim on, or turned a draft away."""
    return [
        (claim.start, claim.end) for claim in claims if claim.capture_id == capture_id and claim.work_state is not DRAFT
    ]
