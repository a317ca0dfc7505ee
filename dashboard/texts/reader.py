"""The words of an article's page: its head, the reader, what stands beside the text, its captures."""

from __future__ import annotations

from db.vocabulary import WorkState

TITLE = "Article"
KIND = "article"
EXAMPLE = "?article=FA-000001"
ALL_ARTICLES = "All articles"

# The head
UNKNOWN_TITLE = "This is a description; the real title is not known."
NO_DATE = "date not known"
ORIGINAL = "The original"
LANGUAGE = "The language of the text, as the file says it or as the text shows it."
CORRECT = "Correct this"
CORRECT_TITLE = "What is known of the article"
SAVE = "Save"
ON_FILE = "on file since "
NO_SENTENCES = "No sentence of its own prose was found in this text."
NO_CLAIMS = "no claim is taken on yet"


def carrying(count: int, of: int) -> tuple[str, str]:
    """Say how many sentences carry a claim: what is linked, and what follows."""
    return (
        f"{count} of {of} {'sentence' if of == 1 else 'sentences'}",
        " carry a claim" if count != 1 else " carries one",
    )


def signed(count: int, of: int) -> tuple[str, str]:
    """Say how many claims are signed off."""
    return f"{count} of {of} {'claim' if of == 1 else 'claims'}", " are signed off" if count != 1 else " is signed off"


def to_recheck(count: int) -> tuple[str, str]:
    """Say how many claims are to be re-checked."""
    return f"{count}", " to be re-checked"


def drafts(count: int) -> tuple[str, str]:
    """Say how many drafts wait."""
    return f"{count}", " drafts to look at" if count != 1 else " draft to look at"


CARRYING_MEANING = (
    "Sentences of the article's own prose in which a claim was taken on. Headings, links to other stories and readers' "
    "comments are not counted. Follow the number to see the others in the text."
)

# The text
NO_TEXT = "No capture of this article has a text. The captures below say why."
REGION = "The text as captured"
UNREAD = "What has nobody looked at"
KEYS_LABEL = "Keys"
KEYS = (
    ("j, k", "next mark, mark before; on a mark the arrow keys too"),
    ("Enter", "open the claim beside the text"),
    ("Escape", "close it"),
    ("n", "make a claim of the selected words"),
    ("u", "what has nobody looked at"),
    ("?", "show these keys, or hide them"),
)
MAKE = "Make a claim of these words"
SELECT_FIRST = "Select some words of the text first."


def unread(count: int, of: int) -> str:
    """Say how many sentences nobody has looked at."""
    return f"{count} of {of} sentences" if of != 1 else f"{count} of 1 sentence"


# Beside the text
OPEN_WHOLE = "Open the whole claim"
PREVIOUS = "Mark before"
NEXT = "Next mark"
CLOSE = "Close"
NO_STATEMENT = "Nobody has put this into a sentence of its own yet."
SAID_BY = "said by "
NO_SPEAKER = "no speaker named"
ATTRIBUTION = "Who said it"
SUBSTANCE = "Is it so"
FLAGS = "Missing or wrong"
EVIDENCE = "Evidence"
NO_EVIDENCE = "No evidence yet."
NO_PLACE = "no place given"
ELSEWHERE = "Its words stand in another capture than the one on view."
SHOW_THAT = "Show that capture"
HINT = (
    "Choose a mark to open its claim here. Select words to make a claim of them. In the text, the key ? lists the keys."
)
ADD_CLAIM = "Add a claim by its words"
WORDS_DIFFER = "The words that you selected are not those of the captured text. Select them again."
NEW_CLAIM = "A new claim"
ON_WITH_IT: dict[WorkState, tuple[tuple[str, str], ...]] = {
    WorkState.OPEN: (("Take it up", ""), ("Add evidence", "evidence")),
    WorkState.IN_CHECK: (("Add evidence", "evidence"), ("Set the findings", "findings")),
    WorkState.ON_HOLD: (("Go on checking", ""),),
    WorkState.IN_REVIEW: (("Sign off", "signature"), ("Send back", "return")),
    WorkState.RECHECK: (("Look at the evidence again", "evidence"),),
    WorkState.SIGNED_OFF: (("Comment", "comment"),),
    WorkState.PUBLISHED: (("Comment", "comment"),),
}
"""What one may go on with in each state, and the form of the claim's page that it opens."""


def not_here(asked: str) -> str:
    """Say that the address opens a claim that this article does not have."""
    return f"«{asked}» is no claim of this article."


def language(tag: str | None) -> str:
    """Say in which language the text is."""
    return f"language: {tag}" if tag else "language not known"


def drafts_heading(count: int) -> str:
    """Head the list of drafts."""
    return f"Drafts to look at: {count}"


def more_drafts(count: int) -> str:
    """Say how many drafts are not on view."""
    return f"{count} more come up as you decide." if count != 1 else "1 more comes up as you decide."


WHY_DRAFTED = "Why drafted: "
KEEP = "Keep"
NOT_FOR_US = "Not for us"
WHY_NOT = "Why not"
TURN_AWAY = "Turn it away"

# Below the text
CLAIMS = "Its claims"
NONE_TAKEN = "The desk has taken on none of its claims yet. Keep a draft, or select words of the text."
NEWER_TEXT = "Bring its text as it stands now"
NEWER_TEXT_ABOUT = "The earlier capture stays, and so do its claims; the differences are shown side by side."
IN_QUEUE = "These claims in the queue"


def turned_away(count: int) -> str:
    """Name the way to what was turned away."""
    return "1 turned away" if count == 1 else f"{count} turned away"


HISTORY = "History of this article"


def marked_in(count: int) -> str:
    """Say how many claims are marked in another capture; its date follows."""
    return f"{'1 claim is' if count == 1 else f'{count} claims are'} marked in the capture of "


def place_of(number: int, count: int) -> str:
    """Say which of the marks is open."""
    return f"{number} of {count}"
