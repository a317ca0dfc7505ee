"""How what many speakers said fared, summed up for a list of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.models import Claim
from db.rows import SpeakerFate
from db.vocabulary import AttributionFinding, VerificationStatus

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def sums(session: Session, ids: Sequence[int]) -> Mapping[int, tuple[SpeakerFate, ...]]:
    """Count the claims of each of some speakers by status and attribution finding, over all years and tiers."""
    key = (Claim.speaker_id, Claim.work_state, Claim.substance_finding, Claim.attribution_finding)
    counted: defaultdict[int, Counter[tuple[VerificationStatus, AttributionFinding | None]]] = defaultdict(Counter)
    asked = select(*key, func.count().label("claims")).where(Claim.speaker_id.in_(ids)).group_by(*key)
    for row in session.execute(asked):
        status = VerificationStatus.of(row.work_state, row.substance_finding)
        counted[row.speaker_id][status, row.attribution_finding] += row.claims
    return {
        speaker_id: tuple(SpeakerFate(None, *fate, None, claims) for fate, claims in counted[speaker_id].items())
        for speaker_id in ids
    }
