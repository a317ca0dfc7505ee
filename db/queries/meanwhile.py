"""What happened while somebody was away."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.models import Article, Event
from db.rows import Meanwhile
from db.vocabulary import EventAction, WorkState

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MOST = 1000


def meanwhile(session: Session, after: int, desk_id: int | None = None) -> Meanwhile:
    """Count what happened after an event, the first thousand events of it, most frequent action first.

    With a desk, only what happened to its articles and to claims in them.
    """
    asked = select(Event.action, Event.after).where(Event.seq > after).order_by(Event.seq).limit(MOST)
    if desk_id is not None:
        asked = asked.join(Article, Article.id == Event.article_id).where(Article.desk_id == desk_id)
    actions: Counter[EventAction] = Counter()
    states: Counter[str] = Counter()
    for action, told in session.execute(asked):
        actions[action] += 1
        if action is EventAction.CLAIM_MOVED and told:
            states[told.get("state")] += 1
    return Meanwhile(
        events=actions.total(),
        actions=tuple(actions.most_common()),
        states=tuple((state, states[state.value]) for state in WorkState if states[state.value]),
    )
