"""What is said when many claims are changed at once."""

from __future__ import annotations

UNDONE = "Undone: a bulk change was taken back"

WHAT = "What to do with them"
CHOOSE = "Choose what to do"
CLEAR = "Select nothing"
PREVIEW = "Preview"
BACK = "Back"
CLOSE = "Close"
UNDO = "Undo"
REASON = "Reason, one for all"
NOTE = "Note (may stay empty)"
WHY_NOT = "Why not"
WHO = "Who checks them"
NOBODY = "Nobody"
AWAITING, FROM_WHOM, UNTIL = "What is awaited", "From whom", "Until when"
NO_WAY_BACK = "The desk knows no way back from this in one go."
WAY_BACK = "This can be undone right afterwards."
DRAFTS_COME_BACK_OPEN = "This can be undone right afterwards; what was a draft comes back as an open claim."
NOTHING_WOULD = "Nothing would change."
WORKING = "Changing the claims"
TRYING = "Trying it out; nothing is kept"
STOPPED = "It was stopped before the end: the other claims are as they were."

NAMES = {
    "keep": "Keep: ours to check",
    "not_for_us": "Not for us",
    "bring_back": "Bring back",
    "give": "Give to somebody",
    "take_up": "Start checking",
    "hold": "Put on hold",
    "resume": "Go on checking",
    "return": "Return to the checker",
    "recheck": "Ask for a re-check",
}


def _claims(count: int) -> str:
    return "1 claim" if count == 1 else f"{count:,} claims"


def selected(count: int) -> str:
    """Count what is selected."""
    return f"**{_claims(count)} selected**"


def all_selected(count: int) -> str:
    """Count what is selected where it is everything that fits."""
    return f"**All {_claims(count)} that fit selected**"


def take_all(count: int) -> str:
    """Name the button that selects everything that fits, on view or not."""
    return f"Take all {count:,} that fit"


def take_first(count: int) -> str:
    """Name the button that selects as many as a bulk change takes."""
    return f"Take the first {count:,} that fit"


def would_change(changed: int, total: int, deed: str) -> str:
    """Say what a deed would do."""
    of = "" if changed == total else f" of {total:,}"
    return f"**{NAMES[deed]}: {changed:,}{of} would change.**"


def do(count: int) -> str:
    """Name the button that does it."""
    return f"Change {_claims(count)}"


def done(changed: int, deed: str) -> str:
    """Say what a deed did."""
    return f"**{NAMES[deed]}: {_claims(changed)} changed.**"


def undone(changed: int, deed: str) -> str:
    """Say what was undone."""
    return f"**{NAMES[deed]}: undone for {_claims(changed)}.**"


def list_changing(count: int) -> str:
    """Head the claims that would change."""
    return f"Would change ({count:,})"


def list_changed(count: int) -> str:
    """Head the claims that changed."""
    return f"Changed ({count:,})"


def list_refused(count: int) -> str:
    """Head the claims that stay as they are, with the reasons."""
    return f"Left as they are, and why ({count:,})"


def list_unchanged(count: int) -> str:
    """Head the claims that are so already."""
    return f"So already ({count:,})"


def and_more(count: int) -> str:
    """Say how many more there are than a list names."""
    return f"and {count:,} more"


def progress(done_so_far: int, total: int) -> str:
    """Say how far it is."""
    return f"{done_so_far:,} of {total:,}"
