"""The words of two captures held side by side: what became of passages, and everything that differs."""

from __future__ import annotations

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


def option(moment: str, method: str, characters: int, number: int) -> str:
    """Name a capture in a choice; two of one minute and length are told apart by their numbers."""
    return f"{moment} UTC, {method}, {characters:,} characters (capture {number})"
