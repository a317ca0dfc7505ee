"""The words of the settings page."""

from __future__ import annotations

TITLE = "Settings"
RULES, PEOPLE, WORDS, PUBLISHERS = "Desk rules", "People", "Words", "Publishers"
HISTORY = "History of these changes"
CHANGE, CLOSE, SAVE = "Change", "Close", "Save"
ADD = "Add"

RULES_INTRO = (
    "Administrators set these rules. They count from the moment they are saved, for every claim of the desk; claims"
    " whose signature grows stale by them are flagged at once."
)
SELF_SIGNING = "A person may sign their own work, with a reason"
SELF_SIGNING_HELP = "Where it is off, a second person signs every claim. Where it is on, such a claim keeps a flag."
STALE_AFTER = "Days until a signature is stale"
STALE_HELP = "Older findings stand and carry the flag «stale», so that somebody looks again."
SELF_SIGNING_FACT = "Signing"
STALE_FACT = "Stale"
FOUR_EYES = "a second person signs every claim"
SELF_SIGNING_ALLOWED = "a person may sign their own work, with a reason"
SAVE_RULES = "Save the rules"
RULES_SAVED = "The rules are saved."

PEOPLE_INTRO = (
    "Administrators add people and give roles. A role opens its own doors only, also for an administrator. Nobody is"
    " deleted: whoever is disabled may do nothing more, and what they did keeps their name."
)
ADD_PERSON = "Add a person"
EMAIL = "Address or login name"
EMAIL_HELP = "It stays theirs for good: the history knows them by it."
NAME = "Name"
ROLES = "Roles"
DISABLED = "Disabled: may do nothing any more"
SAVE_PERSON = "Save the roles"
PERSON_SAVED = "The roles are saved."
NO_ROLE = "no role yet"
IS_DISABLED = "disabled"
YOU = "you"
ADMINISTRATORS_ONLY = "You can look at this; an administrator can change it."

WORDS_INTRO = (
    "Editors and administrators may rename a finding. The new word shows on every page, chart and export from then on;"
    " the code stays, and so do old links, colours, icons and what is on file."
)
RENAME = "Rename"
SUBSTANCE = "Is it so?"
ATTRIBUTION = "Did they say it?"
WORD = "What it is called"
SAVE_WORD = "Save the word"
WORD_SAVED = "The finding has its new word on every page."
WORD_BACK = "The finding has its own word again."
WORDS_ONLY = "You can look at this; an editor or an administrator can change it."

PUBLISHERS_ONLY = "You can look at this; a checker, an editor or an administrator can change it."
NO_PUBLISHERS = "**No source names a publisher yet.** Publishers come with the sources that the desk adds."
NO_SUCH_PUBLISHER = "**No publisher fits.** Try fewer letters."
ADD_SOURCE = "Add a source"
USUAL_TIER = "Usually"
NOTE = "Note"
NOTE_HINT = "Who owns it, what it reprints, what to watch for"
SAVE_PUBLISHER = "Save"
PUBLISHER_SAVED = "What you noted of the publisher is saved."
NOT_JUDGED = "not judged yet"
JUDGE = "Judge"
VIEW_DROPPED = "The view is forgotten."


def stale_after(days: int) -> str:
    """Say when a signature is stale."""
    return "a signature is stale after 1 day" if days == 1 else f"a signature is stale after {days:,} days"


def person_added(name: str) -> str:
    """Say that a person is on the desk."""
    return f"{name} is on the desk."


def usually(word: str) -> str:
    """Say what a finding goes by unless it is renamed."""
    return f"«{word}» unless renamed"


def code_of(code: str) -> str:
    """Say a finding's code."""
    return f"code {code}"


def back_to(word: str) -> str:
    """Offer the word that a finding goes by unless it is renamed."""
    return f"Back to «{word}»"


def named_by(count: int) -> str:
    """Say how many sources name a publisher."""
    return "1 source" if count == 1 else f"{count:,} sources"


def usual_tier(word: str) -> str:
    """Say how first hand a publisher's documents usually are."""
    return f"usually {word}"


def view_saved(name: str) -> str:
    """Say that a view is kept."""
    return f"The view «{name}» is saved; it is yours alone."


def role_help(role: str, meaning: str) -> str:
    """Explain a role in a list of all of them."""
    return f"- {role}: {meaning}"
