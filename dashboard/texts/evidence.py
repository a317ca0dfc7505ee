"""Evidence on a claim: its cards, and the forms that add, change and withdraw it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.texts import languages

HEADING = "Evidence"
NONE_YET = "No evidence has been put forward yet. Log where you searched, or add what you found."
NO_ROLE = "Evidence is added by checkers."
UNFOLD = "In context"
WHOLE_SOURCE = "Whole source"
ORIGINAL = "Open the original"
CHANGE = "Change or withdraw it"
NO_PLACE = "no place in the source given"
FROM_CAPTURE = "from the captured text"
TYPED = "typed by a person; the source is not captured"
AN_IMPORT = "an import"
ARTICLE_QUOTES, SOURCE_HAS = "The article quotes", "The source has"
ARTICLE_FIGURE, SOURCE_FIGURE = "The article's figure", "The source's figure"
FIGURES_MEANING = "The claim's figure against the source's."
NOTHING_HERE = "nothing here"


def heading(count: int) -> str:
    """Head the list of evidence."""
    return f"{HEADING}: {count}" if count else HEADING


def on_aspect(word: str) -> str:
    """Tell what a passage speaks to."""
    return f"on {word}"


def place(locator: str | None, *, captured: bool) -> str:
    """Tell where a passage stands, and how its words came here."""
    return f"{locator or NO_PLACE}; {FROM_CAPTURE if captured else TYPED}"


def added_by(name: str | None) -> str:
    """Tell who added it; the moment follows."""
    return f"Added by {name or AN_IMPORT}, "


def differs(count: int) -> str:
    """Lead in the words that differ."""
    return "One place differs:" if count == 1 else f"{count} places differ:"


def more_cautions(count: int) -> str:
    """Tell how many more there are to look at."""
    return f"and {count} more, in context"


def translated(language: str | None) -> str:
    """Tell why the words were not compared."""
    return f"The source is in {languages.name(language)}: compared by figures and names only."


def names_absent(names: Sequence[str]) -> str:
    """Tell which names of the article's words the passage does not have."""
    return f"Names that were not found in it, in any spelling: {', '.join(names)}."


def withdrawn(why: str | None) -> str:
    """Tell why a piece was withdrawn."""
    return f"Withdrawn: {why or ''}"


def withdrawn_count(count: int) -> str:
    """Head the withdrawn pieces."""
    return f"Withdrawn evidence: {count}"


# Forms
FIND_SOURCE = "Find a source"
FIND_HINT = "words, an address or FS-000001"
SOURCE = "Source"
CHOOSE_SOURCE = "Choose a source"
NO_SUCH_SOURCE = "No source fits these words. Add it in the library first, under Sources."
WORDS = "Words of the source"
PASTE = "Paste them from the source"
FIND_PLACE = "Find the place"
BEST = "Worth reading first"
USE = "Use this passage"
NOT_FOUND = (
    "These words are not in the captured text, not even with other quotation marks or spaces. Copy them from"
    " the source's page, or capture the source again."
)
WHICH_PLACE = "Which place is meant?"
NOT_CAPTURED = (
    "The text of this source is not captured, so the words cannot be checked against it: the claim will be flagged."
    " You can capture the text on the source's page first."
)
LOCATOR = "Where they stand: page, paragraph, section"
ADD_TITLE = "Add evidence"
ADD = "Add the evidence"
QUOTED_HERE = (
    "The passage holds words that the claim quotes, so it is taken to speak to who said them. Whether it is so needs"
    " a passage of its own."
)
STANCE_MISSING = "Say what the passage does: does it support the claim, refute it, or give context?"
DOES = "What the passage does"
SPEAKS_TO = "What it speaks to"
TIER = "How first hand it is for this claim"
NOTE = "Note"
SAVE = "Save the judgement"
WHY_WITHDRAW = "Reason for withdrawing it"
WITHDRAW = "Withdraw the evidence"
EVIDENCE_FROM = "Evidence from"
WHERE = "Where they stand"


def change_title(source: str) -> str:
    """Head the forms that change a piece of evidence; ``source`` is shown as plain text."""
    return f"Change or withdraw: {source}"


def place_number(number: int) -> str:
    """Name one of several places."""
    return f"Place {number}"


def found_at(number: int, locator: str, *, several: bool) -> str:
    """Tell where pasted words were found."""
    return f"Place {number}: {locator}" if several else f"Found: {locator}"


def use(number: int) -> str:
    """Name the button that takes an offered passage."""
    return f"{USE} ({number})"


def usual_tier(tier: str, *, own: bool) -> str:
    """Tell where the tier comes from: the desk's ``own`` entry for the publisher, or the registry that is shipped."""
    if own:
        return f"«{tier}» is what this desk usually gives this publisher."
    return (
        f"«{tier}» is what the registry that comes with Firsthand gives this publisher; the desk has no entry for it."
    )


def source_option(ref: str, title: str) -> str:
    """Name a source in the list to choose from."""
    return f"{ref}  {title}"
