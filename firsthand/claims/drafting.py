"""Claims drafted from an article, for a person to take over, change or throw away.

Nothing is invented: a draft's literal words are the article's, and its statement is those words without the connective
they begin with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import ClaimType, Confidence
from firsthand.claims.attribution import Attribution, AttributionKind, find_attributions, whole_sentences
from firsthand.claims.checkworthiness import CheckWorthiness, explain
from firsthand.claims.dates import DateMention, find_dates
from firsthand.claims.quotations import quotations
from firsthand.claims.reasons import reason_for_attribution, reason_of
from firsthand.claims.speakers import MODALS, can_speak
from firsthand.text.regions import RegionKind, regions
from firsthand.text.spans import Span
from firsthand.text.wordlists import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DRAFTER = "firsthand-rules 1"

_CONNECTIVE = re.compile(
    phrases(
        "however|moreover|furthermore|meanwhile|in addition|additionally|besides|nevertheless|nonetheless",
        "therefore|thus",
        "in other words|for (?:instance|example)|in fact|indeed|of course|still|yet|also|consequently|as a result",
        "that said",
        "on the (?:one|other) hand|in turn|then again|by contrast|in contrast|similarly|likewise|finally|first",
        "second|third",
    )
    + r",\s+|(?:but|and|or|so|yet|nor)\s+",
    re.IGNORECASE,
)
_KEEP_FROM = 0.4  # articles say fewer things in the first person than debates do, so their scores lie closer together
_KEEP_LEANING_FROM = 0.6  # a statement that leans on the one before is not self-contained
_LEANS = re.compile(r"(?:This|That|These|Those|It|Such|They)\b")
_FEWEST_WORDS = 5
_FEWEST_CONTENT_WORDS = 3
_LEAD_SENTENCES = 2
_SCORES = {Confidence.HIGH: 0.85, Confidence.MEDIUM: 0.7, Confidence.LOW: 0.5}
_NAME = re.compile(r"(?<![.!?“\"«] )(?<!^)\b[A-Z][\w’'-]{2,}|\b(?:[A-Z]\.){2,}|\b[A-Z]{2,}\b")
_CONDITION = re.compile(r"(?:if|by \w+ing|unless|should) ", re.IGNORECASE)
_FEWEST_NAMES = 2


@dataclass(frozen=True, kw_only=True)
class DraftClaim:
    """A claim as the machine drafts it.

    ``literal`` is ``text[span.start:span.end]``; ``speaker``, ``cue`` and ``quoted_words`` are as named in the article;
    ``said_on`` is EDTF level 0, resolved from ``said_on_text`` where that can be done. ``checkable`` is False for
    predictions and opinions, which are recorded and not checked.
    """

    span: Span
    literal: str
    statement: str
    claim_type: ClaimType
    checkable: bool
    reason: str
    score: float
    speaker: str | None = None
    cue: str | None = None
    quoted_words: str | None = None
    said_on: str | None = None
    said_on_text: str | None = None


def draft_claims(text: str, *, published: str | None = None, author: str | None = None) -> list[DraftClaim]:
    """Draft the claims of an article, in the order of the text; the same text always gives the same drafts.

    ``published`` (EDTF level 0) resolves «on Sunday»; ``author`` is whose opinions the article's own are.
    """
    page = _Page(text, published, author)
    drafts: dict[tuple[Span, str], DraftClaim] = {}
    for draft in page.drafts():
        drafts.setdefault((draft.span, draft.statement), draft)
    return sorted(drafts.values(), key=lambda draft: draft.span)


class _Sentence(NamedTuple):
    """A sentence of the article and where on the page it stands."""

    span: Span
    kind: RegionKind
    leads: bool


class _Page:
    def __init__(self, text: str, published: str | None, author: str | None) -> None:
        self.text = text
        self.author = author
        self.dates = find_dates(text, published)
        self.attributions = find_attributions(text)

    def drafts(self) -> Iterator[DraftClaim]:
        waiting = iter(self.attributions)
        attribution = next(waiting, None)
        for sentence in self._sentences():
            inside: list[Attribution] = []
            while attribution and attribution.cue[0].start < sentence.span.end:
                if attribution.cue[0].start >= sentence.span.start and self._tells(attribution, inside):
                    inside.append(attribution)
                attribution = next(waiting, None)
            yield from self._draft(sentence, inside)

    def _sentences(self) -> Iterator[_Sentence]:
        """Yield what may hold claims: the prose, the title, the headlines of other stories."""
        read = 0
        for region in regions(self.text):
            if region.kind is RegionKind.PROSE:
                for span in whole_sentences(self.text, region.span):
                    read += 1
                    yield _Sentence(span, region.kind, leads=read <= _LEAD_SENTENCES)
            elif region.kind is RegionKind.LINK or (region.kind is RegionKind.HEADING and read == 0):
                yield _Sentence(region.span, region.kind, leads=region.kind is RegionKind.HEADING)

    def _tells(self, found: Attribution, before: Sequence[Attribution]) -> bool:
        """Whether the attribution says enough to be a claim and is not part of what another one says."""
        if sum(len(piece.of(self.text).split()) for piece in found.content) < _FEWEST_CONTENT_WORDS:
            return False
        if found.confidence is Confidence.LOW and found.speaker:
            return False
        if found.speaker and not can_speak(found.speaker[0].of(self.text)):
            return False
        if MODALS & set(found.cue[0].of(self.text).lower().split()):
            return False  # what somebody would or should say has not been said
        return not any(piece.contains(found.cue[0]) for other in before for piece in other.content)

    def _draft(self, sentence: _Sentence, inside: Sequence[Attribution]) -> Iterator[DraftClaim]:
        for found in inside:
            yield self._said(self._place_of(found, sentence.span, alone=len(inside) == 1), found)
        if not inside:
            worth = explain(sentence.span.of(self.text))
            if self._keeps(sentence, worth):
                yield self._own(sentence, worth)

    def _place_of(self, found: Attribution, sentence: Span, *, alone: bool) -> Span:
        if alone:
            return Span(sentence.start, max(sentence.end, found.whole.end))
        return found.whole

    def _keeps(self, sentence: _Sentence, worth: CheckWorthiness) -> bool:
        words = sentence.span.of(self.text)
        if len(words.split()) < _FEWEST_WORDS:
            return False
        if sentence.kind is not RegionKind.PROSE:
            return worth.claim_type.checkable or sentence.leads
        if worth.claim_type.checkable:
            return worth.score >= (_KEEP_LEANING_FROM if _LEANS.match(words) else _KEEP_FROM)
        names = len(set(_NAME.findall(words)))
        if worth.claim_type is ClaimType.PREDICTION and not sentence.leads:
            return names >= _FEWEST_NAMES or (names > 0 and bool(_CONDITION.match(words)))
        return sentence.leads or (names >= _FEWEST_NAMES and not words.endswith("?"))

    def _own(self, sentence: _Sentence, worth: CheckWorthiness) -> DraftClaim:
        """Draft what the article says in its own voice."""
        kind = worth.claim_type
        literal = sentence.span.of(self.text)
        return DraftClaim(
            span=sentence.span,
            literal=literal,
            statement=_statement(literal),
            claim_type=kind,
            checkable=kind.checkable,
            speaker=self.author if not kind.checkable else None,
            reason=reason_of(worth, linked=sentence.kind is RegionKind.LINK),
            score=round(worth.score, 3),
        )

    def _said(self, span: Span, found: Attribution) -> DraftClaim:
        """Draft what the article says somebody said."""
        literal = span.of(self.text)
        speaker = _plain(" ".join(piece.of(self.text) for piece in found.speaker)) or None
        cue = " ".join(piece.of(self.text) for piece in found.cue)
        said_on = self._said_on(span, found)
        return DraftClaim(
            span=span,
            literal=literal,
            statement=_statement(literal),
            claim_type=ClaimType.QUOTE,
            checkable=True,
            speaker=speaker,
            cue=cue,
            quoted_words=self._quoted_words(found),
            said_on=said_on.edtf if said_on else None,
            said_on_text=said_on.words if said_on else None,
            reason=reason_for_attribution(speaker, cue, word_for_word=found.kind is not AttributionKind.INDIRECT),
            score=round(max(explain(literal).score, _SCORES[found.confidence or Confidence.LOW]), 3),
        )

    def _said_on(self, span: Span, found: Attribution) -> DateMention | None:
        """Return the date that stands beside the content and not in it: when it was said."""
        at = bisect_left(self.dates, span.start, key=lambda mention: mention.span.start)
        for mention in self.dates[at:]:
            if mention.span.start >= span.end:
                break
            if not any(piece.overlaps(mention.span) for piece in found.content):
                return mention
        return None

    def _quoted_words(self, found: Attribution) -> str | None:
        quoted = [
            quotation.inner.of(self.text).strip(" ,")
            for piece in found.content
            for quotation in quotations(self.text, piece)
        ]
        return " … ".join(quoted) or None


def _statement(literal: str) -> str:
    """Return the words without the connective they begin with and the space inside them made even."""
    words = " ".join(literal.split())
    connective = _CONNECTIVE.match(words)
    rest = words[connective.end() :] if connective else words
    return rest[:1].upper() + rest[1:]


def _plain(speaker: str) -> str:
    return re.sub(r"['’]s?$", "", " ".join(speaker.split()).strip(" ,–—-"))
