"""Tables in text files (CSV, TSV): every row a paragraph, every value after what its column is called.

So a passage says what its figures are without the top of the table, and a comparison of numbers has its words.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from firsthand.errors import UnreadableText
from firsthand.text.decoding import decode
from firsthand.text.extracted import ExtractedArticle
from firsthand.text.languages import language_of
from firsthand.text.plain import addresses

EXTRACTOR = "firsthand-table 1"
MAX_CHARACTERS = 5_000_000

_SEPARATORS = ",;\t|:"
_SAMPLE = 200_000  # characters
_LOOKED_AT = 60  # rows
_MOST_ABOVE = 15  # rows of titles and notes
_LONGEST_NAME = 120
_MOST_COLUMNS = 2000
_LONGEST_CELL = 5_000_000
_NO_ROWS = "This table holds no rows; look whether it was saved whole."
_CUT = "The table is longer than can be kept as text; only its first rows were."
_WIDE = "The table has {:,} columns; only the first {:,} of each row were kept."
_BROKEN = "This table cannot be taken apart into rows; save it as a new file (CSV, UTF-8) and add that."

csv.field_size_limit(_LONGEST_CELL)  # the library's own limit refuses cells of 128 kB, which texts in tables have

Row = Sequence[str]


class _Table(NamedTuple):
    """What stands above a table, what its columns are called (empty where nothing says so), and its rows."""

    above: list[list[str]]
    names: list[str]
    rows: Iterator[list[str]]


def extract_separated(data: bytes, charset: str | None = None) -> ExtractedArticle:
    """Read a table; raises ``UnreadableText`` where there is none."""
    source = decode(data, declared=charset).removeprefix("\ufeff")
    try:
        return _rendered(_table(source))
    except csv.Error as error:
        raise UnreadableText(_BROKEN) from error


def _rendered(table: _Table) -> ExtractedArticle:
    pieces = [line for row in table.above if (line := " ".join(filter(None, row)))]
    title = pieces[0][:300] if pieces else None
    if table.names:
        pieces.append(" | ".join(table.names))
    length = sum(map(len, pieces))
    rows = 0
    widest = len(table.names)
    warnings: list[str] = []
    for row in table.rows:
        written = _written(table.names, row)
        if not written:
            continue
        widest = max(widest, len(row))
        length += len(written) + 2
        if length > MAX_CHARACTERS:
            warnings.append(_CUT)
            break
        pieces.append(written)
        rows += 1
    if not rows:
        raise UnreadableText(_NO_ROWS)
    if widest > _MOST_COLUMNS:
        warnings.append(_WIDE.format(widest, _MOST_COLUMNS))
    text = "\n\n".join(pieces)
    language = language_of(text)
    return ExtractedArticle(
        text=text,
        extractor=EXTRACTOR,
        title=title,
        language=language,
        language_detected=language is not None,
        references=addresses(text),
        warnings=tuple(warnings),
    )


def _table(source: str) -> _Table:
    separator = _separator(source)
    rows = _cells(source, separator)
    first = list(islice(rows, _LOOKED_AT))
    width = Counter(_width(row) for row in first[1:] or first).most_common(1)[0][0] if first else 0
    top = next((number for number, row in enumerate(first[:_MOST_ABOVE]) if _width(row) >= max(width - 1, 2)), 0)
    names = first[top] if first and _names_columns(first[top], first[top + 1 :]) else []
    below = first[top + 1 :] if names else first[top:]
    return _Table(first[:top], [_name(name) for name in names[:_MOST_COLUMNS]], _all(below, rows))


def _all(below: list[list[str]], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield from below
    yield from rows


def _cells(source: str, separator: str) -> Iterator[list[str]]:
    lines = source.splitlines(keepends=True)
    for row in csv.reader(lines, delimiter=separator, skipinitialspace=True):
        yield [" ".join(cell.split()) for cell in row]


def _separator(source: str) -> str:
    """Choose the separator that gives the most rows of the same width, and of those the widest."""
    end = source.rfind("\n", 0, _SAMPLE) if len(source) > _SAMPLE else len(source)
    sample = source[: end if end > 0 else _SAMPLE]

    def fitness(separator: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in islice(csv.reader(sample.splitlines(), delimiter=separator), _LOOKED_AT)]
        except csv.Error:
            return 0.0, 0
        width, rows = Counter(width for width in widths if width).most_common(1)[0] if any(widths) else (0, 0)
        return (rows / len(widths), width) if width > 1 else (0.0, 0)

    return max(_SEPARATORS, key=fitness)


def _names_columns(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row says what the columns are called: words, each once, above rows that hold something else."""
    names = [cell for cell in row if cell]
    return (
        bool(below)
        and len(names) > 1
        and len(set(names)) == len(names)
        and not any(_is_figure(name) and not _is_year(name) for name in names)
        and max(map(len, names)) <= _LONGEST_NAME
    )


def _is_figure(cell: str) -> bool:
    digits = sum(map(str.isdigit, cell))
    return digits > 0 and not any(map(str.isalpha, cell))


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdigit() and cell[:2] in {"17", "18", "19", "20", "21"}  # noqa: PLR2004


def _name(cell: str) -> str:
    return cell.rstrip(" :")


def _width(row: Row) -> int:
    return sum(map(bool, row))


def _written(names: Row, row: Row) -> str:
    """Write a row's values after their columns' names; without names the empty ones keep their places."""
    if not any(row):
        return ""
    if not names:
        return " | ".join(row[:_MOST_COLUMNS]).rstrip(" |")
    named = (
        f"{names[place]}: {cell}" if place < len(names) and names[place] else cell
        for place, cell in enumerate(row[:_MOST_COLUMNS])
        if cell
    )
    return " | ".join(named)
