"""What became of drafts, summed up: kept over all that were judged is the precision as the desk experiences it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from db.rows import DraftCount
from db.vocabulary import DraftFate


class Fates(NamedTuple):
    """How many drafts met which fate."""

    kept: int = 0
    turned_away: int = 0
    waiting: int = 0

    @property
    def judged(self) -> int:
        """How many somebody has judged."""
        return self.kept + self.turned_away

    @property
    def drafted(self) -> int:
        """How many there are in all."""
        return self.judged + self.waiting


def fates(counts: Iterable[DraftCount]) -> Fates:
    """Sum counts up."""
    found = dict.fromkeys(DraftFate, 0)
    for count in counts:
        found[count.fate] += count.claims
    return Fates(found[DraftFate.KEPT], found[DraftFate.TURNED_AWAY], found[DraftFate.WAITING])
