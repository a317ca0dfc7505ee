"""The words of captures: how each came, what is known of it, and what rests on it."""

from __future__ import annotations

SHOW_THAT = "Show that capture"
CAPTURES = "Captures"
NO_CAPTURES = "None yet. Have it fetched by one click above, or bring its text by hand."
CAPTURE_NOW, CAPTURE_AGAIN = "Capture now", "Look again now"
NO_URL = "It has no address, so it cannot be fetched: bring its text by hand, or correct what is known of it."
REFUSES_ROBOTS = (
    "The site refused to be fetched by a program. Open the page yourself, save it as a file, and bring it by hand:"
    " the capture says that it came so, and why."
)
NEXT_TRY = "next try "
BY = "by "
ON_VIEW = "on view"
COMPARE = "Compare with the one before"
SHOW_TEXT = "Show its text"
EVERYTHING = "Everything on it"
CLOSE = "Close"
ABOUT = "Everything known of one capture"
BY_HAND = "The address was not fetched: somebody brought the text by hand."
FACTS = {
    "taken": "Taken",
    "began": "Fetch began",
    "by": "By",
    "how": "How",
    "outcome": "Outcome",
    "reason": "Reason",
    "retry": "Next try",
    "address": "Address asked for",
    "final": "Came from in the end",
    "status": "HTTP status",
    "declared": "Type as declared",
    "taken_for": "Type it was taken for",
    "size": "Size",
    "sha256": "SHA-256 of the bytes",
    "file": "File",
    "text": "Text",
    "extractor": "Text read by",
}
HOPS = "The way there"
HEADERS = "Headers of the answer"
BYTES = "The bytes"
WARC = "As WARC"
FILES = "Files"
FILES_ABOUT = (
    "The bytes are what the address answered, unchanged: open them with care. A WARC holds them with the way there, for"
    " tools that read web archives."
)
NO_BYTES = "No bytes came, so there is nothing to save."
ATTESTED = "What archives say"
NO_ATTESTATION = "No archive was asked about this capture."
ASK_ARCHIVE = "Ask the Wayback Machine to keep it"
ARCHIVE_OFF = (
    "Asking the Wayback Machine to keep a page needs the desk's own key: set FIRSTHAND_WAYBACK_KEY and"
    " FIRSTHAND_WAYBACK_SECRET and start the server again."
)
IMPACT = "Claims that rest on this capture"
NO_IMPACT = "No claim rests on a passage of this capture."
CAPTURE_COLUMNS = (
    "capture",
    "taken",
    "how",
    "outcome",
    "reason",
    "next try",
    "by",
    "address",
    "final address",
    "status",
    "declared type",
    "type",
    "size",
    "sha256",
    "characters",
    "extractor",
    "hops",
)


def of_another(count: int) -> str:
    """Say how many claims rest on an earlier capture; its date follows."""
    return "1 passage rests on the capture of " if count == 1 else f"{count:,} passages rest on the capture of "


def size(count: int) -> str:
    """Write a size in bytes."""
    if count < 1024:  # noqa: PLR2004 - a kilobyte
        return f"{count:,} bytes"
    return f"{count / 1024:,.1f} kB ({count:,} bytes)"


def hop(number: int, status: int | None) -> str:
    """Number a step of the way, and say what was answered."""
    return f"{number}. {status}" if status is not None else f"{number}. no answer"


def answered_from(address: str) -> str:
    """Say which machine answered."""
    return f"from {address}"


def letters(count: int) -> str:
    """Say how long a text is."""
    return f"{count:,} characters of text"
