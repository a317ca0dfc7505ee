"""Signs in addresses: copies in archives, pages on mirrors, and pages that name another site's page as theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

from db.rows import KnownPublisher
from db.vocabulary import PublisherKind, SourceRelationKind
from firsthand.origins.sign import Sign
from firsthand.publishers import mirrored, place_of, publisher_of
from firsthand.same_address import names_a_page

_KINDS = SourceRelationKind
# «/web/20240806120000id_/https://site.example/page», «/20240806/site.example/page», «/wayback/…», «/ukgwa/…».
_STAMPED = re.compile(r"/(?:\d{4,14}|\d{4}(?:\.\d\d){2}-\d{6})(?:[a-z]{2}_)?/+(?P<url>.+)$")
_WRITTEN_OUT = re.compile(r"https?(?::|%3a)/{1,2}(?P<url>.+)$", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?=[/?:]|$)")
_ASKED = ("u", "url", "q", "run")  # the parameters in which such sites carry the original's address
_TRANSLATED = ".translate.goog"
_AMP = re.compile(r"^/[cvi]/(?:s/)?(?P<url>.+)$")


def of_address(url: str | None, canonical: str | None, publisher: KnownPublisher | None) -> Iterator[Sign]:
    """Read an address, and the one that the page names as its own."""
    known = publisher or (publisher_of(url) if url else None)
    if url and known and known.kind is PublisherKind.ARCHIVE:
        original = archived(url)
        if original:
            yield Sign(_KINDS.ARCHIVED_AS, original, None, f"Its address is that of a copy kept by {known.name}.")
        return
    if url and known and known.kind is PublisherKind.MIRROR:
        yield from _of_mirror(url, known)
    if url and canonical and names_a_page(canonical) and _elsewhere(url, canonical):
        yield Sign(_KINDS.REPRINTS, canonical, None, "The page names an address on another site as its own.")


def archived(url: str) -> str | None:
    """Find the original's address in the address of an archive's copy; None where it does not carry it."""
    parts = urlsplit(url)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    stamped = _STAMPED.search(path)
    return _embedded(stamped["url"]) if stamped else _asked(parts.query) or _embedded(path)


def _of_mirror(url: str, known: KnownPublisher) -> Iterator[Sign]:
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if host.endswith(_TRANSLATED) or "translate" in host:
        original = _untranslated(url) if host.endswith(_TRANSLATED) else _asked(parts.query)
        if original:
            yield Sign(_KINDS.TRANSLATION_OF, original, None, f"Its address is that of a translation by {known.name}.")
        return
    copied = mirrored(url)
    amp = _AMP.match(parts.path) if "ampproject" in host else None
    address = copied.url if copied else _embedded(amp["url"]) if amp else _asked(parts.query) or _embedded(parts.path)
    if address or copied:
        name = copied.name if copied else None
        of = f" of {name}" if name else ""
        yield Sign(_KINDS.REPRINTS, address, None if address else name, f"{known.name} shows copies{of}.")


def _embedded(path: str) -> str | None:
    """Read an address that stands in a path, with ``https://`` or without."""
    written = _WRITTEN_OUT.search(path)
    rest = written["url"] if written else path.strip("/")
    if not _HOST.match(rest):
        return None
    scheme = "http" if written and written[0].lower().startswith(("http:", "http%3a")) else "https"
    address = f"{scheme}://{unquote(rest) if '%3a' in path.lower() else rest}"
    return address if place_of(address) else None


def _asked(query: str) -> str | None:
    given = parse_qs(query)
    values = (value for name in _ASKED for value in given.get(name, ()))
    return next((address for address in map(_http, values) if address), None)


def _http(value: str) -> str | None:
    found = _WRITTEN_OUT.search(value)
    return value[found.start() :] if found and _HOST.match(found["url"]) else None


def _untranslated(url: str) -> str | None:
    """Read the original's address from a host such as ``www-site-example.translate.goog``; «--» stands for a dash."""
    parts = urlsplit(url)
    name = (parts.hostname or "").lower().removesuffix(_TRANSLATED)
    host = name.replace("--", "\0").replace("-", ".").replace("\0", "-")
    query = "&".join(pair for pair in parts.query.split("&") if pair and not pair.startswith("_x_tr"))
    address = parts._replace(netloc=host, query=query, fragment="").geturl()
    return address if place_of(address) else None


def _elsewhere(url: str, canonical: str) -> bool:
    """Whether two addresses are of different sites that no publisher is known to have in common."""
    here, there = place_of(url), place_of(canonical)
    if here is None or there is None:
        return False
    whose, theirs = publisher_of(url), publisher_of(canonical)
    if whose and theirs and whose.name == theirs.name:
        return False
    return _site(here.host) != _site(there.host)


def _site(host: str) -> str:
    """Name the site of a host roughly: its last two labels, three where the second last is as short as «co»."""
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3  # noqa: PLR2004
    return ".".join(labels[-3:] if short else labels[-2:])
