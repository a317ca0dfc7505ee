"""What the machine read in a claim's words: how worth checking it is, what was replaced, figures and place."""

from __future__ import annotations

WORTH = "Worth checking"
WHY = "Why drafted"
REPLACED = "Replaced"
FIGURES = "Figures"
PLACE = "Place"

_WORTHS = ((800, "very much"), (600, "clearly"), (400, "somewhat"), (0, "hardly"))
"""From how many thousandths on a score is called so."""


def worth_word(worth: int) -> str:
    """Say in a word or two how worth checking a claim is held to be; ``worth`` in thousandths."""
    return next(word for least, word in _WORTHS if worth >= least)


def worth(worth: int) -> str:
    """Say how worth checking a claim is held to be, with the score."""
    return f"{worth_word(worth)} ({round(worth / 10)} of 100)"


def stands_for(words: str, replacement: str) -> str:
    """Read a replacement out to somebody who does not see the arrow."""
    return f"«{words}» stands for «{replacement}»"


def figure(hedge: str | None, value: str, unit: str | None, period: str | None) -> str:
    """Write a figure as data: how sure, the value with its scale worked in, what is counted, over which time."""
    amount = f"{value} {unit}" if unit else value
    per = f" per {period}" if period else ""
    return f"{hedge} {amount}{per}" if hedge else f"{amount}{per}"
