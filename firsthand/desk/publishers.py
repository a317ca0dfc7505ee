"""What the desk thinks of the publishers that its sources name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Publisher
from db.vocabulary import EventAction, PublisherKind, RecordType, Role, Tier
from firsthand.desk.actor import Actor
from firsthand.desk.record import first_desk_id, tell
from firsthand.desk.texts import require_text
from firsthand.errors import ConflictError, InvalidError
from firsthand.publishers import entered_host

_LONGEST_KEY = 2000  # bytes; PostgreSQL indexes no value longer than a third of a page
_UNJUDGED = 0  # the version of a publisher that nobody has judged
_CODE = 2  # letters of a country's code
_LONGEST_HOST = 300
_MOST_HOSTS = 50


@dataclass(frozen=True, slots=True)
class PublisherFacts:
    """What a publisher is: its kind, its country as an ISO 3166 code of two letters, the hosts that are its own."""

    kind: PublisherKind | None = None
    country: str | None = None
    hosts: tuple[str, ...] = ()

    def checked(self) -> dict[str, Any]:
        """Tidy the facts up; raises ``InvalidError`` for what is no country's code or no host."""
        country = (self.country or "").strip().upper() or None
        if country and not (len(country) == _CODE and country.isascii() and country.isalpha()):
            raise InvalidError(f"«{self.country}» is no country's code: write two letters, such as DE or BR.")
        hosts = []
        for written in self.hosts:
            host = entered_host(written)
            if host is None or len(host) > _LONGEST_HOST:
                raise InvalidError(f"«{written}» is no host: write one such as example.org, or example.org/part.")
            hosts.append(host)
        if len(hosts) > _MOST_HOSTS:
            raise InvalidError(f"A publisher has at most {_MOST_HOSTS} hosts here.")
        return {"kind": self.kind, "country": country, "hosts": {"hosts": sorted(set(hosts))} if hosts else None}


def set_publisher(
    session: Session,
    actor: Actor,
    name: str,
    tier: Tier,
    note: str,
    seen: int,
    facts: PublisherFacts | None = None,
) -> Publisher:
    """Note how first hand a publisher's documents usually are; ``seen`` is 0 for one that nobody has judged yet.

    ``facts`` say what it is and which addresses are its own; None leaves them as they are. All of it guides whoever
    puts evidence forward and changes none that is there: the tier of a piece of evidence is judged claim by claim.
    """
    actor.require(Role.CHECKER, Role.EDITOR, Role.ADMINISTRATOR, to="judge publishers")
    if not name.strip() or len(name.encode(errors="replace")) > _LONGEST_KEY:
        raise InvalidError(f"Give the publisher's name as sources have it, of at most {_LONGEST_KEY:,} characters.")
    require_text(name, "name")
    publisher = session.scalars(select(Publisher).where(Publisher.name == name)).first()
    current = publisher.version if publisher else _UNJUDGED
    if current != seen:
        raise ConflictError(f"What is noted of «{name}»", seen, current, None)
    wanted: dict[str, Any] = {"tier": tier, "note": note.strip() or None, **(facts.checked() if facts else {})}
    _require_free(session, name, wanted.get("hosts"))
    before: dict[str, Any] | None = None
    if publisher is None:
        publisher = Publisher(name=name, created_at=actor.now(), **wanted)
        session.add(publisher)
    else:
        before = {field: getattr(publisher, field) for field in wanted}
        if before == wanted:
            return publisher
        for field, value in wanted.items():
            setattr(publisher, field, value)
        publisher.version += 1
    tell(
        session,
        actor,
        EventAction.PUBLISHER_SET,
        RecordType.DESK,
        first_desk_id(session),
        before={"publisher": name, **_told(before)} if before else None,
        after={"publisher": name, **_told(wanted)},
    )
    return publisher


def _require_free(session: Session, name: str, hosts: dict[str, Any] | None) -> None:
    """Refuse hosts that the desk has entered for another publisher: an address has one owner."""
    wanted = set(hosts["hosts"]) if hosts else set()
    for other in session.scalars(select(Publisher).where(Publisher.name != name)) if wanted else ():
        taken = wanted & set((other.hosts or {}).get("hosts", ()))
        if taken:
            raise InvalidError(f"{min(taken)} is entered for «{other.name}» already: take it away there first.")


def _told(fields: dict[str, Any]) -> dict[str, Any]:
    """Write fields for an event: hosts as the list that they are."""
    return {name: (value or {}).get("hosts", []) if name == "hosts" else value for name, value in fields.items()}
