"""The words of the history: events as sentences, the desk as of a day, the state of the chain."""

from __future__ import annotations

from db.rows import ChainState
from db.vocabulary import EventAction

TITLE = "History"
PERSON = "Person"
ANYBODY = "Anybody"
ACTION = "Action"
RECORD = "Record"
RECORD_HINT = "FH-000001"
NOT_READ = "A record is named by its short id, such as FH-000001. This one is not read."
NOTHING = "Nothing has happened that fits. Choose other filters, or look at everything."
SHOW_ALL = "Show the whole history"
SINCE = "Everything that happened after event"
SINCE_DAY, UNTIL_DAY = "From", "To, included"
SHOW_BEFORE = "Show what happened before, too"

WHY = "Why"
BEFORE, AFTER = "Before", "After"
UNFOLD = "More"
HASH = "Fingerprint of the event"
RECORDED = "Recorded"
ADDRESS = "Address"
NO_VALUE = "nothing"
YES, NO = "yes", "no"
NOBODY = "nobody"

MACHINES = {"firsthand": "Firsthand itself", "sample-case": "The sample case"}

DEEDS: dict[EventAction, str] = {
    EventAction.DESK_ADDED: "set up the desk",
    EventAction.DESK_RULE_SET: "changed the rules of the desk",
    EventAction.LABEL_SET: "renamed a finding for",
    EventAction.PUBLISHER_SET: "judged a publisher for",
    EventAction.CASE_LOADED: "loaded a case into",
    EventAction.USER_ADDED: "added the person",
    EventAction.USER_CHANGED: "changed the roles of",
    EventAction.SPEAKER_ADDED: "added the speaker",
    EventAction.SPEAKER_CHANGED: "corrected the speaker",
    EventAction.SPEAKER_ROLE_ADDED: "added a role of the speaker",
    EventAction.ARTICLE_ADDED: "took in the article",
    EventAction.ARTICLE_CHANGED: "corrected the article",
    EventAction.ARTICLE_CAPTURED: "captured the text of the article",
    EventAction.ARTICLE_OBSERVED: "found another text of the article",
    EventAction.ARTICLE_ATTESTED: "asked an archive about the article",
    EventAction.REFERENCE_TIED: "tied a reference to a source in the article",
    EventAction.SOURCE_ADDED: "added the source",
    EventAction.SOURCE_CHANGED: "corrected the source",
    EventAction.SOURCE_CAPTURED: "captured the text of the source",
    EventAction.SOURCE_OBSERVED: "found another text of the source",
    EventAction.SOURCE_ATTESTED: "asked an archive about the source",
    EventAction.SOURCE_RELATED: "put a relation on file for the source",
    EventAction.ORIGIN_DECIDED: "judged where a text comes from for the source",
    EventAction.CLAIM_ADDED: "added the claim",
    EventAction.CLAIM_CHANGED: "edited the claim",
    EventAction.CLAIM_MERGED: "merged another draft into the claim",
    EventAction.CLAIM_SPLIT: "split the claim",
    EventAction.CLAIM_COMPARED: "compared an earlier claim with the claim",
    EventAction.CLAIM_MOVED: "moved the claim",
    EventAction.CLAIM_ASSIGNED: "assigned the claim",
    EventAction.FINDINGS_SET: "set the findings of the claim",
    EventAction.EVIDENCE_ADDED: "added evidence on the claim",
    EventAction.EVIDENCE_CHANGED: "judged evidence anew on the claim",
    EventAction.EVIDENCE_WITHDRAWN: "withdrew evidence on the claim",
    EventAction.REVIEW_GIVEN: "reviewed the claim",
    EventAction.RECHECK_LOGGED: "looked at all the evidence again on the claim",
    EventAction.ANCHOR_KEPT: "kept what was captured for the claim",
    EventAction.SEARCH_LOGGED: "logged a search for the claim",
    EventAction.REPLY_ASKED: "asked for a reply about the claim",
    EventAction.REPLY_SETTLED: "noted what came of a request about the claim",
    EventAction.COMMENT_ADDED: "commented on the claim",
    EventAction.COMMENT_RESOLVED: "resolved a comment on the claim",
    EventAction.CLAIM_RELATED: "put a relation on file for the claim",
}

