"""What became of something that a person asked for: a value to be shown, never an exception on a page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from db.vocabulary import NotForUsReason


@dataclass(frozen=True, slots=True)
class Change:
    """A record that an act took from one version to the next."""

    record: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Done or not, in a sentence. ``missing`` says what is not there yet; ``conflict`` that somebody else was first.

    ``ref`` is the short id of a record that came of it.
    """

    done: bool
    sentence: str
    missing: tuple[str, ...] = ()
    conflict: bool = False
    changes: tuple[Change, ...] = ()
    ref: str | None = None


class Came(StrEnum):
    """How a text that somebody brought came to the desk: as something new, not anew, or not at all."""

    TAKEN = "taken"
    LATER = "later"
    KNOWN = "known"
    OTHER_TEXT = "other_text"
    SUMMARY = "summary"
    REFUSED = "refused"

    @property
    def settled(self) -> bool:
        """Whether nothing is left for the person to do about it on the form."""
        return self in {Came.TAKEN, Came.LATER, Came.KNOWN, Came.SUMMARY}


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one text of several: ``name`` is the file's, ``about`` what was read of it, by label."""

    name: str
    came: Came
    sentence: str
    title: str = ""
    ref: str | None = None
    drafts: int = 0
    about: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Addressed:
    """What became of one address that somebody pasted: ``ref`` is the record it belongs to, None where it was refused.

    ``new`` says that the record was made for it; a ``sentence`` tells what is wrong with one that was refused.
    """

    address: str
    ref: str | None = None
    new: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """Addresses that somebody pasted and what became of each; ``job_id`` names the work that goes on with them."""

    addresses: tuple[Addressed, ...]
    job_id: str | None = None
    sentence: str = ""


def evidence_key(evidence_id: int) -> str:
    """Name a piece of evidence among the records whose versions a page keeps."""
    return f"evidence {evidence_id}"


@dataclass(frozen=True, slots=True)
class Former:
    """A claim as it was before a bulk change; ``version`` is the one that the change made of it."""

    claim_id: int
    version: int
    assignee_id: int | None
    reason: NotForUsReason | None
    awaiting: str
    from_whom: str
    until: dt.date | None


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What a bulk change did, or would do: claims by number, the refused ones with a sentence each."""

    changed: tuple[Former, ...] = ()
    unchanged: tuple[int, ...] = ()
    refused: tuple[tuple[int, str], ...] = ()

    def __add__(self, other: BulkResult) -> BulkResult:
        return BulkResult(self.changed + other.changed, self.unchanged + other.unchanged, self.refused + other.refused)
