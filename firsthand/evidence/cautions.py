"""What a checker has to look at in a quotation, in words: a changed sense, an elision that hides one, a cut."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from firsthand.evidence.quotation import LONGEST_ELISION, ItemKind, Quotation
from firsthand.evidence.wording import Weight, modal, negates, numeric, opposites, qualifier, weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from firsthand.evidence.placement import Gap, Pair, Placement
    from firsthand.evidence.prepared import PreparedText

STOPS = ".?!。？！"
_ACRONYMS = frozenset({"us", "who", "it", "aids", "ice"})  # other words by their capitals alone


class CautionKind(StrEnum):
    """What a caution is about."""

    NEGATION = "negation"
    MODAL = "modal"
    NUMBER = "number"
    NAME = "name"
    ELISION = "elision"
    BRACKET = "bracket"
    CUT = "cut"
    QUESTION = "question"
    QUALIFIER = "qualifier"
    WHOSE = "whose"
    CASE = "case"
    MARKS = "marks"


_TELLING = (
    (CautionKind.MODAL, "A modal verb", modal),
    (CautionKind.NUMBER, "A number", numeric),
    (CautionKind.QUALIFIER, "A qualifier", qualifier),
)


class Caution(NamedTuple):
    """A warning about a quotation, in words."""

    kind: CautionKind
    words: str


class _Side(NamedTuple):
    """A word that only one side has: its key, its surface, and whether it is written like a name."""

    key: str
    surface: str
    name: bool


def cautions(quotation: Quotation, text: PreparedText, placement: Placement) -> tuple[Caution, ...]:
    """Return the warnings about a quotation laid over a text, none twice."""
    gaps = list(placement.gaps(len(quotation.items)))
    changed = [gap for gap, _ in gaps if not gap.edited(quotation)]
    found = [
        *_changes(quotation, text, changed),
        *(caution for gap, _ in gaps if gap.edited(quotation) for caution in _hidden(gap, quotation, text)),
        *_typography(quotation, text, placement.pairs),
    ]
    return tuple(dict.fromkeys(found))


def opens_question(quotation: Quotation, text: PreparedText, pair: Pair, *, last: bool) -> bool:
    """Whether one side has a question mark after this word and the other a different end, or none."""
    asked = "?" in _after(quotation.between(pair.item, pair.item + 1))
    asks = "?" in _after(text.between(pair.word, pair.word + 1))
    return asked and not asks if last else asked != asks


def other_word(quotation: Quotation, text: PreparedText, pair: Pair) -> bool:
    """Whether case alone makes two words of one: «US» is not «us»."""
    quoted, source = quotation.surface(pair.item), text.surface(pair.word)
    if text.keys[pair.word] not in _ACRONYMS or quotation.items[pair.item].edited:
        return False
    return quoted.isupper() != source.isupper() and not _shouted(text, pair.word)


def _after(marks: str) -> str:
    return marks.strip()[:3]


def _changes(quotation: Quotation, text: PreparedText, changed: Iterable[Gap]) -> Iterator[Caution]:
    """Yield what words that only one side has do to the sense; words that merely moved do nothing."""
    quoted, source = [], []
    for gap in changed:
        quoted += [
            _side(quotation.items[index].key, quotation.surface(index), name=_quoted_name(quotation, index))
            for index in gap.items
            if quotation.items[index].kind is ItemKind.WORD
        ]
        source += [_side(text.keys[index], text.surface(index), name=_source_name(text, index)) for index in gap.words]
    moved = Counter(side.key for side in quoted) & Counter(side.key for side in source)
    quoted, source = _unmoved(quoted, moved), _unmoved(source, moved)
    if sum(negates(side.key) for side in quoted) != sum(negates(side.key) for side in source):
        yield _differs(CautionKind.NEGATION, "A negation", quoted, source, negates)
    for kind, noun, value in _TELLING:
        if _values(quoted, value) != _values(source, value):
            yield _differs(kind, noun, quoted, source, value)
    for left in quoted:
        for right in source:
            if opposites(left.key, right.key):
                words = f"The quotation has «{left.surface}», the source the opposite, «{right.surface}»."
                yield Caution(CautionKind.NEGATION, words)
    if any(side.name for side in (*quoted, *source)):
        names = {side.key.casefold() for side in (*quoted, *source) if side.name}
        yield _differs(CautionKind.NAME, "A name", quoted, source, lambda key: key.casefold() in names)


def _side(key: str, surface: str, *, name: bool) -> _Side:
    return _Side(surface if key in _ACRONYMS and surface.isupper() else key, surface, name)


def _unmoved(sides: list[_Side], moved: Counter[str]) -> list[_Side]:
    left, kept = moved.copy(), []
    for side in sides:
        if left[side.key]:
            left[side.key] -= 1
        else:
            kept.append(side)
    return kept


def _values(sides: list[_Side], value: Callable[[str], str | None]) -> list[str]:
    return sorted(found for side in sides if (found := value(side.key)))


def _differs(
    kind: CautionKind, noun: str, quoted: list[_Side], source: list[_Side], weighs: Callable[[str], object]
) -> Caution:
    left = " ".join(side.surface for side in quoted if weighs(side.key))
    right = " ".join(side.surface for side in source if weighs(side.key))
    if left and right:
        return Caution(kind, f"{noun} differs: the quotation has «{left}», the source «{right}».")
    if left:
        return Caution(kind, f"{noun} is only in the quotation: «{left}».")
    return Caution(kind, f"{noun} is only in the source: «{right}».")


def _quoted_name(quotation: Quotation, index: int) -> bool:
    opens = index == 0 or any(stop in quotation.between(index - 1, index) for stop in STOPS)
    return not opens and _like_a_name(quotation.surface(index))


def _source_name(text: PreparedText, index: int) -> bool:
    opens = index == 0 or any(stop in text.between(index - 1, index) for stop in STOPS)
    return not opens and _like_a_name(text.surface(index)) and not _shouted(text, index)


def _like_a_name(surface: str) -> bool:
    return surface[:1].isupper() and surface != "I" and not surface.startswith("I'")


def _shouted(text: PreparedText, index: int) -> bool:
    """Whether the words around are in capitals too, as in captions for the deaf."""
    around = text.normalised.text[max(0, text.starts[index] - 30) : text.ends[index] + 30]
    return around.isupper()


def _hidden(gap: Gap, quotation: Quotation, text: PreparedText) -> Iterator[Caution]:
    """Yield what an ellipsis or a bracket hides: negations, modal verbs, qualifiers; or simply too much.

    A number may be left out, but not replaced.
    """
    bracket = any(quotation.items[index].kind is ItemKind.INSERTION for index in gap.items)
    kind, sign = (CautionKind.BRACKET, "bracket") if bracket else (CautionKind.ELISION, "ellipsis")
    light = set() if bracket else {Weight.NUMBER}
    hidden = [text.surface(index) for index in gap.words if set(weights(text.keys[index])) - light]
    if hidden:
        yield Caution(kind, f"The {sign} hides «{' '.join(hidden)}».")
    if len(gap.words) > LONGEST_ELISION:
        yield Caution(kind, f"The {sign} leaps over {len(gap.words)} words.")


def _typography(quotation: Quotation, text: PreparedText, pairs: tuple[Pair, ...]) -> Iterator[Caution]:
    for pair in pairs:
        quoted, source = quotation.surface(pair.item), text.surface(pair.word)
        if quoted == source or quotation.items[pair.item].edited or quoted.replace(".", "") == source.replace(".", ""):
            continue
        opens = pair.item == 0 or any(stop in quotation.between(pair.item - 1, pair.item) for stop in STOPS)
        opened = pair.word == 0 or any(stop in text.between(pair.word - 1, pair.word) for stop in STOPS)
        if not opens and not opened and quoted.casefold() == source.casefold() and not _shouted(text, pair.word):
            yield Caution(CautionKind.CASE, f"Capitals differ: the quotation has «{quoted}», the source «{source}».")
    for pair, following in pairwise(pairs):
        if (following.item, following.word) != (pair.item + 1, pair.word + 1):
            continue
        marks, marked = quotation.between(pair.item, following.item), text.between(pair.word, following.word)
        if _stops(marks) != _stops(marked):
            sides = f"the quotation has «{marks.strip()}», the source «{marked.strip()}»"
            yield Caution(CautionKind.MARKS, f"Punctuation differs after «{text.surface(pair.word)}»: {sides}.")


def _stops(marks: str) -> str:
    """Return the marks that part sentences and clauses, in order; quote marks, dashes and spaces are left out."""
    return "".join(mark for mark in marks if mark in ".?!,;:。？！，；：、")
