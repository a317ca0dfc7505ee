"""The pieces of text that a PDF's page draws, with the places where it draws them.

An interpreter of the few operators that place text (ISO 32000, 9.4). Every count is bounded: a page's program may call
its parts ten times over, and each of those theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, StreamObject
from pypdf.generic._font import Font

from firsthand.text.pdf_strings import UNIT, Matrix, Piece, State, moved, shown

MOST_PIECES = 60_000
MOST_OPERATIONS = 400_000
_DEEPEST = 8
_MOST_PARTS = 300
_MOST_SAVED = 200
_MATRIX = 6  # numbers

_TURNS: dict[int, Matrix] = {
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}


@dataclass
class _Budget:
    operations: int = MOST_OPERATIONS
    parts: int = _MOST_PARTS
    fonts: dict[int, Font] = field(default_factory=dict)


def turned(page: PageObject) -> Matrix:
    """Return the transformation from a page's own coordinates to those it is seen in."""
    rotation = page.get("/Rotate", 0)
    return _TURNS.get(int(rotation) % 360, UNIT) if isinstance(rotation, int | float) else UNIT


def pieces_of(page: PageObject) -> list[Piece]:
    """Return the upright text of a page in the order in which it is drawn, without what is marked an artifact."""
    found: list[Piece] = []
    for piece in _Program(page, _resources(page), _Budget(), State(turned(page)), 0).run(page.get("/Contents")):
        found.append(piece)
        if len(found) == MOST_PIECES:
            break
    return found


def _resources(owner: Any) -> DictionaryObject:  # noqa: ANN401 - any PDF object
    """Return the resources of a page, its parents' where it has none."""
    for _ in range(_DEEPEST):
        given = _object(owner.get("/Resources")) if isinstance(owner, DictionaryObject) else None
        if isinstance(given, DictionaryObject):
            return given
        owner = _object(owner.get("/Parent")) if isinstance(owner, DictionaryObject) else None
    return DictionaryObject()


def _object(given: Any) -> Any:  # noqa: ANN401 - any PDF object
    return given.get_object() if hasattr(given, "get_object") else given


