"""Addresses of the web as articles write them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_LONGEST = 4000


def web_address(href: str | None, base: str | None = None) -> str | None:
    """Return the http(s) address that ``href`` stands for on a page at ``base``; None for every other kind of link.

    Nothing of the address is changed, tracking parameters included: it is what the article points to.
    """
    written = (href or "").strip()
    if not written or written.startswith("#") or len(written) > _LONGEST:
        return None
    try:
        whole = written.startswith(("http://", "https://"))
        address = written if whole and "\n" not in written else urljoin(base or "", "".join(written.split("\n")))
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.netloc else None
