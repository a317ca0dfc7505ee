"""What is carried from one step to the next: JSON, with the fetched bytes left in the blob store and named by hash."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.blobs import BlobStore
from db.rows import Hop
from db.vocabulary import CaptureOutcome
from firsthand.sources.fetching import Fetched


def packed(fetched: Fetched, blobs: BlobStore) -> dict[str, Any]:
    """Write down what was fetched; its bytes are kept first, so that no step is left without them."""
    return {
        "url": fetched.url,
        "outcome": fetched.outcome.value,
        "reason": fetched.reason,
        "status": fetched.status,
        "headers": [list(header) for header in fetched.headers],
        "hops": [hop._asdict() for hop in fetched.hops],
        "sha256": blobs.put(fetched.body) if fetched.body is not None else None,
        "declared_type": fetched.declared_type,
        "sniffed_type": fetched.sniffed_type,
        "media_type": fetched.media_type,
        "started_at": fetched.started_at.isoformat(),
        "ended_at": fetched.ended_at.isoformat(),
        "unchanged": fetched.unchanged,
        "retry": fetched.retry,
        "retry_after": fetched.retry_after.total_seconds() if fetched.retry_after is not None else None,
    }


def unpacked(kept: dict[str, Any], blobs: BlobStore) -> Fetched:
    """Read it back."""
    wait = kept["retry_after"]
    return Fetched(
        url=kept["url"],
        outcome=CaptureOutcome(kept["outcome"]),
        reason=kept["reason"],
        status=kept["status"],
        headers=tuple((name, value) for name, value in kept["headers"]),
        hops=tuple(Hop(**hop) for hop in kept["hops"]),
        body=blobs.get(kept["sha256"]) if kept["sha256"] is not None else None,
        declared_type=kept["declared_type"],
        sniffed_type=kept["sniffed_type"],
        media_type=kept["media_type"],
        started_at=dt.datetime.fromisoformat(kept["started_at"]),
        ended_at=dt.datetime.fromisoformat(kept["ended_at"]),
        unchanged=kept["unchanged"],
        retry=kept["retry"],
        retry_after=dt.timedelta(seconds=wait) if wait is not None else None,
    )
