"""The words of an article's references: the list, the one that is open, and what became of them."""

from __future__ import annotations

TITLE = "Its references"
NONE = "This text has no links of its own. A text that was pasted, or a plain file, carries none."
SEARCH = "Search in its references"
SEARCH_HINT = "Words of the link, or its address"
SHOWN = "Show"
ALL, OPEN, DONE = "all", "not yet a source", "a source of the desk"
NONE_FITS = "No reference fits. Search for other words, or clear the filters."
SHOW_ALL = "Show all references"
NO_HOST = "no address of the web"
NO_WORDS = "a link without words"
TIED_TO = "tied to "
HERE_AS = "its address is here as "
NOT_HERE = "not yet a source"

REFERENCE = "Reference"
CLOSE = "Close"
WHERE_TO = "Its words in the article lead to"
NO_PLACE = "Its words were not found in the text."
ADD = "Add it as a source"
ADD_ABOUT = "The source gets this address; its words become a description until somebody gives it its title."
KIND = "Kind"
TIE = "Tie it to another source"
FIND = "Find a source"
FIND_HINT = "Words, a short id or an address"
CHOOSE = "Source"
NO_SOURCE = "No source fits. Try other words."
CHOOSE_FIRST = "Choose a source first."
TIE_SEND = "Tie it"
UNTIE = "Untie it"
UNTIED = "The reference is tied to no source any more."


def count(shown: int, of: int) -> str:
    """Say how many references are shown."""
    return f"{shown:,} of {of:,}" if shown < of else f"{of:,} in the order of the text"


def link_to(host: str) -> str:
    """Say what a link in the text is, on hovering."""
    return f"Reference: {host}"


def not_here(asked: str) -> str:
    """Say that the address opens a reference that this capture does not have."""
    return f"«{asked}» is no reference of this text."


def tie_here(ref: str) -> str:
    """Name the deed that ties a reference to the source with the same address."""
    return f"Tie it to {ref}"


def tied(ref: str) -> str:
    """Say that a reference was tied."""
    return f"The reference is tied to {ref}."


def added(ref: str) -> str:
    """Say that a source was added and the reference tied to it."""
    return f"Added as {ref}, and the reference is tied to it. Its text is not captured yet."


# Columns of a file.
PLACE, WORDS, ADDRESS, SITE, SOURCE, KNOWN_AS = "place", "words", "address", "site", "tied to", "address known as"
