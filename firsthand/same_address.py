"""One page, several spellings of its address: with and without ``www.``, a slash at the end, what campaigns add."""

from __future__ import annotations

from itertools import product
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

# What newsletters and social networks add to an address; it says who sent the reader, not which page it is.
_CAMPAIGN = frozenset({"fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid"})
_CAMPAIGN_BEGINS = "utm_"


def spellings(address: str) -> tuple[str, ...]:
    """List the ways to write an address that lead to the same page as a rule, the given one first."""
    parts = _split(address)
    if parts is None:
        return (address,)
    host = parts.netloc.lower().removeprefix("www.")
    path = parts.path.rstrip("/")
    plain = urlencode([pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_campaign(pair[0])])
    # Written anew, a query may look otherwise («%20» and «+»); where nothing has to go, it stays as it is.
    query = plain if len(plain.split("&")) < len(parts.query.split("&")) or not plain else parts.query
    found = (
        SplitResult(scheme, f"{www}{host}", f"{path}{slash}", query, "").geturl()
        for scheme, www, slash in product(("https", "http"), ("", "www."), ("", "/"))
    )
    return tuple(dict.fromkeys((address, *found)))


def host_of(address: str) -> str:
    """Name the site of an address as people do; empty for what is no address of the web."""
    parts = _split(address)
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def names_a_page(address: str) -> bool:
    """Whether an address names one page of a site; pages often give the site's own as theirs by mistake."""
    parts = _split(address)
    return parts is not None and bool(parts.path.strip("/") or parts.query)


def _is_campaign(name: str) -> bool:
    return name in _CAMPAIGN or name.startswith(_CAMPAIGN_BEGINS)


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and parts.netloc else None
