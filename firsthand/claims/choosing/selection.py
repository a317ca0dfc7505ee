"""Which candidates become drafts, and how much each is worth checking.

The thresholds are over the scores of ``checkworthiness``; they were set by reading what they let through of articles of
several kinds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from db.vocabulary import ClaimType, Confidence
from firsthand.claims.attribution import AttributionKind
from firsthand.claims.choosing.verbs import main_verb
from firsthand.claims.tokens import tokenise
from firsthand.text.regions import RegionKind

if TYPE_CHECKING:
    from firsthand.claims.attribution import Attribution
    from firsthand.claims.choosing.candidates import Candidate, Offer

_FEWEST_WORDS = 5
_KEEP_FROM = 0.3
_KEEP_NAMED_FROM = 0.2  # a statement about two named parties
_KEEP_LEANING_FROM = 0.5  # «This move …» cannot be read without the sentence before
_KEEP_A_PART_FROM = 0.6  # where the rest of its sentence is not kept
_FORETOLD_FROM = 0.35
_FORETOLD_WITH_FIGURE_FROM = 0.5
_JUDGED_FROM = 0.4
_TWO = 2
_FEWEST_QUOTED_WORDS = 5
_SAID = {Confidence.HIGH: 0.85, Confidence.MEDIUM: 0.7, Confidence.LOW: 0.5}
_UNSETTLED = 0.6  # what no source can settle comes after what one can
_LEANING = 0.85
_LEADING = 0.05

_LEANS = re.compile(r"(?:It|They|(?:This|That|These|Those|Such) (?:is|was|are|were|has|have|had|will|would|[a-z]+s)\b)")
_NAME = re.compile(r"(?<![.!?“\"«] )(?<!^)\b[A-Z][\w’'-]{2,}|\b(?:[A-Z]\.){2,}|\b[A-Z]{2,}\b")
_FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b(?![.,]\d))\d")  # no year
_CONDITION = re.compile(r"(?:if|by \w+ing|unless|should|having) ", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\b(?:(?:declined|refused) to (?:comment|be named|be identified)|could not be (?:reached|contacted)"
    r"|(?:did not|has not|have not|had not|didn['’]t) (?:immediately )?(?:respond|responded|reply|replied)"
    r"|(?:has|have) been (?:contacted|approached) for comment)\b"
)
_MARKS = "\"“”„«»'‘’ ,."
_FRAMES = re.compile(
    r"[(\[]?(?:check out|click|watch|follow|subscribe|sign up|editor['’]s note|corrections?:|clarification"
    r"|reporting by|additional reporting|edited by|an earlier version"
    r"|this (?:story|article|post|piece|report) (?:was|has been|is part|first|originally))\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?[\"”’»)]*\s*$")


def chosen(text: str, offer: Offer) -> list[Candidate]:
    """Return what of a sentence becomes drafts: its parts where each is worth one, else the whole or what is left."""
    kept = [candidate for candidate in offer.parts if keeps(text, candidate)]
    if offer.whole is None or len(kept) == len(offer.parts):
        return kept
    whole = offer.whole()
    if keeps(text, whole):
        return [whole]
    return [candidate for candidate in kept if candidate.said or candidate.worth.score >= _KEEP_A_PART_FROM]


def keeps(text: str, candidate: Candidate) -> bool:
    """Whether an editor would want to see the candidate."""
    words = candidate.span.of(text)
    if _says_nothing(words):
        return False
    if candidate.said and not candidate.goes_on:
        return _keeps_said(text, candidate, candidate.said)
    if candidate.goes_on or candidate.piece.kind is RegionKind.CAPTION:
        return candidate.worth.claim_type.checkable and candidate.worth.score >= _KEEP_LEANING_FROM
    if candidate.piece.kind is RegionKind.HEADING and not candidate.piece.leads and not _states(text, candidate):
        return False
    if candidate.piece.kind is RegionKind.LINK:
        return candidate.worth.claim_type.checkable
    return _keeps_own(words, candidate)


def _says_nothing(words: str) -> bool:
    """Whether the words are too few, only lead to what follows, or tell of the article and its making."""
    if len(words.split()) < _FEWEST_WORDS or words.endswith(":"):
        return True
    return bool(_SAYS_NOTHING.search(words) or _FRAMES.match(words))


def _keeps_said(text: str, candidate: Candidate, found: Attribution) -> bool:
    """Whether what was said can be looked up: not a question, not a few words of feeling."""
    if _QUESTION.search(candidate.span.of(text)) and found.kind is AttributionKind.INDIRECT:
        return False
    content = " ".join(piece.of(text).strip(_MARKS) for piece in found.content)
    if any(map(str.isdigit, content)) or _NAME.search(content) or len(content.split()) >= _FEWEST_QUOTED_WORDS:
        return True
    return found.kind is not AttributionKind.DIRECT or found.content[0].start > candidate.span.start


def _keeps_own(words: str, candidate: Candidate) -> bool:
    worth, leads = candidate.worth, candidate.piece.leads
    names = len(set(_NAME.findall(words)))
    if worth.claim_type.checkable:
        if _LEANS.match(words):
            return worth.score >= _KEEP_LEANING_FROM
        return worth.score >= (_KEEP_NAMED_FROM if names >= _TWO else _KEEP_FROM)
    if _QUESTION.search(words):
        return False
    if leads and not candidate.is_part:
        return True
    if worth.claim_type is ClaimType.PREDICTION:
        return _keeps_foretold(words, names, worth.score)
    return (names >= _TWO or any(map(str.isdigit, words))) and worth.score >= _JUDGED_FROM


def _keeps_foretold(words: str, names: int, score: float) -> bool:
    """Whether somebody will come back to a forecast: «It expects a further 40 mm by Thursday»."""
    if _FIGURE.search(words) and score >= _FORETOLD_WITH_FIGURE_FROM:
        return True
    conditional = bool(_CONDITION.match(words))
    return (conditional and names > 0) or (names >= _TWO and score >= _FORETOLD_FROM)


def _states(text: str, candidate: Candidate) -> bool:
    """Whether a subhead states something: it has a verb."""
    tokens = tokenise(text, candidate.span)
    return main_verb([token._replace(text=token.low) for token in tokens], 0, len(tokens)) is not None


def score_of(candidate: Candidate, *, self_contained: bool) -> float:
    """Return how much the draft is worth checking, 0 to 1: its words, how surely it was said, what can settle it."""
    score = candidate.worth.score
    if candidate.said:
        score = (score + _SAID[candidate.said.confidence or Confidence.LOW]) / 2
    elif not candidate.kind.checkable:
        score *= _UNSETTLED
    if not self_contained:
        score *= _LEANING
    if candidate.piece.leads:
        score += _LEADING
    return round(min(1.0, score), 3)
