"""Whose page is it: the publisher of an address, by the registry that is shipped, or by what the desk added to it.

PURE. The longest host wins, then the longest path; where both are alike, the desk's own entry wins. A host that nobody
has entered may still tell by its ending whose it is (``.gov.uk``, ``.mil``, ``.edu``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pkgutil import get_data
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from db.rows import KnownPublisher
from db.vocabulary import PublisherKind, Tier
from firsthand.publisher_endings import by_ending

_FILE = "publishers.toml"
_ITSELF = "="  # stands before a host that does not cover what lies below it


class Place(NamedTuple):
    """Where an address leads: its host as ASCII in lower case without a port, and its path in lower case."""

    host: str
    path: str


class Mirrored(NamedTuple):
    """What a mirror copies: the site's name or host, and the page's address there where it can be told."""

    name: str
    url: str | None


class _Registry(NamedTuple):
    entries: tuple[KnownPublisher, ...]
    by_place: dict[str, KnownPublisher]
    by_name: dict[str, KnownPublisher]
    mirrors: dict[str, tuple[str, bool]]


def registry() -> tuple[KnownPublisher, ...]:
    """List the publishers that are shipped, by kind and country as in their file."""
    return _registry().entries


def publisher_of(url: str, own: Sequence[KnownPublisher] = ()) -> KnownPublisher | None:
    """Tell whose address it is; None for no address of the web, and for a host of which nothing is known.

    ``own`` are the desk's own entries. One without hosts judges the publisher of the same name in the registry.
    """
    place = place_of(url)
    if place is None:
        return None
    shipped, added = _registry().by_place, _by_place(own)
    for key in _keys(place):
        found = added.get(key) or shipped.get(key)
        if found is not None:
            return _overruled(found, own)
    known = by_ending(place.host)
    return _overruled(known, own) if known else None


def publisher_named(name: str, own: Sequence[KnownPublisher] = ()) -> KnownPublisher | None:
    """Find a publisher by its name, or by another name that it goes by, whatever the case."""
    wanted = " ".join(name.split()).casefold()
    judged = next((each for each in own if each.name.casefold() == wanted), None)
    known = _registry().by_name.get(wanted)
    if judged is not None:
        return _joined(judged, known)
    return _overruled(known, own) if known else None


def names() -> Iterable[str]:
    """List every name in the registry in folded case, other names included."""
    return _registry().by_name.keys()


def mirrored(url: str) -> Mirrored | None:
    """Tell what the site of an address copies, as the registry knows it; None for a site that is no known mirror."""
    place = place_of(url)
    known = publisher_of(url)
    copied = _registry().mirrors.get(known.name) if known else None
    if place is None or copied is None:
        return None
    host, same_path = copied
    original = publisher_of(f"https://{host}")
    parts = urlsplit(url if "://" in url else f"https://{url}")
    told = same_path and bool(parts.path.strip("/"))
    address = parts._replace(scheme="https", netloc=host, fragment="").geturl() if told else None
    return Mirrored(original.name if original else host, address)


def place_of(url: str) -> Place | None:
    """Read an address, with or without ``https://``; None for what names no host of the web."""
    written = url.strip()
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or "." not in host or _numeric(host):
        return None
    plain = _ascii(host)
    return Place(plain, parts.path.casefold().rstrip("/")) if plain else None


def entered_host(written: str) -> str | None:
    """Write a host as an entry has it, from whatever somebody pastes: an address, a host, a host with a path."""
    alone = written.strip().startswith(_ITSELF)
    place = place_of(written.strip().removeprefix(_ITSELF))
    if place is None or any(character.isspace() for character in written.strip()):
        return None
    host = place.host.removeprefix("www.")
    return f"{_ITSELF if alone else ''}{host}{place.path}" if "." in host else None


def _ascii(host: str) -> str | None:
    """Write an internationalised host as the network does."""
    try:
        plain = host.lower().encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    return plain if all(part and set(part) <= _HOST_LETTERS for part in plain.split(".")) else None


_HOST_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


def _numeric(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdigit()


def _keys(place: Place) -> Iterator[str]:
    """List the keys that would cover a place, nearest first."""
    labels = place.host.split(".")
    steps = place.path.strip("/").split("/") if place.path.strip("/") else []
    for cut in range(len(labels) - 1):
        host = ".".join(labels[cut:])
        yield from (f"{host}/{'/'.join(steps[:length])}" for length in range(min(len(steps), 6), 0, -1))
        if cut == 0 or (cut == 1 and labels[0] == "www"):
            yield f"{_ITSELF}{host}"
        yield host


def _key(host: str) -> str:
    """Write an entry's host as a key."""
    alone = _ITSELF if host.startswith(_ITSELF) else ""
    name, slash, path = host.removeprefix(_ITSELF).partition("/")
    return f"{alone}{_ascii(name) or name.lower()}{slash}{path.casefold().rstrip('/')}"


def _by_place(entries: Iterable[KnownPublisher]) -> dict[str, KnownPublisher]:
    return {_key(host): entry for entry in entries for host in entry.hosts}


def _overruled(known: KnownPublisher, own: Sequence[KnownPublisher]) -> KnownPublisher:
    """Put what the desk thinks of a publisher before what the registry says."""
    if known.own:
        return _joined(known, _registry().by_name.get(known.name.casefold()))
    judged = next((each for each in own if each.name.casefold() == known.name.casefold()), None)
    return _joined(judged, known) if judged else known


def _joined(judged: KnownPublisher, known: KnownPublisher | None) -> KnownPublisher:
    if known is None:
        return judged
    return replace(
        judged,
        kind=judged.kind or known.kind,
        country=judged.country or known.country,
        hosts=judged.hosts or known.hosts,
        note=judged.note or known.note,
    )


@lru_cache(maxsize=1)
def _registry() -> _Registry:
    """Read the registry, once and only when somebody asks."""
    written = get_data("firsthand", _FILE)
    if written is None:
        raise FileNotFoundError(_FILE)
    tables: dict[str, dict[str, Any]] = tomllib.loads(written.decode())
    tiers = tables.pop("tiers")
    entries: list[KnownPublisher] = []
    by_place: dict[str, KnownPublisher] = {}
    by_name: dict[str, KnownPublisher] = {}
    mirrors: dict[str, tuple[str, bool]] = {}
    for word, listed in tables.items():
        kind, usual = PublisherKind(word), Tier(tiers[word])
        for name, told in listed.items():
            tier = Tier(told["tier"]) if "tier" in told else usual
            hosts = tuple(told["hosts"].split())
            entry = KnownPublisher(name, kind, told.get("country"), tier, hosts, told.get("note"))
            entries.append(entry)
            by_place.update((_key(host) if _odd(host) else host, entry) for host in hosts)
            by_name[name.casefold()] = entry
            for other in told["also"].split("|") if "also" in told else ():
                by_name.setdefault(other.casefold(), entry)
            if "mirrors" in told:
                mirrors[name] = told["mirrors"], told.get("path") == "same"
    return _Registry(tuple(entries), by_place, by_name, mirrors)


def _odd(host: str) -> bool:
    """Whether a host has to be rewritten to be a key: most are plain, and writing them anew takes time."""
    return not host.isascii() or "/" in host
