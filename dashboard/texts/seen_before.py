"""Earlier claims that say the same."""

from __future__ import annotations

TITLE = "Seen before"
HELP = "Earlier claims that may say the same. Their findings are help only: this claim gets its own."
CONFIRM, DISMISS, TAKE_BACK = "The same claim", "Not the same", "Take back"
DUPLICATE = "The same: turn away as duplicate"
IS_CONFIRMED, IS_DISMISSED = "Confirmed", "Dismissed"
SAME_WORDS = "Nothing that matters differs."
NONE = "none"

# What came of it
CONFIRMED = "Noted: this claim repeats the earlier one."
DISMISSED = "Noted: the earlier claim says something else."
TAKEN_BACK = "Taken back: nobody has compared the two now."
TURNED_AWAY = "Noted, and turned away as a duplicate."

_ALIKE = ((0.95, "says the same in nearly the same words"), (0.85, "very much alike"), (0.0, "much alike"))
_KINDS = {
    "figure": "Another figure",
    "date": "Another date",
    "negation": "Negated",
    "opposite": "The opposite",
    "name": "Another name",
    "roles": "Names have changed places",
    "quantity": "All, some or few",
    "modal": "How certain it is",
    "speaker": "Another speaker",
    "words": "Other words",
}


def alike(score: float) -> str:
    """Tell in words how much two claims resemble each other."""
    return next(words for least, words in _ALIKE if score >= least)


def differs(kind: str, here: str | None, there: str | None) -> str:
    """Tell what differs; the words of either claim may be missing."""
    said_here = f"«{here}»" if here else NONE
    said_there = f"«{there}»" if there else NONE
    return f"{_KINDS[kind]}: {said_here} here, {said_there} there"


def decided(what: str, by: str | None) -> str:
    """Tell who decided."""
    return f"{what} by {by}" if by else what


def dismissed(count: int) -> str:
    """Name the part with the suggestions that somebody dismissed."""
    return f"{count} dismissed suggestion" if count == 1 else f"{count} dismissed suggestions"


_TIPS = {
    "same": "Note that this claim repeats {ref}",
    "other": "Note that {ref} is another claim",
    "duplicate": "Note that this claim repeats {ref}, and turn this one away",
    "back": "As if nobody had compared it with {ref}",
}


def tip(act: str, ref: str) -> str:
    """Tell what a button does, and to which earlier claim."""
    return _TIPS[act].format(ref=ref)


def take_back(ref: str) -> str:
    """Name the button that takes back what was said of an earlier claim."""
    return f"{TAKE_BACK} {ref}"
