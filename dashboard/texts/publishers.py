"""The words about publishers: whose an address is, and what the desk notes of them."""

from __future__ import annotations

INTRO = (
    "A registry that comes with Firsthand knows many institutions by their addresses. Checkers, editors and"
    " administrators add to it and overrule it. It all is a hint for whoever puts evidence forward and changes none"
    " that is there: each piece of evidence keeps its own tier."
)
WHOSE = "Whose address is this?"
WHOSE_HINT = "Paste an address"
NOBODYS = "Nothing is known of this address. You can enter its publisher below."
NO_ADDRESS = "This is no address of the web."
SHOWN = "Entries"
HERE, OWN, SHIPPED = "On this desk", "The desk's own", "Shipped"
FIND, FIND_HINT = "Search", "A part of a name or an address"
KIND, COUNTRY, HOSTS, NAME = "Kind", "Country", "Addresses", "Name"
NAME_HELP = "As sources have it"
COUNTRY_HELP = "Two letters, such as DE or BR; nothing for an international body"
HOSTS_HELP = (
    "One or more hosts, such as example.org; each covers all below it, unless «=» stands before it. A path, as in"
    " example.org/reports, narrows it."
)
NO_KIND = "Not known"
ADD = "Add a publisher"
NONE_OWN = "**The desk has no entries of its own.** Judge a publisher, or add one."
OVERRULES = "Takes addresses from the registry's entry"
FROM_REGISTRY = "as shipped"
WHAT = "publishers"


def hosts(count: int) -> str:
    """Say that there are more addresses than are shown."""
    return f"and {count} more"


def shown(count: int, of: int) -> str:
    """Say how many publishers are on view, of how many."""
    return f"{count:,} of {of:,} publishers" if count < of else f"{of:,} publishers" if of != 1 else "1 publisher"
