"""The words of taking texts in: how far it is, and what became of each."""

from __future__ import annotations

READING = "Reading…"
PUT_AWAY = "Put this list away"
CORRECT = "Correct what was read of it"
CAME = {
    "taken": "taken in",
    "later": "later capture",
    "known": "known",
    "other_text": "other text",
    "summary": "only a summary",
    "refused": "not taken in",
}
"""One word for each way in which a text can come, by its code."""


def reading(number: int, of: int, name: str, so_far: int = 0) -> str:
    """Say which of several files is being read, and what came of them so far; ``name`` is escaped."""
    found = f" ({so_far:,} so far)" if so_far else ""
    return f"Reading {number} of {of}: {name}{found}"


def came(count: int, of: int) -> str:
    """Say how many of several texts were taken in."""
    return f"{count} of {of} taken in"


def open_it(ref: str) -> str:
    """Name the link to an article that was taken in."""
    return f"Open {ref}"


def not_read(label: str) -> str:
    """Say what the text does not tell of itself."""
    return f"no {label.lower()} found"
