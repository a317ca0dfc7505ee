"""Rows as records for a file: the same columns in the same order as what is shown, in words."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

from dashboard import labels
from dashboard.texts import exports as texts
from db.rows import ClaimRow, EventRow
from db.vocabulary import Flag


def _stamp(at: dt.datetime | None) -> str:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds") if at else ""


def claim_records(claims: Iterable[ClaimRow]) -> list[dict[str, object]]:
    """Write claims as records."""
    return [
        {
            "claim": claim.ref,
            "status": labels.word(claim.status),
            "state": labels.state(claim.work_state),
            "statement": claim.statement,
            texts.LITERAL: claim.literal,
            "type": labels.word(claim.claim_type),
            "checkable": "yes" if claim.checkable else "no",
            "speaker": claim.speaker or claim.speaker_as_named,
            texts.SAID_ON: claim.said_on,
            texts.SAID_WHERE: claim.said_where,
            "article": claim.article_title,
            "attribution": labels.word(claim.attribution_finding) if claim.attribution_finding else None,
            texts.BEST_TIER: labels.word(claim.best_tier) if claim.best_tier else None,
            "evidence": claim.evidence,
            "flags": ", ".join(labels.word(flag) for flag in Flag if flag in claim.flags),
            "assignee": claim.assignee,
            "since": _stamp(claim.state_since),
            texts.SIGNED_BY: claim.signed_by,
            texts.SIGNED_AT: _stamp(claim.signed_at),
        }
        for claim in claims
    ]


def event_records(events: Iterable[EventRow]) -> list[dict[str, object]]:
    """Write events as records; what was there before and after stays as JSON."""
    return [
        {
            "event": event.seq,
            "at": _stamp(event.at),
            "person": event.actor,
            "action": labels.word(event.action),
            "record": event.ref,
            "why": event.why,
            "before": json.dumps(event.before, ensure_ascii=False) if event.before else None,
            "after": json.dumps(event.after, ensure_ascii=False) if event.after else None,
            "hash": event.hash,
        }
        for event in events
    ]
