"""Short ids, by which people call the records."""

from __future__ import annotations

from db.vocabulary import (
    DocumentType,
)


def claim_ref(claim_id: int) -> str:
    """Write a claim's stable short id: ``FH-000123``."""
    return f"FH-{claim_id:06d}"


def document_ref(document_type: DocumentType, document_id: int) -> str:
    """Write an article's (``FA-000001``) or a source's (``FS-000002``) short id."""
    return f"{'FA' if document_type is DocumentType.ARTICLE else 'FS'}-{document_id:06d}"


def speaker_ref(speaker_id: int) -> str:
    """Write a speaker's short id: ``FP-000003``."""
    return f"FP-{speaker_id:06d}"


def parse_ref(ref: str, prefix: str) -> int | None:
    """Read the number out of a short id with this prefix (any case, zeros optional); None for anything else."""
    head, _, digits = ref.strip().upper().partition("-")
    if head != prefix or not (digits.isascii() and digits.isdigit()) or len(digits) > 18:  # noqa: PLR2004 - 64 bits
        return None
    return int(digits)
