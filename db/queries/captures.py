"""Captures: what a later one is compared with, what a fetch answers with «unchanged», what an export holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from db.models import Capture, Claim, Document, Evidence, Passage
from db.rows import Hop
from db.rows.keeping import KeptCapture, LastCapture
from db.vocabulary import CaptureMethod, CaptureOutcome

if TYPE_CHECKING:
    from sqlalchemy import Row
    from sqlalchemy.orm import Session

_LAST = select(
    Capture.id,
    Capture.document_id,
    Capture.method,
    Capture.outcome,
    Capture.reason,
    Capture.url,
    Capture.text_sha256,
    Capture.taken_at,
    Capture.headers,
)
_KEPT = select(
    Capture.id,
    Capture.uid,
    Document.uid.label("document_uid"),
    Document.title.label("document_title"),
    Capture.method,
    Capture.outcome,
    Capture.reason,
    Capture.url,
    Capture.sha256,
    Capture.size,
    Capture.media_type,
    Capture.declared_type,
    Capture.file_name,
    Capture.text,
    Capture.text_sha256,
    Capture.extractor,
    Capture.taken_at,
    Capture.started_at,
    Capture.status,
    Capture.headers,
    Capture.hops,
).join(Document, Document.id == Capture.document_id)
# What brought nothing, by whatever fault; a page without text was there.
_FAILED = tuple(
    outcome for outcome in CaptureOutcome if outcome not in {CaptureOutcome.COMPLETE, CaptureOutcome.NO_TEXT}
)


def with_uid(session: Session, uid: str) -> LastCapture | None:
    """Find the capture of an identity."""
    return _first(session, Capture.uid == uid)


def newest_readable(session: Session, document_id: int) -> LastCapture | None:
    """Find a document's newest capture that has a text."""
    return _first(session, Capture.document_id == document_id, Capture.text.is_not(None))


def newest_fetch(session: Session, document_id: int) -> LastCapture | None:
    """Find what a document's last fetch came to."""
    return _first(session, Capture.document_id == document_id, Capture.method == CaptureMethod.FETCH)


def same_text_before(session: Session, document_id: int, text_sha256: str, capture_id: int) -> int | None:
    """Find the newest capture of a document before another one that has exactly this text."""
    return session.scalar(
        select(func.max(Capture.id)).where(
            Capture.document_id == document_id, Capture.text_sha256 == text_sha256, Capture.id < capture_id
        )
    )


def failures(session: Session, document_id: int) -> int:
    """Count the fetches of a document in a row, up to the newest, that brought nothing."""
    asked = select(func.max(Capture.id)).where(Capture.document_id == document_id, Capture.outcome.not_in(_FAILED))
    since = session.scalar(asked) or 0
    failed = select(func.count()).where(
        Capture.document_id == document_id, Capture.id > since, Capture.method == CaptureMethod.FETCH
    )
    return session.scalar(failed) or 0


def headers(session: Session, capture_id: int) -> tuple[tuple[str, str], ...]:
    """Read the headers of the answer that a capture keeps."""
    return _headers(session.scalar(select(Capture.headers).where(Capture.id == capture_id)))


def of_claims(session: Session, claim_ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Find the captures that claims rest on, their article's and those of their live evidence: claims by capture."""
    own = select(Claim.capture_id, Claim.id).where(Claim.id.in_(claim_ids))
    backing = (
        select(Passage.capture_id, Evidence.claim_id)
        .join(Evidence, Evidence.passage_id == Passage.id)
        .where(Evidence.claim_id.in_(claim_ids), Evidence.withdrawn_at.is_(None))
    )
    found: dict[int, set[int]] = {}
    for asked in (own, backing):
        for capture_id, claim_id in session.execute(asked):
            if capture_id is not None:
                found.setdefault(capture_id, set()).add(claim_id)
    return {capture_id: tuple(sorted(found[capture_id])) for capture_id in sorted(found)}


def in_full(session: Session, capture_ids: Sequence[int]) -> tuple[KeptCapture, ...]:
    """Fetch captures with all that is kept of them but their bytes, oldest first."""
    rows = session.execute(_KEPT.where(Capture.id.in_(capture_ids)).order_by(Capture.id))
    return tuple(_kept(row) for row in rows)


def newest_date(session: Session, capture_ids: Collection[int]) -> dt.datetime | None:
    """Tell when the newest of some captures was taken."""
    return session.scalar(select(func.max(Capture.taken_at)).where(Capture.id.in_(capture_ids)))


def _first(session: Session, *conditions: Any) -> LastCapture | None:  # noqa: ANN401 - SQLAlchemy's conditions
    row = session.execute(_LAST.where(*conditions).order_by(Capture.id.desc()).limit(1)).first()
    if row is None:
        return None
    known = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name
    return LastCapture(**{**known, "headers": _headers(known["headers"])})


def _kept(row: Row[*tuple[Any, ...]]) -> KeptCapture:
    known = dict(row._mapping)  # noqa: SLF001
    hops = (known.pop("hops") or {}).get("hops", ())
    return KeptCapture(
        **{**known, "headers": _headers(known["headers"])},
        hops=tuple(Hop(hop["url"], hop.get("status"), hop.get("address")) for hop in hops),
    )


def _headers(kept: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in (kept or {}).get("fields", ()))
