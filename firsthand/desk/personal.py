"""What a person keeps for themselves: named views, and when they last looked.

It changes nothing of the record, so it leaves no event; anybody may do it, each with their own rows only.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Look, SavedView
from firsthand.desk.actor import Actor
from firsthand.desk.record import row_of
from firsthand.errors import InvalidError, NotAllowedError, NotFoundError

LONGEST_NAME = 60
LONGEST_QUERY = 2000  # characters; what browsers take in an address without complaint


def save_view(session: Session, actor: Actor, page: str, name: str, query: str) -> SavedView:
    """Keep the query of a page's address under a name; a name that is given again stands for the new query."""
    owner, name, query = _person(actor), " ".join(name.split()), query.removeprefix("?")
    if not name or len(name) > LONGEST_NAME:
        raise InvalidError(f"Give the view a name of at most {LONGEST_NAME} characters.")
    if len(query) > LONGEST_QUERY:
        raise InvalidError("These are more filters than an address can hold: choose fewer.")
    view = session.scalars(select(SavedView).filter_by(user_id=owner, page=page, name=name)).first()
    if view is None:
        view = SavedView(user_id=owner, page=page, name=name, query=query, created_at=actor.now())
        session.add(view)
    else:
        view.query = query
    session.flush()
    return view


def drop_view(session: Session, actor: Actor, view_id: int) -> None:
    """Forget a view; somebody else's is as good as not there."""
    view = row_of(session, SavedView, view_id)
    if view is None or view.user_id != _person(actor):
        raise NotFoundError("view", view_id)
    session.delete(view)
    session.flush()


def looked(session: Session, actor: Actor, thing: str, seq: int) -> Look:
    """Note that a person has looked at something, and which event was the newest then."""
    owner = _person(actor)
    look = session.scalars(select(Look).filter_by(user_id=owner, thing=thing)).first()
    if look is None:
        look = Look(user_id=owner, thing=thing, seq=seq, at=actor.now())
        session.add(look)
    else:
        look.seq, look.at = seq, actor.now()
    session.flush()
    return look


def _person(actor: Actor) -> int:
    if actor.id is None:
        raise NotAllowedError(f"{actor.name} is no person of this desk and keeps nothing for itself.")
    return actor.id
