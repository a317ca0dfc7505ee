"""Archives of the web: asking the Wayback Machine to save an address, following that up, looking a copy up.

What an archive answers, or fails to answer, becomes an attestation of a capture; an outage of it stops nothing. The
interfaces are the public ones of archive.org: Save Page Now 2 and the availability look-up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from db.models import Capture
from db.queries import attestations
from db.rows import AttestationRow
from db.session import Database
from db.vocabulary import Archive, AttestationState
from firsthand import desk
from firsthand.desk.attesting import Attested, attest
from firsthand.errors import InvalidError, NotFoundError
from firsthand.settings import WaybackKeys
from firsthand.sources.archive_answers import Copy, read_copy, read_request, read_status
from firsthand.sources.fetched import Fetched

__all__ = ["HOST", "PUBLIC", "WAIT", "Copy", "LookedUp", "Service", "ask", "follow_up", "look_up", "save", "saved"]

HOST = "web.archive.org"
WAIT = dt.timedelta(seconds=10)
"""How long to wait between two questions whether a copy is made; most are within a minute."""

_NO_ADDRESS = "This capture has no address on the web, so no archive can save it."


class Asker(Protocol):
    """What of the web is needed here."""

    def ask(
        self,
        method: str,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
    ) -> Fetched:
        """Ask an outside service."""


@dataclass(frozen=True, slots=True)
class Service:
    """Where the Wayback Machine is."""

    save: str = f"https://{HOST}/save"
    status: str = f"https://{HOST}/save/status"
    availability: str = "https://archive.org/wayback/available"
    copies: str = f"https://{HOST}/web"


PUBLIC = Service()


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The copy that an archive has of an address, or why none is known."""

    copy: Copy | None
    reason: str | None


def save(web: Asker, keys: WaybackKeys, url: str, *, service: Service = PUBLIC) -> Attested:
    """Ask for an address to be saved as it stands now; never raises for what the archive does."""
    return read_request(
        web.ask("POST", service.save, headers=_signed(keys), data={"url": url, "skip_first_archive": "1"})
    )


def saved(web: Asker, keys: WaybackKeys, ticket: str, *, service: Service = PUBLIC) -> Attested:
    """Ask how saving an address stands; an outage leaves it pending."""
    answer = web.ask("GET", f"{service.status}/{ticket}", headers=_signed(keys))
    return read_status(answer, ticket, service.copies)


def look_up(web: Asker, url: str, at: dt.datetime | None = None, *, service: Service = PUBLIC) -> LookedUp:
    """Look up the copy of an address that is nearest to a moment, else the newest."""
    params = {"url": url, **({"timestamp": f"{at.astimezone(dt.UTC):%Y%m%d%H%M%S}"} if at else {})}
    copy, reason = read_copy(web.ask("GET", service.availability, params=params))
    return LookedUp(copy, reason)


def ask(
    database: Database,
    web: Asker,
    keys: WaybackKeys,
    actor: desk.Actor,
    capture_id: int,
    *,
    service: Service = PUBLIC,
) -> AttestationRow:
    """Ask the Wayback Machine to save a capture's address, and put on file what it answers.

    The request is on file before it is made; one that is not settled is gone on with, so that nothing is asked twice.
    Raises ``NotFoundError``, and ``InvalidError`` for a capture without an address.
    """
    with database.write() as session:
        capture = session.get(Capture, capture_id)
        if capture is None:
            raise NotFoundError("capture", capture_id)
        if not capture.url:
            raise InvalidError(_NO_ADDRESS)
        url = capture.url
        there = attestations.unsettled(session, capture_id, Archive.WAYBACK)
        if there is None:
            asked = attest(session, actor, capture_id, Archive.WAYBACK, Attested(AttestationState.ASKED))
            ident = asked.id
        else:
            ident = there.id
    if there is not None and there.state is AttestationState.PENDING:
        return follow_up(database, web, keys, actor, ident, service=service)
    return _put_on_file(database, actor, ident, save(web, keys, url, service=service))


def follow_up(
    database: Database,
    web: Asker,
    keys: WaybackKeys,
    actor: desk.Actor,
    attestation_id: int,
    *,
    service: Service = PUBLIC,
) -> AttestationRow:
    """Ask once how a request stands, and put the answer on file; a settled one stays as it is."""
    with database.read() as session:
        row = _row(attestations.get(session, attestation_id), attestation_id)
        ticket = attestations.ticket(session, attestation_id)
    if row.state.settled:
        return row
    if ticket is None:  # the request was put on file and never made
        return ask(database, web, keys, actor, row.capture_id, service=service)
    return _put_on_file(database, actor, attestation_id, saved(web, keys, ticket, service=service))


def _put_on_file(database: Database, actor: desk.Actor, attestation_id: int, told: Attested) -> AttestationRow:
    with database.write() as session:
        row = _row(attestations.get(session, attestation_id), attestation_id)
        if not row.state.settled:
            attest(session, actor, row.capture_id, row.archive, told, attestation_id=attestation_id)
        return _row(attestations.get(session, attestation_id), attestation_id)


def _row(row: AttestationRow | None, attestation_id: int) -> AttestationRow:
    if row is None:
        raise NotFoundError("request to an archive", attestation_id)
    return row


def _signed(keys: WaybackKeys) -> dict[str, str]:
    return {"Accept": "application/json", "Authorization": f"LOW {keys.key}:{keys.secret}"}