FIELDS = {
    "allow_self_signing": "one may sign one's own work",
    "ambiguous": "passages in doubt",
    "answer": "answer",
    "aspect": "speaks to",
    "assignee": "with",
    "attribution": "who said it",
    "author": "author",
    "back": "passages that came back",
    "blocking": "holds up publication",
    "checkable": "checkable",
    "checker": "checked by",
    "claim_type": "type",
    "code": "finding",
    "comment": "comment",
    "confidence": "confidence",
    "country": "country",
    "cue": "cue",
    "decision": "decision",
    "disabled": "shut out",
    "due": "asked for by",
    "email": "address",
    "evidence": "evidence from",
    "exact": "words of the source",
    "grade": "how the words match",
    "health": "what became of the words",
    "hold_awaiting": "waiting for",
    "hold_from": "from",
    "hold_until": "until",
    "hosts": "addresses",
    "kind": "kind",
    "language": "language",
    "literal": "literal words",
    "lost": "passages gone",
    "moved": "passages moved",
    "name": "name",
    "not_for_us_reason": "not for us because",
    "note": "note",
    "number_comparison": "how the figures compare",
    "other": "the other one",
    "outcome": "outcome",
    "place": "where",
    "published": "published",
    "publisher": "publisher",
    "query": "looked for",
    "question": "question",
    "quoted_words": "quoted words",
    "recheck_trigger": "to be re-checked because",
    "review": "review",
    "role": "role",
    "roles": "roles",
    "said_on": "said on",
    "said_on_text": "said on, as written",
    "said_where": "said where",
    "self_signed": "checked and signed by one person",
    "signed_at": "signed at",
    "signed_by": "signed by",
    "since": "since",
    "size": "size in bytes",
    "slug": "short name",
    "source": "source",
    "source_kind": "kind",
    "speaker": "speaker",
    "speaker_as_named": "speaker as named",
    "stale_after_days": "days until a signature is stale",
    "stance": "what it does",
    "state": "state",
    "statement": "statement",
    "substance": "whether it is so",
    "tier": "tier",
    "title": "title",
    "title_is_description": "the title is a description",
    "to": "asked of",
    "until": "until",
    "url": "address",
    "watched": "looked at again",
    "withdrawal": "withdrawn as",
    "word": "word",
}

CHAIN_EMPTY = "Nothing has happened yet, so there is no chain to check."
CHECK = "Check the whole chain now"
CHECKING = "Checking the whole record"
STOPPED = "The check was stopped"

AS_OF = "The desk as of a day"
AS_OF_DAY = "Day"
AS_OF_HINT = "Choose a day to see how every claim stood when it ended."
AS_OF_ADDRESS = "The address of this page holds the day; send it to whoever should see the same."
STATUS, THEN, NOW, DIFFERENCE = "Verification status", "Then", "Now", "Difference"
ALL_CLAIMS = "all claims"
NO_CLAIMS_THEN = "There was no claim on file then."
IN_THE_FUTURE = "That day has not come yet: it stands as it does now."


def zone(name: str) -> str:
    """Say which zone the days are in."""
    return f"Days begin and end in the zone of your browser, {name}."


def moved(before: str, after: str) -> str:
    """Say from where to where a claim moved."""
    return f"from «{before}» to «{after}»"


def assigned(name: str) -> str:
    """Say to whom a claim went."""
    return f"to {name}"


def event(number: int) -> str:
    """Name an event."""
    return f"event {number:,}"


def shown(count: int) -> str:
    """Say how many events the page shows."""
    return "1 event, newest first" if count == 1 else f"{count} events, newest first"


def person(name: str, address: str) -> str:
    """Name a person among the choices."""
    return f"{name} ({address})" if name else address


def chain(state: ChainState) -> str:
    """Say how the chain stands."""
    events = "1 event" if state.count == 1 else f"{state.count:,} events, each chained to the one before"
    if state.agrees is None:
        return f"{events}. There is no checkpoint outside the database to compare it with."
    if state.agrees:
        return f"{events}; the newest checkpoint outside the database agrees."
    return (
        f"{events}, but the newest checkpoint outside the database does not agree. Events were changed or cut off:"
        " check the whole chain, and compare the record with a backup."
    )


def looking_at(what: str) -> str:
    """Say what the check looks at."""
    return f"Looking at {what}"


def sound(events: int, checkpoints: int, captures: int, signatures: int) -> str:
    """Sum up a check that found nothing."""
    return (
        f"Everything is as it was written: {events:,} events, {checkpoints:,} checkpoints, {captures:,} captures and"
        f" {signatures:,} signatures were looked at."
    )


def unsound(problems: int) -> str:
    """Sum up a check that found something."""
    what = "One thing is" if problems == 1 else f"{problems:,} things are"
    return f"{what} not as written. Keep this record as it is, and compare it with a backup."


def more_problems(count: int) -> str:
    """Say that a list of problems was cut."""
    return f"and {count:,} more; «firsthand verify» lists all of them"


def as_of(day: str) -> str:
    """Head the table of a day."""
    return f"How the claims stood when {day} ended, and how they stand now"


def difference(count: int) -> str:
    """Write a difference with its sign."""
    return "no change" if count == 0 else f"{count:+,}".replace("-", "\N{MINUS SIGN}")
