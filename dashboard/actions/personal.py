"""What people keep for themselves: named views, and when they last looked. None of it leaves an event."""

from __future__ import annotations

from dashboard.actions.attempts import refused, writing
from dashboard.outcome import Outcome
from dashboard.texts import settings as texts
from db.errors import FirsthandError
from db.rows import UserRow
from firsthand import desk


def save_view(person: UserRow, page: str, name: str, query: str) -> Outcome:
    """Keep the query of a page's address under a name; the same name again stands for the new query."""
    try:
        with writing() as session:
            kept = desk.save_view(session, desk.Actor.of(person), page, name, query).name
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, texts.view_saved(kept))


def drop_view(person: UserRow, view_id: int) -> Outcome:
    """Forget a view of one's own."""
    try:
        with writing() as session:
            desk.drop_view(session, desk.Actor.of(person), view_id)
    except FirsthandError as error:
        return refused(error)
    return Outcome(True, texts.VIEW_DROPPED)


def looked(person: UserRow, thing: str, seq: int) -> None:
    """Note that a person has looked at something while event ``seq`` was the newest; no refusal is worth a word."""
    try:
        with writing() as session:
            desk.looked(session, desk.Actor.of(person), thing, seq)
    except FirsthandError:
        return
