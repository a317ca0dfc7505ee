"""What the machine read in a claim's words, what it has seen before, and an article's references."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from db.vocabulary import DraftFate, ResemblanceDecision, VerificationStatus


@dataclass(frozen=True, slots=True)
class FigureRead:
    """A number as data; ``value`` in plain decimal notation, scale worked in. Offsets into the capture's text."""

    start: int
    end: int
    words: str
    value: str
    scale: int = 1
    unit: str | None = None
    period: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words of the literal that the statement replaces; offsets into the capture's text."""

    start: int
    end: int
    words: str
    stands_for: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """Another statement for the claim, and the language model that wrote it."""

    statement: str
    by: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the machine read in the words of a claim; kept as one object with the claim."""

    figures: tuple[FigureRead, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    suggested: tuple[Suggested, ...] = ()

    @classmethod
    def of(cls, kept: Mapping[str, Any] | None) -> Reading:
        """Take it from the object that is kept; what is not understood is left out, since it is only a help."""
        kept = kept or {}
        return cls(
            tuple(_each(FigureRead, kept.get("figures"))),
            tuple(_each(Replaced, kept.get("replaced"))),
            tuple(_each(Suggested, kept.get("suggested"))),
        )

    def kept(self) -> dict[str, Any] | None:
        """Write it as the object to be kept; None where there is nothing to keep."""
        lists = {field: [asdict(one) for one in getattr(self, field)] for field in self.__slots__}
        return {field: listed for field, listed in lists.items() if listed} or None


def _each(kind: Any, listed: object) -> list[Any]:  # noqa: ANN401 - one of the dataclasses above
    known = set(kind.__dataclass_fields__)
    found = []
    for entry in listed if isinstance(listed, list) else []:
        try:
            found.append(kind(**{name: value for name, value in entry.items() if name in known}))
        except (AttributeError, TypeError):
            continue
    return found


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A link of an article with the words it stands on, and the source that a person tied it to."""

    id: int
    capture_id: int
    place: int
    href: str
    words: str
    start: int | None
    end: int | None
    source_id: int | None
    source_title: str | None


@dataclass(frozen=True, slots=True)
class ResemblanceRow:
    """An earlier claim that says what a claim says, as the machine holds, and what a person made of it."""

    claim_id: int
    other_id: int
    score: float
    decision: ResemblanceDecision
    decided_by: str | None
    decided_at: dt.datetime | None
    statement: str
    speaker: str | None
    article_id: int
    article_title: str
    desk: str
    status: VerificationStatus
    finding_note: str | None
    said_on: str | None


@dataclass(frozen=True, slots=True)
class DraftCount:
    """How many drafts met a fate; ``week`` is its Monday where they are counted by week."""

    week: str | None
    drafted_by: str
    fate: DraftFate
    claims: int
