"""How a job ended, as it is written down: JSON in, JSON out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ending:
    """What came of a job, or of a part of one, in a sentence; ``done`` of ``total`` parts came through.

    ``retry_at`` is when what failed for a while may be tried again; ``documents`` are those that came of it.
    """

    came_through: bool
    sentence: str
    done: int = 1
    total: int = 1
    retry_at: dt.datetime | None = None
    documents: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Write it down."""
        return {
            "came_through": self.came_through,
            "sentence": self.sentence,
            "done": self.done,
            "total": self.total,
            "retry_at": self.retry_at.isoformat() if self.retry_at else None,
            "documents": list(self.documents),
        }

    @classmethod
    def of_json(cls, kept: dict[str, Any]) -> Ending:
        """Read it back."""
        at = kept.get("retry_at")
        return cls(
            bool(kept["came_through"]),
            str(kept["sentence"]),
            int(kept["done"]),
            int(kept["total"]),
            dt.datetime.fromisoformat(at) if at else None,
            tuple(kept.get("documents") or ()),
        )


def together(endings: list[Ending], did: str) -> Ending:
    """Sum the parts of a job up; ``did`` says what was done to those that came through: «captured»."""
    failed = [ending for ending in endings if not ending.came_through]
    through = len(endings) - len(failed)
    if len(endings) == 1:
        sentence = endings[0].sentence
    elif not failed:
        sentence = f"All {len(endings)} {did}."
    else:
        sentence = f"{through} of {len(endings)} {did}; the first of the others: {failed[0].sentence}"
    again = [ending.retry_at for ending in failed if ending.retry_at]
    documents = tuple(number for ending in endings for number in ending.documents)
    return Ending(through > 0 or not endings, sentence, through, len(endings), min(again, default=None), documents)
