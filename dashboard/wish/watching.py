"""What a person wants about the watch over a document, and about a passage that is gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Kept:
    """What was captured before is kept, although its words are gone or in doubt."""

    anchor_id: int
    why: str


@dataclass(frozen=True, slots=True)
class PlacedAgain:
    """The judgement of a piece of evidence put on a place of a later capture; ``seen`` is the version on view."""

    evidence_id: int
    seen: int
    capture_id: int
    start: int
    end: int
    why: str = ""


class WatchDeed(StrEnum):
    """What can be done about the watch over a document."""

    LOOK = "look"
    PAUSE = "pause"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class WatchWish:
    """A deed about the watch, with the reason where it takes one."""

    deed: WatchDeed
    why: str = ""
