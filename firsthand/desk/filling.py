"""What a capture tells of its document fills the gaps of what the desk knows; what a person entered stays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from db.models import Source
from db.vocabulary import EventAction
from firsthand.desk.actor import Actor
from firsthand.desk.backing import settle_claims_of
from firsthand.desk.record import tell_of_document
from firsthand.edtf import is_edtf

_WHY = "As its capture says."
_LONGEST = 500  # characters
_LONGEST_LANGUAGE = 35


@dataclass(frozen=True, slots=True)
class Told:
    """What a captured text says of itself; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None


def fill_source(session: Session, actor: Actor, source: Source, told: Told) -> bool:
    """Fill a source's empty fields, and its title where that is only its address; whether anything was."""
    wanted = {name: value for name, value in _sound(told).items() if value and not getattr(source, name)}
    title = _line(told.title)
    if title and source.url and source.title in {source.url, source.url.removesuffix("/")}:
        wanted |= {"title": title, "title_is_description": False}
    changed = {name: value for name, value in wanted.items() if getattr(source, name) != value}
    if not changed:
        return False
    before = {name: getattr(source, name) for name in changed}
    for name, value in changed.items():
        setattr(source, name, value)
    source.version += 1
    tell_of_document(session, actor, EventAction.SOURCE_CHANGED, source, why=_WHY, before=before, after=changed)
    settle_claims_of(session, actor, source.id)
    return True


def _sound(told: Told) -> dict[str, Any]:
    published = told.published if told.published and is_edtf(told.published) else None
    language = told.language if told.language and len(told.language) <= _LONGEST_LANGUAGE else None
    return {
        "author": _line(told.author),
        "publisher": _line(told.publisher),
        "published": published,
        "language": language,
    }


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split())[:_LONGEST].strip() or None
