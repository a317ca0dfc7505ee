"""What the screen on the wall says."""

from __future__ import annotations

ALL_DESKS = "All desks"
CLAIMS = "claims"
SETTLED = "settled"
WAITING = "waiting for sign-off"
RECHECK = "to be re-checked"
NOTHING_OPEN = "nothing is open"
NEWEST = "What happened last"
NOTHING_YET = "No claims yet"
STATUSES = "Claims by verification status"

# Said by the browser, after the moment that it adds
REFRESHED = "Refreshed"
NOT_REFRESHED = "Not refreshed since"
TRYING = "It is being tried again."


def days_open(days: int, ref: str) -> str:
    """Say what the number of days is about."""
    return f"{'day' if days == 1 else 'days'} open, {ref}"


def no_desk(slug: str) -> str:
    """Say that the address asks for a desk that is not there."""
    return f"There is no desk «{slug}»: these are all desks."
