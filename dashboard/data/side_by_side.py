"""Two captured texts side by side, cut into pieces for showing: what differs, a part at a time, never the whole book.

A browser is sent what differs and a little around it. Long stretches that are the same are left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dashboard.data.record import captured_text, database
from dashboard.texts import side_by_side as texts
from firsthand.text.comparing import Change, ChangeKind, Comparison, WordChange
from firsthand.text.spans import Span

MOST = 50
"""As many changes as a page shows at once."""
PASSAGES = 60
"""As many passages as a page shows with what became of them."""
_WEIGHT = 120_000  # characters of one page of changes
_EACH = 40  # characters that a piece weighs beside its words
_SAME, _DIFFERING = 240, 3000  # characters of a stretch that is shown whole
_END = 100  # characters shown of either end of one that is not
_PIECES = 150  # of one paragraph
_DIGITS = 9
_BEFORE = 90  # characters of the paragraph that stands before a change


class Piece(NamedTuple):
    """Neighbouring words of one side. ``left_out`` is how many characters stand in their place, where they are cut."""

    words: str
    differs: bool = False
    marked: bool = False
    left_out: int = 0


Pieces = tuple[Piece, ...]


class Difference(NamedTuple):
    """A paragraph that differs, as the ``number``-th of all from 1 on; no pieces on the side that does not have it.

    ``kind`` is a ``ChangeKind``; ``same`` counts the paragraphs since the one before, ``above`` ends the last of them.
    """

    number: int
    kind: str
    before: Pieces
    after: Pieces
    same: int
    above: str


class Differences(NamedTuple):
    """A part of what differs: ``first`` of ``total`` changes from 0 on, ``following`` where the next part begins.

    ``kinds`` counts all changes by kind, ``same`` the paragraphs that are the same in all.
    """

    rows: tuple[Difference, ...]
    first: int
    total: int
    following: int | None
    kinds: tuple[tuple[str, int], ...]
    same: int
    alike: bool


class Fate(StrEnum):
    """What became of the words of a passage in the later text, gravest last."""

    SAME = "same"
    AROUND = "around"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


class PassageDifference(NamedTuple):
    """The paragraph of a passage on both sides, the passage marked; ``after`` is empty where it is gone."""

    fate: Fate
    before: Pieces
    after: Pieces


def comparison(before_id: int, after_id: int) -> Comparison:
    """Compare the texts of two captures; captures never change, so this is done once."""
    return _comparison(database().name, before_id, after_id)


@lru_cache(maxsize=8)
def _comparison(_url: object, before_id: int, after_id: int) -> Comparison:
    return Comparison(captured_text(before_id), captured_text(after_id))


def differences(before_id: int, after_id: int, first: int = 0) -> Differences:
    """Cut a part of what differs between two captures for showing, from the ``first`` change on."""
    compared = comparison(before_id, after_id)
    changes = compared.changes
    first = first if 0 <= first < len(changes) else 0
    rows: list[Difference] = []
    weight = 0
    for row in _rows(compared, changes, first):
        weight += sum(len(piece.words) + _EACH for piece in (*row.before, *row.after))
        if rows and weight > _WEIGHT:
            break
        rows.append(row)
    following = first + len(rows)
    kinds = Counter(change.kind.value for change in changes)
    return Differences(
        tuple(rows),
        first,
        len(changes),
        following if following < len(changes) else None,
        tuple((kind.value, kinds[kind.value]) for kind in ChangeKind if kinds[kind.value]),
        compared.unchanged,
        compared.before == compared.after,
    )


def place_of(asked: str) -> int:
    """Read where a part of the changes begins; the beginning for anything that is no number."""
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < _DIGITS else 0


def _rows(compared: Comparison, changes: Sequence[Change], first: int) -> Iterator[Difference]:
    for number, change in enumerate(changes[first : first + MOST], start=first):
        same = compared.between(changes[number - 1].before.end if number else 0, change.before.start)
        above = _ending(same[-1].of(compared.before)) if same else ""
        yield Difference(number + 1, change.kind.value, *_sides(compared, change), len(same), above)


def _sides(compared: Comparison, change: Change, marked: Span | None = None) -> tuple[Pieces, Pieces]:
    """Cut both sides of a change; ``marked`` is a passage of the text before."""
    if change.kind is ChangeKind.CHANGED:
        differing = [word.before for word in change.words], [word.after for word in change.words]
    else:
        moved = change.elsewhere is not None
        differing = [] if moved else [change.before], [] if moved else [change.after]
    return (
        cut(compared.before, change.before, differing[0], marked),
        cut(compared.after, change.after, differing[1]),
    )


def cut(text: str, span: Span, differing: Sequence[Span], marked: Span | None = None) -> Pieces:
    """Cut a paragraph where words begin to differ, or a passage begins or ends; what is too long is left out."""
    edges = {span.start, span.end}
    edges.update(edge for place in (*differing, *([marked] if marked else [])) for edge in place)
    inside = sorted(edge for edge in edges if span.start <= edge <= span.end)
    differs = {place.start: place.end for place in differing if place.length}
    until = span.start
    pieces: list[Piece] = []
    for start, end in pairwise(inside):
        until = differs.get(start, until)
        here = Span(start, end)
        pieces += _shortened(here.of(text), differs=start < until, marked=bool(marked and marked.overlaps(here)))
        if len(pieces) > _PIECES:
            pieces.append(Piece("", left_out=span.end - end))
            break
    return tuple(pieces)


def _shortened(words: str, *, differs: bool, marked: bool) -> list[Piece]:
    longest = _DIFFERING if differs or marked else _SAME
    if len(words) <= longest:
        return [Piece(words, differs, marked)]
    kept = longest - _END if differs or marked else _END
    return [
        Piece(words[:kept], differs, marked),
        Piece("", left_out=len(words) - kept - _END),
        Piece(words[-_END:], differs, marked),
    ]


def _ending(words: str) -> str:
    line = " ".join(words[-4 * _BEFORE :].split())
    return line if len(line) <= _BEFORE else f"…{line[-_BEFORE:].partition(' ')[2] or line[-_BEFORE:]}"


def passage(before_id: int, after_id: int, start: int, end: int) -> PassageDifference:
    """Tell what became of the words at a place of the one text in the other, with its paragraph on both sides."""
    compared, place = comparison(before_id, after_id), Span(start, end)
    around = compared.around(place)
    fate = max((_fate(change, place) for change in around.changes), default=Fate.SAME, key=list(Fate).index)
    olds = [word.before for change in around.changes for word in _gone(change)]
    news = [word.after for change in around.changes for word in _gone(change)]
    after = cut(compared.after, around.after, news) if around.after else ()
    return PassageDifference(fate, cut(compared.before, around.before, olds, place), after)


def _gone(change: Change) -> tuple[WordChange, ...]:
    """Tell which words of a paragraph differ: all of one that is gone."""
    if change.kind is ChangeKind.REMOVED:
        return (WordChange(change.before, change.after),)
    return change.words


def _fate(change: Change, place: Span) -> Fate:
    if change.kind is ChangeKind.REMOVED:
        return Fate.GONE
    if change.kind is ChangeKind.MOVED_AWAY:
        return Fate.MOVED
    within = any(word.before.overlaps(place) or place.start < word.before.start < place.end for word in change.words)
    return Fate.CHANGED if within else Fate.AROUND


def records(before_id: int, after_id: int) -> list[dict[str, object]]:
    """Write all that differs as records for a file: whole paragraphs, and where they stand in either text."""
    compared = comparison(before_id, after_id)
    return [
        dict(zip(texts.DIFFERENCE_COLUMNS, _record(compared, number, change), strict=True))
        for number, change in enumerate(compared.changes, start=1)
    ]


def _record(compared: Comparison, number: int, change: Change) -> tuple[object, ...]:
    said = change.before.of(compared.before), change.after.of(compared.after)
    return (number, texts.CHANGES[change.kind.value][1], *said, *change.before, *change.after)
