"""The words of the watch: looks at documents, passages that are gone, what a person does about them."""

from __future__ import annotations

import datetime as dt

from db.vocabulary import AnchorHealth

LOOKS = "Looks at the page"
LOOKS_ABOUT = "Each look compares the page with what claims rest on. The same text again is a look and nothing more."
NO_LOOKS = "Nobody has looked at this page again yet."
SIDE_BY_SIDE = "See both side by side"
BY = "asked for by"
REASON = "Reason: "

_COUNTED = {
    AnchorHealth.LOST: "{} gone",
    AnchorHealth.AMBIGUOUS: "{} in doubt",
    AnchorHealth.MOVED: "{} moved",
    AnchorHealth.HOLDS: "{} where it stood",
}

NOT_WATCHED = "Nobody watches this page: no open or signed claim rests on a passage of it."
NO_ADDRESS = "It has no address on the web, so it cannot be looked at again."
NEXT = "Next look"
LAST = "Last look"
DUE = "It is about to be looked at."
FAILED_BEFORE = "The last look brought nothing"
PAUSED = "Nobody looks at this page for now: "
LOOK_NOW = "Look now"
LOOK_NOW_HELP = "Fetches the page now and compares it with what claims rest on."
PAUSE = "Pause the watch"
RESUME = "Watch it again"
WHY_PAUSE = "Why nobody should look at it"
PAUSED_DONE = "Nobody looks at this page until somebody resumes it."
RESUMED = "The page is watched again."

NOTHING_NOW = "There is nothing like it on the page now."
ACTS = "What to do about it"
KEEP = "Keep what was captured"
AGAIN = "Place again"
WITHDRAW = "Withdraw"
KEEP_ABOUT = (
    "The capture shows what stood there when it was taken. Keeping it clears the flag until the page changes anew."
)
WHY_KEEP = "Why what was captured still counts"
KEPT = "What was captured is kept, and the flag is cleared."
AGAIN_ABOUT = "The same judgement goes on a place in the newer capture, and the old piece is withdrawn."
WORDS_NOW = "Words of the newer capture"
WORDS_HELP = "Cut or extend them until they are what the claim rests on; they have to stand in the capture as they are."
NOT_THERE = "These words do not stand in the newer capture. Copy them from «Now» above."
FIND = "Find the place"
WHICH = "Which place is meant?"
WHY_AGAIN = "What has changed, if it is worth a note"
PLACE = "Place it there"
PLACED = "The evidence stands on the newer capture, with the judgement it had."
WHY_WITHDRAW = "Why it no longer counts"
SETTLED = "Kept"

MOVED = "What moved"
MOVED_LOST = "with a passage that is gone from its page"
MOVED_DOUBT = "whose source or article is in doubt"
MOVED_LAST = "Last seen in"


def counted(health: AnchorHealth, places: int) -> str:
    """Say what became of how many places."""
    return _COUNTED[health].format(places)


def gone(*, lost: bool, own_words: bool, day: str) -> str:
    """Head a place that is gone or in doubt."""
    what = "The claim's own words are" if own_words else "The passage is"
    return f"{what} {'gone from' if lost else 'in several places of'} the page captured on {day}"


def date(moment: dt.datetime) -> str:
    """Write a day."""
    return f"{moment.day} {moment:%B %Y}"


def failures(count: int) -> str:
    """Say how many looks in a row brought nothing."""
    return f"{FAILED_BEFORE}." if count == 1 else f"The last {count} looks brought nothing."


def kept_by(name: str | None, why: str | None) -> str:
    """Tell who kept what was captured, and why."""
    return f"{SETTLED} by {name or 'somebody'}: {why or ''}".rstrip(": ")


def place(number: int, locator: str) -> str:
    """Name one of several places."""
    return f"Place {number}: {locator}"


def claims(count: int, *, at_least: bool = False) -> str:
    """Count claims."""
    return "1 claim" if count == 1 else f"{count:,} claims{' or more' if at_least else ''}"
