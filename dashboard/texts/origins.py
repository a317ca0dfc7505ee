"""The words about where a source comes from: what it looks like a copy of, and whose its address is."""

from __future__ import annotations

from db.vocabulary import ResemblanceDecision, SourceRelationKind

TITLE = "Where it is from"
HELP = "Sources that go back to one another count as one origin. The machine only suggests it: you decide."
CONFIRM, DISMISS, TAKE_BACK = "Yes, it is", "No, it is not", "Take back"
CONFIRM_HELP = "Puts the relation on file. Both count as one origin from then on, and claims get their flags anew."
DISMISS_HELP = "It will not be suggested again. You can take that back."
CONFIRMED = "Noted: the two count as one origin."
DISMISSED = "Noted: this is no copy."
TAKEN_BACK = "Taken back: nobody has decided that now."
NEW_SOURCE = "It is no source of the desk's yet, and becomes one."
THIS_ONE, THIS_OTHER = "This source", "this source"
SOME_SOURCE = "Source"
BY_ADDRESS, BY_ENDING, BY_DESK = "known by its address", "known by its ending alone", "by the desk's own entry"

_K = SourceRelationKind
_READS = {
    _K.QUOTES: "quotes",
    _K.REPRINTS: "looks like a copy of",
    _K.TRANSLATION_OF: "looks like a translation of",
    _K.DERIVED_FROM: "looks as if it rests on",
    _K.REVISION_OF: "looks like another version of",
    _K.ARCHIVED_AS: "is an archive's copy of",
}
_IS = {
    _K.QUOTES: "quotes",
    _K.REPRINTS: "is a copy of",
    _K.TRANSLATION_OF: "is a translation of",
    _K.DERIVED_FROM: "rests on",
    _K.REVISION_OF: "is another version of",
    _K.ARCHIVED_AS: "is an archive's copy of",
}


def reads(kind: SourceRelationKind, decision: ResemblanceDecision) -> str:
    """Say how one source stands to the other, as far as that is sure."""
    return (_IS if decision is ResemblanceDecision.CONFIRMED else _READS)[kind]


def decided(decision: ResemblanceDecision, by: str | None) -> str:
    """Say who decided."""
    word = "Confirmed" if decision is ResemblanceDecision.CONFIRMED else "Dismissed"
    return f"{word} by {by}" if by else word


def dismissed(count: int) -> str:
    """Name the part with the suggestions that somebody dismissed."""
    return "1 dismissed suggestion" if count == 1 else f"{count} dismissed suggestions"


def sentence(decision: ResemblanceDecision) -> str:
    """Say what came of a decision."""
    return {
        ResemblanceDecision.CONFIRMED: CONFIRMED,
        ResemblanceDecision.DISMISSED: DISMISSED,
        ResemblanceDecision.SUGGESTED: TAKEN_BACK,
    }[decision]


def usually(word: str) -> str:
    """Say how first hand a publisher's documents usually are."""
    return f"usually {word}"
