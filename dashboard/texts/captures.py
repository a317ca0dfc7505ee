"""The words of captures: how they came, what is known of each, and two of them side by side."""

from __future__ import annotations

from db.vocabulary import Archive, AttestationState, CaptureOutcome

TITLE = "Two captures side by side"
EXAMPLE = "?document=FS-000001"
KIND = "document"
BEFORE, AFTER = "Before", "After"
CHOOSE_BEFORE, CHOOSE_AFTER = "The earlier capture", "The later capture"
SWAP = "Swap the two"
TOO_FEW = (
    "There is only one text of this document on file, or none, so there is nothing to compare. Capture it again, or"
    " bring a later text by hand, and come back."
)
OPEN_DOCUMENT = "Open the document"
SAME_CAPTURE = "This is one capture twice. Choose another one on either side."
SAME_TEXT = "Both captures have the same text, letter by letter."
ONLY_SPACES = "The words are the same; only blanks or line breaks differ."

PASSAGES = "Passages that claims rest on"
OWN_WORDS = "Words that were made into claims"
NO_PASSAGES = "Nothing rests on the earlier of the two captures."
SHOW_THAT = "Show that capture"
COMPARE_THAT = "Compare that one"
REST = "Everything that differs"
SHOW_REST = "Show everything that differs"
HIDE_REST = "Show the passages only"
PREVIOUS, NEXT = "Change before", "Next change"
KEYS = "Keys: n next change, p change before"
EARLIER_PART, LATER_PART = "Earlier changes", "Further changes"
NOT_THERE = "not there"
STANDS_ELSEWHERE = "stands in another place of the other text, word for word"

FATES = {
    "same": ("check", "unchanged", "The words and their paragraph stand there as they were."),
    "around": (
        "edit_note",
        "unchanged, other words around it differ",
        "The words hold; others near them differ.",
    ),
    "moved": ("move_down", "moved", "The paragraph stands in another place of the text, word for word."),
    "changed": ("difference", "changed", "Words of the passage itself differ."),
    "gone": ("search_off", "gone", "Its paragraph is not in the later text."),
}
"""What became of a passage: icon, word and meaning by code."""
CHANGES = {
    "changed": ("difference", "changed"),
    "removed": ("remove", "taken out"),
    "added": ("add", "put in"),
    "moved_away": ("move_up", "moved away"),
    "moved_here": ("move_down", "moved here"),
}
"""What became of a paragraph: icon and word by code."""

OUTCOME_ICONS = {
    CaptureOutcome.COMPLETE: "inventory_2",
    CaptureOutcome.NO_TEXT: "draft",
    CaptureOutcome.PARTIAL: "content_cut",
    CaptureOutcome.REFUSED: "block",
    CaptureOutcome.GONE: "link_off",
    CaptureOutcome.UNREACHABLE: "cloud_off",
    CaptureOutcome.FAILED: "error",
}
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
ARCHIVES = {Archive.WAYBACK: "Wayback Machine"}
STATES = {
    AttestationState.ASKED: "asked",
    AttestationState.PENDING: "pending",
    AttestationState.DONE: "kept",
    AttestationState.REFUSED: "refused",
    AttestationState.FAILED: "failed",
}
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
DIFFERENCE_COLUMNS = ("number", "change", "before", "after", "before from", "before to", "after from", "after to")


def compared(count: int) -> str:
    """Say how many paragraphs are the same."""
    return "1 paragraph is the same" if count == 1 else f"{count:,} paragraphs are the same"


def kinds(count: int, kind: str) -> str:
    """Count changes of a kind."""
    return f"{count:,} {CHANGES[kind][1]}"


def summed(changes: int) -> str:
    """Say how many paragraphs differ."""
    return "1 paragraph differs" if changes == 1 else f"{changes:,} paragraphs differ"


def folded(count: int, above: str) -> str:
    """Say how many paragraphs are the same before a change, and how the last of them ends."""
    said = "1 paragraph is the same" if count == 1 else f"{count:,} paragraphs are the same"
    return f"{said}, up to «{above}»" if above else said


def left_out(count: int) -> str:
    """Say that characters are left out."""
    return f" [… {count:,} characters …] "


def change_of(number: int, of: int, kind: str) -> str:
    """Name a change for a screen reader."""
    return f"Change {number:,} of {of:,}: {CHANGES[kind][1]}"


def part(first: int, last: int, of: int) -> str:
    """Say which of the changes are shown."""
    return f"Changes {first:,} to {last:,} of {of:,}"


def position(of: int) -> str:
    """Say how many changes there are to walk through; the first place is filled in by the browser."""
    return f"of {of:,}"


def fates(count: int, fate: str) -> str:
    """Count passages by what became of them."""
    return f"{count:,} {FATES[fate][1]}"


def of_another(count: int) -> str:
    """Say how many claims rest on an earlier capture; its date follows."""
    return "1 passage rests on the capture of " if count == 1 else f"{count:,} passages rest on the capture of "


def option(moment: str, method: str, characters: int, number: int) -> str:
    """Name a capture in a choice; two of one minute and length are told apart by their numbers."""
    return f"{moment} UTC, {method}, {characters:,} characters (capture {number})"


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


def archive_state(archive: Archive, state: AttestationState) -> str:
    """Say where a request to an archive stands."""
    return f"{ARCHIVES[archive]}: {STATES[state]}"


ADDRESSES = "Addresses, one on each line"
ADDRESSES_HINT = "https://www.example.org/report"
NO_ADDRESS = "Paste at least one address."
NOT_OF_THE_WEB = "This is no address of the web: one begins with https:// and names a site."
WITH_NAME = "An address with a name and a password in it is not fetched: take them out."
PUT_AWAY = "Put this list away"
ADDED, KNOWN, NOT_TAKEN = "new source", "known source", "not taken"
IN_WORK = {"waiting": "hourglass_empty", "running": "sync", "done": "check", "failed": "error", "cancelled": "block"}
"""Icons by how a piece of work stands."""


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
