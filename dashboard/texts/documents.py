"""The words of forms that bring texts in, and of what became of them."""

from __future__ import annotations

TITLE = "Title"
TITLE_IF_EMPTY = "Title (read from the text if empty)"
DESCRIPTION = "This is my description; the real title is not known"
AUTHOR = "Author"
PUBLISHER = "Publisher"
DATE = "Date"
DATE_HINT = "2024, 2024-08 or 2024-08-06"
ADDRESS = "Address"
ADDRESS_HINT = "https://…"
LANGUAGE = "Language"
LANGUAGE_HINT = "en"
NOTE = "Note"
KIND = "Kind"

FILES = "Files with one article each"
PASTED_ARTICLE = "Or paste the text of one article"
WHAT_YOU_KNOW = "What you know of it"
ALL_OPTIONAL = "All optional. With several files only the publisher, the date and the language are used."
TAKE_IN = "Take in"
NOTHING_BROUGHT = "Choose a file, or paste the text of an article."

FILE = "A file with its text"
PASTED = "Or paste its text"
ADD_SOURCE = "Add the source"
CAPTURE = "Capture the text"
NO_TEXT = "Choose a file, or paste the text."

WORDS = "Its words in the article, exactly"
LITERAL = "Its words in the article"
STATEMENT = "The claim as a sentence that stands on its own"
STATEMENT_HELP = (
    "Somebody who has not read the article should understand it: put names for pronouns, dates for «today»."
)
TYPE = "Type"
SPEAKER = "Speaker, as named"
SPEAKER_HINT = "empty for nobody"
ADD_CLAIM = "Add the claim"

CAPTURED = "The text is captured."
NOT_IN_TEXT = "These words are not in the article's text. Copy them from the text as it stands."
PASTED_NAME = "pasted text"


def in_several_places(count: int) -> str:
    """Say that words stand in more than one place."""
    return f"These words stand in {count} places of the text. Select the right ones in the text, or copy a few more."


def added(ref: str) -> str:
    """Say that something was added."""
    return f"Added as {ref}."


def added_with_text(ref: str) -> str:
    """Say that a source was added with its text."""
    return f"Added as {ref} with its text."


def added_without_text(ref: str) -> str:
    """Say that a source was added without a text."""
    return f"Added as {ref}, without a text."


def added_unread(ref: str, why: str) -> str:
    """Say that a source was added, but its text could not be read."""
    return f"Added as {ref}, but its text could not be read: {why}"


def known_already(ref: str) -> str:
    """Say that nothing was added."""
    return f"The desk has these very bytes already, as {ref}; nothing was added."


def taken_in(ref: str, drafts: int) -> str:
    """Say that an article was taken in."""
    return f"Taken in as {ref} with {'1 draft of a claim' if drafts == 1 else f'{drafts} drafts of claims'}."


REASON = "Reason: "
BY = "by "


def letters(count: int) -> str:
    """Say how long a text is."""
    return f"{count:,} characters of text"
