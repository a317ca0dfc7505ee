"""The same change to many claims at once, with one reason: each claim moves or says why it did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from db.models import Claim
from db.rows import claim_ref
from firsthand.errors import NotFoundError, Refusal


@dataclass(frozen=True, slots=True)
class Seen:
    """A claim as the person saw it."""

    claim_id: int
    version: int


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What became of a bulk change: which claims changed, which were so already, and why the others did not."""

    changed: tuple[int, ...]
    refused: tuple[tuple[int, str], ...]
    unchanged: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """Sum it up for the person who asked."""
        parts = [f"{len(self.changed)} changed"]
        if self.unchanged:
            parts.append(f"{len(self.unchanged)} so already")
        if self.refused:
            parts.append(f"{len(self.refused)} left as they were")
        return ", ".join(parts)


def change_many(session: Session, claims: Iterable[Seen], change: Callable[[Seen], Claim]) -> BulkOutcome:
    """Apply one deed of the desk to each claim in a savepoint of its own, so that a refusal undoes nothing else."""
    changed: list[int] = []
    unchanged: list[int] = []
    refused: list[tuple[int, str]] = []
    for seen in claims:
        try:
            with session.begin_nested():
                version = change(seen).version
        except (Refusal, NotFoundError) as error:
            refused.append((seen.claim_id, f"{claim_ref(seen.claim_id)}: {error}"))
        else:
            (unchanged if version == seen.version else changed).append(seen.claim_id)
    return BulkOutcome(tuple(changed), tuple(refused), tuple(unchanged))
