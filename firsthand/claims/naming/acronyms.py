"""Acronyms that a text explains: «the World Health Organization (WHO)»."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.naming.names import Name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENS_BRACKET = frozenset({" (", " („", " (“"})
_OR = frozenset({", or ", " or ", " – ", ", "})
_FEWEST_LETTERS = 2


class Acronym(NamedTuple):
    """A short form and the index of the name it is short for."""

    short: str
    name: int


def find_acronyms(text: str, names: Sequence[Name]) -> Iterator[Acronym]:
    """Yield the short forms that stand beside the name whose initials they are, before or behind it."""
    for at in range(1, len(names)):
        first, second = names[at - 1], names[at]
        if len(first.words) != 1 and len(second.words) != 1:
            continue
        gap = text[first.span.end : second.span.start]
        bracketed = gap in _OPENS_BRACKET and text[second.span.end : second.span.end + 1] == ")"
        if not bracketed and gap not in _OR:
            continue
        long, short = (at - 1, second) if len(second.words) == 1 else (at, first)
        if len(short.words) == 1 and _are_initials(short.words[0], names[long].words):
            yield Acronym(short.words[0], long)


def _are_initials(short: str, long: Sequence[str]) -> bool:
    """Whether the capitals of ``short`` are initials of the words, in order and from the first."""
    letters = [letter for letter in short if letter.isupper()]
    initials = [part[0].upper() for word in long for part in word.split("-") if part]
    if len(letters) < _FEWEST_LETTERS or not short[:2].isupper() or letters[0] != initials[0]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in letters)
