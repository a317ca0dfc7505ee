"""What the desk thinks of the publishers that its sources name."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Publisher
from db.vocabulary import EventAction, RecordType, Role, Tier
from firsthand.desk.actor import Actor
from firsthand.desk.record import first_desk_id, tell
from firsthand.desk.texts import require_text
from firsthand.errors import ConflictError, InvalidError

_LONGEST_KEY = 2000  # bytes; PostgreSQL indexes no value longer than a third of a page
_UNJUDGED = 0  # the version of a publisher that nobody has judged


def set_publisher(session: Session, actor: Actor, name: str, tier: Tier, note: str, seen: int) -> Publisher:
    """Note how first hand a publisher's documents usually are; ``seen`` is 0 for one that nobody has judged yet.

    It guides whoever puts evidence forward and changes none that is there: the tier of a piece of evidence is judged
    claim by claim.
    """
    actor.require(Role.CHECKER, Role.EDITOR, Role.ADMINISTRATOR, to="judge publishers")
    if not name.strip() or len(name.encode(errors="replace")) > _LONGEST_KEY:
        raise InvalidError(f"Give the publisher's name as sources have it, of at most {_LONGEST_KEY:,} characters.")
    require_text(name, "name")
    publisher = session.scalars(select(Publisher).where(Publisher.name == name)).first()
    current = publisher.version if publisher else _UNJUDGED
    if current != seen:
        raise ConflictError(f"What is noted of «{name}»", seen, current, None)
    wanted: dict[str, Any] = {"tier": tier, "note": note.strip() or None}
    before: dict[str, Any] | None = None
    if publisher is None:
        publisher = Publisher(name=name, created_at=actor.now(), **wanted)
        session.add(publisher)
    else:
        before = {field: getattr(publisher, field) for field in wanted}
        if before == wanted:
            return publisher
        publisher.tier, publisher.note = wanted["tier"], wanted["note"]
        publisher.version += 1
    tell(
        session,
        actor,
        EventAction.PUBLISHER_SET,
        RecordType.DESK,
        first_desk_id(session),
        before={"publisher": name, **before} if before else None,
        after={"publisher": name, **wanted},
    )
    return publisher
