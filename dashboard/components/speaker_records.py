"""Speakers as records for a file: what is on view, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard import labels
from dashboard.components import speaker_sums
from dashboard.texts import speakers as texts
from db.rows import SpeakerFate, SpeakerRow


def records(speakers: Iterable[SpeakerRow], fates: Mapping[int, tuple[SpeakerFate, ...]]) -> list[dict[str, object]]:
    """Write speakers as records: one column for each status and each attribution finding that is on view."""
    rows = tuple(speakers)
    statuses = {row.id: dict(speaker_sums.by_status(fates[row.id])) for row in rows}
    found = {row.id: dict(speaker_sums.by_attribution(fates[row.id])) for row in rows}
    return [
        {
            texts.ONE.lower(): row.ref,
            texts.NAME.lower(): row.name,
            texts.KIND.lower(): labels.word(row.kind),
            texts.ROLE.lower(): "; ".join(texts.role(*role) for role in row.roles),
            texts.NOTE.lower(): row.note,
            texts.CLAIMS.lower(): row.claims,
            **{
                texts.column(texts.SUBSTANCE, label.word): statuses[row.id].get(status, 0)
                for status, label in labels.statuses().items()
                if any(status in held for held in statuses.values())
            },
            **{
                texts.column(texts.ATTRIBUTION, label.word): found[row.id].get(finding, 0)
                for finding, label in labels.attributions().items()
                if any(finding in held for held in found.values())
            },
        }
        for row in rows
    ]
