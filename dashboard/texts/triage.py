"""Going through an article's drafts: what the page says, its keys, what became of a deed."""

from __future__ import annotations

from collections.abc import Sequence

from db.vocabulary import NotForUsReason

TITLE = "Triage"
ARTICLE_KIND = "article"
EXAMPLE = "FA-000001"

# Choosing an article
WAITING = "Articles with drafts that wait"
WAITING_ABOUT = "The machine has drafted these claims. Keep what the desk will check; turn away what it will not."
NOTHING_WAITS = "No draft waits to be judged."
NOTHING_WAITS_ABOUT = "Drafts come with an article: take one in, and its claims are drafted for you."
TAKE_IN = "Take an article in"
TO_QUEUE = "See the open claims"
NONE_HERE = "The machine has drafted nothing in this article."
NONE_HERE_ABOUT = "Select words in its text to add a claim yourself."
TO_ARTICLE = "Open the article"

# Who may
READ_ONLY = "You are reading along: judging drafts takes the role of checker or editor."

# Order and progress
BY_WORTH, BY_TEXT = "Most worth checking first", "In the order of the text"
ORDER = "Order"
DONE = "Every draft of this article has been judged."
DONE_ABOUT = "What was kept waits in the queue."
KEPT_IN_QUEUE = "The open claims of this article"
NEXT_ARTICLE = "Choose another article"

# The draft in focus
STATEMENT = "Statement"
NO_STATEMENT = "No statement yet: edit it before you keep it."
WORDS = "The words, where they stand"
OTHER_WORDING = "Another wording"
BY_MODEL = "by"
SEEN_BEFORE = "Seen before"
SAME, DIFFERENT = "The same", "Not the same"
COMES_NEXT = "Next:"
IN_ARTICLE = "In the article"
LIST = "All drafts of this article"
DRAFT_IN_FOCUS = "The draft in focus"
MARKED = "marked for merging"
SAVING = "saving"

# The deeds: the word on the button, and the key
KEEP, EDIT, AWAY, MERGE, SPLIT, UNDO = "Keep", "Edit and keep", "Not for us", "Merge with the next", "Split", "Undo"
MERGE_MARKED = "Merge with the marked one"
MARK, UNMARK = "Mark", "Take the mark away"
USE_WORDING = "Use it"
BACK = "Back"
WHY_NOT = "Why not?"
SAVE = "Keep with these changes"
SPLIT_NOW = "Split and keep both"
CUT_HINT = "Move the cut with the left and right arrow keys; with Shift to where a clause begins."
FIRST_PART, SECOND_PART = "First part", "Second part"
CUT_HERE = "The cut: left and right arrow keys move it"

FIELDS = {
    "statement": "Statement",
    "speaker_as_named": "Speaker",
    "speaker_role": "Role",
    "cue": "Cue",
    "said_on": "Said on",
    "said_on_text": "The date in the article's words",
    "said_where": "Place",
    "claim_type": "Type",
}
DATE_HINT = "2024, 2024-08 or 2024-08-06"

KEYS_LABEL = "Keys"
KEYS = (
    (("k",), "keep"),
    (("e",), "edit and keep"),
    (("n", "1–5"), "not for us, and why"),
    (("m",), "merge with the next, or with the marked one"),
    (("x",), "mark for merging"),
    (("s",), "split"),
    (("w",), "use the other wording"),
    (("y", "d"), "seen before: the same, or not"),
    (("z", "u"), "undo"),
    (("j", "p"), "next, previous"),
    (("Esc",), "leave what is open"),
)
READER_KEYS = ((("j", "p"), "next, previous"),)

# What is told
EDITED_WHY = "Put right while going through the drafts"
REWORDED_WHY = "Another wording taken over"
KEPT_AFTER_ALL = "Kept after all"
NOTHING_TO_UNDO = "There is nothing to undo: you have not judged a draft of this article yet, or have undone it all."
NOT_UNDERSTOOD = "That could not be read; nothing was changed."
REASONS = {
    NotForUsReason.NOT_A_CLAIM: "not a claim",
    NotForUsReason.OPINION: "opinion",
    NotForUsReason.TRIVIAL: "trivial",
    NotForUsReason.DUPLICATE: "duplicate",
    NotForUsReason.OUT_OF_SCOPE: "out of scope",
}


def kept(ref: str, *, edited: bool) -> str:
    """Say that a draft was kept."""
    return f"{ref} is kept, with your changes." if edited else f"{ref} is kept."


def turned_away(ref: str, reason: NotForUsReason) -> str:
    """Say that a draft was turned away."""
    return f"{ref} is not for us: {REASONS[reason]}."


def reworded(ref: str) -> str:
    """Say that another wording was taken over."""
    return f"{ref} has the other wording now."


def merged(gone: str, ref: str) -> str:
    """Say that a draft went into another one."""
    return f"{gone} is merged into {ref}."


def split(ref: str, others: Sequence[str]) -> str:
    """Say that a draft was split."""
    return f"{ref} is split; {', '.join(others)} is new. All parts are kept."


def compared(ref: str, other: str, *, same: bool) -> str:
    """Say what was made of an earlier claim."""
    return f"{ref} repeats {other}." if same else f"{ref} says something else than {other}."


def undone(ref: str) -> str:
    """Say that a deed was undone."""
    return f"{ref} is as it was before."


def progress(judged: int, drafted: int, kept: int) -> str:
    """Say how far an article's drafts have been judged."""
    if not judged:
        return "1 draft waits" if drafted == 1 else f"{drafted:,} drafts wait"
    return f"{judged:,} of {drafted:,} judged, {kept:,} kept"


def precision(kept: int, judged: int) -> str:
    """Say how many of the judged drafts the desk kept."""
    return f"Precision so far: {round(100 * kept / judged)} % of the judged drafts kept" if judged else ""


def of_drafter(drafter: str, kept: int, judged: int) -> str:
    """Say how many drafts of one drafter were kept."""
    return f"{drafter}: {kept:,} of {judged:,}"


def waits(waiting: int, drafts: int) -> str:
    """Count an article's drafts that wait."""
    if waiting == drafts:
        return "1 draft waits" if drafts == 1 else f"{drafts:,} drafts wait"
    return f"{waiting:,} of {drafts:,} drafts wait"


def articles(count: int) -> str:
    """Count the articles on a page of the list."""
    return "1 article" if count == 1 else f"{count:,} articles"
