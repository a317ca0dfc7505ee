"""The words around the desk's language model."""

from __future__ import annotations

NO_MODEL = "This desk has no language model; everything works without one."


def ask(model: str) -> str:
    """Name the button."""
    return f"Ask {model}"


def sends(model: str, host: str) -> str:
    """Say what asking does, before somebody asks."""
    return (
        f"Sends the article's text to {model} at {host}, and asks for claims that the rules missed and for clearer "
        "statements. Its drafts carry its name. It never sets a finding."
    )


def waiting(model: str) -> str:
    """Say that an answer is awaited."""
    return f"Waiting for {model}…"


def part(number: int, of: int) -> str:
    """Say which part of the article is being asked about."""
    return f"Part {number} of {of}"


def refused(words: str, why: str) -> str:
    """Tell one thing that was not taken, and why."""
    return f"Not taken: «{words}» ({why})."


def more_refused(count: int) -> str:
    """Say how many more were not taken."""
    return f"{count} more were not taken."
