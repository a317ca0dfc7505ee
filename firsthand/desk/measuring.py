"""What the machine measures of a passage against a claim: the grade of the quoted words, the gravest figure."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy.orm import Session

from db.models import Claim, Source
from db.vocabulary import MatchGrade, NumberComparison
from firsthand.desk.backing import live_evidence
from firsthand.desk.record import find_article, find_source
from firsthand.evidence.comparison import compare, speak_differently

# From worst to best news for the claim: the comparison that is kept for a passage with several figures.
_GRAVITY = [
    NumberComparison.DIFFERENT,
    NumberComparison.SCALE_DIFFERS,
    NumberComparison.UNIT_DIFFERS,
    NumberComparison.PERIOD_DIFFERS,
    NumberComparison.BASE_DIFFERS,
    NumberComparison.CANNOT_COMPARE,
    NumberComparison.EQUAL_AFTER_ROUNDING,
    NumberComparison.EQUAL,
]


class Measured(NamedTuple):
    """How a passage stands to a claim; None where there is nothing to compare."""

    grade: MatchGrade | None
    numbers: NumberComparison | None


def measure(session: Session, claim: Claim, source: Source, passage: str) -> Measured:
    """Compare words and figures; words only where article and source are known to speak one language."""
    translated = speak_differently(find_article(session, claim.article_id).language, source.language)
    compared = compare(claim.quoted_words, claim.literal, passage, translated=translated)
    return Measured(
        grade=compared.alignment.grade if compared.alignment else None,
        numbers=min((result.comparison for result in compared.numbers), key=_GRAVITY.index, default=None),
    )


def measure_again(session: Session, claim: Claim) -> None:
    """Measure the live evidence anew after the claim's quoted words have changed."""
    for piece in live_evidence(session, claim.id):
        measured = measure(session, claim, find_source(session, piece.source_id), piece.passage.exact)
        piece.grade, piece.number_comparison = measured
