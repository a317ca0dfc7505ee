"""An article's references, and which of the desk's sources they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.data.record import ask
from db.queries import references as _references
from db.rows import ReferenceRow
from firsthand.same_address import host_of, spellings

__all__ = ["host_of", "known_sources", "of_capture"]


def of_capture(capture_id: int) -> tuple[ReferenceRow, ...]:
    """List the references of a capture in the order of its text."""
    return ask(_references.of_capture, capture_id)


def pointing(capture_id: int) -> list[tuple[ReferenceRow, str, int | None]]:
    """List the references of a capture, each with its site and the source of the desk that has its address."""
    rows = of_capture(capture_id)
    known = known_sources(rows)
    return [(row, host_of(row.href), known.get(row.href)) for row in rows]


def known_sources(references: Sequence[ReferenceRow]) -> Mapping[str, int]:
    """Tell which of the addresses are those of sources, however they are spelt."""
    spelt = {row.href: spellings(row.href) for row in references}
    urls = tuple(dict.fromkeys(url for several in spelt.values() for url in several))
    found = ask(_references.sources_at, urls)
    return {
        href: next(found[url] for url in several if url in found)
        for href, several in spelt.items()
        if any(url in found for url in several)
    }
