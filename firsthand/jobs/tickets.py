"""What is known of a job without looking inside: it travels as the job's attributes and is read by lists and pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.rows import document_ref
from db.vocabulary import DocumentType


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a job, or a part of one, works on."""

    about: str
    documents: tuple[int, ...] = ()
    claim_id: int | None = None
    host: str | None = None
    total: int = 0

    def as_json(self) -> dict[str, Any]:
        """Write it down."""
        return {
            "about": self.about,
            "documents": list(self.documents),
            "claim_id": self.claim_id,
            "host": self.host,
            "total": self.total,
        }

    @classmethod
    def of_json(cls, kept: dict[str, Any] | None) -> Ticket:
        """Read it back; what is missing is not known."""
        kept = kept or {}
        return cls(
            str(kept.get("about") or ""),
            tuple(int(number) for number in kept.get("documents") or ()),
            kept.get("claim_id"),
            kept.get("host"),
            int(kept.get("total") or 0),
        )


def of_documents(count: int) -> str:
    """Name some documents before their titles are known."""
    return "one document" if count == 1 else f"{count:,} documents"


def of_document(document_type: DocumentType, number: int, title: str) -> str:
    """Name a document."""
    return f"{document_ref(document_type, number)} {title}"
