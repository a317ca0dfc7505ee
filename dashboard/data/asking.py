"""The language model that the desk may ask, if it has one."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.data.record import settings


class Model(NamedTuple):
    """What a person should know of it before they ask: its name, and where an article's text would go."""

    name: str
    host: str


def model() -> Model | None:
    """Tell which language model the desk has; None where it has none."""
    named = settings().language_model
    return Model(named.name, named.host) if named else None
