"""Asking the desk's language model about an article; slow, and outside every transaction."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.actions.attempts import refused
from dashboard.data.record import changed, database, settings
from dashboard.escaping import shortened
from dashboard.outcome import Outcome
from dashboard.texts import asking as texts
from db.errors import FirsthandError
from db.rows import UserRow
from firsthand import asking, desk

_MOST, _LONGEST = 8, 120


def ask_model(person: UserRow, article_id: int, progress: Callable[[int, int], None]) -> Outcome:
    """Ask for what the rules missed and for clearer statements; ``progress`` is told parts done and parts in all."""
    model = settings().language_model
    if model is None:
        return Outcome(False, texts.NO_MODEL)
    try:
        asked = asking.ask_about(database(), model, desk.Actor.of(person), article_id, progress)
    except FirsthandError as error:
        return refused(error)
    finally:
        changed()
    refusals = list(dict.fromkeys(texts.refused(shortened(one.words, _LONGEST), one.why) for one in asked.refused))
    more = [texts.more_refused(len(refusals) - _MOST)] if len(refusals) > _MOST else []
    return Outcome(asked.failed is None, asked.sentence, missing=(*refusals[:_MOST], *more))
