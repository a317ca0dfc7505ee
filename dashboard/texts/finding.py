"""The panel «Find the source»: the article's references, the captured library, outside services, the trace."""

from __future__ import annotations

from collections.abc import Sequence

TITLE = "Find the source"
REFERENCES = "What the article points to"
LIBRARY = "In the captured library"
OUTSIDE = "Outside services"
TRACED = "The way that was traced"

NO_REFERENCES = (
    "The article's text has no link that leads to a source. Search the library below, or add a source under Sources"
    " and put its passage forward."
)
NO_WORDS = "a link without words"
CAPTURE, CAPTURE_AGAIN = "Capture", "Try again"
PUT_FORWARD = "Put this passage forward"
OTHER_PASSAGES = "Other passages"
TRACE_ALL, TRACE_FROM = "Trace to the first hand", "Trace from here"
TRACE_ABOUT = (
    "Follows the references from page to page, at most six of them, until a publisher who is first hand holds the"
    " words. Every page on the way becomes a source with a capture."
)
NOT_CAPTURED = "not captured"
NO_PASSAGE = "Nothing in its text comes near the claim."
CANNOT_ACT = "References are captured and traced by checkers."

SEARCH = "Search the library"
SEARCH_AGAIN = "Search again"
SEARCH_ABOUT = "Looks for the quoted words in every captured source, then for the statement, its speaker and figures."
NOTHING_IN_LIBRARY = (
    "No captured source holds these words, or comes near the statement. Capture what the article points to, or ask"
    " outside."
)

ALL_OFF = (
    "All of them are off on this desk, so nothing leaves it. Whoever runs it turns them on in the environment; the"
    " manual on services says how."
)
ASK = "Ask"
KEEP = "Make it a source and capture it"
ASKING = "Asking; this can take a few seconds."
SERVICES = {
    "google_fact_check": "Google Fact Check Tools",
    "wayback": "Wayback Machine",
    "gdelt": "GDELT",
    "wikidata": "Wikidata",
}
FINDS = {
    "google_fact_check": "what fact-checkers have published",
    "wayback": "archived copies of the references",
    "gdelt": "news pages of the last three months with the words",
    "wikidata": "who the speaker is, and their own site",
}
BEGINS, LINK = "article", "link"

# What came of it
LIBRARY_FOUND = "The library was searched; what it has is listed, and the search is logged."
LIBRARY_NOTHING = "The library was searched and has nothing; the search is logged."
TO_CAPTURE = "capture sources"
NO_ADDRESS = "There is no address to capture it from."


def heading(count: int, shown: int) -> str:
    """Head the references, with how many of them are shown."""
    return f"{REFERENCES}: {count}" if shown >= count else f"{REFERENCES}: {shown} of {count}, the nearest first"


def listed_above(count: int) -> str:
    """Tell how many of the sources that were found are references, and so are listed already; empty for none."""
    if not count:
        return ""
    return "One that was found is listed above." if count == 1 else f"{count} that were found are listed above."


def show_all(count: int) -> str:
    """Name the button that shows every reference."""
    return f"Show all {count} references"


def links_to(host: str) -> str:
    """Tell where a reference leads."""
    return f"leads to {host}"


def because(why: str) -> str:
    """Begin the reason as a sentence."""
    return f"{why[:1].upper()}{why[1:]}." if why else ""


def failed(reason: str) -> str:
    """Tell why a source could not be captured."""
    return f"Not captured: {reason}"


def about(deed: str, title: str) -> str:
    """Tell what a button is about, since several have one name."""
    return f"{deed}: {title}"


def sends(words: Sequence[str], host: str) -> str:
    """Tell what would leave the desk, and where it would go."""
    return f"Sends {' and '.join(f'«{one}»' for one in words)} to {host}."


def asked(service: str, count: int, reason: str | None) -> str:
    """Tell what a service answered."""
    if reason:
        return f"{reason} The search is logged."
    return f"{service} suggests {count} page{'' if count == 1 else 's'}; the search is logged."


def traced_by(outcome: str, name: str | None) -> str:
    """Lead in how a trace ended, and who asked for it; the moment follows."""
    return f"{outcome}; traced by {name or 'somebody'}, "


def said_of_trace(steps: Sequence[str]) -> str:
    """Tell the whole way in words, for those who do not see the picture."""
    return "; then ".join(steps)


def said_of_station(title: str, publisher: str | None, tier: str | None, outcome: str) -> str:
    """Tell one station in words."""
    about_it = ", ".join(part for part in (publisher, tier) if part)
    return f"«{title}»{f' ({about_it})' if about_it else ''}: {outcome}"
