"""The words of the pages on sources: the library, a source, its relations."""

from __future__ import annotations

from db.vocabulary import SourceRelationKind

TITLE = "Sources"
ADD = "Add a source by hand"
ADD_BY_ADDRESS = "Add sources by their addresses"
ADD_BY_ADDRESS_ABOUT = (
    "Paste one address or many. Each becomes a source, or is found if the desk has it already, and is fetched: its"
    " bytes are kept, its text is read, and what it says of itself fills what is not known of it yet."
)
FETCH_THEM = "Add and fetch them"
WORKING = "What is being fetched"
NONE_YET = "There are no sources yet. Add the document that a claim is to be checked against."
NONE_FITS = "No source fits all of these filters."
SHOW_ALL = "Show all sources"

SEARCH = "Search"
SEARCH_HINT = "Words of the title, the publisher or the author"
KIND = "Kind"
TIER = "Used as"
TEXT = "Its text"
USE = "Claims"
OUTCOME = "Its newest capture"
CHANGED = "Changed"
LATELY = "lately (30 days)"
PUBLISHER_KIND = "Kind of publisher"
PUBLISHER = "Publisher"
PUBLISHER_HINT = "As it is written, such as TASS"
SORT = "Order"
CAPTURED, NOT_CAPTURED = "captured", "not captured"
USED, NOT_USED = "some rest on it", "none rest on it"
MOST_CLAIMS, NEWEST = "most claims first", "newest on file first"

ALL, IN_USE, WITH_TEXT = "sources on file", "carry a claim", "have their text captured"
MIX = "How first-hand they are for the claims that rest on them"
NO_CLAIMS = "no claims"
NO_EVIDENCE = "not used as evidence"
GONE = "gone"
TRIED = "last try"
NOT_KNOWN = "not known"
A_DESCRIPTION = "a description; the real title is not known"

SOURCE = "Source"
EXAMPLE = "?source=FS-000001"
ALL_SOURCES = "All sources"
HISTORY = "History of this source"

TEXT_HEADING = "Its text, with the passages in use marked"
TEXT_MISSING = (
    "Its text is not captured, so nothing can be checked against it word by word. Have it captured, or bring it by"
    " hand, and passages that claims rest on can be given their place in it."
)
CAPTURES = "Captures"
CAPTURE = "Bring its text by hand"
EDIT = "Correct what is known of it"

FACTS = {
    "title": "Title",
    "kind": "Kind",
    "author": "Author",
    "publisher": "Publisher",
    "published": "Published",
    "language": "Language",
    "address": "Address",
    "note": "Note",
    "since": "On file since",
    "described": "This is a description; the real title is not known",
}
DATE_HINT = "2024, 2024-08 or 2024-08-06"
ADDRESS_HINT = "https://…"
SAVE = "Save the corrections"
SAVED = "The source is corrected; the claims that rest on it have their flags anew."
NOTHING_DIFFERENT = "Nothing was different, so nothing was changed."

IMPACT = "Claims that rest on it"
NO_IMPACT = "No claim rests on this source yet. Evidence is added on a claim's page."
CHOOSE_CLAIM = "Choose a claim"
NO_STATEMENT = "no statement yet"
NO_PLACE = "no place given"
IN_THE_TEXT = "see it in the text"
USE_COLUMNS = (
    "claim",
    "status",
    "state",
    "statement",
    "article",
    "article title",
    "stance",
    "tier",
    "words",
    "place",
    "capture",
)

RECHECK_WHY = "What happened to the source"
RECHECK_WHY_HINT = "The ministry has corrected the table on page 3."
RECHECK_SEND = "Ask for the re-check"
RECHECK_GOES = (
    "These claims lose their signature and go back to be checked; claims that are not signed stay as they are."
    " Everybody sees your reason."
)

RELATIONS = "How it stands to other sources"
NO_RELATIONS = (
    "No relation is on file. If it reprints, translates or sums up another source, say so: several sources that go back"
    " to one origin count as one."
)
RELATE = "Relate it to another source"
RELATE_FIND = "Find the other source"
RELATE_FIND_HINT = "Words of its title, its short id, or its address"
RELATE_OTHER = "The other source"
RELATE_KIND = "This source…"
RELATE_NOTE = "How you know"
RELATE_SEND = "Put the relation on file"
RELATED = "The relation is on file; the claims that rest on either have their flags anew."
NO_OTHER = "No other source is found by these words."
CHOOSE_OTHER = "Choose the other source."
ONE_ORIGIN = "one origin, counts once"
THIS_ONE = "this source"

