"""The strings that a PDF shows: their text by the font's tables, their places by its widths (ISO 32000, 9.4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple, TypeAlias

from pypdf.generic._font import Font

_WORD_GAP = 0.16  # of the size: what letters are pushed apart by between two words
_COLUMN_GAP = 1.1
_UPRIGHT = 0.2
_EPSILON = 1e-6

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Letters set as one piece of metal, and signs of fonts of their own, are no other words than theirs.
_PLAIN: dict[int, str | None] = {
    **{0xFB00 + n: letters for n, letters in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))},
    **dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076), "•"),
    **dict.fromkeys((*range(9), *range(0x0E, 0x20), 0x7F, 0xFFFD, 0xFEFF, 0x200B)),
    **dict.fromkeys((0x09, 0x0A, 0x0D, 0xA0), " "),
}


class Piece(NamedTuple):
    """Text drawn in one go: its ends, its base line (upwards), its size, all in points as the page is seen.

    ``places`` are where its characters begin, one each, as far as known.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    places: tuple[float, ...] = ()


@dataclass
class State:
    """The text state (ISO 32000, 9.3) and the transformation, which ``q`` saves and ``Q`` brings back."""

    matrix: Matrix
    font: Font | None = None
    size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def moved(matrix: Matrix, by: Matrix) -> Matrix:
    """Return the transformation that does ``by`` after ``matrix``."""
    a, b, c, d, e, f = matrix
    g, h, i, j, k, m = by
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def shown(state: State, text: Matrix, strings: Sequence[Any]) -> tuple[list[Piece], Matrix]:
    """Return what a string or an array of strings and shifts draws, and the text matrix after it."""
    font = state.font
    if font is None:
        return [], text
    found: list[Piece] = []
    for part in strings:
        if isinstance(part, int | float):
            shift = -float(part) / 1000 * state.size * state.scale
            text = moved((1.0, 0.0, 0.0, 1.0, shift, 0.0), text)
            continue
        raw, words = _decoded(font, part)
        steps = [_advance(state, font, one) for one in raw]
        after = moved((1.0, 0.0, 0.0, 1.0, sum(steps), 0.0), text)
        start, end = moved(text, state.matrix), moved(after, state.matrix)
        text = after
        size = abs(state.size) * (start[2] ** 2 + start[3] ** 2) ** 0.5
        if not words or size < _EPSILON or abs(start[1]) > _UPRIGHT * abs(start[0]) or start[0] <= 0:
            continue
        base = start[5] + state.rise * start[3]
        places = _places(start, steps) if len(words) == len(steps) else ()
        found = _added(found, Piece(words, start[4], max(end[4], start[4]), base, size, _is_bold(font), places))
    return found, text


def _advance(state: State, font: Font, code: str) -> float:
    """Return how far a character moves the pen, in units of the text's own space."""
    width = font.space_width if code == font.space_char else font.get_text_width(code)
    spacing = state.character_space + (state.word_space if code == " " else 0.0)
    return (width / 1000 * state.size + spacing) * state.scale


def _places(start: Matrix, steps: Sequence[float]) -> tuple[float, ...]:
    return tuple(start[4] + start[0] * run for run in accumulate(steps[:-1], initial=0.0))


def _added(found: list[Piece], piece: Piece) -> list[Piece]:
    """Add a piece, joined to the one before where only kerning parts them."""
    if not found:
        return [piece]
    last = found[-1]
    gap = piece.left - last.right
    if gap > _COLUMN_GAP * piece.size or gap < -piece.size:
        return [*found, piece]
    apart = gap > _WORD_GAP * piece.size and not last.text.endswith(" ") and not piece.text.startswith(" ")
    known = len(last.places) == len(last.text) and len(piece.places) == len(piece.text)
    places = (*last.places, *([last.right] * apart), *piece.places) if known else ()
    found[-1] = last._replace(text=f"{last.text}{' ' * apart}{piece.text}", right=piece.right, places=places)
    return found


def _decoded(font: Font, given: Any) -> tuple[str, str]:  # noqa: ANN401 - a PDF string
    """Return a string's codes as the font's widths name them, and its text."""
    data = getattr(given, "original_bytes", given)
    if isinstance(data, str):
        data = data.encode("latin-1", "replace")
    if not isinstance(data, bytes | bytearray):
        return "", ""
    if isinstance(font.encoding, str):
        raw = data.decode(font.encoding, "surrogatepass" if len(data) % 2 == 0 else "replace")
        named = raw
    else:
        raw = "".join(map(chr, data))
        named = "".join(font.encoding.get(code, chr(code)) for code in data)
    if not font.interpretable:
        return raw, ""
    return raw, "".join(font.character_map.get(one, one) for one in named).translate(_PLAIN)


def _is_bold(font: Font) -> bool:
    return any(word in font.name.lower() for word in ("bold", "black", "heavy", "semibold"))
