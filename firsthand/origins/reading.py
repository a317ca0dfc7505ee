"""All the signs of one text, each origin named once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.rows import KnownPublisher
from db.vocabulary import SourceRelationKind
from firsthand.origins.addresses import of_address
from firsthand.origins.links import Link, beside
from firsthand.origins.names import Named, is_own, named_at
from firsthand.origins.sentences import Said, sentences
from firsthand.origins.sign import Sign
from firsthand.origins.wires import wires
from firsthand.publishers import publisher_of

_MOST = 5
_KINDS = SourceRelationKind


def signs(
    text: str,
    url: str | None,
    canonical: str | None,
    references: Iterable[tuple[str, str]],
    publisher: KnownPublisher | None,
) -> tuple[Sign, ...]:
    """Tell what a text says of its origin: nothing for a text that is its publisher's own, or merely cites others.

    ``references`` are the links of the text, each as its address and its words; ``canonical`` is the address that the
    page names as its own; ``publisher`` is whose the page is, where that is known.
    """
    links = tuple(Link(*reference) for reference in references)
    found = [*of_address(url, canonical, publisher)]
    found += [sign for said in sentences(text) if (sign := _sign(said, text, url, links, publisher))]
    found += [
        Sign(_KINDS.REPRINTS, None, wire.name, f"Its text carries the mark of an agency: «{wire.words}».")
        for wire in wires(text, publisher)
    ]
    return _once(found, url, publisher)


def _sign(
    said: Said, text: str, url: str | None, links: Sequence[Link], publisher: KnownPublisher | None
) -> Sign | None:
    """Make a sign of a sentence that tells where the text is from; None where it names nobody else."""
    link = beside(said.span, text, links, url)
    named: Named | None = named_at(text, said.name_at) if said.name_at is not None else None
    if named is not None and is_own(named, url, publisher):
        return None
    if link is None and (named is None or (said.known_only and not named.known)):
        return None
    address = link or (named.url if named else None)
    name = named.name if named else None
    why = f"Its text says: «{' '.join(said.span.of(text).split())}»."
    return Sign(said.kind, address, None if address else name, why)


def _once(found: Iterable[Sign], url: str | None, publisher: KnownPublisher | None) -> tuple[Sign, ...]:
    """Keep the first sign of each origin: one with an address before one of the same publisher with a name alone."""
    kept: dict[str, Sign] = {}
    for sign in sorted(found, key=lambda sign: sign.other_url is None):
        whose = publisher_of(sign.other_url) if sign.other_url else None
        name = whose.name if whose else sign.other_name or sign.other_url or ""
        own = publisher is not None and name.casefold() == publisher.name.casefold()
        if (own and sign.kind is not _KINDS.ARCHIVED_AS) or (sign.other_url and sign.other_url == url):
            continue
        key = sign.other_url if sign.kind is _KINDS.ARCHIVED_AS and sign.other_url else name
        kept.setdefault(key.casefold(), sign)
    return tuple(kept.values())[:_MOST]
