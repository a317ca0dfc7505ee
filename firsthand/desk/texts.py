"""What no text of the record may hold, looked at once for every row on its way into the database.

PostgreSQL stores no NUL character and keeps the lengths that columns declare, SQLite does neither; a record that both
can hold refuses the same things on both, in words that say what to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session

from firsthand.errors import InvalidError


def fault_of(text: str, longest: int | None = None) -> str | None:
    """Say what keeps a text out of the record, or None; ``longest`` is the number of characters that fit."""
    if "\0" in text:
        return "holds a NUL character, which no text has"
    if longest is not None and len(text) > longest:
        return f"has {len(text):,} characters, at most {longest:,} fit"
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return "holds half of a character (a lone surrogate)"
    return None


def require_text(text: str | None, what: str) -> None:
    """Look at a text that is asked for, or told, before any row with it is made; raises ``InvalidError``."""
    fault = fault_of(text) if text else None
    if fault:
        raise InvalidError(f"The {what} {fault}.")


@event.listens_for(Session, "before_flush")
def _look_at_texts(session: Session, *_: object) -> None:
    for row in (*session.new, *session.dirty):
        for name, text, longest in _texts(row):
            fault = fault_of(text, longest)
            if fault:
                raise InvalidError(f"The {name.replace('_', ' ')} {fault}.")


def _texts(row: object) -> Iterator[tuple[str, str, int | None]]:
    state: Any = inspect(row)
    for attribute in state.mapper.column_attrs:
        value = state.dict.get(attribute.key)
        if type(value) is str:  # the words of our vocabulary are strings, too, and are what they are
            yield attribute.key, value, getattr(attribute.columns[0].type, "length", None)
