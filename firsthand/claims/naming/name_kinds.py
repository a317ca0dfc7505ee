"""What a name names, as far as its own words and its places in the text tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from firsthand.claims.naming.members import MemberKind
from firsthand.claims.naming.name_words import (
    CLUB_ENDINGS,
    FIRM_ENDINGS,
    FIRST_NAMES,
    NAMED_BODY,
    OFFICES,
    PARTICLES,
    PLACE_NOUNS,
    PLACES,
    PLACES_OF_SEVERAL_WORDS,
)
from firsthand.claims.naming.names import Name

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

BEFORE_A_PLACE = frozenset({"in", "near", "across", "outside"})
_OFTEN = 0.34  # of a name's places: how many stand behind «in» where it names a place
_OF = frozenset({"of", "for", "für", "de"})
_LONGEST_PERSON = 5  # words
_LONGEST_UNPROVEN = 3


class Singles(NamedTuple):
    """What an article's names of one word show, each in lower case.

    ``placed`` often stand behind «in», ``proven`` have a capital where no sentence opens, ``speaking`` are speakers of
    attributions.
    """

    every: frozenset[str]
    placed: frozenset[str]
    proven: frozenset[str]
    speaking: frozenset[str]


def read_singles(names: Iterable[Name], speakers: Container[int]) -> Singles:
    """Look at the names of one word outside headings; ``speakers`` is where the speakers of attributions begin."""
    single = [(name, name.words[0].lower()) for name in names if len(name.words) == 1 and not name.heading]
    places = Counter(low for name, low in single if name.before in BEFORE_A_PLACE)
    every = Counter(low for _, low in single)
    return Singles(
        frozenset(every),
        frozenset(low for low, count in places.items() if count >= _OFTEN * every[low]),
        frozenset(low for name, low in single if not name.opens),
        frozenset(low for name, low in single if name.whole.start in speakers and name.before != "the"),
    )


def kind_of_name(name: Name, key: Sequence[str], singles: Singles) -> MemberKind | None:
    """Return what a name of several words names, None where nothing tells; ``key`` is its words in lower case."""
    article = name.before == "the"
    last = key[-1]
    if name.titles and not article and last not in NAMED_BODY:
        return MemberKind.PERSON
    if " ".join(key) in PLACES_OF_SEVERAL_WORDS or last in PLACE_NOUNS:
        return MemberKind.PLACE
    first_name = key[0] in FIRST_NAMES and len(key) <= _LONGEST_PERSON
    if body_nouns(key) and (article or not first_name or len(key) > 2):  # noqa: PLR2004 - «Emily Post»
        return MemberKind.BODY
    if last in OFFICES or article or len(key) > _LONGEST_PERSON:
        return None
    if first_name or not PARTICLES.isdisjoint(key[1:-1]) or any(len(word) == 1 for word in key[:-1]):
        return MemberKind.PERSON
    speaks = last in singles.speaking and len(key) <= _LONGEST_UNPROVEN and not last.endswith("s")
    elsewhere = key[0] in singles.every or last in singles.placed or last in PLACES
    return MemberKind.PERSON if speaks and not elsewhere else None


def body_nouns(key: Sequence[str]) -> set[str]:
    """Return the nouns that stand for a body of that name behind «the»; none where it is no body's name."""
    head = next((at for at, word in enumerate(key) if at and word in _OF), len(key)) - 1
    if key[head] not in NAMED_BODY:
        return {key[0]} if key[0] in NAMED_BODY and head == len(key) - 1 else set()
    if key[head] in FIRM_ENDINGS:
        return {"company", "firm", *NAMED_BODY.intersection(key[head - 1 : head + 1])}
    return {"club", "team", key[head]} if key[head] in CLUB_ENDINGS else {key[head]}


def kind_of_word(word: str, singles: Singles) -> MemberKind | None:
    """Return what a name of one word names, None where nothing tells."""
    low = word.lower()
    if low in PLACES or low in singles.placed:
        return MemberKind.PLACE
    return MemberKind.BODY if word.isupper() and len(word) > 1 else None
