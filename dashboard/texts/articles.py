"""The words of the list of articles."""

from __future__ import annotations

TITLE = "Articles"
TAKE_IN = "Take articles in"
BY_ADDRESS = "Take articles in by their addresses"
BY_ADDRESS_ABOUT = (
    "Paste one address or many. Each page is fetched, its text is read, and what looks like a claim is drafted."
)
NONE_YET = (
    "**No article has been taken in yet.** Paste one, or choose as many files as you like: the bytes are kept as they "
    "come, the text is read from them, and what looks like a claim is drafted for you to keep or to turn away."
)
SEARCH = "Search"
SEARCH_HINT = "Words of the title, the publisher or the author"
PUBLISHER = "Publisher"
PUBLISHED = "Published"
PUBLISHED_HINT = "2024, 2024-08 or 2024-08-05..2024-08-11"
PUBLISHED_WRONG = "This is no period, so every date is shown: write 2024, 2024-08 or 2024-08-05..2024-08-11."
SORT = "Order"
NEWEST, UNDONE = "newest first", "most undone first"
NONE_FITS = "No article fits. Search for other words, or clear the filters."
SHOW_ALL = "Show all articles"
NO_CLAIMS = "no claims yet"
TAKEN = "taken in "
BEST_FIRST = "newest first among the best matches"


def shown(count: int, ordered: str) -> str:
    """Say what a page of the list shows."""
    return f"{'1 article' if count == 1 else f'{count} articles'}, {ordered}"


def claims(count: int) -> str:
    """Count claims."""
    return "1 claim" if count == 1 else f"{count:,} claims"


def signed(count: int, of: int) -> str:
    """Say how many claims are signed off."""
    return f"{count:,} of {claims(of)} signed off"


def undone(count: int) -> str:
    """Say how many claims wait for somebody."""
    return f"{count:,} left to do" if count else "nothing left to do"
