"""What a person wants of an article's or a source's captures, and of the claims that rest on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.wish.watching import WatchWish


@dataclass(frozen=True, slots=True)
class Fetched:
    """The document fetched now; ``again`` where a text of it is on file, so that the two are held side by side."""

    again: bool = True


@dataclass(frozen=True, slots=True)
class Archived:
    """An archive asked to keep what was captured."""

    capture_id: int


@dataclass(frozen=True, slots=True)
class Brought:
    """A text that somebody brought: ``name`` is None for pasted words."""

    data: bytes
    name: str | None


@dataclass(frozen=True, slots=True)
class Reopened:
    """Claims to be checked anew for one reason: (claim, version that the person saw) each."""

    claims: tuple[tuple[int, int], ...]
    why: str


CaptureDeed = Fetched | Archived | Brought | Reopened | WatchWish


@dataclass(frozen=True, slots=True)
class Wanted:
    """A deed, the form that asked for it, and what was typed there, by label, in case it cannot be saved."""

    deed: CaptureDeed
    form: str
    entered: Mapping[str, str] = field(default_factory=dict)
