"""The way from address to address: every redirect is read and judged like the first address."""

from __future__ import annotations

from collections.abc import Container

from firsthand.sources.client import httpx
from firsthand.sources.targets import Target, aim
from firsthand.sources.trouble import Trouble, failed, refused


def next_target(current: Target, response: httpx.Response, ports: Container[int]) -> Target:
    """Read where a redirect leads; raises ``Trouble`` where it leads nowhere, out of the web or out of encryption."""
    location = response.headers.get("location", "").strip()
    if not location:
        raise failed("The site sends on to another address and does not say which: open the page in your browser.")
    try:
        joined = str(current.url.join(location))
    except (httpx.InvalidURL, ValueError):
        raise failed(
            "The site sends on to an address that cannot be read: open the page in your browser, and fetch it from"
            " the address that it has there."
        ) from None
    try:
        target = aim(joined, ports)
    except Trouble as trouble:
        raise refused(f"The site sends on to another address. {trouble.reason}") from None
    if current.url.scheme == "https" and target.url.scheme != "https":
        raise refused(
            "The site sends on from an encrypted to an unencrypted address, where anybody on the way could change"
            " the page: open it in your browser and upload what you save there."
        )
    return target