KIND_MEANS = {
    SourceRelationKind.QUOTES: "It carries words of the other one, with reporting of its own. They count as two.",
    SourceRelationKind.REPRINTS: "It carries the other one's text as it is. They count as one origin.",
    SourceRelationKind.TRANSLATION_OF: "It is the other one in another language. They count as one origin.",
    SourceRelationKind.DERIVED_FROM: "It sums up or rewrites the other one, on the strength of that alone."
    " They count as one origin.",
    SourceRelationKind.REVISION_OF: "It is a later version of the other one. They count as one origin.",
    SourceRelationKind.ARCHIVED_AS: "The other one is an archived copy of it. They count as one origin.",
}

COLUMNS = (
    "source",
    "title",
    "kind",
    "publisher",
    "author",
    "published",
    "address",
    "claims",
    "evidence",
    "used as",
    "capture",
    "of one origin",
)


def claims(count: int) -> str:
    """Say how many claims rest on something."""
    return "1 claim" if count == 1 else f"{count:,} claims"


def pieces_as(count: int, tier: str) -> str:
    """Say how many pieces of evidence it gives as a tier."""
    return f"{count:,} {tier}"


def capture_one(deed: str, ref: str) -> str:
    """Name a source's button for a screen reader."""
    return f"{deed}: {ref}"


def capture_missing(count: int) -> str:
    """Offer to fetch all that have an address and no text."""
    return "Capture the one without a text" if count == 1 else f"Capture the {count:,} without a text"


def look_again(count: int) -> str:
    """Offer to look at all on view again."""
    return "Look at it again now" if count == 1 else f"Look at these {count:,} again now"


def filters(active: int) -> str:
    """Name the button behind which the filters are, and say how many of them ask for something."""
    return f"Filters: {active} set" if active else "Filters"


def shown(count: int, order: str) -> str:
    """Say how many sources the page shows, in which order."""
    return f"1 source, {order}" if count == 1 else f"{count} sources, {order}"


def of_one_origin(count: int) -> str:
    """Hint that others go back to the same origin."""
    return f"one of {count} that go back to one origin"


def captured(method: str) -> str:
    """Say how a text came, after the moment when."""
    return f", {method}"


def last_try(outcome: str, reason: str | None) -> str:
    """Say what came of the last try, after the moment of it."""
    return f": {outcome} ({reason})" if reason else f": {outcome}"


def passage(claim: str, stance: str, status: str, statement: str) -> str:
    """Tell what a marked passage carries."""
    return f"{claim}, {stance}: {statement} ({status})"


def part_of_text(first: int, last: int, whole: int) -> str:
    """Say which part of a long text is shown."""
    return f"The text is long: characters {first + 1:,} to {last:,} of {whole:,} are shown, around the passages in use."


def no_such_passage(asked: str) -> str:
    """Say that an address names a passage that is not in use here."""
    return f"«{asked}» is no passage of this source that is in use. It may have been withdrawn."


def impact(count: int, articles: int) -> str:
    """Sum up what rests on a source."""
    return f"{claims(count)} in {'1 article' if articles == 1 else f'{articles} articles'}"


def resting_on_capture(taken: str, number: int) -> str:
    """Head the list of what rests on one of several captures."""
    return f"Claims that rest on the capture of {taken} UTC (capture {number})"


def only_newest(count: int) -> str:
    """Say that there may be more that rests on something than was read."""
    return f"Only the newest {count:,} are listed here and in the file; the list of claims has all of them."


def more_uses(shown: int, of: int) -> str:
    """Say that a list of what rests on something was cut."""
    return f"The newest {shown:,} of {of:,} are shown; the file has all of these."


def recheck(count: int) -> str:
    """Offer the re-check of the signed claims."""
    signed = "the signed claim" if count == 1 else f"all {count:,} signed claims"
    return f"Ask for a re-check of {signed}"


def recheck_outcome(changed: int, refused: int) -> str:
    """Say what became of the claims whose re-check was asked for."""
    done = "1 claim is to be re-checked" if changed == 1 else f"{changed} claims are to be re-checked"
    left = "1 was left as it was" if refused == 1 else f"{refused} were left as they were"
    return f"{done}; {left}." if refused else f"{done}."


def related(source: str, kind: str, other: str) -> str:
    """Read a relation aloud."""
    return f"{source} {kind} {other}"


def network_alt(sources: int, groups: int, sentences: str) -> str:
    """Describe the picture of relations in words."""
    origins = "" if not groups else " 1 group goes back to one origin." if groups == 1 else ""
    if groups > 1:
        origins = f" {groups} groups go back to one origin each."
    return f"{sources} sources and how they stand to one another.{origins} {sentences}"


def network_cut(limit: int) -> str:
    """Say that the picture leaves sources out."""
    return f"The nearest {limit} sources are drawn; there are more."
