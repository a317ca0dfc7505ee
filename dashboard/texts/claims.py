"""What the list of claims says: its rows, its views, its keys, what to do where there is nothing."""

from __future__ import annotations

TITLE = "Claims"
LIST = "Claims"
VIEWS = "Views"
FILTERS = "Filters"
SELECT_ALL = "Select every claim on view"
STATUS = "Status"
CLAIM = "Claim"
EVIDENCE = "Evidence"
ASSIGNEE = "With"
WAITS = "Waits"

NO_EVIDENCE = "no evidence yet"
NOBODY = "nobody"
SINCE = "since"
TODAY = "today"
ONLY_THESE = "Only these"
NO_SPEAKER = "No speaker on file"

NOTHING_YET = "**There are no claims yet.** They come with the articles that the desk takes in."
TAKE_IN = "Take an article in"
NOTHING_FITS = "**No claim fits all of these filters.** Take one away, or start over."
NOTHING_MINE = "**Nothing waits for you.** Take a claim from those that nobody has, or look at all of them."
NOTHING_LEFT = "**Nothing is left in this view.** What is done has moved on."
SHOW_ALL = "Show all claims"
SHOW_NOBODYS = "See what nobody has"

KEYBOARD = "Keyboard"
KEYS_TITLE = "Keys of the claims list"
KEYS_NOTE = "They work while the list has the focus, or nothing has; never while you type."
KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("j", "↓"), "Next claim"),
    (("k", "↑"), "Previous claim"),
    (("Enter", "o"), "Open the claim"),
    (("x", "Space"), "Select it, or take it out of the selection"),
    (("Shift + ↓", "Shift + ↑"), "Select on from here"),
    (("Esc",), "Select nothing"),
    (("b",), "Go to what can be done with the selected claims"),
    (("a",), "Assign the claim to me, at once"),
    (("e",), "Add evidence"),
    (("m",), "Comment"),
    (("u",), "Return it to its checker"),
    (("s",), "Sign off"),
    (("/",), "Search"),
    (("?",), "This list of keys"),
)
KEY, DOES = "Key", "What it does"

SAVE_VIEW = "Save this view"
MANAGE = "Saved views"
NAME = "Name of the view"
SAVE = "Save"
SAVE_HINT = "What is shown now, with its filters, order and groups, under a name of your own."
SAME_NAME = "A view that has this name already is replaced."
DELETE = "Delete"
NEW_NAME = "Another name for it"
RENAME = "Rename"
CHOOSE_VIEW = "Your view"
NEEDS_NAME = "Give the view a name."

ALL = "All"
MY_WORK = "My work"
FOR_SIGN_OFF = "Waiting for sign-off"
FOR_RECHECK = "To be re-checked"
NOBODYS = "Nobody's"
OLDEST_OPEN = "Oldest open"


def said_by(speaker: str, day: str) -> str:
    """Say who said it, and when if that is known."""
    return f"{speaker}, {day}" if day else speaker


def said_on(day: str) -> str:
    """Say when it was said where nobody knows by whom."""
    return f"said {day}"


def evidence(count: int) -> str:
    """Count pieces of evidence in a narrow column."""
    return "1 piece" if count == 1 else f"{count} pieces"


def pieces(count: int) -> str:
    """Count pieces of evidence in a line."""
    return "1 piece of evidence" if count == 1 else f"{count} pieces of evidence"


def with_person(name: str) -> str:
    """Say who has a claim."""
    return f"with {name}"


def spoken_by(name: str) -> str:
    """Say who is quoted."""
    return f"said by {name}"


def waits(days: int) -> str:
    """Say how long a claim has been where it is."""
    if days < 1:
        return TODAY
    if days < 60:  # noqa: PLR2004 - beyond two months the days say nothing more
        return f"{days} day{'' if days == 1 else 's'}"
    return f"{days // 30} months" if days < 730 else f"{days // 365} years"  # noqa: PLR2004


def in_status_since(status: str, since: str) -> str:
    """Say exactly since when a claim has had its status."""
    return f"{status} since {since}"


def select(ref: str) -> str:
    """Name a row's checkbox."""
    return f"Select {ref}"


def group(name: str, count: int) -> str:
    """Name a group for somebody who hears the list."""
    return f"{name}, {on_view(count)}"


def on_view(count: int) -> str:
    """Count the claims of a group that are on view."""
    return f"{count} on view"


def counted(shown: int, total: int, *, more: bool, ordered: str) -> str:
    """Count what is on view of all that fit."""
    claims = "claim" if total == 1 else "claims"
    return f"{shown:,} of {total:,}{' or more' if more else ''} {claims}, {ordered}"


def assigned(ref: str) -> str:
    """Say that a claim has a checker now."""
    return f"{ref} is assigned to you."


def share(part: int, total: int) -> str:
    """Write a share of a whole in per cent."""
    return f"{100 * part / total:.0f} %"


def relation_to(word: str) -> str:
    """Say how this claim stands to another."""
    return f"this {word}"


def relation_from(word: str) -> str:
    """Say how another claim stands to this one."""
    return f"{word} this:"