class _Program:
    """Runs one program, a page's or a part's, and yields the text it shows."""

    def __init__(
        self, page: PageObject, resources: DictionaryObject, budget: _Budget, state: State, depth: int
    ) -> None:
        self._page = page
        self._resources = resources
        self._budget = budget
        self._state = state
        self._depth = depth
        self._saved: list[State] = []
        self._text = self._line = UNIT
        self._marked: list[bool] = []

    def run(self, program: Any) -> Iterator[Piece]:  # noqa: ANN401 - a PDF stream or an array of them
        """Yield what ``program`` shows; raises whatever pypdf raises for programs that are none."""
        program = _object(program)
        for operands, operator in ContentStream(program, self._page.pdf).operations if program is not None else ():
            self._budget.operations -= 1
            if self._budget.operations < 0:
                return
            given = operands if isinstance(operands, list) else []
            if operator in _SHOWS:
                yield from self._show(operator, given)
            elif operator == b"Do" and given:
                yield from self._part(given[0])
            elif operator in _DOES:
                _DOES[operator](self, given, _numbers(given))

    def save(self, _given: list[Any], _numbers: list[float]) -> None:
        """``q``."""
        if len(self._saved) < _MOST_SAVED:
            self._saved.append(replace(self._state))

    def restore(self, _given: list[Any], _numbers: list[float]) -> None:
        """``Q``."""
        if self._saved:
            self._state = self._saved.pop()

    def transform(self, _given: list[Any], numbers: list[float]) -> None:
        """``cm``."""
        if len(numbers) == _MATRIX:
            self._state.matrix = moved(_matrix(numbers), self._state.matrix)

    def begin(self, _given: list[Any], _numbers: list[float]) -> None:
        """``BT``."""
        self._text = self._line = UNIT

    def font(self, given: list[Any], numbers: list[float]) -> None:
        """``Tf``."""
        if given:
            self._state.font = self._found(given[0])
            self._state.size = numbers[-1] if numbers else self._state.size

    def place(self, _given: list[Any], numbers: list[float]) -> None:
        """``Tm``."""
        if len(numbers) == _MATRIX:
            self._text = self._line = _matrix(numbers)

    def step(self, _given: list[Any], numbers: list[float]) -> None:
        """``Td``."""
        if len(numbers) == 2:  # noqa: PLR2004 - across and up
            self._text = self._line = moved((1.0, 0.0, 0.0, 1.0, numbers[0], numbers[1]), self._line)

    def lead_and_step(self, given: list[Any], numbers: list[float]) -> None:
        """``TD``."""
        self._state.leading = -numbers[-1] if numbers else self._state.leading
        self.step(given, numbers)

    def next_line(self, _given: list[Any], _numbers: list[float]) -> None:
        """``T*``."""
        self._text = self._line = moved((1.0, 0.0, 0.0, 1.0, 0.0, -self._state.leading), self._line)

    def mark(self, given: list[Any], _numbers: list[float]) -> None:
        """``BMC`` and ``BDC``."""
        if len(self._marked) < _MOST_SAVED:
            self._marked.append(bool(given) and given[0] == "/Artifact")

    def unmark(self, _given: list[Any], _numbers: list[float]) -> None:
        """``EMC``."""
        if self._marked:
            self._marked.pop()

    def space(self, _given: list[Any], numbers: list[float]) -> None:
        """``Tc``."""
        self._state.character_space = numbers[0] if numbers else 0.0

    def word_space(self, _given: list[Any], numbers: list[float]) -> None:
        """``Tw``."""
        self._state.word_space = numbers[0] if numbers else 0.0

    def scale(self, _given: list[Any], numbers: list[float]) -> None:
        """``Tz``."""
        self._state.scale = numbers[0] / 100 if numbers else 1.0

    def leading(self, _given: list[Any], numbers: list[float]) -> None:
        """``TL``."""
        self._state.leading = numbers[0] if numbers else 0.0

    def rise(self, _given: list[Any], numbers: list[float]) -> None:
        """``Ts``."""
        self._state.rise = numbers[0] if numbers else 0.0

    def _show(self, operator: bytes, given: list[Any]) -> list[Piece]:
        if operator in {b"'", b'"'}:
            self.next_line([], [])
        strings = given[-1:] if operator != b"TJ" else given[0] if given else []
        drawn, self._text = shown(self._state, self._text, strings if isinstance(strings, list) else [])
        return [] if any(self._marked) else drawn

    def _part(self, name: Any) -> Iterator[Piece]:  # noqa: ANN401 - a PDF name
        part = _object((_object(self._resources.get("/XObject")) or {}).get(name))
        self._budget.parts -= 1
        if not isinstance(part, StreamObject) or part.get("/Subtype") != "/Form" or any(self._marked):
            return
        if self._depth >= _DEEPEST or self._budget.parts < 0:
            return
        own = _numbers(_object(part.get("/Matrix")) or [])
        inner = moved(_matrix(own), self._state.matrix) if len(own) == _MATRIX else self._state.matrix
        given = _object(part.get("/Resources"))
        resources = given if isinstance(given, DictionaryObject) else self._resources
        state = replace(self._state, matrix=inner)
        yield from _Program(self._page, resources, self._budget, state, self._depth + 1).run(part)

    def _found(self, name: Any) -> Font | None:  # noqa: ANN401 - a PDF name
        given = _object((_object(self._resources.get("/Font")) or {}).get(name))
        if not isinstance(given, DictionaryObject):
            return None
        if id(given) not in self._budget.fonts:
            self._budget.fonts[id(given)] = Font.from_font_resource(given)
        return self._budget.fonts[id(given)]


_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_DOES: dict[bytes, Callable[[_Program, list[Any], list[float]], None]] = {
    b"q": _Program.save,
    b"Q": _Program.restore,
    b"cm": _Program.transform,
    b"BT": _Program.begin,
    b"Tf": _Program.font,
    b"Tm": _Program.place,
    b"Td": _Program.step,
    b"TD": _Program.lead_and_step,
    b"T*": _Program.next_line,
    b"BMC": _Program.mark,
    b"BDC": _Program.mark,
    b"EMC": _Program.unmark,
    b"Tc": _Program.space,
    b"Tw": _Program.word_space,
    b"Tz": _Program.scale,
    b"TL": _Program.leading,
    b"Ts": _Program.rise,
}


def _numbers(operands: Any) -> list[float]:  # noqa: ANN401 - PDF operands
    if not isinstance(operands, list):
        return []
    return [float(one) for one in operands if isinstance(one, int | float)]


def _matrix(numbers: Sequence[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)
