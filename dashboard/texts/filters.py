"""What the filters of lists say, and what the queue's address can hold."""

from __future__ import annotations

DESK = "Desk"
ALL_DESKS = "All desks"
ANY = "Any"

ADD = "Filter"
STATUS = "Status"
TYPE = "Type"
FLAG = "Flag"
FINDING = "Did the speaker say it"
TIER = "Nearest deciding source"
DRAFT = "The machine's drafts"
MINE = "Assigned to me"
NOBODY = "Assigned to nobody"
CHECKABLE = "Checkable only"
NARROW = "Speaker, article or source"
NARROW_HINT = "Part of a name or a title"
NARROW_NONE = "Nothing on this desk is called so."
WHICH_DATE = "Which date"
DAYS = "Days, months or years"
DAYS_HINT = "2024-08 or 2024-08-05..2024-08-11"

SEARCH = "Search claims"
SEARCH_HINT = "Search the statements, the articles' words and the notes"
SORT = "Order"
GROUP = "Group"
NO_GROUPS = "Not grouped"
SORT_BY_MATCH = "Best matches first"

SORTS = {
    "newest": "Newest first",
    "waiting": "Waiting longest first",
    "text": "In the text's order",
    "state": "By state",
}
ORDERED = {
    "newest": "newest first",
    "waiting": "waiting longest first",
    "text": "in the order of the text",
    "state": "by state",
    "article": "by article",
    "speaker": "by speaker",
    "match": "best matches first",
}
GROUPS = {"article": "By article", "speaker": "By speaker", "state": "By state"}

PERIODS = {
    "came": "Came in",
    "waiting": "Waiting since",
    "signed": "Signed off",
    "reopened": "Came back",
    "said": "Said",
    "dated": "Source dated",
}

NAMES = {
    "q": "search",
    "status": "status",
    "type": "type",
    "flag": "flag",
    "finding": "attribution",
    "desk": "desk",
    "tier": "nearest source",
    "draft": "the machine's draft,",
    "speaker": "said by",
    "article": "in",
    "source": "rests on",
    "mine": "assigned to me",
    "nobody": "assigned to nobody",
    "checkable": "checkable only",
    "came": "came in",
    "waiting": "waiting since",
    "signed": "signed off",
    "reopened": "came back",
    "said": "said",
    "dated": "source dated",
    "sort": "order",
    "group": "groups",
}
"""What each name in the address means, as a chip says it."""

CLEAR = "Clear all"
KINDS = {"speaker": "speaker", "article": "article", "source": "source"}


def taken_away(name: str, value: str) -> str:
    """Name the cross on a chip for somebody who cannot see what it stands on."""
    return f"Take the filter away: {name} {value}".strip()


def days(first: str, last: str) -> str:
    """Put a period in words; an end that is open is empty."""
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"until {last}"


def bad_value(name: str, value: str) -> str:
    """Say that the address asks for something that there is not."""
    return f"The address asks for {name} «{value}», which is not known here; the list is shown without it."


def unknown_name(name: str) -> str:
    """Say that the address asks for something that this page does not know."""
    return f"The address asks for «{name}», which this page does not know; it is left out."


def bad_days(value: str) -> str:
    """Say how to write a period."""
    return f"«{value}» is no period: write 2024, 2024-08, 2024-08-05 or 2024-08-05..2024-08-11."
