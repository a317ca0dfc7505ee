"""Deeds on speakers: adding one, correcting one, noting a role."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from dashboard.actions.attempts import refused, writing
from dashboard.outcome import Change, Outcome
from dashboard.texts import speakers as texts
from db.errors import FirsthandError
from db.rows import UserRow, speaker_ref
from db.vocabulary import RecordType, SpeakerKind
from firsthand import desk
from firsthand.desk.record import newest_event_of


def add_speaker(person: UserRow, name: str, kind: SpeakerKind, role: str | None = None) -> Outcome:
    """Find a speaker by name, or add one; ``ref`` of the outcome is their short id."""
    try:
        with writing() as session:
            speaker = desk.find_or_add_speaker(session, desk.Actor.of(person), name, kind, role)
            found, called = speaker.id, speaker.name
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, texts.added(called), ref=speaker_ref(found))


def edit_speaker(person: UserRow, speaker_id: int, seen: int, *, name: str, kind: SpeakerKind, note: str) -> Outcome:
    """Correct what is known of a speaker; ``seen`` is the number of the newest event about them that was on view."""
    return _change(
        person,
        speaker_id,
        lambda s, a: desk.edit_speaker(s, a, speaker_id, seen, name=name, kind=kind, note=note),
        texts.SAVED,
    )


def add_role(person: UserRow, speaker_id: int, role: str, since: str, until: str) -> Outcome:
    """Note what a speaker is or was, with EDTF dates or empty ones."""
    return _change(
        person,
        speaker_id,
        lambda s, a: desk.add_speaker_role(s, a, speaker_id, role, since or None, until or None),
        texts.ROLE_SAVED,
    )


def _change(person: UserRow, speaker_id: int, deed: Callable[[Session, desk.Actor], object], sentence: str) -> Outcome:
    try:
        with writing() as session:
            before = newest_event_of(session, RecordType.SPEAKER, speaker_id)
            deed(session, desk.Actor.of(person))
            session.flush()
            after = newest_event_of(session, RecordType.SPEAKER, speaker_id)
    except FirsthandError as error:
        return refused(error)
    said = sentence if after != before else texts.UNCHANGED
    return Outcome(True, said, changes=(Change(speaker_ref(speaker_id), before, after),))
