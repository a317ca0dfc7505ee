"""The words of adding documents by their addresses, and of what became of each address."""

from __future__ import annotations

ADDRESSES = "Addresses, one on each line"
ADDRESSES_HINT = "https://www.example.org/report"
NO_ADDRESS = "Paste at least one address."
NOT_OF_THE_WEB = "This is no address of the web: one begins with https:// and names a site."
WITH_NAME = "An address with a name and a password in it is not fetched: take them out."
PUT_AWAY = "Put this list away"
ADDED, KNOWN, NOT_TAKEN = "new source", "known source", "not taken"


def too_many(count: int, most: int) -> str:
    """Say that too many addresses were pasted at once."""
    return f"These are {count:,} addresses; paste at most {most:,} at once."


def address_too_long(most: int) -> str:
    """Say that an address is too long."""
    return f"This address is longer than {most:,} characters."


def addressed(good: int, of: int) -> str:
    """Head the list of what became of addresses."""
    return f"{good:,} of {'1 address' if of == 1 else f'{of:,} addresses'} can be fetched"


def more_addresses(count: int) -> str:
    """Say that the list is cut."""
    return "1 more is not listed here." if count == 1 else f"{count:,} more are not listed here; the job has all."
