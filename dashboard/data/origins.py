"""Where sources are from: what the machine suggests, and whose their addresses are."""

from __future__ import annotations

from dashboard.data.publishers import whose as _whose
from dashboard.data.record import ask
from db.queries import origins as _origins
from db.rows import KnownPublisher, OriginSuggestionRow


def of_source(source_id: int) -> tuple[OriginSuggestionRow, ...]:
    """List what a source may be a copy of, or what may be a copy of it."""
    return ask(_origins.of_source, source_id)


def whose(url: str | None) -> KnownPublisher | None:
    """Tell whose an address is."""
    return _whose(url) if url else None


def waiting() -> int:
    """Count the suggestions that nobody has decided."""
    return ask(_origins.waiting)
