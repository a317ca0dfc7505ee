"""What the Wayback Machine answers, read with care: it is JSON as a rule, a page of words when it is overloaded."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any, NamedTuple

from db.vocabulary import AttestationState, CaptureOutcome
from firsthand.desk.attesting import Attested
from firsthand.sources.fetched import Fetched

_NAME = "The Wayback Machine"
_STAMP = re.compile(r"\d{14}")
_TICKET = re.compile(r"[\w.-]{1,200}")
_LONGEST_SAYING = 300
_LATER = "ask it again later"
# What its error codes mean for the desk; all others are told in its own words.
_REFUSALS = {
    "error:blocked": "the site does not let it in",
    "error:blocked-url": "it saves nothing of this site",
    "error:blocked-client-ip": "the site does not let it in",
    "error:no-access": "the page is not public",
    "error:unauthorized": "the page asks for a password",
    "error:forbidden": "the site does not let it in",
    "error:too-many-daily-captures": "it has saved this address as often as it does in a day",
    "error:user-session-limit": "it saves no more at once for one user",
    "error:invalid-url-syntax": "it takes the address for none",
    "error:max-data-limit": "the page is larger than it saves",
    "error:filesize-limit": "the file is larger than it saves",
}
_UNAUTHORIZED = frozenset({401, 403})


class Copy(NamedTuple):
    """An archived copy: its address, and when it was made."""

    address: str
    at: dt.datetime | None


def read_request(answer: Fetched) -> Attested:
    """Read the answer to a request to save: a number to follow it up by, or why not."""
    if answer.status in _UNAUTHORIZED:
        return Attested(AttestationState.REFUSED, reason=f"{_NAME} does not know the desk's key: look at the settings.")
    told = _told(answer)
    ticket = told.get("job_id")
    if told.get("status") != "error" and isinstance(ticket, str) and _TICKET.fullmatch(ticket):
        return Attested(AttestationState.PENDING, ticket=ticket)
    return _not_saved(answer, told)


def read_status(answer: Fetched, ticket: str, copies: str) -> Attested:
    """Read how saving stands; where the archive cannot be reached or says nothing, it is pending as before."""
    told = _told(answer)
    if told.get("status") == "error":
        return _not_saved(answer, told)
    stamp, url = told.get("timestamp"), told.get("original_url")
    if told.get("status") == "success" and isinstance(stamp, str) and _STAMP.fullmatch(stamp) and isinstance(url, str):
        return Attested(
            AttestationState.DONE, address=f"{copies}/{stamp}/{url}", archived_at=_moment(stamp), ticket=ticket
        )
    return Attested(AttestationState.PENDING, ticket=ticket)


def read_copy(answer: Fetched) -> tuple[Copy | None, str | None]:
    """Read what the look-up found: the copy, or why there is none."""
    if answer.outcome is not CaptureOutcome.COMPLETE:
        return None, f"{_NAME} could not be asked: {_lower(answer.reason)}"
    snapshots = _told(answer).get("archived_snapshots")
    if not isinstance(snapshots, dict):
        return None, f"{_NAME} gave no answer that can be read; {_LATER}."
    found = snapshots.get("closest")
    address = found.get("url") if isinstance(found, dict) and found.get("available") is True else None
    if not (isinstance(found, dict) and isinstance(address, str) and address.startswith(("http://", "https://"))):
        return None, f"{_NAME} has no copy of this address."
    stamp = found.get("timestamp")
    at = _moment(stamp) if isinstance(stamp, str) and _STAMP.fullmatch(stamp) else None
    return Copy(address.replace("http://web.archive.org/", "https://web.archive.org/", 1), at), None


def _not_saved(answer: Fetched, told: dict[str, Any]) -> Attested:
    code = told.get("status_ext")
    if isinstance(code, str) and code in _REFUSALS:
        return Attested(AttestationState.REFUSED, reason=f"{_NAME} did not save it: {_REFUSALS[code]}.")
    said = told.get("message") or told.get("exception")
    if isinstance(said, str) and said.strip():
        return Attested(AttestationState.FAILED, reason=f"{_NAME} did not save it: «{_short(said)}»")
    if answer.outcome is CaptureOutcome.COMPLETE:
        return Attested(AttestationState.FAILED, reason=f"{_NAME} gave no answer that can be read; {_LATER}.")
    return Attested(AttestationState.FAILED, reason=f"{_NAME} could not be asked: {_lower(answer.reason)}")


def _told(answer: Fetched) -> dict[str, Any]:
    try:
        told = json.loads(answer.body or b"{}")
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _moment(stamp: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)
    except ValueError:
        return None


def _short(said: str) -> str:
    return " ".join(said.replace("\0", "").split())[:_LONGEST_SAYING]


def _lower(reason: str | None) -> str:
    said = reason or f"no answer came; {_LATER}."
    return said[:1].lower() + said[1:]
