"""The Wayback Machine: whether a page is archived (availability), and when its text changed (captures, «CDX»).

Availability answers ``archived_snapshots.closest`` with ``available``, ``url``, ``timestamp`` (YYYYMMDDhhmmss),
``status``. CDX answers rows, the first of which names the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from firsthand.sources.services.answers import (
    MOST,
    Asker,
    ServiceAnswer,
    Suggestion,
    answered,
    asked_for_json,
    words,
)

NAME = "Wayback Machine"
AVAILABILITY = "https://archive.org/wayback/available"
CAPTURES = "https://web.archive.org/cdx/search/cdx"
SHOWN = "https://web.archive.org/web"
_DIGITS = re.compile(r"[0-9]")
_STAMP = re.compile(r"(\d{4})(\d{2})(\d{2})\d{0,6}")


def closest(web: Asker, url: str, *, at: str | None = None, base: str = AVAILABILITY) -> ServiceAnswer:
    """Ask for the archived copy of a page; ``at`` is the date (EDTF) that it should be nearest to."""
    return answered(NAME, url, _closest(web, url, at, base))


def copies(web: Asker, url: str, *, base: str = CAPTURES) -> ServiceAnswer:
    """Ask for the archived copies of a page, one for each text that it had, the newest last."""
    return answered(NAME, url, _copies(web, url, base))


def _closest(web: Asker, url: str, at: str | None, base: str) -> Iterator[Suggestion]:
    params = {"url": url}
    stamp = "".join(_DIGITS.findall(at or ""))[:8]
    if stamp:
        params["timestamp"] = stamp
    answer = asked_for_json(web, NAME, base, params)
    snapshots = answer.get("archived_snapshots") if isinstance(answer, Mapping) else None
    found = snapshots.get("closest") if isinstance(snapshots, Mapping) else None
    if not isinstance(found, Mapping) or found.get("available") is not True or words(found, "status")[:1] in "45":
        return
    address = words(found, "url").replace("http://web.archive.org/", "https://web.archive.org/", 1)
    yield _copy(address, url, words(found, "timestamp"))


def _copies(web: Asker, url: str, base: str) -> Iterator[Suggestion]:
    params = {
        "url": url,
        "output": "json",
        "fl": "timestamp,original",
        "filter": "statuscode:200",
        "collapse": "digest",
        "limit": f"-{MOST}",
    }
    rows = asked_for_json(web, NAME, base, params)
    for row in rows[1:] if isinstance(rows, list) else ():
        if isinstance(row, list) and len(row) > 1 and all(isinstance(cell, str) for cell in row):
            stamp, original = row[0], row[1]
            if _STAMP.fullmatch(stamp):
                yield _copy(f"{SHOWN}/{stamp}/{original}", url, stamp)


def _copy(address: str, url: str, stamp: str) -> Suggestion:
    dated = _STAMP.match(stamp)
    date = "-".join(dated.groups()) if dated else None
    why = f"the page as it was archived{f' on {date}' if date else ''}"
    return Suggestion(address, url, why, NAME, date)
