"""What became of something that a person asked for: a value to be shown, never an exception on a page."""

from __future__ import annotations

from dataclasses import dataclass


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


def evidence_key(evidence_id: int) -> str:
    """Name a piece of evidence among the records whose versions a page keeps."""
    return f"evidence {evidence_id}"
