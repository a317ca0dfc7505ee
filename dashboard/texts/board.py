"""What the board says: its figures, what changed meanwhile, its filters, and the first steps on an empty desk."""

from __future__ import annotations

from dashboard.texts.charts import claims, percent, share_of_claims

TITLE = "Board"

# The figures
WAITING_FOR_SIGN_OFF = "waiting for sign-off"
TO_RECHECK = "to be re-checked"
NOTHING_OPEN = "No claim is open: nothing waits for somebody to start."
NO_CHECKABLE = "No claim here can be checked yet."
NONE = "none"
STATUSES = "Claims by verification status"


def first_hand(checkable: int) -> str:
    """Say what the share of first-hand claims is a share of."""
    return f"of {checkable:,} checkable claims rest on primary evidence"


def days(count: int) -> str:
    """Write how long the oldest open claim has been waiting."""
    if count < 1:
        return "today"
    return "1 day" if count == 1 else f"{count:,} days"


OPEN_LONGEST = "open longest:"


def settled(done: int, whole: int, undone: int) -> str:
    """Say in a sentence where everything stands."""
    left = f"{undone:,} left to do" if undone else "nothing left to do"
    return f"{share_of_claims(done, whole, 'settled')}; {left}"


def status_count(word: str, count: int) -> str:
    """Read a row of the statuses out to somebody who does not see its bar."""
    return f"{count:,}: {claims(count)} {word}"


def share(part: int, whole: int) -> str:
    """Write a share."""
    return percent(part, whole)


# What changed meanwhile
SINCE = "Since you last looked"
FIRST_LOOK = "What happened last"
FIRST_LOOK_ABOUT = "This is your first look here, so these are the newest events."
NOTHING_NEW = "Nothing has changed."
SEEN = "Mark as seen"
SEEN_HELP = "From now on this list tells what changes after this moment. It is yours alone."
LAST_LOOKED = "last looked"


def events(count: int, *, at_least: bool) -> str:
    """Count what happened."""
    return "1 event" if count == 1 else f"{count:,}{' or more' if at_least else ''} events"


def moved(count: int, state: str) -> str:
    """Count claims that came into a state."""
    return f"{'1 claim' if count == 1 else f'{count:,} claims'} went to «{state}»"


def happened(count: int, action: str) -> str:
    """Count how often something was done."""
    return action if count == 1 else f"{count:,} × {action}"


def other_kinds(count: int) -> str:
    """Count the kinds of events that are not listed."""
    return "1 other kind" if count == 1 else f"{count:,} other kinds"


# Filters
DESK, ARTICLE, PERIOD, SPEAKER = "Desk", "Article", "Period", "Speaker"
ALL_DESKS, ALL_ARTICLES, ALL_TIME, ALL_SPEAKERS = "All desks", "All articles", "All time", "All speakers"
SHOW_EVERYTHING = "Show everything"
ON_THE_WALL = "Wallboard"


def last_weeks(count: int) -> str:
    """Name a period of whole weeks, this one included."""
    return f"Last {count} weeks"


def not_here(what: str, asked: str) -> str:
    """Say that the address asks for something that is not on this desk."""
    return f"There is no {what.lower()} «{asked}» here, so the board shows everything else that was asked for."


NOTHING_FITS = "No claim fits what the board is asked for."
NOTHING_FITS_ABOUT = "Choose another desk, article, period or speaker, or look at everything."

# Charts
BY_ARTICLE, BY_WEEK, FIRST_HAND, AGEING, DATES = "By article", "By week", "First hand", "Waiting", "Dates"
DRAFTS = "Drafts"
OLDEST = "Open longest"
NO_WORK_LEFT = "Nothing waits: every claim is settled or set aside."
NO_WEEKS = "Nothing came in and nothing was signed off yet."
NO_DRAFTS = "The machine has drafted nothing here yet: drafts come with the articles that are taken in."
GO_THROUGH = "Go through the drafts that wait"
NO_EVIDENCE = "There is nothing to say about evidence yet."
NO_DATES = (
    "No claim with a known date rests on a source with a known date yet."
    " Dates are filled in on the claim and on the source."
)

# The first steps
FIRST_STEPS = "Three steps to the first claim that is signed off"
STEPS_LEFT = "Still to do on this desk"
DONE = "done"
TAKE_IN = "Take an article in"
TAKE_IN_ABOUT = "There are no claims yet. The article's text is kept as it came, and its claims are drafted for you."
TAKE_IN_DONE = "An article is on file."
ADD_SOURCE = "Add a source"
ADD_SOURCE_ABOUT = "What the claims are checked against: a transcript, a law, a dataset. Its text is kept with it."
ADD_SOURCE_DONE = "A source is on file."
SIGN_OFF = "Sign off with two people"
SIGN_OFF_ABOUT = "One checks, another signs: start with the oldest open claim."
SIGN_OFF_DONE = "A claim has been signed off."
COLLEAGUE = "Add a colleague"
COLLEAGUE_ABOUT = "One checks, another signs. So far you are alone on this desk."
