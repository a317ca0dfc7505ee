"""From a page's pieces to its lines in reading order: rows, columns, and what spans them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from firsthand.text.pdf_strings import Piece

_SAME_ROW = 0.35  # of the size
_WORD_GAP = 0.16
_COLUMN_GAP = 0.9
_DEEPEST = 4
_FEWEST_ROWS = 4
_FEWEST_LETTERS = 12
_MOST_CROSSING = 0.4
_STEP = 2.0  # points
_CLOSE = 1.6  # of the size: a step that can be no gap between paragraphs
_FEWEST_CLOSE = 0.2  # of the steps


class Line(NamedTuple):
    """A line as it is read; ``column`` counts the columns of the page in reading order."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    column: int


def lines_of(rows: Sequence[Piece]) -> list[Line]:
    """Return the lines of a page, made of its rows, in reading order."""
    found: list[Line] = []
    for column, lines in enumerate(_columns(rows, 0)):
        found += [_line(line, column) for line in lines]
    return [line for line in found if line.text]


def rows_of(pieces: Sequence[Piece]) -> list[Piece]:
    """Join what stands on one base line without a column's gap between; top down, left to right."""
    joined: list[Piece] = []
    row: list[Piece] = []
    for piece in sorted((piece for piece in pieces if piece.text.strip()), key=lambda one: (-one.base, one.left)):
        if row and row[0].base - piece.base > _SAME_ROW * max(row[0].size, piece.size):
            joined += _runs(sorted(row, key=lambda one: one.left))
            row = []
        row.append(piece)
    return [*joined, *_runs(sorted(row, key=lambda one: one.left))] if row else joined


def _runs(row: Sequence[Piece]) -> Iterator[Piece]:
    current = row[0]
    for piece in row[1:]:
        gap = piece.left - current.right
        if gap > _COLUMN_GAP * max(current.size, piece.size):
            yield current
            current = piece
            continue
        apart = gap > _WORD_GAP * piece.size and not current.text[-1:].isspace() and not piece.text[:1].isspace()
        bigger = current if len(current.text) >= len(piece.text) else piece
        current = Piece(
            f"{current.text}{' ' * apart}{piece.text}",
            current.left,
            max(current.right, piece.right),
            bigger.base,
            bigger.size,
            current.bold and piece.bold,
        )
    yield current


def _columns(rows: Sequence[Piece], depth: int) -> Iterator[list[list[Piece]]]:
    """Yield the columns in reading order, each a list of lines, each a list of what stands beside each other."""
    gutter = _gutter(rows) if depth < _DEEPEST else None
    if gutter is None:
        if rows:
            yield _beside(rows)
        return
    zone: list[Piece] = []
    for row in [*rows, None]:
        if row is not None and not row.left < gutter < row.right:
            zone.append(row)
            continue
        left, right = [one for one in zone if one.right <= gutter], [one for one in zone if one.left >= gutter]
        yield from _columns(left, depth + 1) if right else _columns(zone, depth + 1)
        yield from _columns(right, depth + 1) if right else ()
        zone = []
        if row is not None:
            yield [[row]]


def _beside(rows: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    for row in rows:
        if lines and abs(lines[-1][0].base - row.base) <= _SAME_ROW * row.size and row.left > lines[-1][-1].left:
            lines[-1].append(row)
        else:
            lines.append([row])
    return lines


def _gutter(rows: Sequence[Piece]) -> float | None:
    """Return where the page's columns part: the place that the fewest lines cross, with prose on both sides."""
    if len(rows) < 2 * _FEWEST_ROWS:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    width = right - left
    best: tuple[int, float, float] | None = None
    at = left + 0.15 * width
    while at < right - 0.15 * width:
        crossing = sum(row.left < at < row.right for row in rows)
        off_middle = abs(at - (left + right) / 2)
        if best is None or (crossing, off_middle) < best[:2]:
            best = (crossing, off_middle, at)
        at += max(_STEP, width / 300)
    if best is None or best[0] > _MOST_CROSSING * len(rows):
        return None
    sides = [row for row in rows if row.right <= best[2]], [row for row in rows if row.left >= best[2]]
    if any(len(side) < _FEWEST_ROWS or median(len(row.text) for row in side) < _FEWEST_LETTERS for side in sides):
        return None
    return best[2] if _overlap(*sides) else None


def _overlap(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether the two stand beside and not below each other."""
    top, bottom = min(left[0].base, right[0].base), max(left[-1].base, right[-1].base)
    return sum(bottom <= row.base <= top for row in left) >= _FEWEST_ROWS


def _line(row: Sequence[Piece], column: int) -> Line:
    biggest = max(row, key=lambda one: len(one.text))
    return Line(
        re.sub(r"\s+", " ", " ".join(one.text.strip() for one in row)).strip(),
        row[0].left,
        row[-1].right,
        biggest.base,
        biggest.size,
        all(one.bold for one in row),
        column,
    )


def leading_of(lines: Sequence[Line], usual: float = 0.0) -> float:
    """Return the distance between two base lines of one paragraph; ``usual`` is the rest of the file's.

    Where paragraphs are short and set apart most steps lead over a gap, so that close steps count before the median.
    """
    steps = [
        (a.base - b.base, max(a.size, b.size))
        for a, b in pairwise(lines)
        if a.column == b.column and 0 < a.base - b.base < 4 * a.size
    ]
    close = [step for step, size in steps if step < _CLOSE * size]
    if len(close) >= _FEWEST_CLOSE * len(steps) and close:
        return median(close)
    return usual or (median(step for step, _ in steps) if steps else 0.0)
