"""Captures as those see them who fetch again or export."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rows.documents import Hop
from db.vocabulary import CaptureMethod, CaptureOutcome


@dataclass(frozen=True, slots=True)
class LastCapture:
    """What an earlier capture tells a later fetch."""

    id: int
    document_id: int
    method: CaptureMethod
    outcome: CaptureOutcome
    reason: str | None
    url: str | None
    text_sha256: str | None
    taken_at: dt.datetime
    headers: tuple[tuple[str, str], ...]

    def header(self, name: str) -> str | None:
        """Look up the first header of a name, in whatever case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class KeptCapture:
    """A capture with all that is kept of it but its bytes, which ``sha256`` names."""

    id: int
    uid: str
    document_uid: str
    document_title: str
    method: CaptureMethod
    outcome: CaptureOutcome
    reason: str | None
    url: str | None
    sha256: str | None
    size: int | None
    media_type: str | None
    declared_type: str | None
    file_name: str | None
    text: str | None
    text_sha256: str | None
    extractor: str | None
    taken_at: dt.datetime
    started_at: dt.datetime | None
    status: int | None
    headers: tuple[tuple[str, str], ...]
    hops: tuple[Hop, ...]

    @property
    def final_url(self) -> str | None:
        """Where the bytes came from in the end."""
        return self.hops[-1].url if self.hops else self.url
