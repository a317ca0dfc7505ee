"""What a site's status means for a capture, each with a sentence that says what to do."""

from __future__ import annotations

import datetime as dt
import email.utils
from http import HTTPStatus

from db.vocabulary import CaptureOutcome
from firsthand.sources.client import httpx
from firsthand.sources.trouble import Trouble, failed, partial, refused, unreachable

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({429, 502, 503, 504})
_LONGEST_WAIT = dt.timedelta(days=7)
_BY_HAND = "save the page in your browser and upload it here."
_REFUSED = {
    401: f"The site asks for a name and a password (401): sign in with your browser, {_BY_HAND}",
    403: f"The site refuses programs (403): {_BY_HAND}",
    451: f"The site withholds this page for legal reasons (451): {_BY_HAND}",
}
_GONE = {
    404: "The site has no such page (404): check the address, or look for the page in an archive.",
    410: "The site has taken this page away (410): look for it in an archive.",
}


def is_redirect(response: httpx.Response) -> bool:
    """Whether an answer sends on to another address."""
    return response.status_code in _REDIRECTS


def trouble_of(response: httpx.Response, now: dt.datetime) -> Trouble | None:
    """Say what is wrong with an answer, going by its status; None where it brings a page."""
    status = response.status_code
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES and status != HTTPStatus.PARTIAL_CONTENT:
        return None
    if response.headers.get("cf-mitigated") == "challenge":  # Cloudflare's question whether one is human, at any status
        return refused(f"The site lets in only whoever passes its test for humans ({status}): {_BY_HAND}")
    if status in _AGAIN:
        said = "is asked too often" if status == HTTPStatus.TOO_MANY_REQUESTS else "cannot answer at the moment"
        wish = wished_wait(response.headers.get("retry-after"), now)
        return Trouble(
            CaptureOutcome.UNREACHABLE, f"The site {said} ({status}): try again later.", retry=True, retry_after=wish
        )
    return _for_good(status)


def _for_good(status: int) -> Trouble:
    if status in _REFUSED:
        return refused(_REFUSED[status])
    if status in _GONE:
        return Trouble(CaptureOutcome.GONE, _GONE[status])
    if status == HTTPStatus.PARTIAL_CONTENT:
        return partial(
            f"The site sent only a part of the page (206), and nothing of it was kept: {_BY_HAND}", retry=False
        )
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return unreachable(f"The site has an error of its own ({status}): try again another day.", retry=False)
    return failed(f"The site's answer is of no use ({_named(status)}): open the address in your browser, {_BY_HAND}")


def wished_wait(header: str | None, now: dt.datetime) -> dt.timedelta | None:
    """Read a Retry-After, in seconds or as a date (RFC 9110, 10.2.3); a week at most."""
    written = (header or "").strip()
    if written.isascii() and written.isdigit():
        return min(dt.timedelta(seconds=min(int(written[:9]), 10**8)), _LONGEST_WAIT)
    try:
        at = email.utils.parsedate_to_datetime(written)
    except (ValueError, TypeError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return min(max(at - now, dt.timedelta()), _LONGEST_WAIT)


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
