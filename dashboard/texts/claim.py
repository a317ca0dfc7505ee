"""The claim's page: its head, the way to the first hand, where it stands, its tabs."""

from __future__ import annotations

TITLE = "Claim"
ALL_CLAIMS = "All claims"
EXAMPLE = "claim?claim=FH-000001"
KIND = "claim"

# The head
WHO, SAID_WITH, QUOTED, WHEN, WHERE = "Who", "Said with", "Quoted words", "When", "Where"
TYPE, ARTICLE, ORIGIN = "Type", "Article", "Origin"
NOBODY = "nobody: the article's own claim"
NOT_KNOWN = "not known"
READ_BY_MACHINE = "What the machine read in these words"
MORE_CONTEXT = "More of the article around it, and how this came here"


def quoted(words: str) -> str:
    """Put foreign words in quotation marks."""
    return f"«{words}»"


def not_checkable(kind: str) -> str:
    """Tell the type of a claim that sources cannot settle."""
    return f"{kind}, not checkable"


def named_as(name: str, as_named: str) -> str:
    """Tell a speaker and how the article names them."""
    return f"{name}, named as «{as_named}»"


def dated(date: str | None, words: str | None) -> str:
    """Tell when it was said, as a date and in the article's words."""
    if date and words:
        return f"{date} («{words}»)"
    return date or (quoted(words) if words else "")


def drafted(origin: str, by: str | None, reason: str | None) -> str:
    """Tell how a claim came onto the desk."""
    if not by:
        return origin
    return f"{origin}: {by}. {reason}" if reason else f"{origin}: {by}"


# The way to the first hand
PATH = "The way to the first hand"
STEP_ARTICLE, STEP_SPEAKER = "article", "speaker"
NO_EVIDENCE = "No evidence yet"
NO_EVIDENCE_MEANING = "Nothing has been put forward, so nobody knows how far this is from the first hand."
NO_FIRST_HAND = "No first hand yet"
NO_FIRST_HAND_MEANING = "Nothing put forward is first hand for this claim: the chain breaks here."
NOT_CAPTURED = "not captured"
NOT_CAPTURED_MEANING = "Its own text is not on file, so the words could not be checked against it."
NOT_PUT_FORWARD = "not put forward"
NOT_PUT_FORWARD_MEANING = "Known from the relations between sources; no passage of it is evidence on this claim."
IN_OWN_WORDS = "in their own words"
BY_STANCE = {"supports": "supported by", "refutes": "refuted by", "context": "set in context by"}


def by_relation(word: str) -> str:
    """Read a relation along the arrow."""
    return word.removeprefix("is ").removeprefix("a ")


def other_ways(count: int) -> str:
    """Tell that there are more ways than the one shown."""
    return "one other way" if count == 1 else f"{count} other ways"


def said_of_step(by: str, what: str, title: str, about: str) -> str:
    """Tell a step of the way in words."""
    named = f"{what} «{title}»" if title else what
    return " ".join(part for part in (by, named, f"({about})" if about else "") if part)


def said_of_way(steps: list[str]) -> str:
    """Tell a whole way in words, for those who do not see the picture."""
    return f"{PATH}: {'; then '.join(steps)}."


# Where it stands
SINCE, WAITS_FOR = "Since", "Waits for"
TURNED_AWAY, RECHECK_BECAUSE, WITHDRAWN_AS = "Turned away as", "Re-check because", "Withdrawn as"
WITH, CHECKED_BY, LAST_EDITED_BY, SIGNED_BY, BEST_TIER = (
    "With",
    "Checked by",
    "Last edited by",
    "Signed by",
    "Best tier",
)
NOBODY_YET = "nobody yet"
NO_DECIDING = "no deciding evidence"


def awaited(what: str, whom: str, until: str | None) -> str:
    """Tell what a claim on hold waits for."""
    return f"{what} from {whom}{f', until {until}' if until else ''}"


def signed(name: str) -> str:
    """Tell who signed; the moment follows."""
    return f"{name}, "


# The list one came from, and keys
PREVIOUS, NEXT = "Previous", "Next"
KEYS = "Keys"
KEY_WORDS = {
    "J": "next claim",
    "K": "previous claim",
    "L": "find the source",
    "E": "add evidence",
    "F": "findings",
    "S": "sign off",
    "U": "return",
    "A": "assign to me",
    "M": "comment",
}


def place_in_list(number: int, count: int) -> str:
    """Tell where in the list one came from a claim stands."""
    return f"{number:,} of {count:,}"


def keys(pressed: list[str]) -> str:
    """Tell which keys do what on this page now."""
    return ", ".join(f"{key} {KEY_WORDS[key]}" for key in pressed)


# Changed meanwhile
CHANGED = (
    "**This was changed after you opened it.** What you see below is as it is now. Saving is refused until you have"
    " looked at the changes."
)
CATCH_UP = "I have looked at it: go on from here"
NOT_SAVED = "**What you entered and could not save**"
DISCARD = "Discard it"

# Tabs
TABS_NAME = "More about this claim"
HISTORY, EDIT, JUDGEMENTS = "History", "Edit", "Judgements"
WHOLE_HISTORY = "The whole history of this claim"


def searches(count: int) -> str:
    """Name the tab of the search log."""
    return f"Searches {count}" if count else "Searches"


def replies(count: int, awaiting: int) -> str:
    """Name the tab of the requests for a reply."""
    if awaiting:
        return f"Replies {count}, {awaiting} awaited"
    return f"Replies {count}" if count else "Replies"


def comments(count: int, unresolved: int, blocking: int) -> str:
    """Name the tab of the comments."""
    if blocking:
        return f"Comments {count}, {blocking} blocking"
    if unresolved:
        return f"Comments {count}, {unresolved} unresolved"
    return f"Comments {count}" if count else "Comments"


def relations(count: int) -> str:
    """Name the tab of the related claims."""
    return f"Related claims {count}" if count else "Related claims"


def judgements(count: int) -> str:
    """Name the tab of the acts of judgement."""
    return f"{JUDGEMENTS} {count}" if count else JUDGEMENTS


# Editing
EDIT_SIGNED = "This claim is signed. A change takes the signature away and asks for a re-check."
EDIT_NOT_YOU = "Only checkers and editors edit claims, and a withdrawn claim stays as it was."
STATEMENT = "The claim as a sentence that stands on its own"
LINES = {
    "speaker_as_named": "Speaker, as the article names them",
    "speaker_role": "Their role, as the article gives it",
    "cue": "Cue: the words that attribute",
    "quoted_words": "Quoted words",
    "said_on": "Said on: 2024, 2024-08 or 2024-08-06",
    "said_on_text": "The date in the article's words",
    "said_where": "Said where",
}
FIND_SPEAKER = "Find the speaker"
SPEAKER_RECORD = "Speaker on file"
NO_SPEAKER_RECORD = "nobody on file"
CHECKABLE = "Sources can settle it"
WHY_CHANGED = "Why it is changed"
SAVE_CHANGES = "Save the changes"


def roles(names: list[str]) -> str:
    """Name roles one may have."""
    return " or ".join(names)


def takes_role(names: list[str]) -> str:
    """Tell that one lacks a role."""
    return f"This takes the role of {roles(names)}; you do not have it."
