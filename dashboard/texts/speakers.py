"""The words of the speakers' pages."""

from __future__ import annotations

from collections.abc import Iterable

TITLE, ONE = "Speakers", "Speaker"
INTRO = "Whom the articles quote, what became of it, and whether they said it: two different questions."
SEARCH, SEARCH_HINT = "Search", "A part of the name"
SORT, BY_CLAIMS, BY_NAME = "Sort by", "most claims", "name"
NOBODY_YET = "**No speaker is on file yet.** Speakers come with the claims: choose or add one where you edit a claim."
CHOOSE_CLAIM = "Choose a claim"
NOBODY_FITS = "**No speaker fits.** Try fewer letters, or look at all of them."
SHOW_ALL = "Show all speakers"
ALL = "All speakers"
NO_CLAIMS = "no claims yet"
NO_ROLE = "no role on file"
NOT_JUDGED = "not judged yet"

EDIT, ADD_ROLE, HISTORY, CLOSE = "Edit", "Add a role", "History of this speaker", "Close"
NAME, KIND, NOTE, ROLE = "Name", "Kind", "Note", "Role"
NAME_HELP = "Claims keep the name that their article gives; this is the name of the record."
ROLE_HINT = "Foreign minister"
SINCE, UNTIL = "Since", "Until"
DATE_HINT = "2024, 2024-08 or 2024-08-06"
DATE_HELP = "As exact as you know it; leave it empty where you do not, or where it still holds."
SAVE, SAVE_ROLE = "Save the changes", "Add the role"
SAVED, ROLE_SAVED, UNCHANGED = "The speaker is changed.", "The role is added.", "Nothing was different."

ATTRIBUTION, SUBSTANCE = "Did they say it?", "Is it so?"
SUBSTANCE_INTRO = "Each claim's one word: the finding once signed, before that where the work stands."
OVER_TIME = "Over time"
NEWEST = "Newest claims"
ALL_CLAIMS = "All their claims"
NO_DATES = "None of their claims has a date on file."
NOTHING_SAID = "**No claim is tied to this speaker yet.** Choose the speaker where you edit a claim."
CLAIMS = "Claims"
YEAR = "year said"

EXAMPLE = "?speaker=FP-000001"


def said_claims(count: int) -> str:
    """Say how many claims are theirs."""
    return "1 claim" if count == 1 else f"{count:,} claims"


def shown(count: int, *, by_name: bool) -> str:
    """Say what is on view and in which order."""
    order = "by name" if by_name else "those with most claims first"
    return "1 speaker" if count == 1 else f"{count} speakers, {order}"


def dates(since: str | None, until: str | None) -> str:
    """Write when a role was held; empty where nothing is known of it."""
    if since and until:
        return f"{since} to {until}"
    if since:
        return f"since {since}"
    return f"until {until}" if until else ""


def added(name: str) -> str:
    """Say that a speaker is on file."""
    return f"{name} is on file."


def said_so(judged: int, confirmed: int) -> str:
    """Head the attribution's picture with what it shows."""
    if not judged:
        return "Nobody has judged yet whether they said it"
    if confirmed == judged:
        return "Every judged claim is theirs, word for word" if judged > 1 else "The one judged claim is theirs"
    return f"{confirmed} of {judged} judged claims are theirs, word for word"


def fared(signed: int, claims: int, most: Iterable[tuple[str, int]]) -> str:
    """Head the substance's picture with what it shows: how many are signed, and what was found most often."""
    if not signed:
        return "None of their claims is signed yet" if claims > 1 else "Their one claim is not signed yet"
    found = ", ".join(f"{count:,} {word}" for word, count in most)
    return f"{signed:,} of {said_claims(claims)} signed: {found}"


def attribution_intro(unjudged: int) -> str:
    """Say what the attribution's picture counts."""
    said = "The attribution findings as they stand, signed or not."
    if not unjudged:
        return said
    return f"{said} {'1 claim has' if unjudged == 1 else f'{unjudged:,} claims have'} none yet."


def over_time(year: str, claims: int, signed: int, years: int) -> str:
    """Head the chart over time with what it shows: the year with most claims."""
    held = said_claims(claims)
    if years == 1:
        return f"All that is dated was said in {year}: {held}, {signed} settled"
    return f"Most was said in {year}: {held}, {signed} settled"


def over_time_about(undated: int) -> str:
    """Say how the chart over time is to be read."""
    said = "Claims by the year in which they were said and where they stand; a click on a part opens its claims."
    if not undated:
        return said
    return f"{said} {'1 claim has' if undated == 1 else f'{undated:,} claims have'} no date on file."


def over_time_alt(title: str) -> str:
    """Say what the chart over time shows to somebody who does not see it."""
    return f"{title}. Stacked bars of claims by verification status, one for each year; the numbers are below it."


def share(part: int, whole: int) -> str:
    """Write a share in whole percent."""
    return f"{100 * part / whole:.0f} %" if whole else ""


def role(word: str, since: str | None, until: str | None) -> str:
    """Write a role with its dates in one line."""
    held = dates(since, until)
    return f"{word} ({held})" if held else word


def column(question: str, word: str) -> str:
    """Name a column of a file: which of the two questions, and the answer that it counts."""
    return f"{question} {word}"
