"""How much a text speaks of what a claim says, and why: its words together, the speaker, the date, the figures."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from db.vocabulary import NumberComparison
from firsthand.evidence.comparison import compare
from firsthand.evidence.ranking import rank_passages
from firsthand.evidence.windows import windows
from firsthand.text.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from firsthand.text.spans import Span

_STRETCH = 600  # characters in which words count as standing together: a paragraph or two
_LEAST = 0.2  # share of the words' weight below which a text speaks of something else
_NAMED = 3  # words named in a reason
_SPEAKER_SPEAKS, _SPEAKER_NAMED = 0.3, 0.15
_SAME_DAY, _NEAR, _SAME_YEAR = 0.25, 0.15, 0.05
_NEAR_DAYS = 10  # a statement is in transcripts and papers within days
_FIGURE = 0.15
_FAIR = (NumberComparison.EQUAL, NumberComparison.EQUAL_AFTER_ROUNDING)
_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR, _MONTH, _DAY = 4, 7, 10  # characters of a date
_STEM = 5  # letters from which a word also stands for longer ones that begin with it


class Telling(NamedTuple):
    """What a claim is looked for by: its statement, the weights of its words in lower case, who said it and when."""

    statement: str
    weights: Mapping[str, float]
    speaker: str | None
    date: str | None


class Resemblance(NamedTuple):
    """How much a text speaks of a claim (0 to about 2), in sentences why, and where it does so best."""

    score: float
    why: tuple[str, ...]
    span: Span


def resemblance(claim: Telling, text: str, about: str, published: str | None) -> Resemblance | None:
    """Weigh a text against a claim; ``about`` is its title and authors. None where it speaks of something else."""
    stems = {_stem(word): weight for word, weight in claim.weights.items()}
    best = next(iter(windows(text, stems, _STRETCH, most=1)), None)
    whole = sum(stems.values())
    if best is None or best.weight < _LEAST * whole:
        return None
    stretch = best.span.of(text)
    reasons = [
        (best.weight / whole, _together(claim, stretch)),
        *_speaker(claim.speaker, text, about),
        *_date(claim.date, published),
        *_figures(claim.statement, stretch),
    ]
    return Resemblance(
        sum(weight for weight, _ in reasons), tuple(why for _, why in reasons), _passage(claim, text, best.span)
    )


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - 2)]


def _together(claim: Telling, stretch: str) -> str:
    """Say which of the claim's words, the weightiest first, stand together."""
    there = stretch.lower()
    found = sorted((word for word in claim.weights if _stem(word) in there), key=lambda word: -claim.weights[word])
    shown = ", ".join(f"«{word}»" for word in found[:_NAMED])
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"Has these of the claim's words together: {shown}{more}."


def _speaker(speaker: str | None, text: str, about: str) -> Iterator[tuple[float, str]]:
    """Weigh the speaker by the last word of the name, as papers do; whoever is named in the title speaks there."""
    name = _WORD.findall(speaker or "")[-1:]
    if not name:
        return
    called = re.compile(rf"\b{re.escape(name[0])}\b")
    if called.search(about):
        yield _SPEAKER_SPEAKS, f"Its title or author names the speaker, {speaker}."
    elif called.search(text):
        yield _SPEAKER_NAMED, f"Names the speaker, {speaker}."


def _date(claimed: str | None, published: str | None) -> Iterator[tuple[float, str]]:
    """Weigh two dates of any precision (EDTF level 0: year, month or day)."""
    if not claimed or not published:
        return
    if claimed == published and len(claimed) == _DAY:
        yield _SAME_DAY, f"Published on the claim's day, {published}."
    elif len(claimed) == len(published) == _DAY:
        off = (dt.date.fromisoformat(published) - dt.date.fromisoformat(claimed)).days
        if abs(off) <= _NEAR_DAYS:
            day = "day" if abs(off) == 1 else "days"
            yield _NEAR, f"Published {abs(off)} {day} {'after' if off > 0 else 'before'} the claim's date, {published}."
        elif claimed[:_YEAR] == published[:_YEAR]:
            yield _SAME_YEAR, f"Published in the claim's year, {published[:_YEAR]}."
    elif claimed[:_MONTH] == published[:_MONTH]:
        yield _NEAR, f"Published about the claim's date, {published}."
    elif claimed[:_YEAR] == published[:_YEAR]:
        yield _SAME_YEAR, f"Published in the claim's year, {published[:_YEAR]}."


def _figures(statement: str, stretch: str) -> Iterator[tuple[float, str]]:
    for result in compare(None, statement, stretch).numbers:
        if result.comparison in _FAIR and result.claim and result.source:
            yield _FIGURE, f"Has the claim's figure «{result.claim.words}» as «{result.source.words}»."


def _passage(claim: Telling, text: str, stretch: Span) -> Span:
    """Return the sentence of a stretch, one cut off at its start aside, that is most worth reading."""
    places = sentences(stretch.of(text))
    whole = places[1:] if stretch.start and len(places) > 1 else places
    best = rank_passages(claim.statement, [place.of(stretch.of(text)) for place in whole])
    return whole[best[0][0]].shift(stretch.start) if best else stretch
