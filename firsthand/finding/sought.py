"""What is looked for on a page: the words of a claim; and whether a page holds them, and where.

Pure: texts in, values out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import MatchGrade
from firsthand.evidence.alignment import align_quote
from firsthand.evidence.ranking import rank_passages
from firsthand.text.segmentation import sentences
from firsthand.text.spans import Span

if TYPE_CHECKING:
    from db.rows import ClaimRow

_ALIKE = 0.45
"""Share of the score that the statement has against itself; a sentence above it tells of the same thing.

Of a statement and a sentence that says it in other words most have 0.5 and more, of two sentences on one subject few
have 0.4.
"""


_APART = ("",) * 3


class Sought(NamedTuple):
    """A claim's quoted words, if it quotes anybody, its statement, and who is said to have said it."""

    quote: str | None
    statement: str
    speaker: str | None = None

    @classmethod
    def of(cls, claim: ClaimRow) -> Sought:
        """Take it from a claim."""
        quote = (claim.quoted_words or "").strip() or None
        return cls(quote, claim.statement or claim.literal, claim.speaker or claim.speaker_as_named)


class Holding(NamedTuple):
    """How a text holds what is sought: the grade of the quotation, else how like the nearest sentence is (0 to 1).

    ``span`` is the quotation's place, else the nearest sentence's; None where nothing of the text is near.
    """

    grade: MatchGrade | None
    span: Span | None
    likeness: float = 0.0

    @property
    def held(self) -> bool:
        """Whether the words stand there: the quoted ones, or, where nobody is quoted, a sentence that says as much."""
        if self.grade is None:
            return self.likeness >= _ALIKE
        return self.grade is not MatchGrade.ABSENT

    @property
    def told(self) -> bool:
        """Whether the text at least tells of the same thing."""
        return self.held or self.likeness >= _ALIKE


def holding(text: str, sought: Sought) -> Holding:
    """Look for the quoted words, then for the sentence that comes nearest to the statement."""
    alignment = align_quote(sought.quote, text) if sought.quote else None
    if alignment is not None and alignment.span is not None:
        return Holding(alignment.grade, alignment.span, 1.0)
    span, likeness = nearest_sentence(text, sought.statement)
    return Holding(MatchGrade.ABSENT if alignment is not None else None, span, likeness)


def nearest_sentence(text: str, statement: str) -> tuple[Span | None, float]:
    """Return the sentence that is most worth reading against a statement, and its share of the statement's own score.

    The statement is ranked among the sentences, so that its score is on their scale, and so far from them that it
    lends none of it to its neighbours.
    """
    spans = sentences(text)
    if not spans or not statement.strip():
        return None, 0.0
    passages = [statement, *_APART, *(span.of(text) for span in spans)]
    first = len(passages) - len(spans)
    ranked = rank_passages(statement, passages)
    own = next(score for index, score in ranked if index == 0)
    best, score = next((index - first, score) for index, score in ranked if index >= first)
    return (spans[best], min(1.0, score / own)) if score > 0 and own > 0 else (None, 0.0)
