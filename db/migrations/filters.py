"""What Alembic compares: everything but what one database has for itself."""

from __future__ import annotations

OURS_ALONE = ("claim_search", "note_search", "document_search", "capture_search")


def include_name(name: str | None, kind: str, parents: object) -> bool:  # noqa: ARG001 - Alembic's own signature
    """Leave out full-text tables, which SQLite has alone, and tsvector columns and indexes, which PostgreSQL has."""
    if name is None:
        return True
    if kind == "table":
        return not any(name == ours or name.startswith(f"{ours}_") for ours in OURS_ALONE)
    return not (kind == "column" and name == "search") and not (kind == "index" and name.endswith("_search"))
