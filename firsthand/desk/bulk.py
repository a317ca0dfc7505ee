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
    """What became of a bulk change: which claims changed, and for the others the reason in words."""

    changed: tuple[int, ...]
    refused: tuple[tuple[int, str], ...]

    @property
    def sentence(self) -> str:
        """Sum it up for the person who asked."""
        done = f"{len(self.changed)} changed"
        return f"{done}, {len(self.refused)} left as they were" if self.refused else done


def change_many(session: Session, claims: Iterable[Seen], change: Callable[[Seen], Claim]) -> BulkOutcome:
    """Apply one deed of the desk to each claim in a savepoint of its own, so that a refusal undoes nothing else."""
    changed: list[int] = []
    refused: list[tuple[int, str]] = []
    for seen in claims:
        try:
            with session.begin_nested():
                change(seen)
        except (Refusal, NotFoundError) as error:
            refused.append((seen.claim_id, f"{claim_ref(seen.claim_id)}: {error}"))
        else:
            changed.append(seen.claim_id)
    return BulkOutcome(tuple(changed), tuple(refused))
