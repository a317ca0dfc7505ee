"""What the panel «Find the source» shows: references, the library, what may be asked outside, traces, passages."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.data.checking import best_passages
from dashboard.data.passages import Found
from dashboard.data.record import ask, captured_text, database, settings
from db.queries import traces as _traces
from db.rows import ClaimRow, TraceRow
from db.vocabulary import MatchGrade
from firsthand import finding
from firsthand.evidence.alignment import align_quote
from firsthand.evidence.passages import locator
from firsthand.finding import FoundHand, outside
from firsthand.finding.outside import Question
from firsthand.finding.sought import Sought
from firsthand.text.segmentation import sentences
from firsthand.text.spans import Span

_AROUND = 200  # characters shown around quoted words
_LONGEST = 500  # characters that a sentence may have beyond the words quoted from it


class Seen(NamedTuple):
    """What a captured text has for a claim: the grade of its quoted words, if it has any, and places, best first."""

    grade: MatchGrade | None
    places: tuple[Found, ...]


def references(claim: ClaimRow) -> tuple[FoundHand, ...]:
    """List the references of the claim's article, those nearest to the claim first."""
    return ask(finding.references_of, claim.id)


def library(claim: ClaimRow) -> tuple[FoundHand, ...]:
    """Search the captured library; asked anew only where the claim changed, or something was captured since."""
    return _searched(database().name, claim.id, claim.version, ask(finding.newest_capture))


@lru_cache(maxsize=64)
def _searched(_url: object, claim_id: int, _version: int, _newest: int) -> tuple[FoundHand, ...]:
    with database().read() as session:
        return finding.library(session, claim_id)


def seen(claim: ClaimRow, capture_id: int) -> Seen:
    """Read what a captured text has for the claim: the quoted words, else the passages worth reading."""
    sought = Sought.of(claim)
    grade, span = _quoted(captured_text(capture_id), sought.quote or "")
    if span is not None:
        return Seen(grade, (_place(capture_id, span),))
    return Seen(grade, best_passages(capture_id, sought.statement))


def quoted(claim: ClaimRow, capture_id: int) -> Found | None:
    """Find where a captured text has the words that the claim quotes; None where it has not, or none are quoted."""
    _, span = _quoted(captured_text(capture_id), Sought.of(claim).quote or "")
    return _place(capture_id, span) if span is not None else None


@lru_cache(maxsize=256)
def _quoted(text: str, quote: str) -> tuple[MatchGrade | None, Span | None]:
    if not quote or not text:
        return None, None
    alignment = align_quote(quote, text)
    return alignment.grade, _whole_sentences(text, alignment.span) if alignment.span else None


def _whole_sentences(text: str, span: Span) -> Span:
    """Widen quoted words to the sentences they stand in, so that no «if» or «but» is left out; not without end."""
    first, last = max(0, span.start - _LONGEST), span.end + _LONGEST
    around = text[first:last]
    held = [one.shift(first) for one in sentences(around) if one.shift(first).overlaps(span)]
    if not held:
        return span
    wide = Span(min(span.start, held[0].start), max(span.end, held[-1].end))
    cut = (first > 0 and wide.start == first) or (last < len(text) and wide.end == last)
    return span if cut or wide.length > span.length + _LONGEST else wide


def _place(capture_id: int, span: Span) -> Found:
    whole = captured_text(capture_id)
    return Found(
        span.start,
        span.end,
        whole[max(0, span.start - _AROUND) : span.start],
        span.of(whole),
        whole[span.end : span.end + _AROUND],
        locator(whole, span),
    )


def questions(claim: ClaimRow) -> tuple[Question, ...]:
    """List what may be asked outside about a claim; nothing while no service is on."""
    return ask(outside.questions, claim.id, settings().services)


def traces(claim: ClaimRow) -> tuple[TraceRow, ...]:
    """List the newest traces of a claim."""
    return ask(_traces.of_claim, claim.id)
