"""The glossary: what every word of the desk means, in a sentence or two that need no other word explained."""

from __future__ import annotations

TITLE = "Glossary"
INTRO = "One word for each thing, used the same way on every page. Rest the pointer on a dotted word to see it there."
SEARCH = "Search"
SEARCH_HINT = "A word, or what it means"
NOTHING = "No word fits. Try a shorter one, or look at all of them."
SHOW_ALL = "Show all words"

THINGS = "What the desk keeps"
THE_WORK = "How the work goes"
PEOPLE = "People"
STATUSES = "Verification status and substance findings: is it so?"
ATTRIBUTIONS = "Attribution findings: did they say it?"
STATES = "Work states"
TIERS = "Tiers: how first hand"
STANCES = "Stances: what a piece of evidence does"
GRADES = "Quote match grades, best to worst"
NUMBERS = "Number comparisons"
ANCHORS = "What became of a passage in a later capture"
FLAGS = "Flags: what is missing or wrong in the backing now"
ROLES = "Roles: who may do what"

_THINGS = {
    "article": "The published text whose claims are checked.",
    "claim": "One checkable statement of an article: its literal words there, and a sentence that stands on its own.",
    "statement": "The claim as a sentence that can be understood without the article: who, what, when, where.",
    "literal words": "The words of the article that make the claim, letter by letter as they were captured.",
    "attribution": "Speaker, cue and content tied together in an article: who is said to have said what.",
    "speaker": "The person or body that the content is attributed to. A speaker's roles have dates.",
    "cue": "The words that attribute, such as «said» or «according to».",
    "quote": "What stands inside quotation marks. Words reported without them are indirect, or mixed.",
    "source": "A document that a claim is checked against: a transcript, a law, a dataset, a report.",
    "reference": "The article's own pointer to a source: a link, or a report that it names.",
    "publisher": "Who brought a source out. How first hand its documents usually are is a hint, never a judgement.",
    "capture": "A record of one fetch that nobody can change: the bytes, their fingerprint, the time and the text.",
    "passage": "A place in a captured text: its exact words, what stands before and after, and where it is.",
    "locator": "Where a passage stands, in words: the page, the paragraph, the line.",
    "evidence": "A passage put forward on one claim, with what it speaks to, what it does and how first hand it is.",
    "event": "Something that happened, with who, when and why. Events are only ever added, never changed.",
}
_WORK = {
    "finding": "What a person concluded about a claim. There are two: about the attribution and about the substance.",
    "attribution finding": "Whether this speaker said it, and in these words.",
    "substance finding": "Whether it is so, as far as could be known on the claim's date.",
    "verification status": "The one word for a claim: its substance finding once signed, before that where it stands.",
    "work state": "Where a claim is on the desk, from detected to published.",
    "flag": "A fault in the backing of a claim, worked out from what is on file. It goes when the fault is mended.",
    "aspect": "Which side of the claim a piece of evidence speaks to: who said it, or whether it is so.",
    "stance": "What one piece of evidence does to the claim: it supports, it refutes, or it gives context.",
    "tier": "How first hand a piece of evidence is for this claim; for another one it may be otherwise.",
    "first hand": "Straight from where it happened or was said: nobody stands between the source and the thing.",
    "path to the first hand": "The way from the article over what it cites to the record itself, gap by gap.",
    "origin": "Where sources go back to. Five papers that print one agency's story are one origin.",
    "grade": "How well the quoted words match the source's, from exact to absent. A changed word is always shown.",
    "number comparison": "How a figure of the claim stands to the source's, with both as written and the working.",
    "search log": "Where somebody looked for a source, with which words, and what it brought.",
    "reply": "What somebody who was asked about a claim answered; until then the claim is flagged.",
    "comment": "A remark on a claim. One that blocks has to be resolved before the claim is signed.",
    "review": "One act of judgement: who, the findings, how sure, on what it rests, when.",
    "sign-off": "A second person enters findings of their own. Where they differ, the claim goes back to be checked.",
    "self-signed": "Checked and signed by one person, which a desk may allow. Such a claim keeps a flag.",
    "re-check": "Something changed after the signature, so a claim is looked at again before it counts.",
    "stale": "Signed longer ago than the desk's rules allow. The finding stands and is flagged.",
    "draft": "A claim that the machine found and nobody has looked at. The machine never sets a finding.",
    "triage": "Going through an article's drafts: each is kept, put right and kept, or turned away with a reason.",
    "precision": "How many of the drafts that were judged the desk kept. Those that wait do not count.",
    "coverage": "How much of an article's text somebody has looked at: sentences with a claim, and those without.",
    "view": "Filters that you gave a name. Views are yours alone.",
    "chain of events": "Each event carries the fingerprint of the one before, so that a changed history shows.",
    "checkpoint": "The number of events and the last fingerprint, also kept outside the record: a cut history shows.",
}
_PEOPLE = {
    "desk": "A part of the newsroom with rules of its own.",
    "checker": "Who looks for the sources and sets the findings.",
    "reviewer": "The second person, who signs with findings of their own.",
    "editor": "Who publishes, reopens and takes claims back.",
    "administrator": "Who adds people and sets the rules. Being one opens no other door.",
}

MEANINGS: dict[str, str] = {**_THINGS, **_WORK, **_PEOPLE}
"""Every term with what it means."""

GROUPS: tuple[tuple[str, dict[str, str]], ...] = ((THINGS, _THINGS), (THE_WORK, _WORK), (PEOPLE, _PEOPLE))
"""The terms as the page groups them; the vocabulary's own words come after them."""


# What pages call some of the terms, where the term itself would read oddly.
_CALLED = {
    "who": "speaker",
    "said with": "cue",
    "quoted words": "quote",
    "best tier": "tier",
    "since": "work state",
    "with": "checker",
    "substance": "substance finding",
    "status": "verification status",
    "findings": "finding",
    "captures": "capture",
    "claims": "claim",
    "articles": "article",
    "sources": "source",
    "speakers": "speaker",
    "did they say it?": "attribution finding",
    "is it so?": "substance finding",
}


_OF_TABS = {
    "search": "search log",
    "reply": "reply",
    "comment": "comment",
    "judgements": "review",
    "history": "event",
}


def of_tab(name: str) -> str:
    """Say what a tab of a claim's page holds, by its word in the address; empty for one that needs no explanation."""
    return MEANINGS.get(_OF_TABS.get(name, ""), "")


def of_label(label: str) -> str:
    """Say what the term behind a label means; empty for a label that names none."""
    word = label.lower()
    return MEANINGS.get(_CALLED.get(word, word), "")


def meaning(term: str) -> str:
    """Say what a term means; raises ``KeyError`` for one that is not in the glossary."""
    return MEANINGS[term]


def found(count: int) -> str:
    """Say how many words fit a search."""
    return "1 word fits" if count == 1 else f"{count} words fit"
