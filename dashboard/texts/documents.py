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

FILES = "Files: one article each, or a feed"
FILES_HELP = (
    "Web pages, PDF, DOCX, Markdown and plain text hold one article each. A feed (RSS, Atom, JSON Feed) brings every "
    "article that it holds whole; those of which it has only a summary are named, with their address."
)
PASTED_ARTICLE = "Or paste the text of one article"
WHAT_YOU_KNOW = "What you know of it"
ALL_OPTIONAL = (
    "All optional: what the text says of itself is read from it, and can be corrected afterwards. With several files "
    "only the publisher, the date and the language are used."
)
AGAIN = "Where an address is here already with another text, add a later capture to that article"
CORRECTED = "Corrected."
NOTHING_DIFFERENT = "Nothing was different, so nothing was changed."
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


def same_text(ref: str) -> str:
    """Say that the text is here in other bytes."""
    return f"The desk has this text already, word for word, as {ref}; nothing was added."


def same_address(ref: str) -> str:
    """Say that the address is here with another text."""
    return f"Its address is here already as {ref}, with another text; nothing was added."


def captured_again(ref: str) -> str:
    """Say that a later text of an article was captured."""
    return f"Captured as the text of {ref} as it stands now. Its claims stay with the text that they were made in."


def taken_in(ref: str, drafts: int) -> str:
    """Say that an article was taken in."""
    return f"Taken in as {ref} with {'1 draft of a claim' if drafts == 1 else f'{drafts} drafts of claims'}."


def triage(count: int) -> str:
    """Name the way to the drafts of an article as a queue."""
    return "Triage 1 draft" if count == 1 else f"Triage {count:,} drafts"
