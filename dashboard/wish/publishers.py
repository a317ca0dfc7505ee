"""Which publishers somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.vocabulary import PublisherKind


class Which(StrEnum):
    """Whose entries: those that sources name or the desk has entered, the desk's own, or those that are shipped."""

    HERE = "here"
    OWN = "own"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class PublishersAsked:
    """The filters of the list; ``text`` is a part of a name or of an address."""

    which: Which = Which.HERE
    text: str = ""
    kind: PublisherKind | None = None
    country: str = ""
