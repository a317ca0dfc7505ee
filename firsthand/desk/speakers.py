"""Speakers: whom content is attributed to."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Speaker, SpeakerRole
from db.rows import speaker_ref
from db.vocabulary import EventAction, RecordType, Role, SpeakerKind
from firsthand.desk.actor import Actor
from firsthand.desk.record import last_actor, new_uid, newest_event_of, row_of, tell
from firsthand.desk.texts import require_text
from firsthand.edtf import is_edtf
from firsthand.errors import ConflictError, InvalidError, NotFoundError

_LONGEST_KEY = 2000  # bytes; PostgreSQL indexes no value longer than a third of a page


def find_or_add_speaker(
    session: Session, actor: Actor, name: str, kind: SpeakerKind, role: str | None = None
) -> Speaker:
    """Find a speaker by name, or add one."""
    if not actor.is_machine:
        actor.require(Role.CHECKER, Role.EDITOR, to="add speakers")
    name = _name(name)
    there = _called(session, name)
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


def edit_speaker(
    session: Session, actor: Actor, speaker_id: int, seen: int, *, name: str, kind: SpeakerKind, note: str
) -> Speaker:
    """Correct what is known of a speaker; ``seen`` is the number of the newest event about them that was on view.

    Claims stay as they are: each keeps the name that its article gives.
    """
    actor.require(Role.CHECKER, Role.EDITOR, to="edit speakers")
    speaker = find_speaker(session, speaker_id)
    current = newest_event_of(session, RecordType.SPEAKER, speaker.id)
    if current != seen:
        raise ConflictError(speaker_ref(speaker.id), seen, current, last_actor(session, RecordType.SPEAKER, speaker.id))
    wanted: dict[str, Any] = {"name": _name(name), "kind": kind, "note": note.strip() or None}
    other = _called(session, wanted["name"])
    if other is not None and other is not speaker:
        raise InvalidError(f"{speaker_ref(other.id)} is called {other.name} already: two cannot be told apart.")
    changed = {field: value for field, value in wanted.items() if getattr(speaker, field) != value}
    if not changed:
        return speaker
    before = {field: getattr(speaker, field) for field in changed}
    for field, value in changed.items():
        setattr(speaker, field, value)
    tell(session, actor, EventAction.SPEAKER_CHANGED, RecordType.SPEAKER, speaker.id, before=before, after=changed)
    return speaker


def add_speaker_role(
    session: Session, actor: Actor, speaker_id: int, role: str, since: str | None, until: str | None
) -> SpeakerRole:
    """Note what a speaker is or was; ``since`` and ``until`` are EDTF dates (2024, 2024-08, 2024-08-06), or open."""
    actor.require(Role.CHECKER, Role.EDITOR, to="add a speaker's role")
    speaker = find_speaker(session, speaker_id)
    role = " ".join(role.split())
    if not role:
        raise InvalidError("Say what the speaker is or was.")
    require_text(role, "role")
    since, until = (date.strip() or None if date else None for date in (since, until))
    for date in (since, until):
        if date and not is_edtf(date):
            raise InvalidError(f"«{date}» is no date: write 2024, 2024-08 or 2024-08-06.")
    # Compared as far as both are exact: a role may begin in 2024-08 and end in 2024.
    if since and until and until[: len(since)] < since[: len(until)]:
        raise InvalidError(f"The role would end ({until}) before it begins ({since}).")
    facts = {"role": role, "since": since, "until": until}
    there = session.scalars(select(SpeakerRole).filter_by(speaker_id=speaker.id, **facts)).first()
    if there is not None:
        return there
    added = SpeakerRole(speaker_id=speaker.id, **facts)
    session.add(added)
    tell(session, actor, EventAction.SPEAKER_ROLE_ADDED, RecordType.SPEAKER, speaker.id, after=facts)
    return added


def find_speaker(session: Session, speaker_id: int) -> Speaker:
    """Get a speaker; raises ``NotFoundError``."""
    speaker = row_of(session, Speaker, speaker_id)
    if speaker is None:
        raise NotFoundError("speaker", speaker_ref(speaker_id))
    return speaker


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise InvalidError("Give the speaker's name.")
    require_text(name, "name")
    if len(name.encode()) > _LONGEST_KEY:
        raise InvalidError(f"A speaker's name has at most {_LONGEST_KEY:,} characters.")
    return name


def _called(session: Session, name: str) -> Speaker | None:
    return session.scalars(select(Speaker).where(Speaker.name == name)).first()
