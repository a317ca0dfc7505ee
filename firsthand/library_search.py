"""Where in the library of captured sources somebody's words stand, and which sources speak of what a claim says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from db.queries import library
from db.vocabulary import MatchGrade
from firsthand.evidence.alignment import Alignment, align_quote
from firsthand.evidence.passages import locator
from firsthand.evidence.prepared import read_text
from firsthand.evidence.quotation import LONGEST_ELISION, ItemKind, read_quotation
from firsthand.evidence.resemblance import Resemblance, Telling, resemblance
from firsthand.evidence.windows import windows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from db.queries.library import Candidate, CapturedSource, Frequencies
    from firsthand.text.spans import Span

_CANDIDATES = 40
_PROMISING = 0.25  # of the best candidate's weight; one with less shares words by chance
_SHARED = 0.4  # of the quotation's weight: what a stretch has to hold to be compared word by word
_TELLING = 12  # words, the rarest, that say where in a text to look
_LETTERS = 9  # of a word with the space after it, generously
_ORDER = {grade: place for place, grade in enumerate(MatchGrade)}
_WORD = re.compile(r"[^\W_]+")


class FoundQuote(NamedTuple):
    """A source's capture that has the words of a quotation, or nearly (``grade``, number of ``differences``).

    ``newest`` is the capture itself; or the document's newest readable one, where the words stood only in an older.
    """

    document_id: int
    capture_id: int
    title: str
    span: Span
    grade: MatchGrade
    locator: str
    words: str
    differences: int
    newest: int


class FoundSource(NamedTuple):
    """A source's capture that speaks of what a claim says: its best passage, and in words why it is named."""

    document_id: int
    capture_id: int
    title: str
    score: float
    why: tuple[str, ...]
    span: Span
    locator: str
    words: str


def find_quotation(session: Session, quote: str, *, limit: int = 10) -> tuple[FoundQuote, ...]:
    """Find the captured sources that a quotation may be from, best match first, each document once.

    A document's newest readable capture counts, an older one only where the newest lacks the words.
    """
    asked = library.tokens(quote)
    known = library.frequencies(session, asked)
    weights = _weights(quote, known)
    candidates = _promising(library.candidates(session, library.probes(asked, known), _CANDIDATES))
    newest = library.newest_readable(session, {candidate.document_id for candidate in candidates})
    texts = library.captured(session, {candidate.capture_id for candidate in candidates} | set(newest.values()))
    found: dict[int, list[FoundQuote]] = {}
    for capture in texts.values():
        match = _quoted_in(capture, quote, weights, newest[capture.document_id])
        if match:
            found.setdefault(capture.document_id, []).append(match)
    chosen = [_best_capture(matches) for matches in found.values()]
    return tuple(sorted(chosen, key=lambda match: (_rank(match), -match.capture_id))[:limit])


def search(
    session: Session, *, statement: str, speaker: str | None, date: str | None, limit: int = 10
) -> tuple[FoundSource, ...]:
    """Find the captured sources that speak of what a claim says, the likeliest first, each by its newest capture.

    Words weigh by their rarity in the library and count where they stand together; the speaker's name, a date near the
    claim's (EDTF) and the claim's figures weigh on top.
    """
    asked = library.tokens(f"{statement} {speaker or ''}")
    known = library.frequencies(session, asked)
    telling = Telling(statement, _weights(statement, known), speaker, date)
    candidates = _promising(library.candidates(session, library.probes(asked, known), _CANDIDATES))
    newest = library.newest_readable(session, {candidate.document_id for candidate in candidates})
    found = [
        _found(capture, alike)
        for capture in library.captured(session, set(newest.values())).values()
        if (alike := resemblance(telling, capture.text, _about(capture), capture.published))
    ]
    return tuple(sorted(found, key=lambda source: (-source.score, -source.capture_id))[:limit])


def _weights(words: str, known: Frequencies) -> dict[str, float]:
    """Weigh the rarest words, as they are written but in lower case, by how rare they are in the library."""
    written = dict.fromkeys(_WORD.findall(words.lower()))
    weighed = {word: sum(map(known.rarity, library.tokens(word))) for word in written}
    rarest = sorted(filter(weighed.get, weighed), key=lambda word: -weighed[word])
    return {word: weighed[word] for word in rarest[:_TELLING]}


def _promising(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out the candidates that only share a word or two with what is looked for."""
    return [each for each in candidates if each.weight >= _PROMISING * candidates[0].weight]


def _quoted_in(capture: CapturedSource, quote: str, weights: Mapping[str, float], newest: int) -> FoundQuote | None:
    """Align the quotation with the stretches of a text that have most of its words."""
    ellipses = sum(item.kind is ItemKind.ELLIPSIS for item in read_quotation(quote).items)
    size = len(quote) + ellipses * LONGEST_ELISION * _LETTERS
    enough = _SHARED * sum(weights.values())
    matches = [
        _match(capture, align_quote(quote, read_text(window.span.of(capture.text))), window.span.start, newest)
        for window in windows(capture.text, weights, size)
        if window.weight >= enough
    ]
    return min(filter(None, matches), key=_rank, default=None)


def _match(capture: CapturedSource, alignment: Alignment, start: int, newest: int) -> FoundQuote | None:
    if alignment.span is None:
        return None
    span = alignment.span.shift(start)
    return FoundQuote(
        capture.document_id,
        capture.capture_id,
        capture.title,
        span,
        alignment.grade,
        locator(capture.text, span),
        span.of(capture.text),
        len(alignment.differences),
        newest,
    )


def _best_capture(matches: Iterable[FoundQuote]) -> FoundQuote:
    """Choose the newest readable capture; an older one where the words are truer there."""
    return min(matches, key=lambda match: (_rank(match), match.capture_id != match.newest, -match.capture_id))


def _rank(match: FoundQuote) -> tuple[int, int]:
    return _ORDER[match.grade], match.differences


def _about(capture: CapturedSource) -> str:
    return " ".join(filter(None, (capture.title, capture.author, capture.publisher)))


def _found(capture: CapturedSource, alike: Resemblance) -> FoundSource:
    return FoundSource(
        capture.document_id,
        capture.capture_id,
        capture.title,
        alike.score,
        alike.why,
        alike.span,
        locator(capture.text, alike.span),
        alike.span.of(capture.text),
    )
