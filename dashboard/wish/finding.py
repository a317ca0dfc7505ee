"""What a person wants on the way to a claim's first hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """A page to be captured for the claim: a source of the desk, or an address that becomes one.

    ``reference_id`` is the article's reference that led there, to be tied to the source.
    """

    url: str | None
    source_id: int | None = None
    reference_id: int | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Traced:
    """A trace from the article: along the reference at ``start``, or along those that promise most."""

    start: str | None = None


@dataclass(frozen=True, slots=True)
class LibrarySearched:
    """A search of the captured library, to be logged."""


Finding = Opened | Traced | LibrarySearched
