"""Publishers: those that sources name, those that the desk has entered, and those of the registry that is shipped."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from dashboard.data.record import ask
from dashboard.wish.publishers import PublishersAsked, Which
from db.queries import cursors
from db.queries import publishers as _publishers
from db.rows import KnownPublisher, NamedPublisher, Paged
from db.vocabulary import PublisherKind
from firsthand.publishers import publisher_named, publisher_of, registry

A_PAGE = 25
_ORDER = "publishers"
_MOST_EXPORTED = 5000


def page(asked: PublishersAsked, after: str | None = None) -> Paged[NamedPublisher]:
    """List the publishers asked for: those that most sources name first, then by name."""
    found_at = cursors.read(after, _ORDER, int)
    begin = found_at[0] if found_at and isinstance(found_at[0], int) and found_at[0] > 0 else 0
    rows = every(asked)
    following = cursors.write(_ORDER, begin + A_PAGE) if len(rows) > begin + A_PAGE else None
    return Paged(rows[begin : begin + A_PAGE], following)


def every(asked: PublishersAsked) -> tuple[NamedPublisher, ...]:
    """List all the publishers asked for."""
    return ask(_found, asked)


def one(name: str) -> NamedPublisher | None:
    """Find a publisher by its very name; None where neither the desk nor the registry has it."""
    return ask(_one, name) if name else None


def countries() -> tuple[str, ...]:
    """List the countries' codes that publishers have."""
    own = {entry.country for entry in ask(_publishers.own) if entry.country}
    return tuple(sorted(own | {entry.country for entry in registry() if entry.country}))


def whose(url: str) -> KnownPublisher | None:
    """Tell whose an address is, by what the desk entered and by the registry."""
    return publisher_of(url, ask(_publishers.own))


def usual_publisher(publisher: str | None, url: str | None = None) -> KnownPublisher | None:
    """Find whose a source usually is, by the publisher it names and its address; None where nobody knows.

    What the desk has noted of the publisher's name comes first, then whose the address is, then the registry's name.
    """
    own = ask(_publishers.own)
    named = publisher_named(publisher, own) if publisher and publisher.strip() else None
    if named is not None and named.own:
        return named
    return (publisher_of(url, own) if url else None) or named


def records(asked: PublishersAsked) -> list[dict[str, object]]:
    """Write the publishers asked for as records for a file, at most 5,000."""
    return [
        {
            "name": row.name,
            "kind": row.known.kind if row.known else None,
            "country": row.known.country if row.known else None,
            "tier": row.known.tier if row.known else None,
            "hosts": " ".join(row.known.hosts) if row.known else "",
            "note": row.known.note if row.known else None,
            "own": row.judged is not None,
            "sources": row.sources,
        }
        for row in every(asked)[:_MOST_EXPORTED]
    ]


def _one(session: Session, name: str) -> NamedPublisher | None:
    return next((row for row in _rows(session, Which.HERE) if row.name == name), None) or next(
        (row for row in _rows(session, Which.SHIPPED) if row.name == name), None
    )


def _found(session: Session, asked: PublishersAsked) -> tuple[NamedPublisher, ...]:
    text = asked.text.casefold()
    return tuple(
        sorted(
            (
                row
                for row in _rows(session, asked.which)
                if _has(row, text) and _is(row.known, asked.kind, asked.country)
            ),
            key=lambda row: (-row.sources, row.name.casefold()),
        )
    )


def _rows(session: Session, which: Which) -> Iterator[NamedPublisher]:
    own = _publishers.own(session)
    judged, sources = _publishers.judged(session), _publishers.sources_of(session)
    names = {
        Which.HERE: sources.keys() | judged.keys(),
        Which.OWN: judged.keys(),
        Which.SHIPPED: [entry.name for entry in registry()],
    }[which]
    by_name = {entry.name: entry for entry in own}
    for name in names:
        mine = by_name.get(name)
        known = publisher_named(name, (mine,) if mine else ())
        yield NamedPublisher(name, sources.get(name, 0), judged.get(name), known, _overruled(mine))


def _overruled(own: KnownPublisher | None) -> tuple[str, ...]:
    """Name the publishers of the registry whose addresses an entry of the desk's takes."""
    theirs = [publisher_of(host.removeprefix("=")) for host in own.hosts] if own else []
    named = {each.name for each in theirs if each and own and each.name.casefold() != own.name.casefold()}
    return tuple(sorted(named & {entry.name for entry in registry()}))


def _has(row: NamedPublisher, text: str) -> bool:
    return text in row.name.casefold() or any(text in host for host in (row.known.hosts if row.known else ()))


def _is(known: KnownPublisher | None, kind: PublisherKind | None, country: str) -> bool:
    of_kind = kind is None or (known is not None and known.kind is kind)
    return of_kind and (not country or (known is not None and known.country == country))
