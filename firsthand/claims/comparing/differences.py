"""What makes another claim of the same words: another figure, date, name or place, a negation, the opposite."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from firsthand.claims.comparing.same_words import OPPOSITES
from firsthand.claims.comparing.stated import Amount, Date, Stated, Word, key_of

_OPPOSITES = {frozenset(key_of(word) for word in words) for words in OPPOSITES}
_NEARLY = Decimal("0.015")  # «a third» is 33 per cent


class DifferenceKind(StrEnum):
    """In what two statements differ."""

    FIGURE = "figure"
    DATE = "date"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    NAME = "name"
    ROLES = "roles"
    QUANTITY = "quantity"
    MODAL = "modal"


class Difference(NamedTuple):
    """A difference, with the words of each statement; empty where that one has none."""

    kind: DifferenceKind
    here: str
    there: str


class Paired(NamedTuple):
    """The words of two statements: those that both have, in the order of ``here``, and those that only one has."""

    here: tuple[Word, ...]
    there: tuple[Word, ...]
    only_here: tuple[Word, ...]
    only_there: tuple[Word, ...]


def pair(one: Stated, other: Stated) -> Paired:
    """Pair the words of two statements: each with at most one of the same key, or of a very similar one."""
    left = {word.key: word for word in reversed(other.words)}
    words = list({word.key: word for word in reversed(one.words)}.values())[::-1]
    found = {word.key: left.pop(word.key, None) for word in words}
    for word in words:
        if found[word.key] is None:
            close = next((key for key in left if _close(word.key, key)), None)
            found[word.key] = left.pop(close) if close else None
    pairs = [(word, there) for word in words if (there := found[word.key])]
    return Paired(
        tuple(here for here, _ in pairs),
        tuple(there for _, there in pairs),
        tuple(word for word in words if found[word.key] is None),
        tuple(left.values())[::-1],
    )


def _close(one: str, other: str) -> bool:
    """Whether two stems begin the same way, far enough to be forms of one word."""
    shared = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return shared >= 5 and shared >= 0.75 * max(len(one), len(other))  # noqa: PLR2004 - a stem, and most of the longer


def differences(one: Stated, other: Stated, paired: Paired) -> tuple[Difference, ...]:
    """Return what differs between two statements in a way that makes two claims of them, gravest first."""
    return tuple(
        found
        for found in (
            _figures(one, other),
            _dates(one, other),
            _negation(one, other),
            _opposite(paired),
            _names(paired),
            _roles(one, other, paired),
            _quantities(one, other),
            _modals(one, other),
        )
        if found
    )


def unshared(
    here: Sequence[Amount], there: Sequence[Amount], same: Callable[[Amount, Amount], bool]
) -> tuple[list[Amount], list[Amount]]:
    """Leave out the amounts that both have."""
    left, only_here = list(there), []
    for amount in here:
        found = next((other for other in left if same(amount, other)), None)
        if found is None:
            only_here.append(amount)
        else:
            left.remove(found)
    return only_here, left


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether two figures are the same, however they are written."""
    if one.kind and other.kind and one.kind != other.kind:
        return False
    return abs(one.value - other.value) <= _NEARLY * max(abs(one.value), abs(other.value))


def _figures(one: Stated, other: Stated) -> Difference | None:
    here, there = unshared(one.amounts, other.amounts, same_amount)
    if not (here and there):
        return None
    return Difference(DifferenceKind.FIGURE, _written(here), _written(there))


def _dates(one: Stated, other: Stated) -> Difference | None:
    """Dates differ where each side has one that goes with none of the other's: «2022» goes with «May 2022»."""
    here = [date for date in one.dates if not _goes_with(date, other.dates)]
    there = [date for date in other.dates if not _goes_with(date, one.dates)]
    return Difference(DifferenceKind.DATE, _written(here), _written(there)) if here and there else None


def _goes_with(date: Date, others: Iterable[Date]) -> bool:
    return any(other.edtf.startswith(date.edtf) or date.edtf.startswith(other.edtf) for other in others)


def _negation(one: Stated, other: Stated) -> Difference | None:
    if len(one.negations) % 2 == len(other.negations) % 2:
        return None
    return Difference(DifferenceKind.NEGATION, ", ".join(one.negations), ", ".join(other.negations))


def _opposite(paired: Paired) -> Difference | None:
    for here in paired.only_here:
        for there in paired.only_there:
            if frozenset({here.key, there.key}) in _OPPOSITES:
                return Difference(DifferenceKind.OPPOSITE, here.written, there.written)
    return None


def _names(paired: Paired) -> Difference | None:
    here, there = ([word for word in words if word.name] for words in (paired.only_here, paired.only_there))
    return Difference(DifferenceKind.NAME, _written(here), _written(there)) if here and there else None


def _roles(one: Stated, other: Stated, paired: Paired) -> Difference | None:
    """Names have changed places where every other word stays in its order: who did it to whom.

    Where one of the two says «by whom», they have to change places for the claim to stay the same.
    """
    if one.passive != other.passive:
        return None
    place = {word: number for number, word in enumerate(other.words)}
    here = [
        (place[there], here.name or there.name, there) for here, there in zip(paired.here, paired.there, strict=True)
    ]
    there = sorted(here)
    names_here, names_there = ([word for _, name, word in side if name] for side in (here, there))
    others_here, others_there = ([word for _, name, word in side if not name] for side in (here, there))
    if names_here == names_there or others_here != others_there or _pattern(here) != _pattern(there):
        return None
    return Difference(DifferenceKind.ROLES, _written(names_here), _written(names_there))


def _pattern(words: Iterable[tuple[int, bool, Word]]) -> list[bool]:
    """Tell where names stand among other words, however many words a name has."""
    return [name for name, _ in itertools.groupby(name for _, name, _ in words)]


def _quantities(one: Stated, other: Stated) -> Difference | None:
    here, there = one.quantities.keys() - other.quantities.keys(), other.quantities.keys() - one.quantities.keys()
    if not (here and there):
        return None
    return Difference(
        DifferenceKind.QUANTITY,
        ", ".join(one.quantities[key] for key in sorted(here)),
        ", ".join(other.quantities[key] for key in sorted(there)),
    )


def _modals(one: Stated, other: Stated) -> Difference | None:
    if bool(one.modals) == bool(other.modals):
        return None
    return Difference(DifferenceKind.MODAL, ", ".join(one.modals), ", ".join(other.modals))


def _written(things: Iterable[Amount | Date | Word]) -> str:
    return ", ".join(thing.written for thing in things)
