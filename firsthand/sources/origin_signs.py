"""What a captured page tells of whose it is and where its text comes from."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy.orm import Session

from db.queries import publishers
from firsthand.near_copies import near_copies
from firsthand.origins import Sign, signs
from firsthand.publishers import publisher_of
from firsthand.sources.parsed import Parsed


class Whose(NamedTuple):
    """Whose page a source is, by what the desk added and by the registry that is shipped, and what it is a copy of."""

    publisher: str | None = None
    signs: tuple[Sign, ...] = ()


def whose(session: Session, source_id: int, url: str, parsed: Parsed) -> Whose:
    """Look a page up and through; ``url`` is where its bytes came from."""
    if parsed.text is None:
        return Whose()
    known = publisher_of(url, publishers.own(session))
    links = tuple((link.href, link.words) for link in parsed.references)
    found = signs(parsed.text, url, parsed.canonical_url, links, known)
    return Whose(known.name if known else None, (*found, *near_copies(session, source_id, parsed.text)))
