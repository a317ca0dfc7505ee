"""One fetch on its way: what it has seen so far, which is on record even where it ends badly."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.rows.documents import Hop
from db.vocabulary import CaptureOutcome
from firsthand.sources.client import httpcore, httpx
from firsthand.sources.fetched import Fetched
from firsthand.sources.guard import Guard
from firsthand.sources.sniffing import Taken, declared_type, sniff, taken_as
from firsthand.sources.targets import Target
from firsthand.sources.trouble import Trouble, failed, unreachable


@dataclass(frozen=True, slots=True)
class Question:
    """A request to make: ``headers`` go to the first site only, ``conditions`` (If-None-Match) on every hop.

    ``keeps_errors`` reads the body of an answer that is no success too, as services explain themselves there.
    """

    method: str
    url: str
    conditions: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, Any] | None = None
    data: Mapping[str, Any] | None = None
    json: Any = None
    robots: bool = False
    keeps_errors: bool = False


@dataclass(slots=True)
class Journey:
    """What a fetch has seen until now."""

    question: Question
    started_at: dt.datetime
    hops: list[Hop] = field(default_factory=list)
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    # Some sites send on in circles whoever does not bring their cookie; it lives as long as the fetch.
    _cookies: httpx.Cookies = field(default_factory=httpx.Cookies)

    def send(
        self, transport: httpx.BaseTransport, guard: Guard, target: Target, headers: httpx.Headers
    ) -> httpx.Response:
        """Make one request of it and note the hop; raises ``Trouble`` where no answer came. The caller closes."""
        first = not self.hops
        shown = self.question.url if first else str(target.url)  # what a service is asked may hold its key
        try:
            request = httpx.Request(
                self.question.method,
                target.url,
                headers=headers,
                data=dict(self.question.data) if self.question.data else None,
                json=self.question.json,
            )
            self._cookies.set_cookie_header(request)
            response = transport.handle_request(request)
        except Exception as error:
            self.hops.append(Hop(shown, None, None))
            if isinstance(error, httpcore.ReadError | httpcore.WriteError | httpcore.RemoteProtocolError):
                raise _no_answer(target, broken=guard.broke_off) from None
            raise
        self.hops.append(Hop(shown, response.status_code, guard.address))
        self.status = response.status_code
        self.headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)
        with contextlib.suppress(ValueError, LookupError):  # cookies that cannot be read are not sent back
            self._cookies.extract_cookies(response)
        return response

    def ended(self, trouble: Trouble | None, now: dt.datetime, *, unchanged: bool = False) -> Fetched:
        """Sum up."""
        declared = declared_type(next((value for name, value in self.headers if name.lower() == "content-type"), None))
        sniffed, taken = None, Taken(None)
        if self.body is not None:
            sniffed = sniff(self.body)
            taken = taken_as(declared, sniffed, self.hops[-1].url.partition("?")[0])
        outcome = CaptureOutcome.NO_TEXT if taken.reason else CaptureOutcome.COMPLETE
        return Fetched(
            url=self.question.url,
            outcome=trouble.outcome if trouble else outcome,
            reason=trouble.reason if trouble else taken.reason,
            status=self.status,
            headers=self.headers,
            hops=tuple(self.hops),
            body=self.body,
            declared_type=declared,
            sniffed_type=sniffed,
            media_type=taken.media_type,
            started_at=self.started_at,
            ended_at=now,
            unchanged=unchanged,
            retry=bool(trouble and trouble.retry),
            retry_after=trouble.retry_after if trouble else None,
        )


def _no_answer(target: Target, *, broken: bool) -> Trouble:
    if broken:
        return unreachable(f"{target.host} broke off without an answer: try again later.")
    return failed(
        f"What {target.host} answers is not what the web speaks (HTTP): check the address, or open it in your browser"
        " and upload what you save there."
    )
