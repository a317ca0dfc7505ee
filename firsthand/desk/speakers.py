"""Speakers: whom content is attributed to."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Speaker, SpeakerRole
from db.vocabulary import EventAction, RecordType, Role, SpeakerKind
from firsthand.desk.actor import Actor
from firsthand.desk.record import new_uid, tell
from firsthand.desk.texts import require_text
from firsthand.errors import InvalidError

_LONGEST_KEY = 2000  # bytes; PostgreSQL indexes no value longer than a third of a page


def find_or_add_speaker(
    session: Session, actor: Actor, name: str, kind: SpeakerKind, role: str | None = None
) -> Speaker:
    """Find a speaker by name, or add one."""
    if not actor.is_machine:
        actor.require(Role.CHECKER, Role.EDITOR, to="add speakers")
    name = " ".join(name.split())
    if not name:
        raise InvalidError("Give the speaker's name.")
    require_text(name, "name")
    if len(name.encode()) > _LONGEST_KEY:
        raise InvalidError(f"A speaker's name has at most {_LONGEST_KEY:,} characters.")
    there = session.scalars(select(Speaker).where(Speaker.name == name)).first()
    if there is not None:
        return there
    speaker = Speaker(uid=new_uid(), name=name, kind=kind, created_at=actor.now())
    session.add(speaker)
    session.flush()
    if role:
        session.add(SpeakerRole(speaker_id=speaker.id, role=role))
    after = {"uid": speaker.uid, "name": name, "kind": kind.value, "role": role}
    tell(session, actor, EventAction.SPEAKER_ADDED, RecordType.SPEAKER, speaker.id, after=after)
    return speaker
