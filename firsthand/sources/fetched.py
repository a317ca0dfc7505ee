"""What is asked of the web, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from db.rows.documents import Hop
from db.vocabulary import CaptureOutcome


@dataclass(frozen=True, slots=True)
class Asked:
    """An address to fetch; with what an earlier answer said of itself, the site may answer «unchanged».

    ``robots`` makes the fetch ask robots.txt first: scheduled looks do, a click by a person does not.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    robots: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """How a fetch went: what a capture records of it. ``body`` is there only when it is whole.

    ``headers`` are those of the last answer, ``hops`` every request on the way there. ``media_type`` is what the body
    is to be read as, None where declared and first bytes contradict each other. ``unchanged``: the site says that
    nothing changed since the ``etag`` or ``last_modified`` that were asked with. ``retry``: another try may bring
    more, not before ``retry_after`` where the site named a time.
    """

    url: str
    outcome: CaptureOutcome
    reason: str | None
    status: int | None
    headers: tuple[tuple[str, str], ...]
    hops: tuple[Hop, ...]
    body: bytes | None
    declared_type: str | None
    sniffed_type: str | None
    media_type: str | None
    started_at: dt.datetime
    ended_at: dt.datetime
    unchanged: bool = False
    retry: bool = False
    retry_after: dt.timedelta | None = None

    def header(self, name: str) -> str | None:
        """Look up the first header of a name, in whatever case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def etag(self) -> str | None:
        """What the site calls this state of the page."""
        return self.header("etag")

    @property
    def last_modified(self) -> str | None:
        """When the site says that the page last changed."""
        return self.header("last-modified")

    @property
    def final_url(self) -> str:
        """Where the last answer came from."""
        return self.hops[-1].url if self.hops else self.url
